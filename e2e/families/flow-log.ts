import type { FamilyUnderTest } from '../support/family.ts';

export const flowLog = {
  family: 'flow-log',
  list: {
    count: 2,
    search: { text: 'mysql', finds: ['mysql-a 审计'] },
    facet: { label: 'Traffic', id: 'trafficType', option: 'Rejected', value: 'REJECT', count: 1 },
    hidden: { label: 'Description', id: 'flowLogDescription' },
  },
  detail: { name: 'production-rejected', shows: ['被拒绝的流量', 'Rejected', 'Working'], tabs: ['references'] },
  create: {
    name: 'e2e-new',
    fields: {
      VPC: 'staging',
      Name: 'e2e-new',
      Watches: (field) => field.getByRole('radio', { name: 'The whole VPC' }).check(),
      Traffic: 'All',
      'Log topic': '4fb6a027-dc83-4dae-94fc-3d995025a239',
    },
    refused: [
      { why: 'a name that is taken', set: { Name: 'mysql-a 审计' }, field: 'Name', says: /Another flow log/ },
      { why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
      { why: 'no topic', set: { 'Log topic': '' }, field: 'Log topic', says: /needed/ },
    ],
    serverError: { code: 'FlowLogNameDuplicate', field: 'Name' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { free: 'mysql-a 审计' },
} as const satisfies FamilyUnderTest;
