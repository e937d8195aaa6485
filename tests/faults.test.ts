/** docs/faults.md and docs/security.md against the tests they name. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './support/files.ts';

const counts = { A: 8, B: 4, C: 11, D: 10, E: 14, F: 12, G: 9, H: 11, I: 20 };

/** Rows `| A1 | kind | held by |`. A test is named as `` `file` "title" ``; several stand beside each other. */
const rows = [...read('docs/faults.md').matchAll(/^\| ([A-I]\d+) \| (.+?) \| (.*) \|$/gm)].map(([, id = '', , held = '']) => ({
  id,
  held,
  tests: [...held.matchAll(/`([^`]+)` "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title })),
}));

describe('docs/faults.md', () => {
  it('has a row for each kind', () => {
    const wanted = Object.entries(counts).flatMap(([letter, n]) => Array.from({ length: n }, (_, at) => `${letter}${at + 1}`));
    expect(rows.map(({ id }) => id)).toEqual(wanted);
  });

  it('names a test, or says why there is none', () => {
    const silent = rows.filter(({ tests, held }) => tests.length === 0 && !/^not done: \S.{20,}/.test(held) && held !== 'open');
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('names tests that exist', () => {
    const missing = rows.flatMap(({ id, tests }) =>
      tests.flatMap(({ file, title }) => {
        const found = existsSync(join(root, file)) && read(file).includes(title);
        return found ? [] : [`${id}: ${file} "${title}"`];
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe('docs/security.md', () => {
  /** `` `file` "title", "title" ``, from the root or from server/. */
  const named = [...read('docs/security.md').matchAll(/`([\w./-]+\.test\.tsx?)`((?: "[^"]+",?)+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title })),
  );

  it('names tests that exist', () => {
    expect(named.length).toBeGreaterThan(60);
    const missing = named.flatMap(({ file, title }) => {
      const path = [file, `server/${file}`].find((one) => existsSync(join(root, one)));
      return path !== undefined && read(path).includes(title) ? [] : [`${file} "${title}"`];
    });
    expect(missing).toEqual([]);
  });
});
