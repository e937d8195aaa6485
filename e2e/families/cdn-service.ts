import { messages as en } from '../../src/i18n/en/cdnService.ts';
import { messages as zh } from '../../src/i18n/zh/cdnService.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';

const words = { en, zh };

export const cdnService = {
  family: 'cdn-service',
  looks: [
    {
      what: 'the page and its complaints',
      path: '/cdn',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByRole('heading', { level: 1, name: words[language].title })).toBeVisible();
        await expect(page.locator('button[type=submit]')).toBeVisible();
      },
    },
  ],
} as const satisfies FamilyUnderTest;
