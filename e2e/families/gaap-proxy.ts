import { messages as en } from '../../src/i18n/en/gaapProxy.ts';
import { messages as zh } from '../../src/i18n/zh/gaapProxy.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';

const words = { en, zh };

export const gaapProxy = {
  family: 'gaap-proxy',
  looks: [
    {
      what: 'the page and its complaints',
      path: '/gaap',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByRole('heading', { level: 1, name: words[language].title })).toBeVisible();
        await page.locator('button[type=submit]').click();
        await expect(page.locator('main [aria-invalid=true]')).toHaveCount(1);
      },
    },
  ],
} as const satisfies FamilyUnderTest;
