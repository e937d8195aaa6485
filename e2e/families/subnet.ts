import type { FamilyUnderTest } from '../support/family.ts';
import { byBlock } from '../support/order.ts';

export const subnet = {
  family: 'subnet',
  thorough: true,
  list: {
    count: 64,
    search: { text: '10.30.0', finds: ['edge-a', 'edge-b'] },
    sort: { label: 'IPv4 range', id: 'CidrBlock', compare: byBlock },
    facet: { label: 'Default subnet', id: 'IsDefault', option: 'Yes', value: 'true', count: 2 },
    hidden: { label: 'Broadcast', id: 'EnableBroadcast' },
  },
  detail: {
    name: 'hsm 加密机',
    shows: ['10.20.15.0/28', 'ap-guangzhou-1', 'payment 支付隔离区'],
    tabs: ['route-tables', 'enis', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: { VPC: 'staging', Name: 'e2e-new', 'IPv4 range': '10.8.200.0/24', Zone: 'ap-guangzhou-2' },
    refused: [
      { why: 'a block outside its VPC', set: { 'IPv4 range': '10.9.0.0/24' }, field: 'IPv4 range', says: /10\.8\.0\.0\/16/ },
      { why: 'a block that another subnet has', set: { 'IPv4 range': '10.8.0.0/25' }, field: 'IPv4 range', says: /web-a/ },
      { why: 'a mask that is too narrow', set: { 'IPv4 range': '10.8.200.0/29' }, field: 'IPv4 range', says: /\/28/ },
      { why: 'no VPC', set: { VPC: '' }, field: 'VPC', says: /needed/ },
      { why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'InvalidParameterValue.SubnetConflict', field: 'IPv4 range' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { blocked: { name: 'bastion', because: /2 addresses are in use/ }, free: '办公网' },
} as const satisfies FamilyUnderTest;
