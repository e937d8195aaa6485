/** Names: one type, one name in a package; types are nouns; words that were given up do not come back (decision 0042). */
import { expect, it } from 'vitest';
import { allModules } from './support/modules.ts';

/** `package Name`. An entry that is no longer needed goes, and none is added. */
const known: readonly string[] = [];

/** Adjectives, participles, adverbs and verbs that types were called: they say how a thing is, and not what it is. */
const noNouns = new Set(
  `Above Active Answered Around Aside Asked Authenticate Carried Carries Changed ChangesNothing Countable Differ Documented Doubted
  Drawn Effective Far FarEnd Find Flat Flatten Found Given Here Inside Joining Kept Known Laid Leave Led Listed Look Made Merged Modify
  Moving Named Native Needed NotKnown Once Opened Own Pageless Placed Placing Plain Prepaid Recorded Refuse Running Say Shadowed Shown
  Sliced Spoil Standing Stateful Stored Streamed Suffering Through Timed Together Told Unique Unknown Unreadable Unresolved Versioned
  Virtual Waiting Wanted Where Whole WithoutReturn Written Wrong`.split(/\s+/),
);

/** Words within exported names that another word took the place of. */
const replaced: Readonly<Record<string, string>> = {
  far: 'remote (of a rule or a tunnel), peer (of a peering)',
  carrier: 'upstream client',
  held: 'disabledReason',
  stranger: 'third-party client',
};

const wordsIn = (name: string): string[] => name.split(/(?=[A-Z])|_|\d/).map((word) => word.toLowerCase());

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

it('a type is a noun: none, exported or not, has a name that was given up', () => {
  const found = allModules().flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:export )?(?:abstract )?(?:type|interface|class) (\w+)/gm)].flatMap(([, name = '']) =>
      noNouns.has(name) ? [`${path}: ${name}`] : [],
    ),
  );
  expect(found).toEqual([]);
});

it('no exported name has a word in it that another took the place of', () => {
  const found = allModules().flatMap(({ path, exports }) =>
    exports.flatMap(({ name }) =>
      wordsIn(name).flatMap((word) => (Object.hasOwn(replaced, word) ? [`${path}: ${name} (${word} is ${replaced[word]})`] : [])),
    ),
  );
  expect(found).toEqual([]);
});
