import type { FamilyUnderTest } from '../support/family.ts';

/** In the region that has fewer: every machine brings an interface along. */
export const eni = {
  family: 'eni',
  region: 'ap-shanghai',
  list: {
    count: 74,
    search: { text: 'web-tls', finds: ['web-tls-sh'] },
    facet: { label: 'First interface', id: 'Primary', option: 'No', value: 'false', count: 2 },
    hidden: { label: 'MAC address', id: 'MacAddress' },
  },
  detail: { name: 'web-tls-sh', shows: ['10.1.0.5', 'production-sh 华东生产'], tabs: ['references'] },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', Subnet: 'web-c · production-sh', 'Random addresses': '1' },
    refused: [
      { why: 'more addresses than the subnet has', set: { 'Random addresses': '9999' }, field: 'Random addresses', says: /Only \d+/ },
      { why: 'no subnet', set: { Subnet: '' }, field: 'Subnet', says: /needed/ },
      { why: '61 bytes of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'LimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { blocked: { name: 'web-tls-sh', because: /attached to ins-/ }, free: 'test-nic', freeRegion: 'ap-guangzhou' },
} as const satisfies FamilyUnderTest;
