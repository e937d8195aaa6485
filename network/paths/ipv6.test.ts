/** Paths of IPv6 packets. What the engine does to IPv4 it does to IPv6: held against the oracle of IPv4 on twin networks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import type { PlainRule } from '../rules/rule.ts';
import { ipv6Twin, twinOf, twinProtocol } from '../testing/ipv6-twin.ts';
import { ask, type Question } from '../testing/path-oracle.ts';
import { anyQuestion } from '../testing/sample-paths.ts';
import { accept, group, network } from '../testing/two-vpcs.ts';
import type { PathAnswer, PathQuery } from './path.ts';
import { trace } from './trace.ts';

const isInside = (address: string): boolean => address.startsWith('10.');

/** Networks whose packets stay inside: nothing here has an IPv6 address of the internet, and no gateway is known to carry IPv6. */
const anyInside = anyQuestion
  .filter(({ question: { to } }) => 'interface' in to || isInside(to.address))
  .map(({ model, question }) => ({
    question,
    model: {
      ...model,
      eips: [],
      routeTables: model.routeTables.map((row) => ({
        ...row,
        routes: row.routes.filter(({ type }) => type === 'PEERCONNECTION' || type === 'HAVIP'),
      })),
    },
  }));

const queryOf = ({ from, to, ...rest }: Question): PathQuery => ({ ...rest, from: { interface: from }, to });

const twinQuery = ({ from, to, ...rest }: Question): PathQuery => ({
  ...rest,
  protocol: twinProtocol(rest.protocol),
  family: 'IPv6',
  from: { interface: from },
  to: 'interface' in to ? to : { address: twinOf(to.address) },
});

/** An answer with the addresses of the twin, but for rules that only say what could be added. */
const shortly = ({ verdict, forward, return: back, decidedBy, sourcePorts, cases }: PathAnswer, address: (text: string) => string) => ({
  verdict,
  decidedBy,
  sourcePorts,
  pairs: cases.map((one) => [one.verdict, one.pairs]),
  hops: [...forward, ...back].map((hop) => [
    ...[hop.step, hop.id, hop.vpc, hop.result, hop.reason?.code, hop.rule, hop.ports],
    ...[address(hop.source), address(hop.destination)],
  ]),
});

describe('on the IPv6 twin of a network', () => {
  it('every path is the same, hop by hop, and as carrying the packet by hand says', () => {
    let asked = 0;
    fc.assert(
      fc.property(anyInside, ({ model, question }) => {
        fc.pre(question.from.startsWith('eni'));
        asked += 1;
        const answer = trace(ipv6Twin(model), twinQuery(question));
        expect(shortly(answer, (text) => text)).toEqual(shortly(trace(model, queryOf(question)), twinOf));
        expect(answer.verdict).toBe(ask(model, question).verdict);
      }),
      { numRuns: 600 },
    );
    expect(asked).toBeGreaterThan(100);
  });

  it('IPv4 paths stay as they were', () => {
    fc.assert(
      fc.property(anyInside, ({ model, question }) => {
        fc.pre(question.from.startsWith('eni'));
        const { ipv6Addresses: _, ...rest } = { ipv6Addresses: null, ...ipv6Twin(model) };
        const mixed: NetworkModel = {
          ...rest,
          routeTables: model.routeTables,
          securityGroups: model.securityGroups,
          networkAcls: model.networkAcls,
        };
        expect(shortly(trace(mixed, queryOf(question)), (text) => text)).toEqual(shortly(trace(model, queryOf(question)), (text) => text));
      }),
      { numRuns: 200 },
    );
  });
});

describe('IPv6 towards the internet', () => {
  const six: PlainRule = { action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '::/0' };
  /** Two VPCs with global blocks; the interface of A has an elastic IP on its address where `bandwidth` says so. */
  function dual(bandwidth: boolean, change: Partial<NetworkModel> = {}): NetworkModel {
    const model = network({ securityGroups: group([six, accept('ALL', 'ALL')], [six, accept('ALL', 'ALL')]) });
    return {
      ...model,
      vpcs: model.vpcs.map((row, at) => ({ ...row, ipv6Cidrs: [`2402:4e00:${at + 1}::/56`] })),
      subnets: model.subnets.map((row, at) => ({ ...row, ipv6Cidr: `2402:4e00:${at + 1}::/64` })),
      interfaces: model.interfaces.map((row, at) => {
        const address = `2402:4e00:${at + 1}::5`;
        return { ...row, ipv6Addresses: [{ address, primary: true, ...(bandwidth ? { publicAddress: address } : {}) }] };
      }),
      ...change,
    };
  }
  const out: PathQuery = { from: { interface: 'eni-a' }, to: { address: '2606:4700::1111' }, protocol: 'TCP', port: 443 };
  const shown = ({ verdict, because }: PathAnswer) => [verdict, because?.code ?? null];

  it('is open with bandwidth, and not known without', () => {
    expect(shown(trace(dual(true), out))).toEqual(['reachable', null]);
    expect(shown(trace(dual(false), out))).toEqual(['unknown', 'ipv6-bandwidth-not-known']);
  });

  it('comes in the same way, and from everywhere', () => {
    const into: PathQuery = { ...out, from: { internet: true }, to: { interface: 'eni-a' }, family: 'IPv6' };
    expect(shown(trace(dual(true), into))).toEqual(['reachable', null]);
    expect(shown(trace(dual(false), into))).toEqual(['unknown', 'ipv6-bandwidth-not-known']);
    const narrow = group([{ ...six, cidr: '2606:4700::/32' }], [six]);
    expect(trace(dual(true, { securityGroups: narrow }), into).verdict).toBe('ambiguous');
    expect(trace(dual(true, { securityGroups: group([accept('ALL', 'ALL')], [six]) }), into).verdict).toBe('blocked');
  });

  it('goes to a neighbour over it, where no route leads there inside', () => {
    const across: PathQuery = { ...out, to: { interface: 'eni-b' }, family: 'IPv6' };
    const answer = trace(dual(true), across);
    expect([answer.verdict, answer.forward.map(({ step }) => step).includes('eip')]).toEqual(['reachable', true]);
    expect(shown(trace(dual(false), across))).toEqual(['unknown', 'ipv6-bandwidth-not-known']);
    const routed = (bandwidth: boolean) => {
      const model = dual(bandwidth);
      const routes = [0, 1].map((at) => ({ destination: `2402:4e00:${2 - at}::/56`, type: 'PEERCONNECTION', gateway: 'pcx-ab' }));
      return {
        ...model,
        routeTables: model.routeTables.map((row, at) => ({ ...row, routes: [...row.routes, ...routes.slice(at, at + 1)] })),
      };
    };
    const inside = trace(routed(false), across);
    expect([inside.verdict, inside.forward.map(({ step }) => step)]).toEqual([
      'reachable',
      ['interface', 'security-group', 'route', 'peering', 'interface', 'security-group'],
    ]);
  });

  it('is not known through gateways of which nobody says that they carry it', () => {
    const model = dual(true);
    const routes = [{ destination: '::/0', type: 'NAT', gateway: 'nat-a' }];
    const throughNat: NetworkModel = {
      ...model,
      natGateways: [{ id: 'nat-a', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1'] }],
      routeTables: model.routeTables.map((row) => ({ ...row, routes })),
    };
    expect(shown(trace(throughNat, out))).toEqual(['unknown', 'ipv6-next-hop']);
    const gone = { ...throughNat, natGateways: [] };
    expect(shown(trace(gone, out))).toEqual(['blocked', 'next-hop-gone']);
  });

  it('an elastic IP that is blocked stops it', () => {
    const eips = [
      { id: 'eip-6', address: '2402:4E00:1::5', blocked: true, boundTo: { interface: 'eni-a', privateAddress: '2402:4e00:1::5' } },
    ];
    expect(shown(trace(dual(false, { eips }), out))).toEqual(['blocked', 'eip-blocked']);
    expect(trace(dual(false, { eips: eips.map((row) => ({ ...row, blocked: false })) }), out).verdict).toBe('reachable');
  });

  it('is never of two families at once', () => {
    expect(shown(trace(dual(true), { ...out, protocol: 'ICMP' }))).toEqual(['unknown', 'families-differ']);
    expect(shown(trace(dual(true), { ...out, from: { address: '10.0.1.5' } }))).toEqual(['unknown', 'families-differ']);
    expect(trace(dual(true), { ...out, protocol: 'ICMPv6' }).verdict).toBe('reachable');
  });

  it('is not known where the API tells no IPv6, and is none where it tells that there is none', () => {
    const of = (change: (model: NetworkModel) => Partial<NetworkModel>) => {
      const model = dual(true);
      return shown(trace({ ...model, ...change(model) }, out));
    };
    expect(of(({ interfaces }) => ({ interfaces: interfaces.map(({ ipv6Addresses: _, ...row }) => row) }))).toEqual([
      'unknown',
      'ipv6-not-told',
    ]);
    expect(of(({ interfaces }) => ({ interfaces: interfaces.map((row) => ({ ...row, ipv6Addresses: [] })) }))).toEqual([
      'unknown',
      'no-ipv6-address',
    ]);
    expect(of(({ vpcs }) => ({ vpcs: vpcs.map(({ ipv6Cidrs: _, ...row }) => row) }))).toEqual(['unknown', 'ipv6-not-told']);
  });
});
