import type { FamilyUnderTest } from '../support/family.ts';
import { byBlock } from '../support/order.ts';
import { words } from '../support/words.ts';

export const vpc: FamilyUnderTest = {
  path: 'vpcs',
  text: 'vpc',
  region: 'ap-guangzhou',
  list: {
    action: 'DescribeVpcs',
    count: 7,
    search: { text: '10.20.0', finds: ['payment 支付隔离区'] },
    sort: { label: 'IPv4 range', id: 'CidrBlock', compare: byBlock },
    facet: { label: 'Default VPC', id: 'IsDefault', option: 'Yes', value: 'true', count: 1 },
    hidden: { label: 'DNS domain', id: 'DomainName' },
  },
  create: {
    action: 'CreateVpc',
    title: { en: words.en.vpc.actions['vpc:CreateVpc'].title, zh: words.zh.vpc.actions['vpc:CreateVpc'].title },
    name: 'e2e-new',
    fields: { Name: 'e2e-new', 'IPv4 range': '10.200.0.0/16' },
    refused: [
      { why: 'a mask that is too wide', fields: { Name: 'x', 'IPv4 range': '10.0.0.0/15' }, field: 'IPv4 range', says: /\/16/ },
      { why: 'a mask that is too narrow', fields: { Name: 'x', 'IPv4 range': '10.0.0.0/29' }, field: 'IPv4 range', says: /\/28/ },
      {
        why: 'a range outside the private ones',
        fields: { Name: 'x', 'IPv4 range': '8.8.0.0/16' },
        field: 'IPv4 range',
        says: /10\.0\.0\.0\/8/,
      },
      { why: 'host bits', fields: { Name: 'x', 'IPv4 range': '10.0.1.0/16' }, field: 'IPv4 range', says: /10\.0\.0\.0\/16/ },
      { why: '61 characters of name', fields: { Name: 'n'.repeat(61), 'IPv4 range': '10.0.0.0/16' }, field: 'Name', says: /60/ },
      { why: 'no name', fields: { Name: '', 'IPv4 range': '10.0.0.0/16' }, field: 'Name', says: /./ },
    ],
    serverError: { code: 'LimitExceeded' },
  },
  detail: { name: 'production', shows: ['10.0.0.0/16', 'prod.lanting.internal', '10.0.0.10'], tabs: ['subnets', 'references'] },
  edit: { field: 'Name', value: 'e2e-renamed' },
  remove: {
    action: 'DeleteVpc',
    name: 'office-广州总部',
    because: /3 resources refer/,
    blockers: ['办公网', '访客网', 'voip'],
    free: 'sandbox',
    freeRegion: 'ap-beijing',
  },
};
