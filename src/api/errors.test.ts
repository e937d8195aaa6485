import { expect, it, vi } from 'vitest';
import { forgetFailures } from '../../catalogue/load-once.ts';
import { explanationFor } from './errors.ts';

const { words } = vi.hoisted(() => ({ words: { lost: false } }));
vi.mock(import('../../catalogue/text/explain.ts'), async (original) => {
  const { explain, ...others } = await original();
  return {
    ...others,
    explain: (code, language) => {
      if (words.lost) throw new Error('the file did not come');
      return explain(code, language);
    },
  };
});

it('words that did not come are null for now, and asked for again', async () => {
  words.lost = true;
  const lost = explanationFor('ResourceNotFound', 'en');
  expect(explanationFor('ResourceNotFound', 'en')).toBe(lost);
  expect(await lost).toBeNull();
  words.lost = false;
  forgetFailures();
  const found = explanationFor('ResourceNotFound', 'en');
  expect((await found)?.means).toBeTruthy();
  expect(explanationFor('ResourceNotFound', 'en')).toBe(found);
});
