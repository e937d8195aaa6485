import { expect } from '../support/expect.ts';
import type { FamilyUnderTest } from '../support/family.ts';

export const natGateway = {
  family: 'nat-gateway',
  list: {
    count: 3,
    search: { text: 'staging', finds: ['测试出口'] },
    facet: { label: 'State', id: 'state', option: 'Running', value: '0', count: 1 },
    hidden: { label: 'Created', id: 'createTime' },
  },
  detail: { name: 'prod_out', shows: ['Medium (3 million)', 'prod_out-1', 'Running'], tabs: ['routes', 'references'] },
  create: {
    name: 'e2e-new',
    fields: {
      Name: 'e2e-new',
      VPC: 'staging',
      'Connections at a time': (field) => field.getByRole('radio', { name: 'Small' }).check(),
      'New elastic IPs': '1',
    },
    refused: [
      { why: 'no VPC', set: { VPC: '' }, field: 'VPC', says: /needed/ },
      { why: '26 characters of name', set: { Name: 'n'.repeat(26) }, field: 'Name', says: /25/ },
      { why: 'a name with blanks', set: { Name: 'a b' }, field: 'Name', says: /./ },
    ],
    serverError: { code: 'NatGatewayLimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { free: '测试出口' },
  looks: [
    {
      what: 'a larger size and its price',
      path: '/nat-gateways/nat-2t80vnd0/do/resize',
      open: (page) => expect(page.getByRole('dialog').getByText(/500/).first()).toBeVisible(),
    },
    {
      what: 'elastic IPs to bind',
      path: '/nat-gateways/nat-2t80vnd0/do/bindAddresses',
      open: (page) => expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible(),
    },
    {
      what: 'elastic IPs to unbind',
      path: '/nat-gateways/nat-2t80vnd0/do/unbindAddresses',
      open: (page) => expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible(),
    },
  ],
} as const satisfies FamilyUnderTest;
