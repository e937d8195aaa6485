/** The paths people ask about, one by one. */
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import type { PlainRule } from '../rules/rule.ts';
import { accept, group, https, network, pcx, peeredNetwork, throughNat } from '../testing/two-vpcs.ts';
import type { PathQuery } from './path.ts';
import { trace } from './trace.ts';

/** Subnet B behind an ACL. */
function withAcl(ingress: readonly PlainRule[], egress: readonly PlainRule[]): NetworkModel {
  const model = network();
  const subnets = model.subnets.map((row) => (row.id === 'subnet-b' ? { ...row, networkAcl: 'acl-b' } : row));
  return { ...model, subnets, networkAcls: [{ id: 'acl-b', vpc: 'vpc-b', ingress, egress }] };
}

const nat = { id: 'nat-a', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1'] } as const;
const eip = (one: string) => ({
  id: `eip-${one}`,
  address: `43.0.1.${one === 'a' ? 1 : 2}`,
  boundTo: { interface: `eni-${one}`, privateAddress: `10.${one === 'a' ? 0 : 1}.1.5` },
});

const steps = (model: NetworkModel, query: PathQuery) => {
  const { forward, return: back } = trace(model, query);
  return [forward.map(({ step, id }) => `${step} ${id}`), back.map(({ step, id }) => `${step} ${id}`)];
};

describe('paths that work', () => {
  it('through a peering, hop by hop and back', () => {
    const answer = trace(network(), https);
    expect([answer.verdict, answer.decidedBy, answer.because]).toEqual(['reachable', null, null]);
    expect(answer.sourcePorts).toEqual([{ from: 1024, to: 65535 }]);
    expect(steps(network(), https)).toEqual([
      ['interface eni-a', 'security-group eni-a', 'route rtb-a', 'peering pcx-ab', 'interface eni-b', 'security-group eni-b'],
      ['route rtb-b', 'peering pcx-ab'],
    ]);
  });

  it('out through NAT, which beats an EIP', () => {
    const model = network({ natGateways: [nat], eips: [eip('a')] }, [throughNat]);
    const query: PathQuery = { from: { interface: 'eni-a' }, to: { internet: true }, protocol: 'TCP', port: 443 };
    expect(trace(model, query).verdict).toBe('reachable');
    expect(steps(model, query)).toEqual([
      ['interface eni-a', 'security-group eni-a', 'route rtb-a', 'nat-gateway nat-a', 'internet null'],
      ['internet null', 'nat-gateway nat-a'],
    ]);
    expect(trace(model, query).forward.at(-1)?.source).toBe('43.0.0.1');
  });

  it('out by its own EIP when a route says so, and when none matches', () => {
    const byRoute = network({ natGateways: [nat], eips: [eip('a')] }, [{ destination: '0.0.0.0/0', type: 'EIP', gateway: '0' }]);
    const query: PathQuery = { from: { interface: 'eni-a' }, to: { address: '8.8.8.8' }, protocol: 'UDP', port: 53 };
    for (const model of [byRoute, network({ eips: [eip('a')] })]) {
      expect(trace(model, query).verdict).toBe('reachable');
      expect(steps(model, query)[0]).toContain('eip eip-a');
    }
  });

  it('in through an EIP, and the answer leaves by it though the routes lead to NAT', () => {
    const model = network({ natGateways: [nat], eips: [eip('a')] }, [throughNat]);
    const answer = trace(model, { from: { internet: true }, to: { interface: 'eni-a' }, protocol: 'TCP', port: 22 });
    expect(answer.verdict).toBe('reachable');
    expect(answer.return.map(({ step }) => step)).toEqual(['eip', 'internet']);
  });

  it('from one VPC to another’s EIP over the internet, seen there as the NAT’s address', () => {
    const groups = group([accept('TCP', '443', '43.0.0.1')]);
    const model = network({ natGateways: [nat], eips: [eip('b')], securityGroups: groups }, [throughNat]);
    const query: PathQuery = { from: { interface: 'eni-a' }, to: { address: '43.0.1.2' }, protocol: 'TCP', port: 443 };
    expect(trace(model, query).verdict).toBe('reachable');
    const two = { ...model, natGateways: [{ ...nat, eips: ['43.0.0.1', '43.0.0.9'] }] };
    expect(trace(two, query)).toMatchObject({ verdict: 'unknown', because: { code: 'several-sources' } });
  });
});

describe('paths that are blocked', () => {
  it('by an ACL on the answer only: the ephemeral-port trap', () => {
    const model = withAcl([accept('TCP', '443')], [accept('TCP', '443')]);
    const answer = trace(model, https);
    expect(answer).toMatchObject({ verdict: 'blocked', decidedBy: { way: 'return', index: 0 }, because: { code: 'filtered' } });
    expect(answer.return[0]?.rule).toEqual({ owner: 'acl-b', direction: 'egress', index: null, action: 'DROP' });
    expect(answer.repairs).toEqual([
      {
        kind: 'add-acl-rule',
        networkAcl: 'acl-b',
        direction: 'egress',
        before: null,
        protocol: 'TCP',
        port: '1024-65535',
        cidr: '10.0.1.5',
      },
    ]);
  });

  it('for some clients, when the ACL lets only part of the client ports back', () => {
    const model = withAcl([accept('TCP', '443')], [accept('TCP', '32768-60999')]);
    expect(trace(model, https)).toMatchObject({ verdict: 'ambiguous', sourcePorts: [{ from: 32768, to: 60999 }] });
    expect(trace(model, { ...https, sourcePort: 40_000 }).verdict).toBe('reachable');
    expect(trace(model, { ...https, sourcePort: 2000 }).verdict).toBe('blocked');
  });

  it('by an ACL before the group is asked, and never by an ACL inside one subnet', () => {
    const model = withAcl([], []);
    expect(trace(model, https).forward.find(({ result }) => result === 'block')?.step).toBe('network-acl');
    const twin = { ...model.interfaces[1], id: 'eni-twin', addresses: [{ address: '10.1.1.6', primary: true }] };
    const inside = { ...model, interfaces: [...model.interfaces, twin as (typeof model.interfaces)[number]] };
    expect(trace(inside, { ...https, from: { interface: 'eni-twin' } }).verdict).toBe('reachable');
  });

  it('by two VPCs of one range: Local wins', () => {
    const model = network();
    const vpcs = model.vpcs.map((row) => ({ ...row, cidr: '10.1.0.0/16' }));
    const subnets = model.subnets.map((row) => (row.id === 'subnet-a' ? { ...row, cidr: '10.1.9.0/24' } : row));
    const interfaces = model.interfaces.map((row) =>
      row.id === 'eni-a' ? { ...row, addresses: [{ address: '10.1.9.5', primary: true }] } : row,
    );
    const answer = trace({ ...model, vpcs, subnets, interfaces }, https);
    expect(answer).toMatchObject({ verdict: 'blocked', because: { code: 'leads-elsewhere', to: 'vpc-a' }, repairs: [] });
  });

  it('by the missing route back', () => {
    const answer = trace(peeredNetwork([pcx('10.1.0.0/16')], []), https);
    expect(answer).toMatchObject({ verdict: 'blocked', decidedBy: { way: 'return' }, because: { code: 'no-route', routeTable: 'rtb-b' } });
    expect(answer.repairs).toEqual([
      { kind: 'add-route', routeTable: 'rtb-b', destination: '10.0.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-ab' },
    ]);
  });

  it('by several things at once: all of them are told', () => {
    const model = withAcl([], []);
    const groups = group([]);
    const { repairs } = trace(
      {
        ...model,
        securityGroups: groups,
        routeTables: model.routeTables.map((row) => (row.id === 'rtb-b' ? { ...row, routes: [] } : row)),
      },
      https,
    );
    expect(repairs.map(({ kind }) => kind)).toEqual(['add-acl-rule', 'add-policy', 'add-acl-rule', 'add-route']);
  });
});

describe('questions that mean several things', () => {
  it('from the internet to a port that is open to one office only', () => {
    const groups = group([accept('TCP', '22', '203.0.113.0/24')], []);
    const answer = trace(network({ securityGroups: groups, eips: [eip('a')] }), {
      from: { internet: true },
      to: { interface: 'eni-a' },
      protocol: 'TCP',
      port: 22,
    });
    expect(answer.verdict).toBe('ambiguous');
    const open = answer.cases.find(({ verdict }) => verdict === 'reachable');
    expect([open?.from.address, open?.pairs]).toEqual(['203.0.113.0', 256]);
  });

  it('refuses a port that is none', () => {
    expect(() => trace(network(), { ...https, port: 70_000 })).toThrow(RangeError);
    const { port: _, ...portless } = https;
    expect(() => trace(network(), portless)).toThrow('needs a port');
    expect(trace(network(), { ...portless, protocol: 'ICMP' })).toMatchObject({ verdict: 'reachable', sourcePorts: null });
  });

  it('from a subnet of which a rule names one interface', () => {
    const model = network({ securityGroups: group([{ ...accept('ALL', 'ALL', '10.0.1.5'), action: 'DROP' }, accept('ALL', 'ALL')]) });
    const [first] = model.interfaces;
    const beside = [4, 6].map(
      (last) => ({ ...first, id: `eni-${last}`, addresses: [{ address: `10.0.1.${last}`, primary: true }] }) as NonNullable<typeof first>,
    );
    const answer = trace({ ...model, interfaces: [...model.interfaces, ...beside] }, { ...https, from: { subnet: 'subnet-a' } });
    expect(answer.verdict).toBe('ambiguous');
    expect(answer.cases.map(({ verdict, pairs }) => [verdict, pairs]).sort()).toEqual([
      ['blocked', 1],
      ['reachable', 2],
    ]);
  });
});
