import { describe, expect, it } from 'vitest';
import {
  action,
  address,
  choice,
  cidr,
  decimal,
  type Field,
  filters,
  flag,
  foreign,
  integer,
  listOf,
  ref,
  required,
  secret,
  struct,
  text,
  time,
} from './define.ts';
import { actions } from './index.ts';
import { type Issue, issues, validate, validateField } from './validate.ts';

const bare = { kind: 'do', line: 1, results: {}, errors: [] } as const;
const issuesOf = (field: Field, value: unknown): Issue[] => validateField(field, value, 'X').map(({ issue }) => issue);

/** Every issue but the three that need a whole action: a field, a value that has it, a value that has not. */
const cases: [Issue, Field, bad: unknown, good: unknown][] = [
  ['missing', required(text()), '', 'a'],
  ['unknown', struct({ A: text() }), { B: 'b' }, { A: 'a' }],
  ['type', text(), { a: 7 }, 7],
  ['type', text(), ['a'], 'a'],
  ['type', integer(), '1.5', '1'],
  ['type', integer(), true, -3],
  ['type', integer(), '0x10', '16'],
  ['type', integer(), [5], 5],
  ['type', integer(), Number.NaN, 0],
  ['type', integer(), ' 5', '5'],
  ['type', decimal(), '1e3', '1.25'],
  ['type', decimal(), Number.POSITIVE_INFINITY, -1.5],
  ['type', flag(), 1, true],
  ['type', flag(), 'yes', 'True'],
  ['type', flag(), '1', 'FALSE'],
  ['type', struct({}), ['a'], {}],
  ['missing', required(struct({ A: text(), B: listOf(text()) })), { A: '', B: [] }, { B: ['b'] }],
  ['missing', required(listOf(text())), [], ['a']],
  ['missing', required(listOf(text(), { orEmpty: true })), null, []],
  ['type', listOf(text()), 'a', ['a']],
  ['type', filters({ a: text() }), { Name: 'a' }, []],
  ['type', filters({ a: text() }), ['a'], []],
  ['type', secret(), ['12345678'], 12345678],
  ['too-short', secret({ min: 8 }), '1234567', '12345678'],
  ['too-long', text({ max: 3 }), 'abcd', '🙂🙂🙂'],
  ['too-long', text({ max: 3, unit: 'byte' }), '网络', '网'],
  ['too-long', foreign('zone'), 'z'.repeat(129), 'z'.repeat(128)],
  ['too-few', listOf(text(), { min: 2 }), ['a'], ['a', 'b']],
  ['too-many', listOf(text(), { max: 1 }), ['a', 'b'], ['a']],
  ['too-many', filters({ a: text() }, { max: 1 }), Array(2).fill({ Name: 'a', Values: ['1'] }), [{ Name: 'a', Values: ['1'] }]],
  ['too-many', filters({ a: text() }, { maxValues: 1 }), [{ Name: 'a', Values: ['1', '2'] }], [{ Name: 'a', Values: ['1'] }]],
  ['too-small', integer({ min: 0 }), -1, 0],
  ['too-large', integer({ max: 100 }), '101', '100'],
  ['not-a-choice', choice(['asc', 'desc']), 'ASC', 'asc'],
  ['not-a-choice', choice([0, 1]), 2, '1'],
  ['not-a-choice', choice(['asc']), ['asc'], 'asc'],
  ['not-a-choice', choice(['true']), [true], true],
  ['not-cidr', cidr(), '10.0.0.0', '10.0.0.0/8'],
  ['host-bits', cidr(), '10.0.0.1/8', '10.0.0.0/8'],
  ['prefix-range', cidr({ minPrefix: 16, maxPrefix: 28 }), '10.0.0.0/15', '10.0.0.0/16'],
  ['prefix-range', cidr({ minPrefix: 16, maxPrefix: 28 }), '10.0.0.0/29', '10.0.0.0/28'],
  ['not-private', cidr({ private: true }), '11.0.0.0/16', '10.8.0.0/16'],
  ['not-address', address(), '10.0.0.256', '10.0.0.255'],
  ['not-an-id', ref('vpc'), 'subnet-1a2b3c4d', 'vpc-1a2b3c4d'],
  ['not-an-id', ref('vpc'), 95, 'vpc-1a2b3c4d'],
  ['not-an-id', ref('parameter-template', { prefix: 'ipm' }), 'ipmg-1a2b3c4d', 'ipm-1a2b3c4d'],
  ['not-cidr', cidr({ orAddress: true }), '10.0.0.256', '10.0.0.255'],
  ['not-cidr', cidr(), '10.0.0.1', '10.0.0.1/32'],
  ['not-cidr', cidr({ hostBits: true }), '10.0.0.1/33', '10.0.0.1/24'],
  ['prefix-range', cidr({ hostBits: true, maxPrefix: 28 }), '10.0.0.1/29', '10.0.0.1/28'],
  ['not-a-choice', choice(['ACCEPT', 'DROP'], { anyCase: true }), 'reject', 'accept'],
  ['type', struct({ A: text() }, { orText: true }), 7, 'a'],
  ['type', struct({ A: text() }), 'a', { A: 'a' }],
  ['not-an-id', ref('subnet', { orList: true }), ['vpc-1'], ['subnet-1', 'subnet-2']],
  ['type', ref('subnet'), ['subnet-1'], 'subnet-1'],
  ['missing', required(ref('subnet', { orList: true })), [], 'subnet-1'],
  ['missing', required(text({ orEmpty: true })), undefined, ''],
  ['not-a-word-name', text({ format: 'word-name' }), 'a b', '生产_A-1'],
  ['not-a-service', text({ format: 'service' }), 'tcp', 'tcp:80'],
  ['not-a-port', text({ format: 'port' }), '80-', '80'],
  ['not-ipv6', text({ format: 'ipv6-block' }), '10.0.0.0/8', '2001:db8::/64'],
  ['not-address-or-range', text({ format: 'address-or-range' }), '10.0.0.9-10.0.0.1', '10.0.0.1-10.0.0.9'],
  ['not-text', text(), 'a\ud800', 'a\ud83d\ude00'],
  ['not-text', secret(), '\udc00', 'x'],
  ['not-a-time', time(), 'yesterday', '2018-04-25 10:26:26'],
  ['unknown-filter', filters({ 'vpc-id': ref('vpc') }), [{ Name: 'vpc', Values: ['1'] }], [{ Name: 'vpc-id', Values: ['vpc-1'] }]],
];

describe('validateField', () => {
  it.each(cases)('%s: %j refuses %j', (issue, field, bad, good) => {
    expect(issuesOf(field, bad)).toEqual([issue]);
    expect(issuesOf(field, good)).toEqual([]);
  });

  it('has a case for every issue', () => {
    const alone = new Set<Issue>([...cases.map(([issue]) => issue), 'exclusive', 'one-of']);
    expect(issues.filter((issue) => !alone.has(issue))).toEqual([]);
  });

  it.each([
    [
      'port',
      ['80', '0', '65535', '80,443', '8000-8010', 'all', 'ALL'],
      ['', '65536', '80 ', '80,', ',80', '10-1', '1-2-3', '1-2,5', 'http', '-1'],
    ],
    [
      'service',
      ['tcp:80', 'TCP:80,443', 'udp:3000-3010', 'icmp', 'gre', 'tcp: 8080', 'tcp:all'],
      ['udp', 'icmp:8:0', 'sctp:80', 'tcp:', 'tcp:x', ':80'],
    ],
    [
      'address-or-range',
      ['10.0.0.6', '10.0.0.0/16', '10.0.0.2/16', '10.0.0.1-10.0.0.20', '10.0.0.1-10.0.0.1'],
      ['10.0.0', '10.0.0.0/33', '10.0.0.1-', '-10.0.0.1', '10.0.0.1-10.0.0.2-10.0.0.3', '010.0.0.1'],
    ],
    [
      'ip-or-range',
      ['10.0.0.6', '10.0.0.1-10.0.0.20', '2001:db8::5', '2001:db8::/32', '2001:db8::5/32', '2001:db8::1-2001:db8::9'],
      ['2001:db8::/129', '2001:db8::9-2001:db8::1', '10.0.0.1-2001:db8::1', '2001:db8::/32-2001:db9::', '1::-2::-3::', ':'],
    ],
    ['word-name', ['abc', '生产环境', 'a_b-c', '1'], ['a b', 'a.b', 'é', '🙂', 'a/b']],
  ] as const)('knows the format %s', (format, good, bad) => {
    const name = {
      port: 'not-a-port',
      service: 'not-a-service',
      'address-or-range': 'not-address-or-range',
      'ip-or-range': 'not-address-or-range',
      'word-name': 'not-a-word-name',
    }[format];
    for (const value of good) expect(issuesOf(text({ format }), value), value).toEqual([]);
    for (const value of bad.filter((text) => text !== '')) expect(issuesOf(text({ format }), value), value).toEqual([name]);
  });

  it('treats an absent optional value as none', () => {
    for (const value of [undefined, null, '']) expect(issuesOf(integer({ min: 1 }), value)).toEqual([]);
  });

  it('refuses a required list that is empty, and an empty item', () => {
    expect(issuesOf(required(listOf(text())), [])).toEqual(['missing']);
    expect(validateField(listOf(text()), ['a', ''], 'L')).toMatchObject([{ path: 'L.1', issue: 'missing' }]);
    expect(issuesOf(listOf(text(), { min: 2 }), [])).toEqual([]);
  });

  it('says what would do', () => {
    expect(validateField(cidr(), '10.0.0.1/8', 'C')[0]?.limit).toBe('10.0.0.0/8');
    expect(validateField(cidr({ minPrefix: 16, maxPrefix: 28 }), '10.0.0.0/15', 'C')[0]?.limit).toBe('/16–/28');
    expect(validateField(choice(['a', 'b']), 'c', 'C')[0]?.limit).toBe('a, b');
    expect(validateField(text({ max: 60 }), 'x'.repeat(61), 'C')[0]?.limit).toBe(60);
    expect(validateField(cidr({ private: true }), '8.8.0.0/16', 'C')[0]?.limit).toBe('10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16');
  });

  it('takes the first ids of the 2017 generation only in its dialect', () => {
    expect(validateField(ref('vpc'), 'gz_vpc_266', 'V', { oldIds: true })).toEqual([]);
    expect(validateField(ref('vpc'), 95, 'V', { oldIds: true })).toEqual([]);
    expect(issuesOf(ref('vpc'), 'gz_vpc_266')).toEqual(['not-an-id']);
  });
});

describe('validate', () => {
  it('names the place of a problem in nested parameters', () => {
    const nested = action({
      ...bare,
      params: { Rules: listOf(struct({ Port: required(text()), Cidr: cidr() })), Filters: filters({ zone: foreign('zone') }) },
    });
    const found = validate(nested, {
      Rules: [{ Port: '80' }, { Cidr: '10.0.0.1/8' }],
      Filters: [{ Name: 'colour', Values: ['x'] }, { Name: 'zone' }, { Name: 'zone', Values: ['a', ''], Op: '=' }, {}],
      Colour: 'red',
    });
    expect(found.map(({ path, issue }) => `${path} ${issue}`).sort()).toEqual([
      'Colour unknown',
      'Filters.0.Name unknown-filter',
      'Filters.1.Values missing',
      'Filters.2.Op unknown',
      'Filters.2.Values.1 missing',
      'Filters.3.Name missing',
      'Rules.1.Cidr host-bits',
      'Rules.1.Port missing',
    ]);
  });

  it('knows which parameters exclude each other and of which one is needed', () => {
    const either = action({ ...bare, params: { A: text(), B: text(), C: text() }, exclusive: [['A', 'B']], oneOf: [['A', 'B']] });
    expect(validate(either, { A: 'a', B: 'b' })).toEqual([{ path: 'B', issue: 'exclusive', limit: 'A, B' }]);
    expect(validate(either, { C: 'c', A: '' })).toEqual([{ path: 'A', issue: 'one-of', limit: 'A, B' }]);
    expect(validate(either, { A: 'a', C: 'c' })).toEqual([]);
  });

  it('does not take inherited names for parameters', () => {
    const none = action({ ...bare, params: {} });
    const hostile = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "toString": "x"}') as Record<string, unknown>;
    expect(validate(none, hostile).map(({ path, issue }) => `${path} ${issue}`)).toEqual([
      '__proto__ unknown',
      'constructor unknown',
      'toString unknown',
    ]);
    const filtered = action({ ...bare, params: { Filters: filters({ zone: text() }) } });
    expect(validate(filtered, { Filters: [{ Name: 'constructor', Values: ['x'] }] })[0]?.issue).toBe('unknown-filter');
  });

  it('checks the real CreateSubnet', () => {
    const create = actions['vpc:CreateSubnet'];
    const good = { VpcId: 'vpc-1a2b3c4d', SubnetName: 'app', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-2' };
    expect(validate(create, good)).toEqual([]);
    expect(validate(create, { ...good, SubnetName: 'x'.repeat(61) })).toMatchObject([{ path: 'SubnetName', issue: 'too-long', limit: 60 }]);
    expect(validate(create, { ...good, CidrBlock: '10.0.0.0/15' })).toMatchObject([{ path: 'CidrBlock', issue: 'prefix-range' }]);
    expect(validate(create, { VpcId: 'vpc-1a2b3c4d' }).map(({ path }) => path)).toEqual(['SubnetName', 'CidrBlock', 'Zone']);
  });

  it('refuses 101 ids, and ids together with filters', () => {
    const list = actions['vpc:DescribeSubnets'];
    const ids = Array.from({ length: 101 }, (_, index) => `subnet-${index}`);
    expect(validate(list, { SubnetIds: ids })).toMatchObject([{ path: 'SubnetIds', issue: 'too-many', limit: 100 }]);
    const both = { SubnetIds: ['subnet-1'], Filters: [{ Name: 'zone', Values: ['ap-guangzhou-2'] }] };
    expect(validate(list, both)).toMatchObject([{ issue: 'exclusive' }]);
  });
});
