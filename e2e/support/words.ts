/** The console's own texts, so that tests find things as a person reads them, in either language. */
import { type Family, families } from '../../catalogue/define.ts';
import { loadText } from '../../catalogue/text/load.ts';
import type { FamilyText } from '../../catalogue/text/shape.ts';
import { messages as kitEn } from '../../src/i18n/en/kit.ts';
import { messages as shellEn } from '../../src/i18n/en/shell.ts';
import { messages as uiEn } from '../../src/i18n/en/ui.ts';
import { fill } from '../../src/i18n/format.ts';
import { messages as kitZh } from '../../src/i18n/zh/kit.ts';
import { messages as shellZh } from '../../src/i18n/zh/shell.ts';
import { messages as uiZh } from '../../src/i18n/zh/ui.ts';

export type Language = 'en' | 'zh';

/** The catalogue's words for every family: nouns, titles of actions, labels of fields. */
async function familyTexts(language: Language): Promise<Readonly<Record<Family, FamilyText>>> {
  const texts = await Promise.all(families.map(async (family) => [family, await loadText(language, family)] as const));
  return Object.fromEntries(texts) as Record<Family, FamilyText>;
}

/** By language: the areas that every page shares, and each family's words under its name (`words.en.vpc.many`). */
export const words = {
  en: { locale: 'en-US', kit: kitEn, ui: uiEn, shell: shellEn, ...(await familyTexts('en')) },
  zh: { locale: 'zh-CN', kit: kitZh, ui: uiZh, shell: shellZh, ...(await familyTexts('zh')) },
} as const;

/** A text with its values put in, as the page would show it. */
export const say = (text: string, params: Readonly<Record<string, string | number>> = {}, language: Language = 'en'): string =>
  fill(text, params, words[language].locale).join('');

/** The first letter large, as headings have it. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
