import type { FamilyUnderTest } from '../support/family.ts';

export const routeTable = {
  family: 'route-table',
  list: {
    count: 11,
    search: { text: '192.168.0', finds: ['app 应用层'] },
    sort: { label: 'Subnets', id: 'subnets', compare: (a, b) => Number(a) - Number(b) },
    facet: { label: 'Default table', id: 'Main', option: 'No', value: 'false', count: 4 },
  },
  detail: {
    name: 'data 数据层',
    shows: ['10.100.0.0/20', 'Dead', 'is gone', 'production'],
    tabs: ['subnets', 'properties', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: { VPC: 'staging', Name: 'e2e-new' },
    refused: [
      { why: 'no VPC', set: { VPC: '' }, field: 'VPC', says: /needed/ },
      { why: '61 bytes of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'ResourceNotFound' },
  },
  edit: { name: 'app 应用层', value: 'e2e-renamed' },
  remove: { free: 'pay-restricted' },
} as const satisfies FamilyUnderTest;
