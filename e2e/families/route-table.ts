import { expect } from '../support/expect.ts';
import type { FamilyUnderTest } from '../support/family.ts';

export const routeTable = {
  family: 'route-table',
  list: {
    count: 11,
    search: { text: '192.168.0', finds: ['app 应用层'] },
    sort: { label: 'Subnets', id: 'subnets', compare: (a, b) => Number(a) - Number(b) },
    facet: { label: 'Default table', id: 'Main', option: 'No', value: 'false', count: 4 },
  },
  detail: {
    name: 'data 数据层',
    shows: ['10.100.0.0/20', 'Dead', 'is not in this VPC', 'production'],
    tabs: ['subnets', 'properties', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: { VPC: 'staging', Name: 'e2e-new' },
    refused: [
      { why: 'no VPC', set: { VPC: '' }, field: 'VPC', says: /needed/ },
      { why: '61 bytes of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'ResourceNotFound' },
  },
  edit: { name: 'app 应用层', value: 'e2e-renamed' },
  remove: { free: 'pay-restricted' },
  looks: [
    {
      what: 'new routes with complaints, and what changes its way',
      path: '/route-tables/rtb-gytau735/do/createRoutes',
      open: async (page) => {
        const form = page.getByRole('dialog');
        await form.getByRole('group').getByRole('group').getByRole('textbox').first().fill('10.0.8.0/24');
        await form.locator('button[type=submit]').click();
        await expect(form.locator('[aria-invalid=true]').first()).toBeVisible();
        await form.getByRole('group').getByRole('group').getByRole('textbox').first().fill('');
      },
    },
    {
      what: 'routes to be deleted, and what changes its way',
      path: '/route-tables/rtb-gytau735/do/deleteRoutes',
      open: async (page) => {
        const form = page.getByRole('dialog');
        await form.getByRole('checkbox').first().check();
        await expect(form.getByText('192.168.0.0/16')).toHaveCount(2);
        await form.getByRole('checkbox').first().uncheck();
      },
    },
    {
      what: 'a subnet that is to follow another table',
      path: '/route-tables/rtb-gytau735/do/associate',
      open: (page) => expect(page.getByRole('dialog').getByRole('combobox')).toBeVisible(),
    },
  ],
} as const satisfies FamilyUnderTest;
