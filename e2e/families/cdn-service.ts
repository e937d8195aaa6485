import type { FamilyUnderTest } from '../support/family.ts';
import { expect } from '../support/test.ts';
import { messagesOf } from '../support/texts.ts';

export const cdnService = {
  family: 'cdn-service',
  looks: [
    {
      what: 'the page and its complaints',
      path: '/cdn',
      part: 'html',
      open: async (page, language) => {
        await expect(page.getByRole('heading', { level: 1, name: messagesOf('family', language)['cdn-service'] })).toBeVisible();
        await expect(page.locator('button[type=submit]')).toBeVisible();
      },
    },
  ],
} as const satisfies FamilyUnderTest;
