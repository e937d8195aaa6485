/** From an error's code to what a person is told. The words are many and seldom needed, so they load when one is. */

import type { Language } from '../../catalogue/languages.ts';
import type { Explanation } from '../../catalogue/text/explain.ts';

const asked = new Map<string, Promise<Explanation | null>>();

/** What a code means and what to do about it, in the language; null for a code nobody has words for. The same promise every time. */
export function explanationFor(code: string, language: Language): Promise<Explanation | null> {
  const key = `${language} ${code}`;
  const known = asked.get(key);
  if (known) return known;
  // Words that cannot be had must not hide the error they are for.
  const loading = import('../../catalogue/text/explain.ts').then(({ explain }) => explain(code, language)).catch(() => null);
  asked.set(key, loading);
  return loading;
}
