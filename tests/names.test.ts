/** Names: one type, one name in a package, and one value too but where a folder's file is found by it; types are nouns; words that were given up do not come back (decision 0042). */
import { expect, it } from 'vitest';
import { allModules } from './support/modules.ts';

/** Values that files export under one name because they are found by it, or say the same of another family or generation. */
const contracts = new Set(
  `actions additions api2017 api2017Codes api3 api3Codes apply attach changes changesRules Contained data detach family faults file handlers kinds
  limitTypes Pages refuseBusy render Review route RulesTab seed services SubnetsTab task taskResult today todaysActions`.split(/\s+/),
);

/** Adjectives, participles, adverbs and verbs that types were called: they say how a thing is, and not what it is. */
const noNouns = new Set(
  `Above Active Adding Answered Around Aside Asked Attached Authenticate Before Bound Carried Carries Caught Changed ChangesNothing
  Checked Chosen Compare Complete Countable Counted Differ Documented Doubted Drawn Effective Elsewhere Everyone Far FarEnd Find Flat
  Flatten Forgotten Found Given Handled Here In Inside Joining Kept Known Lacking Laid Leading Leave Led Lie Listed Look Made Merged
  Modify Moving Named Native Needed NotKnown Numberless Once Only Opened Out Own Pageless Placed Placing Plain Prepaid Published Read
  Recorded Refuse Refused Registered Remarked Running Say Seen Sent Shadowed Shown Simple Sliced Spoil Spoken Standing Stateful Stored
  Streamed Suffering Switched Tested Through Timed Titled Together Told Traced Unhandled Unique Unknown Unreadable Unresolved Untitled
  Untold Versioned Virtual Waiting Wanted Where Whole WithoutReturn Written Wrong`.split(/\s+/),
);

/** Words within exported names that another word took the place of. */
const replaced: Readonly<Record<string, string>> = {
  far: 'remote (of a rule or a tunnel), peer (of a peering)',
  carrier: 'upstream client',
  attention: 'finding',
  held: 'disabledReason',
  site: 'scope (account and region)',
  sites: 'scopes',
  stranger: 'third-party client',
};

/** Participles whose ending does not tell them. */
const irregular = new Set(
  `begun bound built chosen done drawn found given gone held kept known laid left lost made met redone said seen sent shown spoken told
  unbound undone unknown written`.split(/\s+/),
);
/** Words that end as participles do: nouns, pronouns, and the word that marks a parameter in the catalogue. */
const noParticiples = new Set(['everything', 'nothing', 'peering', 'required', 'seed']);

const isParticiple = (name: string): boolean =>
  /^[a-z]+$/.test(name) && !noParticiples.has(name) && (/(?:ed|ing)$/.test(name) || irregular.has(name));

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
  expect([...files].filter(([, paths]) => paths.size > 1).map(([key, paths]) => `${key}: ${[...paths].join(', ')}`)).toEqual([]);
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
  expect([...files].filter(([, paths]) => paths.size > 1).map(([key, paths]) => `${key}: ${[...paths].join(', ')}`)).toEqual([]);
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

it('an exported value is a noun, a verb or a predicate: none is a participle that leaves open of what', () => {
  const found = allModules().flatMap(({ path, exports }) =>
    exports.flatMap(({ name, isType }) => (!isType && isParticiple(name) ? [`${path}: ${name}`] : [])),
  );
  expect(found).toEqual([]);
});
