import type { FamilyUnderTest } from '../support/family.ts';
import { byBlock } from '../support/order.ts';
import { words } from '../support/words.ts';

export const subnet: FamilyUnderTest = {
  path: 'subnets',
  text: 'subnet',
  region: 'ap-guangzhou',
  list: {
    action: 'DescribeSubnets',
    count: 64,
    search: { text: '10.30.0', finds: ['edge-a', 'edge-b'] },
    sort: { label: 'IPv4 range', id: 'CidrBlock', compare: byBlock },
    facet: { label: 'Default subnet', id: 'IsDefault', option: 'Yes', value: 'true', count: 2 },
    hidden: { label: 'Broadcast', id: 'EnableBroadcast' },
  },
  create: {
    action: 'CreateSubnet',
    title: { en: words.en.subnet.actions['vpc:CreateSubnet'].title, zh: words.zh.subnet.actions['vpc:CreateSubnet'].title },
    name: 'e2e-new',
    fields: { VPC: 'staging', Name: 'e2e-new', 'IPv4 range': '10.8.200.0/24', Zone: 'ap-guangzhou-2' },
    refused: [
      {
        why: 'a block outside its VPC',
        fields: { VPC: 'staging', Name: 'x', 'IPv4 range': '10.9.0.0/24', Zone: 'ap-guangzhou-2' },
        field: 'IPv4 range',
        says: /10\.8\.0\.0\/16/,
      },
      {
        why: 'a block that another subnet has',
        fields: { VPC: 'staging', Name: 'x', 'IPv4 range': '10.8.0.0/25', Zone: 'ap-guangzhou-2' },
        field: 'IPv4 range',
        says: /web-a/,
      },
      {
        why: 'a mask that is too narrow',
        fields: { VPC: 'staging', Name: 'x', 'IPv4 range': '10.8.200.0/29', Zone: 'ap-guangzhou-2' },
        field: 'IPv4 range',
        says: /\/28/,
      },
      { why: 'no VPC', fields: { Name: 'x', 'IPv4 range': '10.8.200.0/24', Zone: 'ap-guangzhou-2' }, field: 'VPC', says: /needed/ },
      {
        why: '61 characters of name',
        fields: { VPC: 'staging', Name: 'n'.repeat(61), 'IPv4 range': '10.8.200.0/24', Zone: 'ap-guangzhou-2' },
        field: 'Name',
        says: /60/,
      },
    ],
    serverError: { code: 'InvalidParameterValue.SubnetConflict', field: 'IPv4 range' },
  },
  detail: { name: 'hsm 加密机', shows: ['10.20.15.0/28', 'ap-guangzhou-1', 'payment 支付隔离区'], tabs: ['references'] },
  edit: { field: 'Name', value: 'e2e-renamed' },
  remove: {
    action: 'DeleteSubnet',
    name: 'bastion',
    because: /2 addresses are in use/,
    blockers: [],
    free: '办公网',
  },
};
