/** The console's own texts, so that tests find things as a person reads them, in either language. */
import { text as subnetEn } from '../../catalogue/text/en/subnet.ts';
import { text as vpcEn } from '../../catalogue/text/en/vpc.ts';
import { text as subnetZh } from '../../catalogue/text/zh/subnet.ts';
import { text as vpcZh } from '../../catalogue/text/zh/vpc.ts';
import { messages as kitEn } from '../../src/i18n/en/kit.ts';
import { messages as shellEn } from '../../src/i18n/en/shell.ts';
import { messages as uiEn } from '../../src/i18n/en/ui.ts';
import { fill } from '../../src/i18n/format.ts';
import { messages as kitZh } from '../../src/i18n/zh/kit.ts';
import { messages as shellZh } from '../../src/i18n/zh/shell.ts';
import { messages as uiZh } from '../../src/i18n/zh/ui.ts';

export const words = {
  en: { locale: 'en-US', kit: kitEn, ui: uiEn, shell: shellEn, vpc: vpcEn, subnet: subnetEn },
  zh: { locale: 'zh-CN', kit: kitZh, ui: uiZh, shell: shellZh, vpc: vpcZh, subnet: subnetZh },
} as const;

export type Language = keyof typeof words;

/** A text with its values put in, as the page would show it. */
export const say = (text: string, params: Readonly<Record<string, string | number>> = {}, language: Language = 'en'): string =>
  fill(text, params, words[language].locale).join('');

/** The first letter large, as headings have it. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
