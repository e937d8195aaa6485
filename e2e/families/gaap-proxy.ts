import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';
import { messagesOf } from '../support/texts.ts';

export const gaapProxy = {
  family: 'gaap-proxy',
  looks: [
    {
      what: 'the page and its complaints',
      path: '/gaap',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByRole('heading', { level: 1, name: messagesOf('family', language)['gaap-proxy'] })).toBeVisible();
        await page.locator('button[type=submit]').click();
        await expect(page.locator('main [aria-invalid=true]')).toHaveCount(1);
      },
    },
  ],
} as const satisfies FamilyUnderTest;
