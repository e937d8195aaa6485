import { expect } from '../support/expect.ts';
import type { FamilyUnderTest } from '../support/family.ts';

export const networkAcl = {
  family: 'network-acl',
  list: {
    count: 3,
    search: { text: 'production', finds: ['mysql'] },
    sort: { label: 'Inbound', id: 'ingress', compare: (a, b) => Number(a) - Number(b) },
  },
  detail: {
    name: '支付区',
    shows: ['1024-65535', '生产调用', /whatever no rule has matched/],
    tabs: ['rules', 'subnets', 'properties', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: { VPC: 'staging', Name: 'e2e-new' },
    refused: [
      { why: 'no VPC', set: { VPC: '' }, field: 'VPC', says: /needed/ },
      { why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'InvalidNetworkAclName', field: 'Name' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { blocked: { name: 'mysql', because: /2 subnets are bound/ }, free: 'edge (unused)', refusal: 'NetworkAclID.InUse' },
  looks: [
    {
      what: 'the rules of a direction',
      path: '/network-acls/acl-mir6l2om/do/replaceEntries',
      part: 'main',
      open: (page) => expect(page.locator('tr[data-row]').first()).toContainText('443'),
    },
    {
      what: 'subnets to bind',
      path: '/network-acls/acl-mir6l2om/do/bind',
      open: (page) => expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible(),
    },
  ],
} as const satisfies FamilyUnderTest;
