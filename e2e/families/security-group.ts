import type { FamilyUnderTest } from '../support/family.ts';
import { messagesOf } from '../support/texts.ts';

export const securityGroup = {
  family: 'security-group',
  list: {
    count: 8,
    search: { text: 'tier', finds: ['web'] },
    hidden: { label: 'Default group', id: 'IsDefault' },
  },
  detail: { name: '数据层', shows: ['databases, caches, queues', '办公网不得直连', '10.0.0.0/16'], tabs: ['rules', 'uses', 'references'] },
  create: {
    name: 'e2e-new',
    fields: { Name: 'e2e-new', Description: 'made by a test' },
    refused: [
      { why: 'no name', set: { Name: '' }, field: 'Name', says: /needed/ },
      { why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
      { why: 'no description', set: { Description: '' }, field: 'Description', says: /needed/ },
      { why: '101 characters of description', set: { Description: 'n'.repeat(101) }, field: 'Description', says: /100/ },
    ],
    serverError: { code: 'LimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  looks: [
    {
      what: 'the review of changed rules',
      open: async (page, language) => {
        await page.getByRole('main').getByRole('link', { name: 'bastion', exact: true }).first().click();
        await page
          .getByRole('main')
          .getByRole('button', { name: messagesOf('securityGroup', language).editRules, exact: true })
          .click();
        await page.locator('tr[data-row] [data-col=remote]').nth(1).click();
        await page.keyboard.type('203.0.113.99');
        await page.keyboard.press('Enter');
        await page.getByRole('main').locator('button.bg-accent').click();
        await page.getByRole('dialog').locator('[data-effect]').first().waitFor();
      },
    },
    {
      what: 'the rule editor',
      part: 'html',
      open: async (page, language) => {
        await page.getByRole('main').getByRole('link', { name: 'staging', exact: true }).first().click();
        await page
          .getByRole('main')
          .getByRole('button', { name: messagesOf('securityGroup', language).editRules, exact: true })
          .click();
        await page.locator('[data-consequence=shadowed]').waitFor();
        await page.locator('tr[data-row] [data-col=remote]').first().click();
      },
    },
  ],
  remove: { blocked: { name: 'payment', because: /In use/ }, free: 'test-delete-me' },
} as const satisfies FamilyUnderTest;
