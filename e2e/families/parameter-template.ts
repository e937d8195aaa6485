import type { FamilyUnderTest } from '../support/family.ts';

export const addressTemplate = {
  family: 'parameter-template',
  list: { count: 7, search: { text: '10.101.0', finds: ['office-lan'] } },
  detail: { name: '银联专线', shows: ['192.0.2.16/28', '192.0.2.41'], tabs: ['used-by'] },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', Addresses: '10.9.0.0/24\n10.9.1.1-10.9.1.9' },
    refused: [
      { why: 'no member', set: { Addresses: '' }, field: 'Addresses', says: /needed/ },
      { why: 'a block with host bits', set: { Addresses: '10.9.0.0/24\n10.9.0.5/16' }, field: 'Addresses', says: /10\.9\.0\.0\/16/ },
      { why: 'a line that is no address', set: { Addresses: '10.9.0.0/24\n10.9.0.300' }, field: 'Addresses', says: /Line 2/ },
    ],
    serverError: { code: 'InvalidParameterValue.Duplicate', field: 'Addresses' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { free: '旧机房（待清理）', blocked: { name: 'monitoring', because: /Blocked: .* refer/, by: ['web'] } },
} as const satisfies FamilyUnderTest;

export const serviceTemplateGroup = {
  family: 'parameter-template/service-groups',
  list: { count: 1, search: { text: 'application', finds: ['application'] } },
  detail: { name: 'application', shows: ['tcp:80, tcp:443', 'database'], tabs: ['used-by'] },
} as const satisfies FamilyUnderTest;
