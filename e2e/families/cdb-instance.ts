import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';
import { messagesOf } from '../support/texts.ts';

export const cdbInstance = {
  family: 'cdb-instance',
  looks: [
    {
      what: 'the page and its complaints',
      path: '/cdb',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByRole('heading', { level: 1, name: messagesOf('family', language)['cdb-instance'] })).toBeVisible();
        for (const button of await page.locator('button[type=submit]').all()) await button.click();
        await expect(page.locator('main [aria-invalid=true]')).toHaveCount(2);
      },
    },
  ],
} as const satisfies FamilyUnderTest;
