import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../catalogue/address.ts';
import { isPublicAddress } from '../addresses/public-addresses.ts';
import type { Packet } from '../packets/packet-set.ts';
import { allPackets, anyRules, walk } from '../testing/rules-oracle.ts';
import { exposure } from './exposure.ts';
import type { PlainRule } from './rule.ts';

const rule = (action: PlainRule['action'], protocol: PlainRule['protocol'], port: string, cidr: string): PlainRule => ({
  action,
  protocol,
  port,
  cidr,
});
const isForEveryone = ({ cidr }: PlainRule) => /^(0\.0\.0\.0\/\d+|all|::\/0)$/i.test(cidr);

describe('exposure', () => {
  it('lists exactly the protocols and ports at which a rule for everyone admits a public address', () => {
    const outside = allPackets.filter(({ address }) => ['9.0.0.1', '8.8.4.4', '2400::1'].includes(address));
    fc.assert(
      fc.property(anyRules(), (rules) => {
        const open = exposure(rules);
        const expected = outside.map((packet) => {
          const { action, rule: index } = walk(rules, packet);
          const one = index === null ? undefined : rules[index];
          return action === 'ACCEPT' && one && isForEveryone(one) ? index : null;
        });
        const found = outside.map(({ protocol, port, address }: Packet) => {
          const family = address.includes(':') ? 'IPv6' : 'IPv4';
          const hits = open.filter(
            (item) =>
              item.family === family &&
              item.protocol === protocol &&
              (!item.ports || (item.ports.from <= Number(port) && Number(port) <= item.ports.to)),
          );
          expect(hits.length).toBeLessThanOrEqual(1);
          return hits[0]?.rule ?? null;
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('names the port, the deciding rule, and whether some public addresses are kept out', () => {
    const rules = [
      rule('DROP', 'TCP', '22', '9.9.9.0/24'),
      rule('DROP', 'ALL', 'ALL', '10.0.0.0/8'),
      rule('ACCEPT', 'TCP', '22-23', '0.0.0.0/8'),
      rule('ACCEPT', 'TCP', '23', '0.0.0.0/0'),
      rule('ACCEPT', 'ICMP', 'ALL', '0.0.0.0/0'),
    ];
    expect(exposure(rules)).toEqual([
      { family: 'IPv4', protocol: 'TCP', ports: { from: 22, to: 22 }, rule: 2, everyone: false, certain: true },
      { family: 'IPv4', protocol: 'TCP', ports: { from: 23, to: 23 }, rule: 2, everyone: true, certain: true },
      { family: 'IPv4', protocol: 'ICMP', ports: null, rule: 4, everyone: true, certain: true },
    ]);
  });

  it('sees everything of IPv6 under its spellings, behind a rule that drops it', () => {
    const rules = [rule('DROP', 'TCP', '80', '::/0'), rule('ACCEPT', 'TCP', '80-81', '0::0/0'), rule('ACCEPT', 'TCP', '22', 'fd00::/8')];
    expect(exposure(rules)).toEqual([
      { family: 'IPv6', protocol: 'TCP', ports: { from: 81, to: 81 }, rule: 1, everyone: true, certain: true },
    ]);
  });

  it('does not call private space open', () => {
    expect(exposure([rule('ACCEPT', 'ALL', 'ALL', '10.0.0.0/8')])).toEqual([]);
    expect(exposure([rule('DROP', 'ALL', 'ALL', '0.0.0.0/5'), rule('ACCEPT', 'ALL', 'ALL', '0.0.0.0/0')])).toEqual([]);
    expect([0x08080808, 0x0a000001, 0x64400001, 0xa9fe0001, 0xac1f0001, 0xac200001, 0xe0000001].map(isPublicAddress)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('takes what is for documentation, for benchmarking and not globally reachable for no part of the internet', () => {
    const kept = [
      ...['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '198.18.0.0/15', '100.64.0.0/10', '192.0.0.0/24', '240.0.0.0/4'],
      ...['2001:db8::/32', 'fc00::/7', 'fe80::/10', '100::/64', '2001:2::/48', '3fff::/20', '::1'],
    ];
    const rules = [
      ...kept.map((cidr) => rule('DROP', 'ALL', 'ALL', cidr)),
      rule('ACCEPT', 'TCP', '22', '0.0.0.0/0'),
      rule('ACCEPT', 'TCP', '22', '::/0'),
    ];
    expect(exposure(rules).map(({ family, everyone }) => [family, everyone])).toEqual([
      ['IPv4', true],
      ['IPv6', true],
    ]);
    const address = (text: string) => Number(parseAddress(text));
    expect(
      ['192.0.2.1', '198.51.100.7', '203.0.113.7', '198.18.0.1', '198.19.255.255', '198.20.0.0', '8.8.8.8']
        .map(address)
        .map(isPublicAddress),
    ).toEqual([...[false, false, false, false, false], ...[true, true]]);
  });
});
