import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfPacket, intersects, type Packet, type PacketSet } from '../packets/packet-set.ts';
import type { AclPolicy } from '../rules/policies.ts';
import type { PlainRule } from '../rules/rule.ts';
import { finish } from '../rules/slices.ts';
import { ruleMatches } from '../testing/rules-oracle.ts';
import { fivePartAnswers } from './five-part-answers.ts';

const ends = ['10.0.0.1', '10.0.0.9', '9.9.9.9', '8.8.8.8', 'fd00::1', '2400::9', '2401::1'];
const clientPorts = [1024, 5000, 40_000, 65_535];
const serverPorts = [22, 443, 8080];
const ports = fc.constantFrom('ALL', 'ALL', '22', '443', '22,443', '1024-65535', '1024-2000', '8000-40000');
const end = (six: boolean) =>
  six ? fc.constantFrom('::/0', 'fd00::/8', '2400::9') : fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.0.0.0/29', '9.9.9.9');
const rule: fc.Arbitrary<AclPolicy> = fc.boolean().chain((six) =>
  fc
    .record({
      action: fc.constantFrom('ACCEPT' as const, 'ACCEPT' as const, 'DROP' as const),
      protocol: fc.constantFrom('TCP' as const, 'UDP' as const, 'ICMP' as const, 'ALL' as const),
      port: ports,
      sourcePort: ports,
      cidr: end(six),
      near: end(six),
    })
    .map((one) => (one.protocol === 'TCP' || one.protocol === 'UDP' ? one : { ...one, port: 'ALL', sourcePort: 'ALL' })),
);
const rules = fc.array(rule, { maxLength: 4 });

interface AskedPacket {
  readonly protocol: 'TCP' | 'UDP' | 'ICMP';
  readonly near: string;
  readonly remote: string;
  readonly from: number;
  readonly to: number;
}

/** First match by hand: each end and each port asked as a rule of its own. */
function accepts(list: readonly AclPolicy[], { protocol, near, remote, from, to }: AskedPacket): boolean {
  const says = (one: AclPolicy, cidr: string | undefined, port: string | undefined, packet: Packet): boolean =>
    ruleMatches({ ...one, cidr, port } as PlainRule, packet);
  const bare = protocol === 'ICMP';
  const first = list.find(
    (one) =>
      says(one, one.cidr, one.port, { protocol, address: remote, ...(bare ? {} : { port: to }) }) &&
      says(one, one.near, one.sourcePort, { protocol, address: near, ...(bare ? {} : { port: from }) }),
  );
  return first?.action === 'ACCEPT';
}

const sameFamily = (a: string, b: string): boolean => a.includes(':') === b.includes(':');

/** Of each protocol, remote end and server's port, whether some near end and client's port loses the answers. */
function* losses(through: readonly AclPolicy[], back: readonly AclPolicy[]) {
  for (const protocol of ['TCP', 'UDP', 'ICMP'] as const) {
    for (const remote of ends) {
      if (protocol === 'ICMP' && remote.includes(':')) continue;
      for (const server of serverPorts) {
        const lost = ends.some(
          (near) =>
            sameFamily(near, remote) &&
            clientPorts.some(
              (client) =>
                accepts(through, { protocol, near, remote, from: client, to: server }) &&
                !accepts(back, { protocol, near, remote, from: server, to: client }),
            ),
        );
        yield { packet: { protocol, address: remote, ...(protocol === 'ICMP' ? {} : { port: server }) } as Packet, lost };
      }
    }
  }
}

const holds = (set: PacketSet, packet: Packet): boolean => set.some((box) => intersects(box, boxOfPacket(packet)));
const answersOf = (ingress: readonly AclPolicy[], egress: readonly AclPolicy[]) => finish(fivePartAnswers(ingress, egress));
const everyone = (more: Partial<AclPolicy>): AclPolicy => ({
  action: 'ACCEPT',
  protocol: 'TCP',
  port: 'ALL',
  sourcePort: 'ALL',
  cidr: '0.0.0.0/0',
  near: '0.0.0.0/0',
  ...more,
});

describe('rules of five parts', () => {
  it('lose the answers that carrying each packet there and back by hand loses', () => {
    fc.assert(
      fc.property(rules, rules, (ingress, egress) => {
        const found = answersOf(ingress, egress);
        for (const { packet, lost } of losses(ingress, egress))
          expect([packet, holds(found?.lostOut ?? [], packet)]).toEqual([packet, lost]);
        for (const { packet, lost } of losses(egress, ingress))
          expect([packet, holds(found?.lostIn ?? [], packet)]).toEqual([packet, lost]);
      }),
      { numRuns: 60 },
    );
  });

  it('are open to everyone where a rule is that no rule for the same near end keeps closed', () => {
    const web = everyone({ port: '443', near: '10.0.0.0/24' });
    const told = (...list: AclPolicy[]) =>
      answersOf(list, [])?.exposed.map(({ rule: place, ports: run, everyone: all }) => [place, run?.from, all]);
    expect(told(web)).toEqual([[0, 443, true]]);
    expect(told(everyone({ action: 'DROP', near: '10.0.0.0/16' }), web)).toEqual([]);
    expect(told(everyone({ action: 'DROP', near: '10.0.0.0/25' }), web)).toEqual([[1, 443, true]]);
    expect(told(everyone({ action: 'DROP', sourcePort: '1024-65535' }), web)).toEqual([]);
    expect(told({ ...web, cidr: '10.0.0.0/8' })).toEqual([]);
    expect(told(everyone({ port: '22', cidr: '::/0', near: 'fd00::/64' }))).toEqual([[0, 22, true]]);
  });

  it('are told nothing of where one is not understood', () => {
    for (const odd of [{ unread: ['Field x'] }, { action: null }, { near: undefined }, { protocol: undefined }])
      expect(answersOf([everyone({}), everyone(odd)], [])).toBe(null);
  });
});
