import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';
import { texts } from '../support/texts.ts';

/** Only the demo world's second company still has a classic network: what is done with links stands in the journey. */
export const classicLink = {
  family: 'classic-link',
  looks: [
    {
      what: 'an account without a classic network',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByText(texts[language]['classic-link'].what)).toBeVisible();
      },
    },
    {
      what: 'the form with problems',
      path: '/classic-links/new',
      open: async (page) => {
        await page.getByRole('dialog').locator('button[type=submit]').click();
        await expect(page.getByRole('dialog').locator('[aria-invalid=true]')).toHaveCount(2);
      },
    },
  ],
} as const satisfies FamilyUnderTest;
