import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  action,
  actionTable,
  address,
  choice,
  cidr,
  decimal,
  family,
  filters,
  flag,
  foreign,
  type InputOf,
  integer,
  isRead,
  listOf,
  type OutputOf,
  open,
  optional,
  type Row,
  ref,
  required,
  secret,
  struct,
  text,
  time,
} from './define.ts';
import { list3 } from './families/shared.ts';
import type { ActionName, ParamsOf, ResultOf } from './index.ts';

const sample = action({
  kind: 'create',
  line: 1,
  params: {
    Name: required(text({ max: 60 })),
    Block: cidr({ minPrefix: 16 }),
    Gateway: address(),
    Count: integer({ min: 1 }),
    Rate: decimal(),
    On: flag(),
    Mode: required(choice(['A', 'B'])),
    Level: choice([0, 1, 2]),
    Vpc: ref('vpc'),
    Zone: foreign('zone'),
    Since: time(),
    Key: secret(),
    Extra: open(),
    Tags: listOf(text()),
    Rules: listOf(struct({ Port: required(text()), Note: text() })),
    Filters: filters({ 'vpc-id': ref('vpc'), zone: foreign('zone') }),
  },
  results: {
    Id: ref('vpc'),
    Size: optional(integer()),
    Rows: listOf(struct({ On: flag(), Note: optional(text()) })),
    State: choice(['UP', 'DOWN']),
  },
  errors: ['LimitExceeded'],
});

type SampleInput = InputOf<(typeof sample)['params']>;
type SampleOutput = OutputOf<(typeof sample)['results']>;

describe('types inferred from the data', () => {
  it('makes parameters optional unless they are required', () => {
    expectTypeOf<SampleInput>().toEqualTypeOf<{
      Name: string;
      Mode: 'A' | 'B';
      Block?: string;
      Gateway?: string;
      Count?: number;
      Rate?: number;
      On?: boolean;
      Level?: 0 | 1 | 2;
      Vpc?: string;
      Zone?: string;
      Since?: string;
      Key?: string;
      Extra?: unknown;
      Tags?: string[];
      Rules?: { Port: string; Note?: string }[];
      Filters?: { Name: 'vpc-id' | 'zone'; Values: string[] }[];
    }>();
  });

  it('makes results present unless they are optional', () => {
    expectTypeOf<SampleOutput>().toEqualTypeOf<{
      Id: string;
      State: 'UP' | 'DOWN';
      Rows: { On: boolean; Note?: string | null }[];
      Size?: number | null;
    }>();
    const shape = struct({ Id: ref('vpc'), Tags: listOf(text()) });
    expectTypeOf<Row<typeof shape>>().toEqualTypeOf<{ Id: string; Tags: string[] }>();
  });

  it('refuses what the data does not allow', () => {
    const good: SampleInput = { Name: 'a', Mode: 'A' };
    expect(Object.keys(good)).toHaveLength(2);
    // @ts-expect-error a required parameter is missing
    const noMode: SampleInput = { Name: 'a' };
    // @ts-expect-error not one of the choices
    const badMode: SampleInput = { Name: 'a', Mode: 'C' };
    // @ts-expect-error not a parameter
    const unknown: SampleInput = { Name: 'a', Mode: 'A', Colour: 'red' };
    // @ts-expect-error not a filter key
    const badFilter: SampleInput = { Name: 'a', Mode: 'A', Filters: [{ Name: 'colour', Values: ['red'] }] };
    // @ts-expect-error a text for a number
    const badCount: SampleInput = { Name: 'a', Mode: 'A', Count: '1' };
    expect([noMode, badMode, unknown, badFilter, badCount]).toHaveLength(5);
  });

  it('refuses data that says what a field of that kind cannot say', () => {
    // @ts-expect-error there is no such family
    const family = ref('vpcs');
    // @ts-expect-error nothing foreign is called so
    const thing = foreign('planet');
    // @ts-expect-error no such format
    const format = text({ format: 'poem' });
    // @ts-expect-error a CIDR's prefix is a number
    const block = cidr({ minPrefix: '16' });
    expect([family.kind, thing.kind, format.kind, block.kind]).toEqual(['ref', 'foreign', 'text', 'cidr']);
  });

  it('carries through to the actions of the catalogue', () => {
    expectTypeOf<ParamsOf<'vpc:CreateSubnet'>>().toEqualTypeOf<{ VpcId: string; SubnetName: string; CidrBlock: string; Zone: string }>();
    expectTypeOf<ResultOf<'vpc:DescribeVpcs'>['VpcSet'][number]['IsDefault']>().toEqualTypeOf<boolean>();
    expectTypeOf<ParamsOf<'vpc2017:CreateSubnet'>['subnetSet']>().toEqualTypeOf<
      { subnetName: string; cidrBlock: string; zoneId: string }[]
    >();
    expectTypeOf<'vpc:NoSuchAction'>().not.toExtend<ActionName>();
  });
});

describe('constructors', () => {
  it('return plain data', () => {
    expect(required(cidr({ minPrefix: 16, line: 7 }))).toEqual({ kind: 'cidr', minPrefix: 16, line: 7, required: true });
    expect(optional(listOf(choice([0, 1]), { max: 3 }))).toEqual({
      kind: 'list',
      of: { kind: 'choice', values: [0, 1] },
      max: 3,
      optional: true,
    });
    expect(filters({ zone: foreign('zone') })).toEqual({ kind: 'filters', keys: { zone: { kind: 'foreign', of: 'zone' } } });
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });

  it('take no name that they do not know, beside right ones', () => {
    const write = { line: 1, params: {}, errors: [] } as const;
    const made = [
      // @ts-expect-error `dnager`
      action({ ...write, kind: 'do', results: {}, dnager: 'costs' }),
      // @ts-expect-error `dnager`
      action.update({ ...write, dnager: 'costs' }),
      // @ts-expect-error `lookup`
      action.delete({ ...write, lookup: { by: 'Name' } }),
      // @ts-expect-error `maximum`
      text({ maximum: 60 }),
      // @ts-expect-error `minimum`
      listOf(text(), { minimum: 1 }),
      // @ts-expect-error `nulable`
      choice(['A'], { nulable: true }),
      // @ts-expect-error `staets`
      family({}, { family: 'vpc', segment: 'vpcs', idPrefixes: ['vpc'], id: 'VpcId', operations: {}, staets: {} }),
    ];
    expect(made).toHaveLength(7);
  });

  it('refuse a wrong word at its place, and keep their literal types', () => {
    const shape = struct({ VpcId: ref('vpc'), State: choice(['UP']) });
    const list = list3({ line: 1, filters: filters({ 'vpc-id': ref('vpc') }), rows: { Rows: shape }, errors: [] });
    const write = { line: 1, params: { VpcId: ref('vpc') }, errors: [] } as const;
    const facts = { family: 'vpc', segment: 'vpcs', idPrefixes: [], operations: { list: ['vpc:List'] } } as const;
    const actions = actionTable({
      'vpc:List': list,
      'vpc:Right': action.update({ ...write, lookUp: { by: 'vpc:List', where: { 'vpc-id': 'VpcId' }, expect: 'exists' } }),
      // @ts-expect-error `vpc-ids` is no filter of the list
      'vpc:Wrong': action.update({ ...write, lookUp: { by: 'vpc:List', where: { 'vpc-ids': 'VpcId' }, expect: 'exists' } }),
      // @ts-expect-error `Stat` is no field of its rows
      'vpc:Worse': action.update({ ...write, lookUp: { by: 'vpc:List', where: {}, compare: { Stat: 'VpcId' }, expect: 'same' } }),
    });
    const wrong = [
      // @ts-expect-error `VpcIdd` is no parameter of the write
      action.update({ ...write, lookUp: { by: 'vpc:List', where: { 'vpc-id': 'VpcIdd' }, expect: 'exists' } }),
      // @ts-expect-error no table has the code
      action.update({ ...write, errors: ['ResourceNotFond'] }),
      // @ts-expect-error `VpcIdd` is no field of a row
      family(actions, { ...facts, id: 'VpcIdd' }),
      // @ts-expect-error nor is `VpcNam`
      family(actions, { ...facts, id: 'VpcId', name: 'VpcNam' }),
      // @ts-expect-error nor is `Stat`
      family(actions, { ...facts, id: 'VpcId', states: { Stat: { UP: 'good' } } }),
      // @ts-expect-error nor is `Stat`
      family(actions, { ...facts, id: 'VpcId', pending: { field: 'Stat', values: ['UP'] } }),
    ];
    expect(wrong).toHaveLength(6);
    // @ts-expect-error no family is called "vcp"
    const misspelt = family(actions, { ...facts, id: 'VpcId', within: ['vcp'] });
    expectTypeOf(misspelt.family).toEqualTypeOf<'vpc'>();
    expectTypeOf(misspelt.operations).toEqualTypeOf<{ readonly list: readonly ['vpc:List'] }>();
  });

  it('tell reads from writes', () => {
    const kinds = ['list', 'get', 'create', 'update', 'delete', 'do'] as const;
    expect(kinds.filter((kind) => isRead({ kind, line: 1, params: {}, results: {}, errors: [] }))).toEqual(['list', 'get']);
  });
});
