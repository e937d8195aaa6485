/** Whether what subnets send by a route through a peering gets an answer: of their table and its destination alone. */
import { meetIps } from '../addresses/ip.ts';
import { type ModelIndex, rowOf, subnetsOf, tableOf } from '../model/look-up.ts';
import type { Reason } from '../model/reasons.ts';
import { sendsAll } from '../routes/peerings.ts';
import { blockOfRoute, peerOf, type RouteRemark } from '../routes/route-health.ts';
import type { EffectiveRoute } from '../routes/routes.ts';
import type { HopFinding } from './map-hop.ts';
import { byText } from './order.ts';

type Back = Extract<HopFinding, { readonly code: 'no-way-back' | 'not-known' }>;

const backFrom = (without: ReadonlySet<string>, unsure: Reason | null): Back | null => {
  if (without.size > 0) return { code: 'no-way-back', tables: [...without].sort(byText) };
  return unsure ? { code: 'not-known', reason: unsure } : null;
};

/** As the route itself tells it: for blocks of IPv6, and for tables that no subnet uses. */
function backByRemarks(remarks: readonly RouteRemark[]): Back | null {
  const without = new Set(remarks.flatMap((one) => (one.code === 'no-return-route' ? one.routeTables : [])));
  return backFrom(without, remarks.find((one) => one.code === 'return-not-known')?.reason ?? null);
}

/**
 * What keeps answers from the subnets (ids) of a table of the VPC: tables of the peer's subnets at the destination that
 * do not lead back to all of them, or what was not read of these. null: nothing, or the route is through no peering.
 */
export function backOf(index: ModelIndex, vpc: string, subnets: readonly string[], route: EffectiveRoute): Back | null {
  if (route.type !== 'PEERCONNECTION') return null;
  if (route.status === 'unknown') return { code: 'not-known', reason: route.reason };
  const peering = rowOf(index, 'peerings', route.gateway, vpc).row;
  const peer = peering ? peerOf(peering, vpc) : null;
  const destination = blockOfRoute(route);
  if (route.status !== 'active' || !peering || peer === null || !destination) return null;
  const unknownPeer = route.remarks.some(({ code }) => code === 'peer-not-in-model');
  if (unknownPeer) return { code: 'not-known', reason: { code: 'not-in-model', kind: 'vpcs', id: peer } };
  const own = subnetsOf(index, vpc);
  const asked = new Set(subnets);
  const senders = own.rows.filter(({ of }) => asked.has(of.id));
  if (senders.length === 0 || typeof destination.from === 'bigint') return backByRemarks(route.remarks);
  const far = subnetsOf(index, peer);
  const tables = far.rows.filter((range) => meetIps(range, destination)).map(({ of }) => tableOf(index, of));
  const unsure: (Reason | null)[] = [own.more, far.more, ...tables.map(({ missing }) => missing)];
  const without = new Set<string>();
  for (const id of new Set(tables.flatMap(({ row }) => row?.id ?? []))) {
    const answers = senders.map((range) => sendsAll(index, id, peering.id, range));
    if (answers.includes(false)) without.add(id);
    for (const answer of answers) if (typeof answer === 'object') unsure.push(answer);
  }
  return backFrom(without, unsure.find((reason) => reason !== null) ?? null);
}
