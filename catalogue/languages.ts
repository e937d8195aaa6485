/** The languages people can read Weft in: one for each folder of catalogue/text that says its name. */
import { languages } from './text/languages.ts';

export { languages };

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages) as readonly Language[];

/** What texts are written in first, and what is shown to whom no other language is known. */
export const defaultLanguage: Language = 'en';

export const isLanguage = (name: unknown): name is Language => typeof name === 'string' && Object.hasOwn(languages, name);

/** The first of these BCP 47 tags whose language there is ("zh-TW" → zh), else the default one. */
export function languageFor(tags: readonly string[]): Language {
  const known = tags.map((tag) => tag.trim().toLowerCase().split('-')[0]).find(isLanguage);
  return known ?? defaultLanguage;
}
