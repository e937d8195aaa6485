import type { FamilyUnderTest } from '../support/family.ts';

export const dhcpIp = {
  family: 'dhcp-ip',
  standard: true,
  list: {
    count: 2,
    search: { text: 'standby', finds: ['keepalived-standby'] },
  },
  detail: { name: 'keepalived-standby', shows: ['10.30.0.', 'Not bound', 'edge-b'], tabs: ['references'] },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', VPC: 'staging', Subnet: 'web-a' },
    refused: [{ why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ }],
  },
  edit: { value: 'e2e-renamed' },
  remove: { free: 'keepalived-standby' },
} as const satisfies FamilyUnderTest;
