import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';
import { messagesOf } from '../support/texts.ts';

export const account = {
  family: 'account',
  looks: [
    {
      what: 'quotas',
      path: '/quotas',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByRole('heading', { level: 1, name: messagesOf('family', language).account })).toBeVisible();
        // All lists are counted.
        await expect(page.getByRole('table', { name: messagesOf('account', language).each }).getByRole('meter')).toHaveCount(18);
      },
    },
  ],
} as const satisfies FamilyUnderTest;
