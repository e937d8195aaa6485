/** From an error code of the cloud to words for a person. */
import { errorFacts, knownCodeFor } from '../errors.ts';
import type { Language } from '../languages.ts';
import { loadErrors } from './load.ts';
import type { ErrorText, ErrorTexts } from './shape.ts';

export interface Explanation extends ErrorText {
  /** The listed code the words are for: the given one, or the nearest more general one. */
  readonly code: string;
  /** Whether the same call, sent again later and unchanged, may succeed. */
  readonly retry: boolean;
}

/** What a code means; for an unlisted one ("InvalidParameterValue.Foo") the nearest listed; null when there is none. */
export function explanationOf(texts: ErrorTexts, code: string): Explanation | null {
  const known = knownCodeFor(code);
  const text = known === null ? undefined : texts[known];
  return known === null || !text ? null : { ...text, code: known, retry: errorFacts(known)?.retry ?? false };
}

/** The words for these codes, those of the families that they belong to among them. */
export function loadErrorsFor(codes: readonly string[], language: Language): Promise<ErrorTexts> {
  const families = codes.flatMap((code) => errorFacts(knownCodeFor(code) ?? '')?.family ?? []);
  return loadErrors(language, ...[...new Set(families)].sort());
}

/** The same as `explanationOf`, with the words of the language loaded first. */
export const explain = async (code: string, language: Language): Promise<Explanation | null> =>
  explanationOf(await loadErrorsFor([code], language), code);
