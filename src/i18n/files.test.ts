/** The files of texts: each a message in every entry, complete in English and Chinese, and used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLanguage, languageNames, languages } from '../../catalogue/languages.ts';
import { type Argument, type Message, parseMessage } from '../../catalogue/text/parse.ts';
import { incomplete } from './messages.ts';
import { areaOfText, languageOf, type Messages } from './texts.ts';

const files = Object.entries(import.meta.glob<Messages>('../**/*.json', { eager: true, import: 'default' }));
const english = new Map(files.filter(([path]) => languageOf(path) === 'en').map(([path, messages]) => [areaOfText(path), messages]));

const argumentsOf = (message: Message): Argument[] =>
  message.flatMap((part) =>
    typeof part === 'string' ? [] : [part, ...('forms' in part ? [...part.forms.values()].flatMap((form) => argumentsOf(form)) : [])],
  );

/** What a text asks for: the names, and of a select also what it distinguishes. */
const asks = (text: string | undefined): string[] => {
  const found = argumentsOf(parseMessage(text ?? '')).map((argument) =>
    argument.type === 'select' ? `${argument.name}: ${[...argument.forms.keys()].sort().join(' | ')}` : argument.name,
  );
  return [...new Set(found)].sort();
};

/**
 * The plural forms by which a message goes wrong in a language: categories that its numbers never fall into (by CLDR, as Intl
 * has it), and those that it has and the message does not. A single exact number does not stand for a category.
 */
function wrongForms(message: Message, tag: string): string[] {
  const categories: readonly string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  return argumentsOf(message).flatMap((argument) => {
    if (argument.type !== 'plural') return [];
    const own = [...argument.forms.keys()].filter((form) => !form.startsWith('='));
    return [
      ...own.filter((form) => !categories.includes(form)).map((form) => `{${argument.name}} has "${form}", which ${tag} has not`),
      ...categories.filter((form) => !own.includes(form)).map((form) => `{${argument.name}} lacks "${form}", which ${tag} has`),
    ];
  });
}

/** What a message puts in as numbers. */
const countsOf = (message: Message): Set<string> =>
  new Set(argumentsOf(message).flatMap(({ type, name }) => (type === 'number' || type === 'plural' ? [name] : [])));

/** `file "key": what is wrong`, for every text of which something is. */
const faults = (fault: (text: string, key: string, path: string) => string | false): string[] =>
  files.flatMap(([path, messages]) =>
    Object.entries(messages).flatMap(([key, text]) => {
      const wrong = fault(text, key, path);
      return wrong ? [`${path} "${key}": ${wrong}`] : [];
    }),
  );

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && entry.name !== 'messages.ts'
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

describe('the files of texts', () => {
  it('are found, and are of languages that there are', () => {
    expect([...english.keys()]).toEqual(expect.arrayContaining(['flowLog', 'kit', 'overview', 'rules', 'shell', 'ui']));
    expect(files.map(([path]) => path).filter((path) => !isLanguage(languageOf(path)))).toEqual([]);
  });

  it('hold messages and nothing else', () => {
    const fault = (text: unknown): string | false => {
      if (typeof text !== 'string' || text.trim() === '') return 'is no text';
      try {
        parseMessage(text);
      } catch (error) {
        return String(error);
      }
      return false;
    };
    expect(faults(fault)).toEqual([]);
  });

  it('are complete in English and Chinese', () => {
    expect(incomplete).not.toHaveProperty('en');
    expect(incomplete).not.toHaveProperty('zh');
  });

  // A further language may lack texts: English ones stand in, where the registry knows of it.
  it.each(languageNames)('are complete in %s, but for the areas that are known to be under way', (language) => {
    const lacking = [...english].flatMap(([area, messages]) => {
      if (incomplete[language]?.includes(area)) return [];
      const own = files.find(([path]) => areaOfText(path) === area && languageOf(path) === language)?.[1] ?? {};
      return Object.keys(messages).flatMap((key) => (Object.hasOwn(own, key) ? [] : [`${area}/${language}.json lacks "${key}"`]));
    });
    expect(lacking).toEqual([]);
  });

  it('have no text that English lacks, and ask for the same values', () => {
    const fault = (text: string, key: string, path: string): string | false => {
      const original = english.get(areaOfText(path))?.[key];
      if (original === undefined) return 'has no English text';
      const [own, wanted] = [asks(text), asks(original)];
      return `${own}` !== `${wanted}` && `asks for "${own}", the English text for "${wanted}"`;
    };
    expect(faults(fault)).toEqual([]);
  });

  it('have the plural forms of their language, all and no others', () => {
    const fault = (text: string, _: string, path: string): string | false => {
      const language = languageOf(path);
      return isLanguage(language) && wrongForms(parseMessage(text), languages[language].tag).join('; ');
    };
    expect(faults(fault)).toEqual([]);
  });

  it.each([
    ['en', '{n, plural, one {# row} other {# rows}}', []],
    ['en', '{n, plural, =0 {none} other {# rows}}', ['{n} lacks "one", which en has']],
    ['zh-CN', '{n, plural, other {# 行}}', []],
    ['zh-CN', '{n, plural, one {# 行} other {# 行}}', ['{n} has "one", which zh-CN has not']],
    ['pl', '{n, plural, one {# wiersz} other {# wiersza}}', ['{n} lacks "few", which pl has', '{n} lacks "many", which pl has']],
    ['pl', '{a, select, up {{n, plural, one {#} few {#} many {#} two {#} other {#}}} other {}}', ['{n} has "two", which pl has not']],
  ])('have no wrong plural forms, as in %s %s', (tag, text, wrong) => {
    expect(wrongForms(parseMessage(text), tag).sort()).toEqual(wrong);
  });

  // The compiler holds what is put in against the English text only: a value that is a text there has no plural elsewhere.
  it('count nothing that the English text does not count', () => {
    const fault = (text: string, key: string, path: string): string | false => {
      const counted = countsOf(parseMessage(english.get(areaOfText(path))?.[key] ?? ''));
      const more = [...countsOf(parseMessage(text))].filter((name) => !counted.has(name));
      return more.length > 0 && `counts {${more.join('}, {')}}, which the English text has as a text: write {n, number} there if it is one`;
    };
    expect(faults(fault)).toEqual([]);
  });

  it('are not left in English', () => {
    // Words that have no form of their own in another language may stay; whole sentences may not.
    const fault = (text: string, key: string, path: string): string | false =>
      languageOf(path) !== 'en' &&
      text === english.get(areaOfText(path))?.[key] &&
      /[a-z]+ [a-z]+ [a-z]+/.test(text) &&
      'is the English text';
    expect(faults(fault)).toEqual([]);
  });

  it('are all used', () => {
    const code = sources(join(process.cwd(), 'src')).join('\n');
    const literals = new Set([...code.matchAll(/'([\w.-]+)'/g)].map((match) => match[1]));
    const dynamic = [...code.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '');
    // The shell says the titles of pages, which a generated list gives it.
    const isUsed = (key: string, path: string): boolean =>
      literals.has(key) || dynamic.some((prefix) => key.startsWith(prefix)) || (path.includes('/pages/') && key.endsWith('.title'));
    expect(faults((_, key, path) => !isUsed(`${areaOfText(path)}.${key}`, path) && 'is used nowhere')).toEqual([]);
  });
});
