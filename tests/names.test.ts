/** One type, one name: no package exports two types of the same name from two files. */
import { expect, it } from 'vitest';
import { allModules } from './support/modules.ts';

/** `package Name`. An entry that is no longer needed goes, and none is added. */
const known: readonly string[] = [];

it('no exported type name is declared in two files of one package', () => {
  const files = new Map<string, Set<string>>();
  for (const { path, exports, text } of allModules()) {
    const classes = new Set([...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name));
    for (const { name, isType } of exports) {
      if (!isType && !classes.has(name)) continue;
      const key = `${path.split('/', 1)[0]} ${name}`;
      files.set(key, (files.get(key) ?? new Set()).add(path));
    }
  }
  const twice = [...files].filter(([, paths]) => paths.size > 1);
  const fresh = twice.filter(([key]) => !known.includes(key));
  expect(fresh.map(([key, paths]) => `${key}: ${[...paths].join(', ')}`)).toEqual([]);
  expect(known.filter((key) => !twice.some(([other]) => other === key))).toEqual([]);
});
