import { describe, expect, it } from 'vitest';
import { decodeRow } from './decode.ts';
import { choice, cidr, flag, integer, listOf, optional, struct, text } from './define.ts';

const fields = {
  Id: text(),
  Block: cidr(),
  Main: flag(),
  Count: integer(),
  State: choice(['UP', 'DOWN']),
  Kind: choice([0, 1]),
  Items: listOf(struct({ Name: text(), Note: optional(text()) }), { alsoSpelled: ['items_old'] }),
  Extra: optional(integer()),
};
const good = { Id: 'a', Block: '10.0.0.0/8', Main: true, Count: 3, State: 'UP', Kind: 1, Items: [{ Name: 'x' }] };
const problemsOf = (row: unknown) => decodeRow(fields, row).problems;

describe('a row of an answer', () => {
  it('is the same object where nothing is to be said of it', () => {
    expect(decodeRow(fields, good)).toEqual({ row: good, problems: [] });
    expect(decodeRow(fields, good).row).toBe(good);
  });

  it.each(Object.keys(good))('without %s, or with null there, says so and is not made up', (name) => {
    const { [name as 'Id']: _gone, ...without } = good;
    expect(problemsOf(without)).toEqual([{ path: name, issue: 'missing' }]);
    expect(problemsOf({ ...good, [name]: null })).toEqual([{ path: name, issue: 'null' }]);
    expect(problemsOf({ ...good, [name]: { odd: 1 } })).toEqual([{ path: name, issue: 'type' }]);
    expect(decodeRow(fields, without).row).not.toHaveProperty(name);
  });

  it('tells the place within a list', () => {
    expect(problemsOf({ ...good, Items: [{ Name: 'x' }, null, { Note: 7 }] })).toEqual([
      { path: 'Items.1', issue: 'null' },
      { path: 'Items.2.Name', issue: 'missing' },
    ]);
  });

  it('that is no object is one problem', () => {
    for (const row of ['text', 7, [], true]) expect(problemsOf(row)).toEqual([{ path: '', issue: 'type' }]);
    for (const row of [null, undefined]) expect(problemsOf(row)).toEqual([{ path: '', issue: 'null' }]);
  });

  it('keeps values that a closed set does not have, and fields that nobody knows', () => {
    const { row, problems } = decodeRow(fields, { ...good, State: 'HALF_UP', Kind: 9, SomethingNew: [1] });
    expect(problems).toEqual([]);
    expect(row).toMatchObject({ State: 'HALF_UP', Kind: 9, SomethingNew: [1] });
  });

  it('takes null, absent and empty for absent where the documents mark a field optional', () => {
    for (const Extra of [null, undefined]) expect(problemsOf({ ...good, Extra })).toEqual([]);
    expect(decodeRow(fields, { ...good, Extra: '' }).row).not.toHaveProperty('Extra');
  });

  it('takes other spellings of a value and of a name', () => {
    const { Items, ...rest } = good;
    const { row, problems } = decodeRow(fields, { ...rest, items_old: Items, Count: '3', Main: 'TRUE', Kind: '1', Id: 5 });
    expect(problems).toEqual([]);
    expect(row).toEqual({ ...good, Id: '5' });
  });

  it.each(['3x', '', 'null', Number.NaN])('takes %j for no number', (Count) => {
    expect(problemsOf({ ...good, Count })).toEqual([{ path: 'Count', issue: 'type' }]);
  });
});
