import { expect } from '../support/expect.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { messagesOf } from '../support/texts.ts';

export const ccn = {
  family: 'ccn',
  list: {
    count: 2,
    search: { text: '灾备演练', finds: ['灾备演练'] },
    facet: { label: 'Billing', id: 'InstanceChargeType', option: 'Prepaid', value: 'PREPAID', count: 1 },
    hidden: { label: 'Quality', id: 'QosLevel' },
  },
  detail: {
    name: 'office-backbone',
    shows: ['办公与训练集群互通', 'Working', 'By use'],
    tabs: ['attachments', 'routes', 'tables', 'bandwidth', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', Billing: 'By use' },
    refused: [
      { why: 'no name', set: { Name: '' }, field: 'Name', says: /needed/ },
      { why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
      { why: 'prepaid with limits for whole regions', set: { Billing: 'Prepaid' }, field: 'Limits are for', says: /pairs/ },
    ],
    serverError: { code: 'LimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { free: '灾备演练', refusal: 'UnsupportedOperation.ExistCcnCustomRouteTablesNotSupportDeleteCcn' },
  looks: [
    {
      what: 'routes in conflict',
      part: 'html',
      open: async (page) => {
        await page.getByRole('link', { name: 'office-backbone' }).click();
        await page.getByRole('main').locator('a[href*="/routes?"]').click();
        await expect(page.getByText('10.8.0.0/16').first()).toBeVisible();
      },
    },
    {
      what: 'a network to attach',
      open: async (page, language) => {
        await page.getByRole('link', { name: messagesOf('ccn', language).attachElsewhere }).click();
        await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeVisible();
      },
    },
  ],
} as const satisfies FamilyUnderTest;
