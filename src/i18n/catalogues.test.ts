import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Messages = Readonly<Record<string, string>>;

const files = import.meta.glob<{ messages: Messages }>('./{en,zh}/*.ts', { eager: true });
const areas = Object.keys(files)
  .filter((path) => path.startsWith('./en/'))
  .map((path) => path.slice('./en/'.length, -'.ts'.length));

const messagesOf = (language: string, area: string): Messages => {
  const file = files[`./${language}/${area}.ts`];
  if (!file) throw new Error(`${language}/${area}.ts is missing`);
  return file.messages;
};

/** `{n}` and `{n|one …|other …}` alike ask for `n`. */
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return path.endsWith(join('src', 'i18n', 'en')) || path.endsWith(join('src', 'i18n', 'zh')) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe.each(areas)('the texts of %s', (area) => {
  const en = messagesOf('en', area);
  const zh = messagesOf('zh', area);

  it('have the same keys in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('ask for the same values in both languages', () => {
    const asked = (messages: Messages): Record<string, string[]> =>
      Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, placeholders(text)]));
    expect(asked(zh)).toEqual(asked(en));
  });

  it('are not empty, not left in English, and every plural has its "other"', () => {
    for (const text of [...Object.values(en), ...Object.values(zh)]) {
      expect(text.trim()).not.toBe('');
      for (const match of text.matchAll(/\{\w+\|([^}]*)\}/g)) expect(match[1]).toMatch(/(^|\|)other /);
    }
    // Words that have no Chinese form of their own may stay; whole sentences may not.
    const left = Object.entries(zh).filter(([key, text]) => text === en[key] && /[a-z]+ [a-z]+ [a-z]+/.test(text));
    expect(left).toEqual([]);
  });

  it('are all used', () => {
    const code = sources(join(process.cwd(), 'src')).join('\n');
    const dynamic = [...code.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '');
    const unused = Object.keys(en)
      .map((key) => `${area}.${key}`)
      .filter((key) => !code.includes(`'${key}'`) && !dynamic.some((prefix) => key.startsWith(prefix) && prefix.includes('.')));
    expect(unused).toEqual([]);
  });
});

it('finds the areas', () => {
  expect(areas).toEqual(expect.arrayContaining(['kit', 'overview', 'shell', 'ui']));
});
