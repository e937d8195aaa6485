/** The languages of the console and the hooks that speak them. Texts load by language and by area, when first needed. */
import { createElement, Fragment, type ReactNode } from 'react';
import { create } from 'zustand';
import { defaultLanguage, type Language, languageFor, languageNames, languages } from '../../catalogue/languages.ts';
import { failureOf } from '../../catalogue/load-once.ts';
import { fill } from '../../catalogue/text/message.ts';
import { usePreferences } from '../stores/preferences.ts';
import { type Formats, formatsOf } from './format.ts';
import { incomplete, type Texts, type Values } from './messages.ts';
import { createTexts, type Messages } from './texts.ts';

export { type Language, languages } from '../../catalogue/languages.ts';
export { type Formats, readCloudTime } from './format.ts';

/** A folder with texts, by its name in camel case: `flowLog`. */
export type Area = keyof Texts;

/** `area.key`, e.g. `shell.signOut`. */
export type MessageKey = { [A in Area]: `${A}.${keyof Texts[A] & string}` }[Area];

type Intersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer A) => void ? A : never;

/** What the text of a key needs: nothing, or its values. Several keys need the values of each of them. */
type ValuesOf<K, V> = [MessageKey] extends [K]
  ? // Any key at all: also what the compiler takes a misspelt one for, so that it complains of the key and of nothing else.
    [values?: Readonly<Record<string, V>>]
  : [K & keyof Values<V>] extends [never]
    ? []
    : [values: Intersection<Values<V>[K & keyof Values<V>]>];

const texts = createTexts(import.meta.glob<Messages>('../**/*.json', { import: 'default' }), incomplete);

/** The language on the screen: it changes only when its texts are here, so that no half-translated page is shown. */
const useCurrent = create<{ language: Language }>(() => ({ language: defaultLanguage }));

/** The stored choice, else the browser's first language that we have, else English. */
export function preferredLanguage(stored: Language | null, browser: readonly string[]): Language {
  return stored ?? languageFor(browser);
}

/** Brings the texts of an area in the language on the screen. Pages await it beside their own module. */
export const loadMessages = (...areas: Area[]): Promise<unknown> =>
  Promise.all(areas.map((area) => texts.load(useCurrent.getState().language, area)));

/** A part of the pages together with texts of other areas: asked for at once, so that no form that is open waits for words. */
export async function withTexts<T>(part: Promise<T>, ...areas: Area[]): Promise<T> {
  const [module] = await Promise.all([part, loadMessages(...areas)]);
  return module;
}

/** Switches the language once every area in use has its texts; the choice is kept by the preferences. */
export async function showLanguage(language: Language): Promise<void> {
  await Promise.all([...texts.areas()].map((area) => texts.load(language, area)));
  document.documentElement.lang = languages[language].tag;
  useCurrent.setState({ language });
}

/** First language and first areas, before anything is drawn. */
export async function startLanguage(...areas: Area[]): Promise<void> {
  const language = preferredLanguage(usePreferences.getState().language, navigator.languages);
  // At once, so that whatever is loaded ahead of the first page comes in this language too.
  useCurrent.setState({ language });
  await Promise.all(areas.map((area) => texts.load(language, area)));
  await showLanguage(language);
}

export interface Translate {
  <K extends MessageKey>(key: K, ...values: ValuesOf<K, string | number>): string;
  /** The same with nodes as values: `t.node('kit.blockedBy', { link: <Link …/> })`. */
  node<K extends MessageKey>(key: K, ...values: ValuesOf<K, ReactNode>): ReactNode;
  /** The same with a message of the catalogue: `t.fill(text.counted, { n: 3 })`. */
  fill(message: string, values: Readonly<Record<string, string | number>>): string;
}

/**
 * Suspends the component that asks, by a thrown promise. Handlers ask too, so `use` could be called only while an area is missing;
 * but React counts the calls of a render that it takes up again, and would hand the texts to the next `use` of the component.
 */
function suspendFor(coming: Promise<unknown>): never {
  const failure = failureOf(coming);
  throw failure ? failure.reason : coming;
}

/** An area that is not loaded suspends the component that asks; outside components its key stands in until it is here. */
function textOf(key: string, language: Language, isComponent: boolean): string {
  const dot = key.indexOf('.');
  const area = key.slice(0, dot);
  const messages = texts.peek(language, area);
  if (!messages) {
    const coming = texts.load(language, area);
    if (isComponent) suspendFor(coming);
  }
  return messages?.[key.slice(dot + 1)] ?? key;
}

function translator(language: Language, isComponent: boolean): Translate {
  const { tag } = languages[language];
  const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(textOf(key, language, isComponent), values, tag).join('');
  const node = (key: string, values: Readonly<Record<string, ReactNode>> = {}): ReactNode =>
    fill(textOf(key, language, isComponent), values, tag).map((part, index) =>
      // The parts of one text never change places.
      createElement(Fragment, { key: index }, part),
    );
  const filled = (message: string, values: Readonly<Record<string, string | number>>): string => fill(message, values, tag).join('');
  return Object.assign(t, { node, fill: filled }) as Translate;
}

const translators = (isComponent: boolean) =>
  Object.fromEntries(languageNames.map((language) => [language, translator(language, isComponent)])) as Record<Language, Translate>;

const inside = translators(true);
const outside = translators(false);

export const useLanguage = (): Language => useCurrent((state) => state.language);

/** `t('shell.signOut')`, `t('kit.rows', { n: 3 })`. Stable for a language, so it may stand in dependency lists. */
export const useT = (): Translate => inside[useLanguage()];

/** Numbers, dates, relative times and lists as the language on the screen writes them. */
export const useFormats = (): Formats => formatsOf(languages[useLanguage()].tag);

/** The language outside components. */
export const currentLanguage = (): Language => useCurrent.getState().language;

/** The translator outside components (toasts raised by a mutation, document titles). */
export const currentT = (): Translate => outside[useCurrent.getState().language];
