import { describe, expect, test } from 'vitest';
import { choice, cidr, flag, integer, listOf, struct, text } from '../../catalogue/define.ts';
import type { FormValues } from './form.ts';
import { changedFacts, decideClashes, mergeValues } from './three-way.ts';

const fields = {
  Name: text(),
  Size: integer(),
  On: flag(),
  Blocks: listOf(cidr()),
  Options: struct({ Mode: choice(['a', 'b', 'c']), Names: listOf(text()) }),
  Rows: listOf(struct({ Near: cidr(), Far: listOf(cidr()) })),
};
const base: FormValues = {
  Name: 'n',
  Size: '5',
  On: false,
  Blocks: ['10.0.0.0/8', '10.1.0.0/16'],
  Options: { Mode: 'a', Names: ['x'] },
  Rows: [{ Near: '10.0.0.0/8', Far: ['192.168.0.0/16'] }],
};
/** Other values of each field, as a person may enter them and as a cloud may answer them. */
const others: readonly FormValues[] = [
  {},
  { Name: 'm' },
  { Name: '', Size: 6 },
  { On: true, Blocks: ['10.0.0.0/8'] },
  { Blocks: ['10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16'] },
  { Blocks: ['10.1.0.0/16', '10.0.0.0/8'] },
  { Options: { Mode: 'b', Names: ['x'] } },
  { Options: { Mode: 'c', Names: ['x', 'y'] }, Rows: [] },
  { Rows: [{ Near: '10.0.0.0/8', Far: ['192.168.0.0/16', '172.16.0.0/12'] }] },
];
const sides = others.map((other): FormValues => ({ ...base, ...other }));

describe('laws', () => {
  test.each(sides)('nothing of theirs: mine stands (%#)', (mine) => {
    expect(mergeValues(fields, base, mine, base)).toEqual({ values: mine, clashes: [], followed: [] });
  });
  test.each(sides)('nothing of mine: theirs stands (%#)', (theirs) => {
    const merged = mergeValues(fields, base, base, theirs);
    expect(merged.values).toEqual(theirs);
    expect(merged.clashes).toEqual([]);
  });
  test.each(sides)('the same change on both sides is no clash (%#)', (same) => {
    expect(mergeValues(fields, base, same, same)).toEqual({ values: same, clashes: [], followed: [] });
  });
  test('of any two changes each field is mine, theirs, or told with both', () => {
    for (const mine of sides) {
      for (const theirs of sides) {
        const { values, clashes } = mergeValues(fields, base, mine, theirs);
        const told = new Set(clashes.map(({ path }) => path.split('.')[0]));
        for (const name of Object.keys(fields)) {
          if (told.has(name)) continue;
          const [was, own, other, now] = [base, mine, theirs, values].map((of) => JSON.stringify(of[name]));
          if (own !== was && name !== 'Options') expect([own, now]).toEqual([now, own]);
          if (other !== was && own === was) expect(now).toBe(other);
        }
      }
    }
  });
});

test('a number that the cloud writes as a number is what was typed as a text', () => {
  expect(mergeValues(fields, base, { ...base, Size: '5' }, { ...base, Size: 5 }).followed).toEqual([]);
});

test('of a structure each part stands by itself', () => {
  const mine = { ...base, Options: { Mode: 'b', Names: ['x'] } };
  const theirs = { ...base, Options: { Mode: 'a', Names: ['x', 'y'] } };
  const merged = mergeValues(fields, base, mine, theirs);
  expect(merged.values.Options).toEqual({ Mode: 'b', Names: ['x', 'y'] });
  expect([merged.clashes, merged.followed]).toEqual([[], ['Options.Names']]);
});

describe('both changes of a list together', () => {
  const clash = (mine: readonly string[], theirs: readonly string[]) =>
    mergeValues(fields, { ...base, Blocks: ['a', 'b'] }, { ...base, Blocks: mine }, { ...base, Blocks: theirs }).clashes[0];

  test('what either added is there, what either took away is not', () => {
    expect(clash(['a', 'b', 'c'], ['b', 'd'])?.both).toEqual(['b', 'd', 'c']);
    expect(clash(['a'], ['a', 'b', 'd'])?.both).toEqual(['a', 'd']);
  });
  test('is not offered where one of them changed the order, which may mean something', () => {
    expect(clash(['b', 'a'], ['a', 'b', 'c'])).not.toHaveProperty('both');
    expect(clash(['a', 'b', 'c'], ['b', 'a'])).not.toHaveProperty('both');
  });
  test('is not offered for rows of several parts', () => {
    const merged = mergeValues(fields, base, { ...base, Rows: [] }, { ...base, Rows: [{ Near: '10.0.0.0/8', Far: [] }] });
    expect(merged.clashes[0]).not.toHaveProperty('both');
  });
});

test('a decision is put into its place, and what is not decided stays as entered', () => {
  const mine = { ...base, Name: 'mine', Options: { Mode: 'b', Names: ['mine'] } };
  const theirs = { ...base, Name: 'theirs', Options: { Mode: 'c', Names: ['theirs'] } };
  const { values, clashes } = mergeValues(fields, base, mine, theirs);
  expect(clashes.map(({ path }) => path)).toEqual(['Name', 'Options.Mode', 'Options.Names']);
  const now = decideClashes(values, clashes, { Name: 'theirs', 'Options.Names': 'both' });
  expect(now).toMatchObject({ Name: 'theirs', Options: { Mode: 'b', Names: ['theirs', 'mine'] } });
});

test('facts: what was told otherwise, came or went', () => {
  expect(changedFacts({ a: 1, b: [1], c: 'x' }, { a: 1, b: [2], d: null })).toEqual([
    { path: 'b', base: [1], theirs: [2] },
    { path: 'c', base: 'x', theirs: null },
  ]);
});
