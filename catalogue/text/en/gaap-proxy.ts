import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'acceleration proxy',
  many: 'acceleration proxies',
  what: 'A channel of the global application acceleration. The documents that this console follows describe how closed ones are opened.',
  actions: {
    'gaap:OpenProxies': { title: 'Open proxies', what: 'Opens closed proxies of version 2.0. They are charged from then on.' },
  },
  fields: {
    InstanceIds: { label: 'Proxies (older name)', help: 'The older name of the parameter; use the other one.' },
    ProxyIds: { label: 'Proxies', help: 'Ids such as link-m9t4yho9, one a line.' },
    ClientToken: { label: 'Client token', help: 'Up to 64 ASCII characters. The same token is never carried out twice.' },
    InvalidStatusInstanceSet: { label: 'Not closed' },
    OperationFailedInstanceSet: { label: 'Failed' },
  },
} as const satisfies FamilyText;
