import type { FamilyUnderTest } from '../support/family.ts';
import { byBlock } from '../support/order.ts';

export const customerGateway = {
  family: 'customer-gateway',
  list: {
    count: 3,
    search: { text: '203.0.113', finds: ['佛山工厂', 'Dongguan depot'] },
    sort: { label: 'Public address', id: 'IpAddress', compare: byBlock },
  },
  detail: {
    name: 'Dongguan depot',
    shows: ['203.0.113.77'],
    tabs: ['vpn-connections', 'devices', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', 'Public address': '198.51.100.77' },
    refused: [
      { why: 'an address that another has', set: { 'Public address': '203.0.113.77' }, field: 'Public address', says: /Dongguan depot/ },
      { why: 'a private address', set: { 'Public address': '10.0.0.1' }, field: 'Public address', says: /internet/ },
      { why: 'no name', set: { Name: '' }, field: 'Name', says: /needed/ },
    ],
    serverError: { code: 'VpcLimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  remove: {
    blocked: { name: 'Dongguan depot', because: /2 resources refer/, by: ['depot', 'edge-depot'] },
    free: '旧门店 (unused)',
  },
} as const satisfies FamilyUnderTest;
