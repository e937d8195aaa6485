/** Who has addresses already: VPCs by all their ranges, far ends of tunnels, and whatever routes lead to elsewhere. */
import { blockOf, blocksOverlap } from './cidr.ts';
import { allOf, everyGap, indexOf, type ModelIndex, rowOf } from './look-up.ts';
import type { ModelRoute, NetworkModel, NotKnown } from './model.ts';
import { blockOfRoute, peerOf } from './route-health.ts';

export interface Claim {
  readonly cidr: string;
  /** 'vpc': a range of its own; 'tunnel': the far side of a VPN connection; 'route': where a route table leads. */
  readonly kind: 'vpc' | 'tunnel' | 'route';
  /** The VPC, the connection or the route table. */
  readonly id: string;
  /** The VPC that has it, or that reaches it; null where that is not known. */
  readonly vpc: string | null;
}

/** The internet is nobody's, and what a peering leads to is told by the far VPC itself, where that is known. */
function isElsewhere(index: ModelIndex, vpc: string, route: ModelRoute): boolean {
  if (route.enabled === false || route.type === 'LOCAL' || route.type === 'NAT' || route.type === 'EIP') return false;
  const block = blockOfRoute(route);
  if (!block || block.prefix === 0) return false;
  if (route.type !== 'PEERCONNECTION') return true;
  const peering = rowOf(index, 'peerings', route.gateway, vpc).row;
  const far = peering && peerOf(peering, vpc);
  return !far || rowOf(index, 'vpcs', far).row === null;
}

/** Every block that is in use somewhere, over all regions and accounts of the model. */
export function claimedBlocks(model: NetworkModel): Claim[] {
  const index = indexOf(model);
  const vpcs = allOf(index, 'vpcs').rows.flatMap(({ id, cidr, secondaryCidrs = [] }) =>
    [cidr, ...secondaryCidrs].map((block): Claim => ({ cidr: block, kind: 'vpc', id, vpc: id })),
  );
  const tunnels = allOf(index, 'vpnConnections').rows.flatMap(({ id, gateway, spds }) => {
    const vpc = rowOf(index, 'vpnGateways', gateway).row?.vpc ?? null;
    const blocks = new Set(spds.flatMap(({ remote }) => remote));
    return [...blocks].map((cidr): Claim => ({ cidr, kind: 'tunnel', id, vpc }));
  });
  const routes = allOf(index, 'routeTables').rows.flatMap(({ id, vpc, routes: rows }) =>
    rows.filter((route) => isElsewhere(index, vpc, route)).map(({ destination }): Claim => ({ cidr: destination, kind: 'route', id, vpc })),
  );
  return [...vpcs, ...tunnels, ...routes];
}

/** The claims that share addresses with a block. @throws RangeError on a text that is no CIDR block. */
export function claimsOn(model: NetworkModel, block: string): Claim[] {
  const wanted = blockOf(block);
  return claimedBlocks(model).filter(({ cidr }) => blocksOverlap(blockOf(cidr), wanted));
}

/** What is reached elsewhere by addresses that a VPC has, each pair once. VPCs among themselves: `vpcOverlaps`. */
export interface Collision {
  readonly claim: Claim;
  readonly vpc: string;
  readonly cidr: string;
}

export function collisions(model: NetworkModel): Collision[] {
  const claims = claimedBlocks(model);
  const vpcs = claims.filter(({ kind }) => kind === 'vpc');
  const found = claims
    .filter(({ kind }) => kind !== 'vpc')
    .flatMap((claim) =>
      vpcs
        .filter(({ cidr }) => blocksOverlap(blockOf(cidr), blockOf(claim.cidr)))
        .map(({ id, cidr }): Collision => ({ claim, vpc: id, cidr })),
    );
  const keyOf = ({ claim, vpc, cidr }: Collision) => [claim.kind, claim.id, claim.cidr, vpc, cidr].join(' ');
  return found.filter((one, at) => found.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}

/** The lists that were not read whole, and could hold further claims. */
export const claimsNotRead = (model: NetworkModel): NotKnown[] =>
  everyGap(indexOf(model), ['vpcs', 'vpnConnections', 'routeTables', 'peerings']);
