/** From an error's code to what a person is told. The words are many and seldom needed, so they load when one is. */

import type { Language } from '../../catalogue/languages.ts';
import { loadOnce, withStatus } from '../../catalogue/load-once.ts';
import type { Explanation } from '../../catalogue/text/explain.ts';

const load = loadOnce(async (code: string, language: Language) => {
  const { explain } = await import('../../catalogue/text/explain.ts');
  return explain(code, language);
});

/** For each load the promise that never fails: words that cannot be had must not hide the error they are for. */
const answers = new WeakMap<Promise<Explanation | null>, Promise<Explanation | null>>();

/**
 * What a code means and what to do about it, in the language; null for a code nobody has words for, and where they did not come.
 * The same promise every time, until words that did not come are asked for again.
 */
export function explanationFor(code: string, language: Language): Promise<Explanation | null> {
  const loading = load(code, language);
  const answer = answers.get(loading) ?? withStatus(loading.catch(() => null));
  answers.set(loading, answer);
  return answer;
}
