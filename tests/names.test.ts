/** Names: one type, one name in a package, and one value too but where a folder's file is found by it; types are nouns; words that were given up do not come back (decision 0042). */
import { expect, it } from 'vitest';
import { allModules } from './support/modules.ts';

/** `package Name`. An entry that is no longer needed goes, and none is added. */
const known: readonly string[] = [];

/** Values that files export under one name because they are found by it, or say the same of another family or generation. */
const contracts = new Set(
  `actions additions api2017 api2017Codes api3 api3Codes apply attach changes changesRules Contained data detach family faults file handlers kinds
  limitTypes Pages refuseBusy render Review route RulesTab seed services shown started SubnetsTab task today todaysActions told`.split(
    /\s+/,
  ),
);

/** `package name` of values with several meanings, as they were found: an entry that is no longer needed goes, and none is added. */
const knownValues: readonly string[] = [
  'network linesOf',
  'network staysBetween',
  'network readService',
  'simulator readSnapshot',
  'simulator addAcl',
  'src Elsewhere',
  'src instanceOf',
  'src RegionName',
  'src marksOf',
  'src Legend',
  'src useLatest',
  'src Toolbar',
  'src PathStrip',
];

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

it('no exported value has the name of another in its package, but where files are found by it', () => {
  const files = new Map<string, Set<string>>();
  for (const { path, exports } of allModules().filter(({ path }) => !/\.test\.|\/testing\/|^(?:e2e|tests|bench)\//.test(path))) {
    for (const { name, isType } of exports) {
      if (isType || contracts.has(name)) continue;
      const key = `${path.split('/', 1)[0]} ${name}`;
      files.set(key, (files.get(key) ?? new Set()).add(path));
    }
  }
  const twice = [...files].filter(([, paths]) => paths.size > 1);
  expect(twice.filter(([key]) => !knownValues.includes(key)).map(([key, paths]) => `${key}: ${[...paths].join(', ')}`)).toEqual([]);
  expect(knownValues.filter((key) => !twice.some(([other]) => other === key))).toEqual([]);
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
