import { messages as en } from '../../src/i18n/en/account.ts';
import { messages as zh } from '../../src/i18n/zh/account.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';

const words = { en, zh };

export const account = {
  family: 'account',
  looks: [
    {
      what: 'quotas',
      path: '/quotas',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByRole('heading', { level: 1, name: words[language].title })).toBeVisible();
        // All lists are counted.
        await expect(page.getByRole('table', { name: words[language].each }).getByRole('meter')).toHaveCount(18);
      },
    },
  ],
} as const satisfies FamilyUnderTest;
