import type { FamilyUnderTest } from '../support/family.ts';
import { byBlock } from '../support/order.ts';

export const eip = {
  family: 'eip',
  list: {
    count: 15,
    search: { text: '大促', finds: ['大促备用', '大促备用 2'] },
    sort: { label: 'Address', id: 'AddressIp', compare: byBlock },
    facet: { label: 'State', id: 'AddressStatus', option: 'Not bound', value: 'UNBIND', count: 4 },
    hidden: { label: 'In arrears', id: 'IsArrears' },
  },
  detail: { name: 'edge-out-1', shows: ['10.30.0.6', 'Where it leads', 'edge-a'], tabs: ['references'] },
  create: {
    fields: { 'How many': '2' },
    ready: true,
    adds: 2,
    says: 'Allocated 2 elastic IPs',
    refused: [
      { why: 'more than the quota leaves', set: { 'How many': '6' }, field: 'How many', says: /5 more/ },
      { why: 'none', set: { 'How many': '0' }, field: 'How many', says: /1/ },
    ],
    serverError: { code: 'AddressQuotaLimitExceeded.DailyAllocate', field: 'How many' },
  },
  edit: { value: 'e2e-renamed' },
  remove: {
    item: { en: 'Release', zh: '释放' },
    confirm: /^Release/,
    blocked: { name: 'bastion', because: /bound to ins-/ },
    free: '大促备用 2',
    refusal: 'InvalidAddressState',
    says: 'Released 大促备用 2',
  },
} as const satisfies FamilyUnderTest;
