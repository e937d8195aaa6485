import type { FamilyUnderTest } from '../support/family.ts';

export const eni = {
  family: 'eni',
  list: {
    count: 230,
    search: { text: 'web-tls', finds: ['web-tls'] },
    facet: { label: 'First interface', id: 'Primary', option: 'No', value: 'false', count: 11 },
    hidden: { label: 'MAC address', id: 'MacAddress' },
  },
  detail: { name: 'web-tls', shows: ['多证书入口', '10.0.0.7', 'production'], tabs: ['rules', 'references'] },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', Subnet: 'app-a · staging', 'Random addresses': '1' },
    refused: [
      { why: 'more addresses than the subnet has', set: { 'Random addresses': '9999' }, field: 'Random addresses', says: /Only \d+/ },
      { why: 'no subnet', set: { Subnet: '' }, field: 'Subnet', says: /needed/ },
      { why: '61 bytes of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'LimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { blocked: { name: 'web-tls', because: /attached to ins-/ }, free: 'test-nic' },
} as const satisfies FamilyUnderTest;
