/** The languages of the console and the hooks that speak them. Texts load by language and by area, when first needed. */
import { createElement, Fragment, type ReactNode } from 'react';
import { create } from 'zustand';
import { usePreferences } from '../stores/preferences.ts';
import type { Area, MessageKey, ParamsFor } from './areas.ts';
import { type Formats, fill, formatsOf } from './format.ts';

export type { Area, MessageKey } from './areas.ts';
export { type Formats, readCloudTime } from './format.ts';

export const languages = { en: 'English', zh: '简体中文' } as const;
export type Language = keyof typeof languages;

/** BCP 47 tags: what `<html lang>` and Intl are given. */
const tags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

type Messages = Readonly<Record<string, string>>;

const loaders = import.meta.glob<{ messages: Messages }>('./{en,zh}/*.ts');
const loaded = new Map<string, Messages>();
const loading = new Map<string, Promise<void>>();

/** The language on the screen: it changes only when its texts are here, so that no half-translated page is shown. */
const useCurrent = create<{ language: Language }>(() => ({ language: 'en' }));

/** The stored choice, else the browser's first language that we have, else English. */
export function preferredLanguage(stored: Language | null, browser: readonly string[]): Language {
  if (stored) return stored;
  const known = browser.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'en' || tag === 'zh');
  return known === 'zh' ? 'zh' : 'en';
}

function load(language: Language, area: string): Promise<void> {
  const path = `./${language}/${area}.ts`;
  const running = loading.get(path);
  if (running) return running;
  const started = (async () => {
    const loader = loaders[path];
    if (!loader) throw new Error(`No texts for "${area}" in ${languages[language]}`);
    loaded.set(path, (await loader()).messages);
  })();
  started.catch(() => loading.delete(path));
  loading.set(path, started);
  return started;
}

/** Brings the texts of an area in the language on the screen. Pages await it beside their own module. */
export const loadMessages = (...areas: Area[]): Promise<unknown> =>
  Promise.all(areas.map((area) => load(useCurrent.getState().language, area)));

/** Switches the language once every area in use has its texts; the choice is kept by the preferences. */
export async function showLanguage(language: Language): Promise<void> {
  const areas = new Set([...loaded.keys()].map((path) => path.replace(/^\.\/\w+\/(.*)\.ts$/, '$1')));
  await Promise.all([...areas].map((area) => load(language, area)));
  document.documentElement.lang = tags[language];
  useCurrent.setState({ language });
}

/** First language and first areas, before anything is drawn. */
export async function startLanguage(...areas: Area[]): Promise<void> {
  const language = preferredLanguage(usePreferences.getState().language, navigator.languages);
  // At once, so that whatever is loaded ahead of the first page comes in this language too.
  useCurrent.setState({ language });
  await Promise.all(areas.map((area) => load(language, area)));
  await showLanguage(language);
}

export interface Translate {
  <K extends MessageKey>(key: K, ...params: ParamsFor<K, string | number>): string;
  /** The same with nodes as values: `t.node('kit.blockedBy', { link: <Link …/> })`. */
  node<K extends MessageKey>(key: K, ...params: ParamsFor<K, ReactNode>): ReactNode;
}

/** An area that is not loaded suspends the component that asks; outside components its key stands in until it is here. */
function textOf(key: string, language: Language, mayWait: boolean): string {
  const dot = key.indexOf('.');
  const area = key.slice(0, dot);
  const messages = loaded.get(`./${language}/${area}.ts`);
  if (messages) return messages[key.slice(dot + 1)] ?? key;
  const coming = load(language, area);
  if (mayWait) throw coming;
  return key;
}

function translator(language: Language, mayWait: boolean): Translate {
  const t = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    fill(textOf(key, language, mayWait), params, tags[language]).join('');
  const node = (key: string, params: Readonly<Record<string, ReactNode>> = {}): ReactNode =>
    fill(textOf(key, language, mayWait), params, tags[language]).map((part, index) =>
      // The parts of one text never change places.
      createElement(Fragment, { key: index }, part),
    );
  return Object.assign(t, { node }) as Translate;
}

const inside: Record<Language, Translate> = { en: translator('en', true), zh: translator('zh', true) };
const outside: Record<Language, Translate> = { en: translator('en', false), zh: translator('zh', false) };

export const useLanguage = (): Language => useCurrent((state) => state.language);

/** `t('shell.signOut')`, `t('kit.rows', { n: 3 })`. Stable for a language, so it may stand in dependency lists. */
export const useT = (): Translate => inside[useLanguage()];

/** Numbers, dates, relative times and lists as the language on the screen writes them. */
export const useFormats = (): Formats => formatsOf(tags[useLanguage()]);

/** The language outside components. */
export const currentLanguage = (): Language => useCurrent.getState().language;

/** The translator outside components (toasts raised by a mutation, document titles). */
export const currentT = (): Translate => outside[useCurrent.getState().language];
