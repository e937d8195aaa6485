/**
 * Where a CCN takes a packet. An attached network is routed by one of the CCN's tables: its own, or that which a policy
 * chooses by the packet's source. Of that table's routes in force the longest match decides, and it leads to an attached network.
 */
import { holdsIp, type IpAddress, type IpBlock, includesIps, ipBlockOf, meetIps } from '../addresses/ip.ts';
import { absence, attachmentsOf, type ModelIndex, partNotRead, rowOf } from '../model/look-up.ts';
import type { ModelCcn, ModelCcnAttachment, ModelCcnRoute } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';

/** A CCN as an attached network meets it; or why it carries nothing, or cannot be told. */
type CcnEntry =
  | { readonly kind: 'in'; readonly ccn: Required<Pick<ModelCcn, 'id' | 'routes' | 'selections'>>; readonly table: string }
  | { readonly kind: 'dead' | 'unknown'; readonly reason: Reason };

const dead = (reason: Reason): CcnEntry => ({ kind: 'dead', reason });
const unknown = (reason: Reason): CcnEntry => ({ kind: 'unknown', reason });

/** Whether an attachment carries anything; null when it does. */
function attachmentFault({ ccn, state, told = '' }: ModelCcnAttachment): CcnEntry | null {
  if (state === 'active') return null;
  return state === 'unknown' ? unknown({ code: 'state-not-known', id: ccn, told }) : dead({ code: 'next-hop-not-active', id: ccn, state });
}

/** What a network sees of a CCN that its routes name. */
export function enterCcn(index: ModelIndex, instance: string, id: string): CcnEntry {
  const { rows, more } = attachmentsOf(index, instance);
  const attachment = rows.find(({ ccn }) => ccn === id);
  if (!attachment) return more ? unknown(more) : dead({ code: 'not-in-ccn', id, vpc: instance });
  const fault = attachmentFault(attachment);
  if (fault) return fault;
  const ccn = rowOf(index, 'ccns', id);
  const untold: Reason = { code: 'ccn-routes-not-known', id };
  if (!ccn.row) return unknown(ccn.missing ?? untold);
  const { state, told = '', routes, selections } = ccn.row;
  if (state === 'arrears') return dead({ code: 'next-hop-not-active', id, state });
  if (state === 'unknown') return unknown({ code: 'state-not-known', id, told });
  if (!routes || !selections || attachment.routeTable === undefined) return unknown(partNotRead(index, 'ccns', id) ?? untold);
  return { kind: 'in', ccn: { id, routes, selections }, table: attachment.routeTable };
}

type InCcn = Extract<CcnEntry, { readonly kind: 'in' }>;

const inForce = ({ ccn }: InCcn, table: string): ModelCcnRoute[] =>
  ccn.routes.filter((route) => route.enabled && route.routeTable === table);

const policiesOf = ({ ccn }: InCcn, instance: string) => ccn.selections.filter((one) => one.instance === instance);

/** The tables that some packet of the network may be routed by. */
const tablesFor = (entry: InCcn, instance: string): string[] => [
  ...new Set([entry.table, ...policiesOf(entry, instance).map(({ routeTable }) => routeTable)]),
];

/** Whether the CCN takes packets of the network for a block: all of it, some of it, or none. */
export function carriesBlock(entry: InCcn, instance: string, block: IpBlock): 'all' | 'part' | 'none' {
  const routes = tablesFor(entry, instance).flatMap((table) => inForce(entry, table).map(({ destination }) => ipBlockOf(destination)));
  if (routes.some((route) => includesIps(route, block))) return 'all';
  return routes.some((route) => meetIps(route, block)) ? 'part' : 'none';
}

/** Where one packet goes from there: to an attached network, or why nowhere, or why it cannot be told. */
type CcnTarget =
  | { readonly kind: 'to'; readonly instance: string; readonly type: string }
  | { readonly kind: 'block' | 'unknown'; readonly reason: Reason };

/** The policy's table with the longest source that holds the packet's, else the network's own. */
function tableOf(entry: InCcn, instance: string, source: IpAddress): string {
  const fitting = policiesOf(entry, instance).filter(({ source: block }) => holdsIp(ipBlockOf(block), source));
  fitting.sort((a, b) => ipBlockOf(b.source).prefix - ipBlockOf(a.source).prefix);
  return fitting[0]?.routeTable ?? entry.table;
}

/** Follows a packet that has entered the CCN. */
export function targetIn(index: ModelIndex, entry: InCcn, instance: string, source: IpAddress, destination: IpAddress): CcnTarget {
  const { id } = entry.ccn;
  const fitting = inForce(entry, tableOf(entry, instance, source)).filter((route) => holdsIp(ipBlockOf(route.destination), destination));
  const longest = Math.max(-1, ...fitting.map((route) => ipBlockOf(route.destination).prefix));
  const best = fitting.filter((route) => ipBlockOf(route.destination).prefix === longest);
  const [first] = best;
  if (!first) return { kind: 'block', reason: { code: 'no-ccn-route', id } };
  if (best.some((route) => route.instance !== first.instance)) {
    return { kind: 'unknown', reason: { code: 'several-routes', destination: first.destination } };
  }
  const { rows, more } = attachmentsOf(index, first.instance);
  const there = rows.find(({ ccn }) => ccn === id);
  if (!there) return { kind: 'unknown', reason: absence({ missing: more }, 'ccnAttachments', first.instance) };
  const fault = attachmentFault(there);
  if (fault && fault.kind !== 'in') return { kind: fault.kind === 'dead' ? 'block' : 'unknown', reason: fault.reason };
  return { kind: 'to', instance: first.instance, type: there.type };
}
