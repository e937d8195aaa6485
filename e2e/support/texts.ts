/** The console's own texts, so that tests find things as a person reads them, in every language. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Family, families } from '../../catalogue/define.ts';
import { type Language, languageNames, languages } from '../../catalogue/languages.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { fill } from '../../catalogue/text/message.ts';
import type { FamilyText } from '../../catalogue/text/shape.ts';
import type { Texts } from '../../src/i18n/messages.ts';

export type { Language } from '../../catalogue/languages.ts';

/** Bundled programs stand elsewhere than this file: all are run from the repository's root. */
const src = path.join(process.cwd(), 'src');

/** By area, "flowLog": the folder that holds its texts. */
const folders = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'en.json')
    .map((file) => path.join(src, path.dirname(file)))
    .map((folder) => [path.basename(folder).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), folder]),
);

/** The texts of an area of the console; English stands in for what the language lacks. */
export function messagesOf<A extends keyof Texts>(area: A, language: Language = 'en'): Texts[A] {
  const files = ['en', language].map((name) => path.join(folders.get(area) ?? '', `${name}.json`)).filter((file) => existsSync(file));
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
}

/** The catalogue's words for every family: nouns, titles of actions, labels of fields. */
async function familyTexts(language: Language): Promise<Readonly<Record<Family, FamilyText>>> {
  const texts = await Promise.all(families.map(async (family) => [family, await loadText(language, family)] as const));
  return Object.fromEntries(texts) as Record<Family, FamilyText>;
}

const textsOf = async (language: Language) => ({
  locale: languages[language].tag,
  kit: messagesOf('kit', language),
  confirm: messagesOf('confirm', language),
  ui: messagesOf('ui', language),
  shell: messagesOf('shell', language),
  signIn: messagesOf('signIn', language),
  /** What each family's section is called. */
  titles: messagesOf('family', language),
  /** What each page is called that is no family's. */
  pages: messagesOf('page', language),
  ...(await familyTexts(language)),
});

/** By language: the areas that every page shares, and each family's words under its name (`texts.en.vpc.many`). */
export const texts = Object.fromEntries(
  await Promise.all(languageNames.map(async (language) => [language, await textsOf(language)] as const)),
) as Readonly<Record<Language, Awaited<ReturnType<typeof textsOf>>>>;

/** A text with its values put in, as the page would show it. */
export const fillText = (text: string, params: Readonly<Record<string, string | number>> = {}, language: Language = 'en'): string =>
  fill(text, params, texts[language].locale).join('');

/** The first letter large, as headings have it. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
