import { describe, expect, test } from 'vitest';
import { actions } from '../../../../catalogue/families/network-acl/index.ts';
import { validate } from '../../../../catalogue/validate.ts';
import { entriesOf, entryFrom, replaceCall, sentEntry, withVersion } from '../../../../network/rule-sets/acl-entries.ts';
import { isCarried, type RuleSet } from '../../../../network/rule-sets/rule-set.ts';
import { givenEntry } from './kind.ts';
import { type Check, refusalOf } from './refusal.ts';

const listed = { desc: '', ipProtocol: 'tcp', cidrIp: '10.0.0.0/8', portRange: '443', action: 1 };
const acl = { networkAclId: 'acl-11111111', unVpcId: 'vpc-11111111' };
const replace = actions['vpc2017:ModifyNetworkAclEntry'];

/** Rows as a cloud may list them that this API's writing has no word for. */
const strange: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['an action that is neither', { ...listed, action: 2 }],
  ['an action in words', { ...listed, action: 'ACCEPT' }],
  ['no action', { ...listed, action: null }],
  ['an unknown protocol', { ...listed, ipProtocol: 'sctp' }],
  ['a protocol that only groups have', { ...listed, ipProtocol: 'gre', portRange: 'ALL' }],
  ['no protocol', { ...listed, ipProtocol: '' }],
  ['a port that is none', { ...listed, portRange: '443/tcp' }],
  ['no port', { ...listed, portRange: '' }],
  ['a type in the place of a port', { ...listed, ipProtocol: 'icmp', portRange: '8' }],
  ['IPv6', { ...listed, cidrIp: '2001:db8::/64' }],
  ['all of IPv6', { ...listed, cidrIp: '::/0' }],
  ['no remote end', { ...listed, cidrIp: '' }],
  ['a remote end of null', { ...listed, cidrIp: null }],
  ['a range', { ...listed, cidrIp: '10.0.0.1-10.0.0.9' }],
  ['an unknown field', { ...listed, sourcePort: '1024' }],
  ['a text', 'deny all' as unknown as Readonly<Record<string, unknown>>],
  ['null', null as unknown as Readonly<Record<string, unknown>>],
];

describe('what is listed', () => {
  test('1 allows, 0 denies, and both go back as they came', () => {
    for (const action of [0, 1]) {
      for (const ipProtocol of ['tcp', 'udp', 'icmp', 'all']) {
        const row = { ...listed, action, ipProtocol, portRange: ipProtocol === 'tcp' ? '80,443' : 'ALL', desc: '说明 "x"' };
        const rule = entryFrom(row);
        expect(isCarried(rule)).toBe(false);
        expect(sentEntry(rule)).toEqual(row);
      }
    }
  });
  test('action as a text of a number', () => expect(entryFrom({ ...listed, action: '0' })).toMatchObject({ action: 'DROP' }));
  test('host bits are kept as they were written', () =>
    expect(sentEntry(entryFrom({ ...listed, cidrIp: '10.0.0.2/24' }))).toMatchObject({ cidrIp: '10.0.0.2/24' }));
  test.each(strange)('%s is carried: neither a permission nor a denial', (_, row) => {
    const rule = entryFrom(row);
    expect(rule).toMatchObject({ kind: 'carried' });
    expect(isCarried(rule) && rule.reasons.length).toBeGreaterThan(0);
    if (typeof row === 'object' && row !== null) expect(sentEntry(rule)).toBe(row);
  });
  test('lists that are left out are empty', () => {
    const none = { networkAclEntrySet: { ingress: null, egress: undefined } } as unknown as Parameters<typeof entriesOf>[0];
    expect(entriesOf(none)).toMatchObject({ ingress: [], egress: [] });
    expect(entriesOf({} as Parameters<typeof entriesOf>[0])).toMatchObject({ ingress: [], egress: [] });
  });
});

const set = (ingress: readonly unknown[], egress: readonly unknown[] = [listed]): RuleSet => ({
  ingress: ingress.map(entryFrom),
  egress: egress.map(entryFrom),
});
const other = { ...listed, portRange: '22', action: 0 };
const check: Check = (call) => validate(replace, { ...call })[0]?.path;

describe('a rule of today', () => {
  const today = { ...listed, ModifyTime: '2026-01-01 00:00:00', Priority: 1, NetworkAclIpv4EntryId: 'acle-1' };
  const ipv6 = { desc: 'six', ipProtocol: 'tcp', cidrIp: '', portRange: '443', action: 1, Ipv6CidrBlock: '2001:db8::/64', Priority: 2 };
  test('what the cloud adds is no doubt, and an IPv6 block goes back where it came from', () => {
    expect(isCarried(entryFrom(today))).toBe(false);
    const { networkAclEntrySet } = replaceCall(acl, 'ingress', [entryFrom(ipv6)]);
    expect(networkAclEntrySet).toEqual([{ desc: 'six', ipProtocol: 'tcp', portRange: '443', action: 1, Ipv6CidrBlock: '2001:db8::/64' }]);
  });
  test('one that gives both blocks, or a field that nobody knows, is carried', () => {
    for (const row of [
      { ...ipv6, cidrIp: '10.0.0.0/8' },
      { ...ipv6, Colour: 'red' },
    ])
      expect(isCarried(entryFrom(row))).toBe(true);
  });
});

describe('what is written', () => {
  test.each(strange)('%s: no call holds anything in its place that was not listed', (_, row) => {
    const [base, wanted] = [set([row, listed]), set([other, row, listed])];
    const refusal = refusalOf(acl, check, base, wanted);
    const { networkAclEntrySet } = replaceCall(acl, 'ingress', wanted.ingress);
    if (refusal === null) expect(networkAclEntrySet[1]).toBe(row);
    else expect(refusal).toEqual({ kind: 'carried', direction: 'ingress', rule: 1 });
    expect(JSON.stringify(networkAclEntrySet)).not.toContain('0.0.0.0/0');
  });
  test('the other direction can be changed beside a carried rule', () => {
    const [, row] = strange[0] ?? [];
    expect(refusalOf(acl, check, set([row]), set([row], [listed, other]))).toBe(null);
  });
  test('a carried rule goes back exactly as it was listed where the API takes it', () => {
    const row = { ...listed, ipProtocol: 'icmp', portRange: '8' };
    const [base, wanted] = [set([row, listed]), set([other, row, listed])];
    expect(refusalOf(acl, check, base, wanted)).toBe(null);
    expect(replaceCall(acl, 'ingress', wanted.ingress).networkAclEntrySet).toEqual([other, row, listed]);
  });
  test('a carried rule that has gone is not written anew, and no direction is emptied', () => {
    const row = { ...listed, ipProtocol: 'icmp', portRange: '8' };
    expect(refusalOf(acl, check, set([listed]), set([row, listed]))).toEqual({ kind: 'gone', direction: 'ingress' });
    expect(refusalOf(acl, check, set([listed]), set([]))).toEqual({ kind: 'empty', direction: 'ingress' });
  });
});

test('the version of our own making differs with the rules, their order and their descriptions', () => {
  const versions = [set([listed, other]), set([other, listed]), set([listed]), set([{ ...listed, desc: 'x' }]), set([], [listed, other])];
  expect(new Set(versions.map((rules) => withVersion(rules).version)).size).toBe(versions.length);
  expect(withVersion(set([listed])).version).toBe(withVersion(set([{ ...listed, ipProtocol: 'TCP' }])).version);
});

test('a rule that the URL proposes is taken when it is understood whole', () => {
  const read = (query: string) => givenEntry(new URLSearchParams(query));
  expect(read('ipProtocol=TCP&portRange=443&cidrIp=10.0.0.4&before=2')).toEqual({
    rule: entryFrom({ ...listed, cidrIp: '10.0.0.4' }),
    before: 2,
  });
  expect(read('ipProtocol=icmp&cidrIp=10.0.0.4')).toMatchObject({ rule: { action: 'ACCEPT' }, before: null });
  expect(read('ipProtocol=tcp&cidrIp=10.0.0.4')).toBe(null);
  expect(read('ipProtocol=icmp&cidrIp=10.0.0.4')).toMatchObject({ rule: { service: { protocol: 'ICMP', port: 'ALL' } } });
  expect(read('ipProtocol=sctp&cidrIp=10.0.0.4')).toBe(null);
  expect(read('ipProtocol=tcp&cidrIp=2001:db8::/64')).toBe(null);
  expect(read('ruleDirection=1')).toBe(null);
});
