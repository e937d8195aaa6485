import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Packet } from '../packets/packet-set.ts';
import { decide } from '../rules/decide.ts';
import { expand, type References } from '../rules/policies.ts';
import { anyRule, references } from '../testing/sample-rule-sets.ts';
import { analyse, answerOf, packetIn } from './consequences.ts';
import { policyOf } from './policy.ts';
import type { KnownRule, Rule } from './rule-set.ts';
import { readService } from './text.ts';

const rule = (cidr: string, port = '22', more: Partial<KnownRule> = {}): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port },
  remote: { kind: 'address', cidr },
  description: '',
  ...more,
});
const kinds = (rules: readonly Rule[], direction: 'ingress' | 'egress' = 'ingress') =>
  analyse(direction, rules, references).of.map((all) => all.map(({ kind }) => kind));

/** Every packet that the generated rules can tell apart. */
const packets: Packet[] = [
  ...['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.5', '10.9.9.9', '203.0.113.7', '8.8.8.8'],
  ...['2001:db8::', '2001:db8::1', '2001:db8::3', '2001:db8::4', '2400::1'],
].flatMap((address) => [
  ...(['TCP', 'UDP'] as const).flatMap((protocol) => [21, 22, 25, 80, 9999].map((port): Packet => ({ protocol, address, port }))),
  { protocol: address.includes(':') ? 'ICMPv6' : 'ICMP', address },
  { protocol: 'GRE', address },
]);

/** Meanings that what nobody knows may have. */
const meanings = fc
  .record({ addresses: fc.subarray(['10.0.0.1', '10.0.0.2/31', '8.8.8.8']), services: fc.subarray(['tcp:22', 'udp:80', 'icmp']) })
  .map(
    ({ addresses, services }): References => ({
      ...references,
      addressTemplates: new Map([...references.addressTemplates, ['ipm-unknown', addresses]]),
      serviceTemplates: new Map([...references.serviceTemplates, ['ppm-unknown', services]]),
      members: (group) => references.members(group) ?? { addresses, complete: true },
    }),
  );
const decided = (rules: readonly Rule[], known: References) => {
  const expanded = expand(rules.map(policyOf), known).rules;
  return packets.map((packet) => {
    const { action, rule: at } = decide(expanded, packet);
    return { action, rule: at === null ? null : (expanded[at]?.policy ?? null) };
  });
};

describe('what is said of a rule holds for every packet, whatever unknown names mean', () => {
  it('never reached, changes nothing, and the answer to a packet', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 7 }), meanings, (rules, known) => {
        const truth = decided(rules, known);
        for (const [at, consequences] of analyse('ingress', rules, references).of.entries()) {
          const has = (kind: string): boolean => consequences.some((one) => one.kind === kind);
          if (has('shadowed')) expect(truth.every((one) => one.rule !== at)).toBe(true);
          if (has('nothing'))
            expect(decided(rules.toSpliced(at, 1), known).map(({ action }) => action)).toEqual(truth.map(({ action }) => action));
        }
        for (const [which, packet] of packets.entries()) {
          const answer = answerOf(rules, packet, references);
          if (answer.unsure.length === 0) expect({ action: answer.action, rule: answer.rule }).toEqual(truth[which]);
          else expect([...answer.unsure, answer.rule]).toContain(truth[which]?.rule ?? null);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the words of a rule', () => {
  it('which rules together hide it', () => {
    const rules = [rule('10.0.0.0/9', '22', { action: 'DROP' }), rule('10.128.0.0/9'), rule('10.0.0.0/8')];
    expect(analyse('ingress', rules, references).of[2]).toEqual([{ kind: 'shadowed', by: [0, 1], changesAction: true }]);
  });

  it('sensitive services opened to the internet, inbound only', () => {
    const open = [rule('0.0.0.0/0', '20-3306')];
    expect(analyse('ingress', open, references).of[0]).toContainEqual(
      expect.objectContaining({ kind: 'exposes', everything: false, services: expect.arrayContaining(['SSH 22', 'MySQL 3306']) }),
    );
    expect(kinds(open, 'egress')).toEqual([[]]);
    const families = (rules: readonly Rule[]) =>
      analyse('ingress', rules, references).of.map((all) => all.flatMap((one) => (one.kind === 'exposes' ? [one.family] : [])));
    expect(families([rule('0.0.0.0/0'), rule('::/0'), rule('2001:db8::/32')])).toEqual([['IPv4'], ['IPv6'], []]);
    const both: References = { ...references, addressTemplates: new Map([['ipm-known', ['::/0', '0.0.0.0/0']]]) };
    expect(
      analyse('ingress', [rule('', '22', { remote: { kind: 'template', id: 'ipm-known' } })], both).of[0]?.map((one) =>
        one.kind === 'exposes' ? one.family : null,
      ),
    ).toEqual(['IPv4', 'IPv6']);
    expect(kinds([rule('0.0.0.0/0', '443')])).toEqual([[]]);
    expect(kinds([rule('0.0.0.0/0', '22', { action: 'DROP' })])[0]).not.toContain('exposes');
  });

  it('0.0.0.0/n, host bits, the same rule twice, empty and unknown names', () => {
    expect(kinds([rule('0.0.0.0/8', '8080')])).toEqual([['everything']]);
    expect(analyse('ingress', [rule('10.0.0.9/24')], references).of[0]).toEqual([{ kind: 'host-bits', reads: '10.0.0.0/24' }]);
    expect(analyse('ingress', [rule('2001:db8::9/64')], references).of[0]).toEqual([{ kind: 'host-bits', reads: '2001:db8::/64' }]);
    expect(kinds([rule('2001:db8::9')])).toEqual([[]]);
    expect(kinds([rule('10.0.0.1'), rule('10.0.0.1')])[1]).toContain('same');
    expect(kinds([rule('', '22', { remote: { kind: 'group', id: 'sg-unknown' } })])).toEqual([['unknown']]);
    const empty: References = { ...references, addressTemplates: new Map([['ipm-known', []]]) };
    expect(
      analyse('ingress', [rule('', '22', { remote: { kind: 'template', id: 'ipm-known' } })], empty).of[0]?.map(({ kind }) => kind),
    ).toEqual(['empty']);
  });

  it('how many rules it counts as when templates are written out', () => {
    const both = rule('', '', { remote: { kind: 'template', id: 'ipm-known' }, service: { kind: 'template', id: 'ppm-known' } });
    expect(analyse('ingress', [both, rule('10.0.0.1')], references).expanded).toBe(5);
  });
});

it.each([
  ['10.2.3.4 tcp/443', { protocol: 'TCP', address: '10.2.3.4', port: 443 }],
  ['tcp/443 10.2.3.4', { protocol: 'TCP', address: '10.2.3.4', port: 443 }],
  ['10.2.3.4:443', { protocol: 'TCP', address: '10.2.3.4', port: 443 }],
  ['10.2.3.4 udp 53', { protocol: 'UDP', address: '10.2.3.4', port: 53 }],
  ['10.2.3.4 icmp', { protocol: 'ICMP', address: '10.2.3.4' }],
  ['2001:db8::5 tcp/443', { protocol: 'TCP', address: '2001:db8::5', port: 443 }],
  ['udp 53 2001:db8::5', { protocol: 'UDP', address: '2001:db8::5', port: 53 }],
  ['[2001:db8::5]:443', { protocol: 'TCP', address: '2001:db8::5', port: 443 }],
  ['icmp 2001:db8::5', { protocol: 'ICMPv6', address: '2001:db8::5' }],
  ['icmpv6 ::1', { protocol: 'ICMPv6', address: '::1' }],
  ['icmpv6 10.2.3.4', null],
  ['2001:db8::5', null],
  ['2001:db8::/64 tcp/22', null],
  ['1::2::3 tcp/22', null],
  ['10.2.3.4', null],
  ['10.2.3.4 tcp/70000', null],
  ['10.2.3.0/24', null],
  ['office', null],
])('"%s" is a packet, or a text', (text, packet) => expect(packetIn(text)).toEqual(packet));

it('every port but 0 is not every port', () => {
  expect(readService('tcp 1-65535')).toEqual({ value: { kind: 'ports', protocol: 'TCP', port: '1-65535' } });
  expect(readService('all 1-65535')).toEqual({ fault: 'port-not-here' });
  const [words] = analyse('ingress', [rule('0.0.0.0/0', '1-65535')], references).of;
  expect(words?.map((one) => (one.kind === 'exposes' ? one.everything : null))).toEqual([false]);
});
