import { expect } from '../support/expect.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { messagesOf } from '../support/texts.ts';

export const peering = {
  family: 'peering',
  list: {
    count: 7,
    search: { text: '支付', finds: ['生产-支付', '代收货款'] },
    facet: { label: 'State', id: 'state', option: 'Connected', value: 'Connected', count: 4 },
    hidden: { label: 'Created', id: 'createTime' },
  },
  detail: { name: 'gz-sh 双活', shows: ['production-sh 华东生产', '10.1.0.0/16', 'Shanghai', 'Between regions'], tabs: ['routes'] },
  create: {
    name: 'e2e-new',
    fields: { 'Initiating VPC': 'staging', 'Peer VPC': 'dmz', Name: 'e2e-new' },
    refused: [
      { why: 'no other VPC', set: { 'Peer VPC': '' }, field: 'Peer VPC', says: /needed/ },
      { why: 'a pair that is joined already', set: { 'Initiating VPC': 'production' }, field: 'Peer VPC', says: /prod-dmz/ },
      { why: '61 characters of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'PeeringConnectionLimitExceeded' },
  },
  edit: { name: 'prod-dmz', value: 'e2e-renamed' },
  remove: { free: 'prod-dmz' },
  looks: [
    {
      what: 'matrix',
      part: 'html',
      open: async (page, language) => {
        await page.getByRole('link', { name: messagesOf('peering', language).viewMatrix, exact: true }).click();
        await page.getByRole('button', { name: /^staging – .*yunshang/ }).click();
        await expect(page.getByText(messagesOf('peering', language)['pairBody.overlap'])).toBeVisible();
      },
    },
  ],
} as const satisfies FamilyUnderTest;
