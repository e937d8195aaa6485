/** What the readiness matrix shows of each pair. Pure. */
import type { NetworkModel } from '../model/model.ts';
import type { PeeringFact } from './peerings.ts';

/**
 * `ready`: traffic flows both ways. Joined otherwise: `routes` are missing for some, `oneWay` on one side altogether,
 * `noRoutes` on both. `unknown`: something was not read that could change it.
 */
export type PairState = 'ready' | 'routes' | 'oneWay' | 'noRoutes' | 'requested' | 'possible' | 'overlap' | 'unknown';

const carried = { both: 'ready', part: 'routes', 'one-way': 'oneWay', nothing: 'noRoutes', unknown: 'unknown' } as const;

export function pairStateOf(fact: PeeringFact): PairState {
  return fact.carries === null ? (fact.state === 'peered' ? 'unknown' : fact.state) : carried[fact.carries];
}

/** One key for both orders of a pair. */
export const vpcPairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export const factsByPair = (facts: readonly PeeringFact[]): ReadonlyMap<string, PeeringFact> =>
  new Map(facts.map((fact) => [vpcPairKey(fact.a, fact.b), fact]));

export const pairCounts = (facts: readonly PeeringFact[]): Readonly<Record<PairState, number>> => {
  const counts = { ready: 0, routes: 0, oneWay: 0, noRoutes: 0, requested: 0, possible: 0, overlap: 0, unknown: 0 };
  for (const fact of facts) counts[pairStateOf(fact)] += 1;
  return counts;
};

type Vpc = NetworkModel['vpcs'][number];

/** VPCs by account, region and name, so that neighbours stand side by side; those with the text in name, id, range or region. */
export function filterVpcs(vpcs: readonly Vpc[], nameOf: (id: string) => string, text: string): Vpc[] {
  const wanted = text.trim().toLowerCase();
  const told = (vpc: Vpc): string => `${nameOf(vpc.id)} ${vpc.id} ${vpc.cidr} ${vpc.region} ${vpc.account}`.toLowerCase();
  const order = (vpc: Vpc): string => `${vpc.account} ${vpc.region} ${nameOf(vpc.id)}`;
  return vpcs.filter((vpc) => told(vpc).includes(wanted)).toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}
