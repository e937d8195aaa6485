import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from './binding.ts';
import { decodeRow } from './decode.ts';
import { action, choice, type Field, type Fields, integer, listOf, ref, struct, text } from './define.ts';
import { speechOf } from './dialects.ts';
import { familyModules } from './index.ts';
import { asSent, at } from './rows.ts';
import { answerInward, answerOutward, type BoundActions, callInward, callOutward, lackingOf, rowInward, rowOutward } from './translate.ts';

/** Every list of the catalogue that today has another action for. */
const lists = familyModules.flatMap((module) =>
  [module.data, ...Object.values(module.data.variants ?? {})].flatMap(({ operations }) => {
    const [name = ''] = operations.list ?? [];
    const speech = speechOf({ ...module, data: { ...module.data, operations } }, 'today', name);
    return speech.kind === 'bound' ? [{ name, bound: speech }] : [];
  }),
);

const fieldsOf = ({ own: { paging, results } }: BoundActions): Fields => {
  const steps = (paging?.items ?? '').split('.');
  const field = steps.reduce<Field | undefined>((found, step) => (found?.kind === 'struct' ? found.fields[step] : undefined), {
    kind: 'struct',
    fields: results,
  });
  return field?.kind === 'list' && field.of.kind === 'struct' ? field.of.fields : {};
};

/** Any value that the catalogue describes so. */
function anyOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return fc.nat(1_000_000);
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.values);
    case 'list':
      return fc.array(anyOf(field.of), { maxLength: 4 });
    case 'struct':
      return fc.record(Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, anyOf(inner)])));
    default:
      // Numbers of accounts are digits in either generation.
      return field.kind === 'foreign'
        ? fc.nat(1_000_000_000).map(String)
        : fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' });
  }
}

describe.each(lists)('a row of $name', ({ bound }) => {
  const fields = fieldsOf(bound);
  const row = fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyOf(field)])));
  const places = bound.rows.gives ?? {};

  it('is the same row again when it comes back from today’s spelling', () => {
    fc.assert(
      fc.property(row, (told) => {
        const counted = Object.values(places).flatMap((place) => (typeof place === 'object' && 'countOf' in place ? [place.countOf] : []));
        const today = { ...Object.fromEntries(counted.map((list) => [list, []])), ...rowOutward(bound, told) };
        const back = decodeRow(fields, rowInward(bound, today));
        expect(back.problems).toEqual([]);
        for (const [name, value] of Object.entries(told)) {
          const place = places[name];
          if (place !== undefined && typeof place === 'object' && 'countOf' in place) continue;
          // Two of the documents' values may be one today, and two fields be told in one place.
          expect(rowOutward(bound, { [name]: back.row[name] })).toEqual(rowOutward(bound, { [name]: sameOf(told, name, value) }));
        }
      }),
      { numRuns: 60 },
    );
  });

  /** What a field comes back as: where another field is told in its place, that one's value. */
  function sameOf(told: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
    const spelled = JSON.stringify(places[name]);
    const first = Object.keys(places).find((other) => JSON.stringify(places[other]) === spelled);
    return places[name] === undefined || first === undefined ? value : told[first];
  }

  it('keeps what the family does not know, and reads anything without throwing', () => {
    fc.assert(
      fc.property(row, fc.jsonValue(), (told, odd) => {
        const today: Record<string, unknown> = { ...rowOutward(bound, told), SomethingNew: odd };
        expect(rowInward(bound, today)).toMatchObject({ SomethingNew: odd });
        for (const name of Object.keys(today)) rowInward(bound, { ...today, [name]: odd });
        expect(() => answerInward(bound, { [bound.theirs.paging?.items ?? '']: [odd, today, null] })).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

const id = ref('vpc');
const rule = struct({ desc: text(), action: choice([0, 1]) });
const own = action({
  kind: 'list',
  line: 1,
  params: { id, name: text(), vpcId: ref('vpc'), order: text(), offset: integer(), limit: integer() },
  results: {
    totalCount: integer(),
    data: listOf(struct({ id, state: choice([0, 1]), ips: listOf(text()), n: integer(), rules: listOf(rule) })),
  },
  errors: [],
  paging: { items: 'data', total: 'totalCount', offset: 'offset', limit: 'limit', max: 50 },
});
const theirs = action({
  kind: 'list',
  source: 'today',
  params: {
    Ids: listOf(id),
    Filters: { kind: 'filters', keys: { 'thing-name': text(), 'vpc-id': id } },
    Region: text(),
    Offset: integer(),
    Limit: integer(),
  },
  results: {
    TotalCount: integer(),
    ThingSet: listOf(
      struct({
        ThingId: id,
        State: choice(['UP', 'DOWN']),
        IpSet: listOf(struct({ Ip: text() })),
        In: struct({ Entries: listOf(struct({ Description: text(), Action: choice(['ACCEPT', 'DROP']) })) }),
      }),
    ),
  },
  errors: [],
  paging: { items: 'ThingSet', total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 },
});
const binding = bind('vpc:DescribeThings', {
  takes: { id: 'Ids', name: { filter: 'thing-name' }, vpcId: { filter: 'vpc-id' } },
  lacks: ['order'],
  fills: { Region: 'region' },
  gives: {
    id: 'ThingId',
    state: { at: 'State', values: { 0: 'DOWN', 1: 'UP' } },
    ips: { at: 'IpSet', each: 'Ip' },
    n: { countOf: 'IpSet' },
    rules: { at: 'In.Entries', fields: { desc: 'Description', action: { at: 'Action', values: { 0: 'DROP', 1: 'ACCEPT' } } } },
  },
});
const bound: BoundActions = { binding, own, theirs, rows: binding };

describe('a call', () => {
  const params = { id: 'a', name: 'b', vpcId: 'vpc-1', offset: 20, limit: 10 };
  const sent = {
    Region: 'ap-guangzhou',
    Ids: ['a'],
    Filters: [
      { Name: 'thing-name', Values: ['b'] },
      { Name: 'vpc-id', Values: ['vpc-1'] },
    ],
    Offset: 20,
    Limit: 10,
  };

  it('goes out in the words of the action, and comes back in those of the operation', () => {
    expect(callOutward(bound, params, 'ap-guangzhou')).toEqual(sent);
    expect(callInward(bound, sent, 'ap-guangzhou')).toEqual(params);
  });

  it('says what it has no place for', () => {
    expect(lackingOf(bound, params)).toEqual([]);
    expect(lackingOf(bound, { ...params, order: 'x' })).toEqual(['order']);
  });

  it('is none of the operation’s where it asks for something else', () => {
    expect(callInward(bound, sent, 'ap-shanghai')).toBeNull();
    expect(callInward(bound, { ...sent, Tags: [] }, 'ap-guangzhou')).toBeNull();
  });
});

describe('an answer', () => {
  const row = { id: 'a', state: 1, ips: ['1', '2'], n: 2, rules: [{ desc: 'd', action: 0 }] };
  const told = {
    ThingId: 'a',
    State: 'UP',
    IpSet: [{ Ip: '1' }, { Ip: '2' }],
    In: { Entries: [{ Description: 'd', Action: 'DROP' }] },
  };

  it('is read in the family’s words', () => {
    const answer = answerInward(bound, { TotalCount: 7, ThingSet: [told] });
    // How the cloud sent it stays known, for who quotes the row.
    expect(Object.values(answer).flatMap((value) => (Array.isArray(value) ? value.map(asSent) : []))).toEqual([told]);
    expect(answer).toMatchObject({ totalCount: 7, data: [row] });
    expect(answerOutward(bound, { totalCount: 7, data: [row] })).toEqual({ TotalCount: 7, ThingSet: [told] });
  });

  it('carries a value that the documents do not have, and fields of items that nobody knows', () => {
    const entry = { Description: 'd', Action: 'ASK', Priority: 3 };
    const answer = answerInward(bound, { TotalCount: 1, ThingSet: [{ ...told, State: 'ASLEEP', In: { Entries: [entry] } }] });
    expect(at(answer, 'data.0')).toMatchObject({ state: 'ASLEEP', rules: [{ desc: 'd', action: 'ASK', Priority: 3 }] });
    expect(answerOutward(bound, answer)).toMatchObject({ ThingSet: [{ State: 'ASLEEP', In: { Entries: [entry] } }] });
  });

  it('reads null in the place of a list as an empty one, and rows that are none as they came', () => {
    const nothing = answerInward(bound, { TotalCount: 1, ThingSet: [{ ...told, IpSet: null }, null, 'odd'] });
    expect(nothing.data).toMatchObject([{ ips: [], n: 0 }, null, 'odd']);
    expect(answerInward(bound, { TotalCount: 0, ThingSet: null })).toMatchObject({ totalCount: 0, data: [] });
  });

  it('reads lists that stand elsewhere for this sort of row as empty, and not for another sort', () => {
    const acl = lists.find(({ name }) => name === 'vpc2017:DescribeNetworkAcl')?.bound;
    if (!acl) throw new Error('ACLs are listed otherwise today');
    const row = {
      VpcId: 'vpc-00000001',
      NetworkAclId: 'acl-00000001',
      NetworkAclName: 'a',
      CreatedTime: '2026-01-01 00:00:00',
      SubnetSet: [],
    };
    const read = (more: object) => decodeRow(fieldsOf(acl), rowInward(acl, { ...row, ...more }));
    expect(read({ NetworkAclType: 'QUINTUPLE' })).toMatchObject({ row: { networkAclEntrySet: { ingress: [], egress: [] } }, problems: [] });
    expect(read({ NetworkAclType: 'QUINTUPLE', IngressEntries: null }).problems).toEqual([]);
    expect(read({ NetworkAclType: 'TRIPLE' }).problems).toEqual([{ path: 'networkAclEntrySet', issue: 'missing' }]);
  });
});
