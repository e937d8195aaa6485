import type { FamilyUnderTest } from '../support/family.ts';
import { byBlock } from '../support/order.ts';

export const vpc = {
  family: 'vpc',
  thorough: true,
  list: {
    count: 7,
    search: { text: '10.20.0', finds: ['payment 支付隔离区'] },
    sort: { label: 'IPv4 range', id: 'CidrBlock', compare: byBlock },
    facet: { label: 'Default VPC', id: 'IsDefault', option: 'Yes', value: 'true', count: 1 },
    hidden: { label: 'DNS domain', id: 'DomainName' },
  },
  detail: {
    name: 'production',
    shows: ['10.0.0.0/16', 'prod.lanting.internal', '10.0.0.10'],
    tabs: ['subnets', 'route-tables', 'nat-gateways', 'network-acls', 'flow-logs', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', 'IPv4 range': '10.200.0.0/16' },
    refused: [
      { why: 'a mask that is too wide', set: { 'IPv4 range': '10.0.0.0/15' }, field: 'IPv4 range', says: /\/16/ },
      { why: 'a mask that is too narrow', set: { 'IPv4 range': '10.0.0.0/29' }, field: 'IPv4 range', says: /\/28/ },
      { why: 'a range outside the private ones', set: { 'IPv4 range': '8.8.0.0/16' }, field: 'IPv4 range', says: /10\.0\.0\.0\/8/ },
      { why: 'host bits', set: { 'IPv4 range': '10.0.1.0/16' }, field: 'IPv4 range', says: /10\.0\.0\.0\/16/ },
      { why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
      { why: 'no name', set: { Name: '' }, field: 'Name', says: /needed/ },
    ],
    serverError: { code: 'LimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  remove: {
    blocked: { name: 'office-广州总部', because: /resources refer/, by: ['办公网', '访客网', 'voip'] },
    free: 'sandbox',
    freeRegion: 'ap-beijing',
  },
} as const satisfies FamilyUnderTest;
