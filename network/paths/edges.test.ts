/** The engine at its edges: cases that were once answered wrongly or not at all. */
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import { nextHop } from '../routes/routes.ts';
import type { PlainRule } from '../rules/rule.ts';
import { accept, group, https, network, pcx, peeredNetwork, throughNat } from '../testing/two-vpcs.ts';
import type { PathQuery } from './path.ts';
import { trace } from './trace.ts';

const drop = (port: string, cidr = '0.0.0.0/0'): PlainRule => ({ action: 'DROP', protocol: 'TCP', port, cidr });

/** Subnet B behind an ACL. */
function withAcl(ingress: readonly PlainRule[], egress: readonly PlainRule[], model = network()): NetworkModel {
  const subnets = model.subnets.map((row) => (row.id === 'subnet-b' ? { ...row, networkAcl: 'acl-b' } : row));
  return { ...model, subnets, networkAcls: [{ id: 'acl-b', vpc: 'vpc-b', ingress, egress }] };
}

describe('a NAT gateway with several addresses', () => {
  const toEip: PathQuery = { from: { interface: 'eni-a' }, to: { address: '43.0.1.2' }, protocol: 'TCP', port: 443 };
  const eips = [{ id: 'eip-b', address: '43.0.1.2', boundTo: { interface: 'eni-b', privateAddress: '10.1.1.5' } }];
  const natGateways = [{ id: 'nat-a', vpc: 'vpc-a', state: 'available' as const, eips: ['43.0.0.1', '43.0.0.9'] }];
  const behind = (acl: readonly PlainRule[], rules: readonly PlainRule[]) =>
    withAcl(acl, [accept('ALL', 'ALL')], network({ natGateways, eips, securityGroups: group(rules) }, [throughNat]));

  it('is blocked when each of them is stopped, be it at another place', () => {
    const answer = trace(behind([drop('443', '43.0.0.1'), accept('ALL', 'ALL')], [drop('443', '43.0.0.9'), accept('ALL', 'ALL')]), toEip);
    expect([answer.verdict, answer.because?.code]).toEqual(['blocked', 'filtered']);
  });

  it('is unknown when one of them gets through, and says why', () => {
    const answer = trace(behind([drop('443', '43.0.0.1'), accept('ALL', 'ALL')], [accept('ALL', 'ALL')]), toEip);
    expect([answer.verdict, answer.because?.code]).toEqual(['unknown', 'several-sources']);
    expect(trace(behind([accept('ALL', 'ALL')], [accept('ALL', 'ALL')]), toEip).verdict).toBe('reachable');
  });
});

describe('an ACL that is closed in part', () => {
  it('is mended before the first of all the rules in the way, not of the first port', () => {
    const rules = [drop('40000-50000'), accept('TCP', '443'), drop('1024-2000'), accept('ALL', 'ALL')];
    const answer = trace(withAcl([accept('ALL', 'ALL')], rules), https);
    expect(answer.verdict).toBe('ambiguous');
    const [repair] = answer.repairs;
    expect(repair).toMatchObject({ kind: 'add-acl-rule', before: 0, port: '1024-65535' });
    const mended =
      repair?.kind === 'add-acl-rule' ? rules.toSpliced(repair.before ?? rules.length, 0, accept('TCP', repair.port, repair.cidr)) : [];
    expect(trace(withAcl([accept('ALL', 'ALL')], mended), https).verdict).toBe('reachable');
  });

  it('has the rules that may be in the way counted among them', () => {
    const doubtful = { action: 'DROP' as const, protocol: 'TCP' as const, port: '443', addressTemplate: 'ipm-x' };
    const model = network({
      securityGroups: [{ ...group([])[0], ingress: [doubtful, drop('443')] } as NetworkModel['securityGroups'][number]],
    });
    expect(trace(model, https)).toMatchObject({ verdict: 'blocked', repairs: [{ kind: 'add-policy', before: 0 }] });
  });
});

describe('two routes of one destination', () => {
  const gone = (gateway: string) => ({ destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway });

  it('lose the packet when both are dead', () => {
    const model = peeredNetwork([gone('pcx-x'), gone('pcx-y')], [pcx('10.0.0.0/16')]);
    expect(nextHop(model, 'subnet-a', '10.1.1.5')).toMatchObject({ kind: 'dead', route: { gateway: 'pcx-x' } });
    expect(trace(model, https)).toMatchObject({ verdict: 'blocked', because: { code: 'next-hop-gone', id: 'pcx-x' } });
  });

  it('are not chosen between while one of them lives', () => {
    const model = peeredNetwork([gone('pcx-x'), pcx('10.1.0.0/16')], [pcx('10.0.0.0/16')]);
    expect(trace(model, https)).toMatchObject({ verdict: 'unknown', because: { code: 'several-routes' } });
  });
});

describe('a path that is stopped on its way back', () => {
  it('has no source ports, by an ACL or by a route', () => {
    expect(trace(withAcl([accept('ALL', 'ALL')], [accept('TCP', '443')]), https)).toMatchObject({ verdict: 'blocked', sourcePorts: [] });
    expect(trace(peeredNetwork([pcx('10.1.0.0/16')], []), https)).toMatchObject({ verdict: 'blocked', sourcePorts: [] });
  });

  it('keeps those that are open when it is open for some', () => {
    const answer = trace(withAcl([accept('ALL', 'ALL')], [accept('TCP', '2000-3000')]), https);
    expect(answer).toMatchObject({ verdict: 'ambiguous', sourcePorts: [{ from: 2000, to: 3000 }] });
  });
});

describe('what a row does not tell', () => {
  const odd = { destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-ab' };

  it('is no state: a peering, a gateway and a tunnel in a state nobody knows are neither good nor bad', () => {
    const peerings = [{ id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-b'] as const, state: 'unknown' as const, told: '9' }];
    expect(trace(network({ peerings }), https)).toMatchObject({ verdict: 'unknown', because: { code: 'state-not-known', told: '9' } });
    const natGateways = [{ id: 'nat-a', vpc: 'vpc-a', state: 'unknown' as const, told: '7', eips: ['43.0.0.1'] }];
    const out: PathQuery = { ...https, to: { address: '8.8.8.8' } };
    expect(trace(network({ natGateways }, [throughNat]), out)).toMatchObject({ verdict: 'unknown', because: { code: 'state-not-known' } });
  });

  it('is no attachment, no route table and no route', () => {
    const model = network();
    const interfaces = model.interfaces.map(({ instance: _, ...row }) => row);
    expect(trace({ ...model, interfaces }, https)).toMatchObject({ verdict: 'unknown', because: { code: 'attachment-not-known' } });
    const subnets = model.subnets.map((row) => ({ ...row, routeTable: null }));
    expect(trace({ ...model, subnets }, https)).toMatchObject({ verdict: 'unknown', because: { code: 'route-table-not-known' } });
    const unread = { destination: '', type: 'NAT', gateway: 'nat-a', unread: ['DestinationCidrBlock'] };
    expect(trace(peeredNetwork([odd, unread], [pcx('10.0.0.0/16')]), https)).toMatchObject({
      verdict: 'unknown',
      because: { code: 'route-not-read' },
    });
  });

  it('leaves IPv4 alone where a route is for IPv6', () => {
    const ipv6 = { destination: '2001:db8::/32', type: 'NAT', gateway: 'nat-a' };
    expect(trace(peeredNetwork([odd, ipv6], [pcx('10.0.0.0/16')]), https).verdict).toBe('reachable');
  });
});
