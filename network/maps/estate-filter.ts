/** Parts of the estate: what is sought, what is near a thing, what belongs to it. */
import { holdsIp, parseIp, parseIpBlock } from '../addresses/ip.ts';
import type { Estate, EstateVpc } from './estate.ts';
import type { EstateExit } from './estate-findings.ts';
import type { EstateLine, EstateNode, EstateView } from './estate-groups.ts';
import type { WayState } from './map-hop.ts';

/** What joins VPCs, and what leaves them. A peering with a VPC that nobody here can read is a peering too. */
export const estateKinds = ['peering', 'ccn', 'internet', 'remote', 'data-centre'] as const;
export type EstateKind = (typeof estateKinds)[number];

/** What is shown; '' and false show everything. */
export interface EstateFilter {
  /** Kinds that are left out, as if there were none. */
  readonly without: ReadonlySet<EstateKind>;
  /** VPCs that nothing joins and nothing leaves are left out. */
  readonly joinedOnly: boolean;
  readonly account: string;
  readonly region: string;
  /** Lines in this state, and what they join. */
  readonly state: WayState | '';
  /** VPCs with findings only. */
  readonly troubled: boolean;
  /** A VPC or a CCN, and how many hops away from it the others may be. */
  readonly near: { readonly id: string; readonly hops: number } | null;
}

/** A peering or a place in a CCN that is refused, expired or only asked for joins nothing; nor does one that is not paid. */
const apart: ReadonlySet<WayState> = new Set(['asked', 'expired', 'dead']);

/** What links join each thing with. The same addresses join nothing. */
function neighbours(links: Estate['links']): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { kind, ends, state } of links) {
    if (kind === 'overlap' || apart.has(state)) continue;
    ends.forEach((end, at) => {
      const other = ends[1 - at] ?? end;
      const held = found.get(end);
      if (held) held.push(other);
      else found.set(end, [other]);
    });
  }
  return found;
}

/** Keys of the VPCs and CCNs within so many hops of one, itself among them. A CCN is no hop of its own: it joins what is in it. */
function within({ links, hubs }: Estate, from: string, hops: number): Set<string> {
  const near = neighbours(links);
  const ccns = new Set(hubs.map(({ key }) => key));
  const seen = new Set([from]);
  let edge = [from];
  for (let hop = 0; hop < hops; hop += 1) {
    const next: string[] = [];
    // A CCN is passed within the hop that comes to it.
    for (let queue = edge; queue.length > 0; ) {
      const reached = [...new Set(queue.flatMap((key) => near.get(key) ?? []))].filter((key) => !seen.has(key));
      for (const key of reached) seen.add(key);
      next.push(...reached.filter((key) => !ccns.has(key)));
      queue = reached.filter((key) => ccns.has(key));
    }
    edge = next;
  }
  return seen;
}

const kindOfExit = ({ kind }: EstateExit): EstateKind => (kind === 'peer' ? 'peering' : kind);

/** The estate as if it had nothing of some kinds. Addresses that are the same are of no kind. */
function ofKinds(estate: Estate, without: ReadonlySet<EstateKind>): Estate {
  if (without.size === 0) return estate;
  return {
    ...estate,
    vpcs: estate.vpcs.map((vpc) => ({ ...vpc, exits: vpc.exits.filter((exit) => !without.has(kindOfExit(exit))) })),
    links: estate.links.filter(({ kind }) => kind === 'overlap' || !without.has(kind)),
  };
}

/** The estate with what the filter shows, and the links between that. */
export function filterEstate(whole: Estate, { without, joinedOnly, account, region, state, troubled, near }: EstateFilter): Estate {
  const estate = ofKinds(whole, without);
  const linked = new Set(estate.links.flatMap(({ kind, ends }) => (kind === 'overlap' ? [] : ends)));
  const start = near && (estate.vpcs.find(({ id }) => id === near.id) ?? estate.hubs.find(({ id }) => id === near.id));
  const close = near && within(estate, start?.key ?? near.id, near.hops);
  const inState = state === '' ? null : new Set(estate.links.filter((link) => link.state === state).flatMap(({ ends }) => ends));
  const isShown = (vpc: EstateVpc): boolean =>
    (account === '' || vpc.account === account) &&
    (region === '' || vpc.region === region) &&
    (!troubled || vpc.findings.length > 0) &&
    (!joinedOnly || vpc.exits.length > 0 || linked.has(vpc.key)) &&
    (inState === null || inState.has(vpc.key)) &&
    (close === null || close.has(vpc.key));
  const vpcs = estate.vpcs.filter(isShown);
  const keys = new Set(vpcs.map(({ key }) => key));
  const joined = estate.links.filter((link) => state === '' || link.state === state);
  // A CCN is shown with the VPCs that are in it.
  const hubs = estate.hubs.filter(({ key }) => joined.some(({ ends: [a, b] }) => (a === key && keys.has(b)) || (b === key && keys.has(a))));
  for (const { key } of hubs) keys.add(key);
  return { vpcs, hubs, links: joined.filter(({ ends }) => ends.every((end) => keys.has(end))) };
}

/** VPCs, links and exits that a text names, by the key of the VPC or link: by name, id or block, or by an address in a range. */
export function searchEstate(estate: Estate, text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const address = parseIp(wanted);
  const has = (...texts: readonly string[]): boolean => texts.some((one) => one.toLowerCase().includes(wanted));
  const holds = (cidr: string): boolean => {
    const block = address === null ? null : parseIpBlock(cidr);
    return block !== null && address !== null && holdsIp(block, address);
  };
  const rank = ({ name, id, cidrs, exits }: EstateVpc): number => {
    if (name.toLowerCase() === wanted || id === wanted) return 0;
    if (name.toLowerCase().startsWith(wanted)) return 1;
    if (has(name, id, ...cidrs) || cidrs.some(holds)) return 2;
    return exits.some((exit) => has(exit.name, exit.id, ...exit.blocks) || exit.blocks.some(holds)) ? 3 : 4;
  };
  const vpcs = estate.vpcs
    .map((vpc) => ({ key: vpc.key, rank: rank(vpc) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank);
  const links = estate.links.filter(({ name, id }) => has(name, id)).map(({ key }) => key);
  const hubs = estate.hubs.filter(({ name, id }) => has(name, id)).map(({ key }) => key);
  return [...vpcs.map(({ key }) => key), ...hubs, ...links];
}

/** The key of what stands on the map for a VPC, a CCN or a link: itself, its stack, or the bundle that it is in; null where it is not shown. */
export function shownFor(view: EstateView, key: string): string | null {
  const node = view.nodes.find((one) => one.key === key || one.vpcs.some((vpc) => vpc.key === key));
  if (node) return node.key;
  const line = view.lines.find((one) => one.key === key || one.links.some((link) => link.key === key));
  return line?.key ?? null;
}

/** How many links a thing on the map has with others, those that a filter leaves out too. Those within a stack are none of them. */
export function linkCount({ links }: Pick<Estate, 'links'>, { key, vpcs }: Pick<EstateNode, 'key' | 'vpcs'>): number {
  const own = new Set([key, ...vpcs.map((vpc) => vpc.key)]);
  return links.filter(({ ends: [a, b] }) => own.has(a) !== own.has(b)).length;
}

/** How many links the lines of a thing on the map stand for. */
export const shownLinks = (view: EstateView, key: string): number => linesAt(view, key).reduce((sum, { links }) => sum + links.length, 0);

/** Lines of a thing on the map. */
export const linesAt = (view: EstateView, key: string): EstateLine[] => view.lines.filter(({ ends }) => ends.includes(key));

/** What is lit with a thing: its lines and what is at their ends; null for none. */
export function litOnEstate(view: EstateView, key: string | null): ReadonlySet<string> | null {
  const shown = key === null ? null : shownFor(view, key);
  if (shown === null) return null;
  const line = view.lines.find((one) => one.key === shown);
  if (line) return new Set([line.key, ...line.ends]);
  return new Set([shown, ...linesAt(view, shown).flatMap((one) => [one.key, ...one.ends])]);
}
