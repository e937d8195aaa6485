import { type ErrorTable, none } from './table.ts';

/** Codes of the proxy, for calls that got no answer of the cloud: what stood in the way is told apart. */
export const own = {
  unsupported: { NotInDialect: none },
  retry: {
    CloudTimeout: none,
    'CloudTimeout.Connect': none,
    CloudUnreachable: none,
    'CloudUnreachable.Name': none,
    'CloudUnreachable.NoRoute': none,
    'CloudUnreachable.Proxy': none,
    'CloudUnreachable.Refused': none,
    'CloudUnreachable.Reset': none,
    'CloudUnreachable.Tls': none,
    CloudUnreadable: none,
  },
  credentials: { CredentialsUnavailable: none },
  permission: { AccountReadOnly: none, NotPermitted: none },
} as const satisfies ErrorTable;
