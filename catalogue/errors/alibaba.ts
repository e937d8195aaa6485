import { type ErrorTable, none } from './table.ts';

/** Alibaba Cloud CDN (004), and the codes that every action of the RPC style shares, which that page does not repeat. */
export const alibaba = {
  'slow-down': { Throttling: none },
  unsupported: { 'InvalidAction.NotFound': none },
  permission: {
    NoRealNameAuthentication: none,
  },
  credentials: {
    'InvalidAccessKeyId.NotFound': none,
    'InvalidSecurityToken.MismatchWithAccessKey': none,
    MissingSecurityToken: none,
    SignatureDoesNotMatch: none,
  },
  clock: { 'InvalidTimeStamp.Expired': none, 'InvalidTimeStamp.Format': none, SignatureNonceUsed: none },
  pay: { InsufficientBalance: none },
} as const satisfies ErrorTable;
