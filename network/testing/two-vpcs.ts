/** Two peered VPCs with an interface each: the network that the named cases change. */
import { emptyModel, type ModelRoute, type NetworkModel } from '../model/model.ts';
import type { PathQuery } from '../paths/path.ts';
import type { PlainRule } from '../rules/rule.ts';

export const accept = (protocol: PlainRule['protocol'], port: string, cidr = '0.0.0.0/0'): PlainRule => ({
  action: 'ACCEPT',
  protocol,
  port,
  cidr,
});

/** A route through the peering of the two. */
export const pcx = (destination: string): ModelRoute => ({ destination, type: 'PEERCONNECTION', gateway: 'pcx-ab' });

/** From A's interface to B's. */
export const https: PathQuery = { from: { interface: 'eni-a' }, to: { interface: 'eni-b' }, protocol: 'TCP', port: 443 };

/** Two peered VPCs with one interface each, all filters open, and the given custom routes. */
export function peeredNetwork(inA: readonly ModelRoute[], inB: readonly ModelRoute[]): NetworkModel {
  const ends = [
    { name: 'a', block: '10.0', routes: inA },
    { name: 'b', block: '10.1', routes: inB },
  ];
  return {
    ...emptyModel,
    vpcs: ends.map(({ name, block }) => ({ id: `vpc-${name}`, account: '1', region: 'ap-guangzhou', cidr: `${block}.0.0/16` })),
    subnets: ends.map(({ name, block }) => ({ id: `subnet-${name}`, vpc: `vpc-${name}`, cidr: `${block}.1.0/24`, networkAcl: null })),
    routeTables: ends.map(({ name, routes }) => ({ id: `rtb-${name}`, vpc: `vpc-${name}`, main: true, routes })),
    interfaces: ends.map(({ name, block }) => ({
      id: `eni-${name}`,
      vpc: `vpc-${name}`,
      subnet: `subnet-${name}`,
      addresses: [{ address: `${block}.1.5`, primary: true }],
      securityGroups: ['sg-open'],
      instance: `ins-${name}`,
    })),
    securityGroups: [
      { id: 'sg-open', account: '1', region: 'ap-guangzhou', ingress: [accept('ALL', 'ALL')], egress: [accept('ALL', 'ALL')] },
    ],
    peerings: [{ id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-b'], state: 'active' }],
  };
}

/** Both VPCs with their routes to each other; `change` makes it the network of a case. */
export function network(change: Partial<NetworkModel> = {}, inA: readonly ModelRoute[] = []): NetworkModel {
  return { ...peeredNetwork([pcx('10.1.0.0/16'), ...inA], [pcx('10.0.0.0/16')]), ...change };
}

/** A group of both interfaces with other rules. */
export const group = (ingress: readonly PlainRule[], egress: readonly PlainRule[] = [accept('ALL', 'ALL')]) => [
  { id: 'sg-open', account: '1', region: 'ap-guangzhou', ingress, egress },
];

export const throughNat: ModelRoute = { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-a' };
