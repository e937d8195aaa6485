import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  action,
  choice,
  decimal,
  type Field,
  filters,
  flag,
  foreign,
  integer,
  listOf,
  open,
  ref,
  required,
  struct,
  text,
} from './define.ts';
import { actions } from './index.ts';
import { encode, flatten, respell, spelledIn, unflatten } from './wire.ts';

const bare = { kind: 'do', line: 1, results: {}, errors: [] } as const;

describe('flatten', () => {
  it('numbers items from 0, or from 1', () => {
    const params = {
      VpcIds: ['vpc-1', 'vpc-2'],
      Filters: [{ Name: 'zone', Values: ['a'] }],
      Limit: 20,
      Force: false,
      Empty: undefined,
      None: null,
    };
    expect(flatten(params)).toEqual({
      'VpcIds.0': 'vpc-1',
      'VpcIds.1': 'vpc-2',
      'Filters.0.Name': 'zone',
      'Filters.0.Values.0': 'a',
      Limit: '20',
      Force: 'false',
    });
    expect(flatten({ Names: ['a', 'b'] }, 1)).toEqual({ 'Names.1': 'a', 'Names.2': 'b' });
  });
});

/** A field, with values that such a field can carry in flat pairs: texts all the way down, no empty lists or structs. */
interface Sample {
  readonly field: Field;
  readonly value: fc.Arbitrary<unknown>;
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
const { sample } = fc.letrec<{ sample: Sample; list: Sample; struct: Sample; leaf: Sample }>((tie) => ({
  leaf: fc.constant({ field: text(), value: fc.string({ minLength: 1 }) }),
  list: tie('sample').map(({ field, value }) => ({ field: listOf(field), value: fc.array(value, { minLength: 1, maxLength: 12 }) })),
  struct: fc.dictionary(name, tie('sample'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }).map((fields) => ({
    field: struct(Object.fromEntries(Object.entries(fields).map(([key, { field }]) => [key, field]))),
    value: fc.record(Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value])), { noNullPrototype: true }),
  })),
  sample: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('list'), tie('struct')),
}));

describe('unflatten', () => {
  it('is the inverse of flatten, for any shape', () => {
    const shaped = fc
      .dictionary(name, sample, { minKeys: 1, maxKeys: 5, noNullPrototype: true })
      .chain((fields) =>
        fc.tuple(
          fc.constant(Object.fromEntries(Object.entries(fields).map(([key, { field }]) => [key, field]))),
          fc.record(Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value])), { noNullPrototype: true }),
          fc.constantFrom(0 as const, 1 as const),
        ),
      );
    fc.assert(
      fc.property(shaped, ([fields, values, first]) => {
        expect(unflatten(fields, Object.entries(flatten(values, first)))).toEqual(values);
      }),
    );
  });

  it('restores filters', () => {
    const { params } = actions['vpc:DescribeVpcs'];
    const values = { Filters: [{ Name: 'vpc-name', Values: ['a', 'b'] }], Limit: '20' };
    expect(unflatten(params, Object.entries(flatten(values)))).toEqual(values);
  });

  it('sorts items by number and closes gaps', () => {
    const fields = { L: listOf(text()) };
    const pairs: [string, string][] = [
      ['L.10', 'c'],
      ['L.2', 'b'],
      ['L.1', 'a'],
    ];
    expect(unflatten(fields, pairs)).toEqual({ L: ['a', 'b', 'c'] });
  });

  it('keeps what the action does not know under its own spelling', () => {
    const fields = { L: listOf(struct({ A: text() })), T: text() };
    expect(unflatten(fields, [['Colour.0.X', 'red']])).toEqual({ 'Colour.0.X': 'red' });
    expect(unflatten(fields, [['L.0.B', '1']])).toEqual({ L: [{ B: '1' }] });
    expect(unflatten(fields, [['L', 'x']])).toEqual({ L: 'x' });
    expect(unflatten(fields, [['L.x', '1']])).toEqual({ L: { x: '1' } });
    expect(unflatten(fields, [['T.0', 'x']])).toEqual({ T: { 0: 'x' } });
  });

  it('takes one value or a list of them where both are documented', () => {
    const fields = { one: ref('subnet', { orList: true }), set: struct({ A: text() }, { orList: true, orText: true }) };
    expect(unflatten(fields, [['one', 'a']])).toEqual({ one: 'a' });
    expect(
      unflatten(fields, [
        ['one.0', 'a'],
        ['one.1', 'b'],
      ]),
    ).toEqual({ one: ['a', 'b'] });
    expect(unflatten(fields, [['set', 'a']])).toEqual({ set: 'a' });
    expect(unflatten(fields, [['set.A', 'a']])).toEqual({ set: { A: 'a' } });
    expect(
      unflatten(fields, [
        ['set.0.A', 'a'],
        ['set.1', 'b'],
      ]),
    ).toEqual({ set: [{ A: 'a' }, 'b'] });
  });

  it('cannot be made to touch a prototype', () => {
    const fields = { L: listOf(open()), S: struct({}) };
    const hostile: [string, string][] = [
      ['__proto__.polluted', 'yes'],
      ['L.__proto__.polluted', 'yes'],
      ['S.constructor.prototype.polluted', 'yes'],
    ];
    unflatten(fields, hostile);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('accepts the other spellings that the documents use', () => {
    const { params } = actions['vpc2017:DescribeSubnetEx'];
    expect(
      unflatten(params, [
        ['vpclid', 'vpc-1'],
        ['zonelids.0', '100002'],
      ]),
    ).toEqual({ vpcId: 'vpc-1', zoneIds: ['100002'] });
  });
});

describe('respell', () => {
  const fields = { vpcId: text({ alsoSpelled: ['vpclId'] }), set: listOf(struct({ zoneId: text({ alsoSpelled: ['zoned'] }) })) };

  it('renames at every depth', () => {
    expect(respell(fields, { vpclId: 'a', set: [{ zoned: '1' }] })).toEqual({ vpcId: 'a', set: [{ zoneId: '1' }] });
  });

  it('leaves a second spelling of what is there already, for the validator to refuse', () => {
    expect(respell(fields, { vpclId: 'a', vpcId: 'b' })).toEqual({ vpclId: 'a', vpcId: 'b' });
  });
});

describe('encode', () => {
  const typed = action({
    ...bare,
    params: {
      Limit: integer({ wire: 'String' }),
      Offset: integer(),
      Rate: decimal(),
      Force: flag(),
      Multicast: flag({ wire: 'String' }),
      Version: required(text()),
      Project: foreign('project', { wire: 'Integer' }),
      Level: choice([0, 1]),
      Ids: listOf(ref('vpc')),
      Rules: listOf(struct({ Index: integer(), On: flag() })),
      Filters: filters({ a: text() }),
      Extra: open(),
    },
  });

  it('gives every value the type of the documents’ table', () => {
    const typedByHand = { Limit: 20, Offset: '5', Rate: '1.5', Force: 'true', Multicast: true, Version: '0', Project: '7', Level: '1' };
    const nested = { Ids: ['vpc-1'], Rules: [{ Index: '3', On: 'false' }], Filters: [{ Name: 'a', Values: ['1'] }], Extra: { any: [1] } };
    expect(encode(typed, { ...typedByHand, ...nested })).toEqual({
      Limit: '20',
      Offset: 5,
      Rate: 1.5,
      Force: true,
      Multicast: 'true',
      Version: '0',
      Project: 7,
      Level: 1,
      Ids: ['vpc-1'],
      Rules: [{ Index: 3, On: false }],
      Filters: [{ Name: 'a', Values: ['1'] }],
      Extra: { any: [1] },
    });
  });

  it('leaves out what is empty, but neither zero nor false', () => {
    expect(encode(typed, { Offset: 0, Force: false, Version: '', Limit: undefined, Rate: null })).toEqual({ Offset: 0, Force: false });
  });

  it('writes choices in their own capitals, keeps what may be empty, and goes into lists of one', () => {
    const odd = action({
      ...bare,
      params: {
        Action: choice(['ACCEPT', 'DROP'], { anyCase: true }),
        Note: required(text({ orEmpty: true })),
        Ids: ref('subnet', { orList: true }),
        Flags: flag({ orList: true }),
        Set: struct({ On: flag() }, { orText: true }),
      },
    });
    expect(encode(odd, { Action: 'accept', Note: '', Ids: ['subnet-1'], Flags: ['true', false], Set: 'x' })).toEqual({
      Action: 'ACCEPT',
      Note: '',
      Ids: ['subnet-1'],
      Flags: [true, false],
      Set: 'x',
    });
  });

  it('passes unknown names through', () => {
    expect(encode(typed, { constructor: 'x', Colour: 1 })).toEqual({ constructor: 'x', Colour: 1 });
  });
});

describe('names of today', () => {
  it('stand in the place of the documents’, at any depth, for accounts of today alone', () => {
    const renamed = action({
      kind: 'do',
      line: 1,
      params: {
        Name: text({ alsoSpelled: ['GroupName'], todays: 'GroupName' }),
        Ids: listOf(text()),
        Sets: listOf(struct({ Old: integer({ todays: 'New' }), Same: text() })),
      },
      results: {},
      errors: [],
      changes: [],
    });
    const call = { Name: 'a', Ids: ['b'], Sets: [{ Old: 1, Same: 'c' }], Unknown: { Name: 'd' } };
    expect(spelledIn('today', renamed, call)).toEqual({
      GroupName: 'a',
      Ids: ['b'],
      Sets: [{ New: 1, Same: 'c' }],
      Unknown: { Name: 'd' },
    });
    expect(spelledIn('documents', renamed, call)).toBe(call);
  });
});
