/** A CCN as a next hop: the networks that are in it with this VPC, and whether it has routes to them and back. */
import { type IpBlock, ipBlockOf, meetIps } from '../addresses/ip.ts';
import { allOf, attachmentsOf, cidrsOf, type ModelIndex, memoize, rowOf, subnetsOf, tableOf } from '../model/look-up.ts';
import type { ModelCcn, ModelCcnAttachment } from '../model/model.ts';
import { enterCcn } from '../routes/ccns.ts';
import { blockOfRoute } from '../routes/route-health.ts';
import { lostIn, type PlaceState } from './ccn-lost.ts';
import { bare, type HopIdentity, notKnownBeyond } from './hop-parts.ts';
import type { HopFinding, MapBeyond, MapHop } from './map-hop.ts';
import { byBlock, byText } from './order.ts';

type Way = Pick<MapBeyond, 'state' | 'trouble' | 'passes'>;

const kinds: Readonly<Record<string, MapBeyond['kind']>> = { VPC: 'vpc', DIRECTCONNECT: 'data-centre', VPNGW: 'remote' };

/** How a place in a CCN stands by its own word. */
export function stateOfAttachment({ ccn, state, told = '' }: ModelCcnAttachment): Pick<MapBeyond, 'state' | 'trouble'> {
  if (state === 'active') return { state: 'good', trouble: null };
  if (state === 'unknown') return { state: 'unknown', trouble: { code: 'not-known', reason: { code: 'state-not-known', id: ccn, told } } };
  return { state: state === 'pending' ? 'asked' : state === 'expired' ? 'expired' : 'dead', trouble: { code: 'state', state } };
}

/** Why nothing passes from this VPC into the CCN, or it cannot be told; null where it does. */
function faultAtDoor(index: ModelIndex, ccn: string, own: ModelCcnAttachment | undefined): Way | null {
  const way = own ? stateOfAttachment(own) : null;
  if (way && way.state !== 'good') return { ...way, passes: way.state === 'unknown' ? 'unknown' : 'none' };
  const row = rowOf(index, 'ccns', ccn).row;
  if (row?.state !== 'arrears') return null;
  return { state: 'dead', trouble: { code: 'state', state: 'arrears' }, passes: 'none' };
}

/** What the CCN's tables keep from one of its networks, and whether anything gets there. */
interface CcnReach {
  readonly lost: PlaceState | null;
  readonly leads: boolean;
}

/** How the tables that a network is routed by lead to the other; null: not told. */
function leadingTo(index: ModelIndex, ccn: ModelCcn, from: ModelCcnAttachment, to: string): CcnReach | null {
  const { id, routes, selections } = ccn;
  if (!routes || !selections || from.routeTable === undefined) return null;
  const chosen = selections.flatMap(({ instance, routeTable }) => (instance === from.instance ? [routeTable] : []));
  const tables = new Set([from.routeTable, ...chosen].sort(byText));
  return memoize(index, `leadingTo ${id} ${to} ${[...tables].join()}`, () => {
    const found = routes.filter(({ routeTable }) => tables.has(routeTable));
    return { lost: lostIn(found, to), leads: found.some(({ enabled, instance }) => enabled && instance === to) };
  });
}

/** Why the CCN switched routes off. Where it has none at all, that is said of the way there, of the way back, or of both. */
const isOff = (lost: PlaceState | null): lost is PlaceState =>
  lost?.trouble?.code === 'ccn-overlap' || lost?.trouble?.code === 'ccn-routes-off';

/** What the CCN's own routes keep from passing; null where they keep nothing. */
function lostOnWay(forth: CcnReach, back: CcnReach): Way | null {
  const passes = forth.leads ? (back.leads ? 'both' : 'out') : back.leads ? 'in' : 'none';
  // Of this VPC first, as its place in the CCN is judged.
  const off = [back.lost, forth.lost].find(isOff);
  if (off) return { ...off, passes };
  if (!forth.lost && !back.lost) return null;
  const code = forth.lost ? (back.lost ? 'no-ccn-routes' : 'no-ccn-way-there') : 'no-ccn-way-back';
  return { state: 'missing', trouble: { code }, passes };
}

/** The tables of a VPC's subnets, each with the blocks that it sends into the CCN. */
const intoCcn = (index: ModelIndex, vpc: string, ccn: string): { readonly id: string; readonly blocks: readonly IpBlock[] }[] =>
  memoize(index, `intoCcn ${vpc} ${ccn}`, () => {
    const used = new Set(subnetsOf(index, vpc).rows.flatMap(({ of }) => tableOf(index, of).row ?? []));
    return [...used].map(({ id, routes }) => ({
      id,
      blocks: routes.flatMap((row) => (row.gateway === ccn && row.enabled !== false ? (blockOfRoute(row) ?? []) : [])),
    }));
  });

/** What the tables of another VPC lack for the way back. */
function backFrom(index: ModelIndex, vpc: string, far: string, ccn: string): Way | null {
  const own = cidrsOf(index, vpc).map(ipBlockOf);
  const tables = intoCcn(index, far, ccn);
  const without = tables.filter(({ blocks }) => !blocks.some((block) => own.some((one) => meetIps(one, block))));
  if (without.length === 0) return null;
  const trouble: HopFinding = { code: 'no-way-back', tables: without.map(({ id }) => id).sort(byText) };
  return { state: 'missing', trouble, passes: without.length === tables.length ? 'out' : 'both' };
}

function wayTo(index: ModelIndex, vpc: string, own: ModelCcnAttachment | undefined, there: ModelCcnAttachment): Way {
  const fault = faultAtDoor(index, there.ccn, own);
  if (fault) return fault;
  const state = stateOfAttachment(there);
  if (state.state !== 'good') return { ...state, passes: state.state === 'unknown' ? 'unknown' : 'none' };
  const entry = enterCcn(index, vpc, there.ccn);
  const { row } = rowOf(index, 'ccns', there.ccn);
  const forth = own && row ? leadingTo(index, row, own, there.instance) : null;
  const back = own && row ? leadingTo(index, row, there, vpc) : null;
  if (entry.kind !== 'in' || forth === null || back === null) {
    const reason = entry.kind === 'in' ? ({ code: 'ccn-routes-not-known', id: there.ccn } as const) : entry.reason;
    return { state: 'unknown', trouble: { code: 'not-known', reason }, passes: 'unknown' };
  }
  const lost = lostOnWay(forth, back);
  if (lost) return lost;
  return backFrom(index, vpc, there.instance, there.ccn) ?? { state: 'good', trouble: null, passes: 'both' };
}

function beyondOf(index: ModelIndex, vpc: string, own: ModelCcnAttachment | undefined, there: ModelCcnAttachment): MapBeyond {
  const { row } = rowOf(index, 'vpcs', there.instance);
  const region = row?.region ?? there.region;
  const account = row?.account ?? there.account;
  return {
    key: `beyond:${there.id}`,
    kind: kinds[there.type] ?? 'unknown',
    id: there.instance,
    name: row?.name ?? there.name ?? '',
    blocks: row ? cidrsOf(index, there.instance) : [...(there.cidrs ?? [])].sort(byBlock),
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...wayTo(index, vpc, own, there),
  };
}

const membersOf = (index: ModelIndex, ccn: string): readonly ModelCcnAttachment[] =>
  memoize(index, `membersOf ${ccn}`, () => allOf(index, 'ccnAttachments').rows.filter((one) => one.ccn === ccn));

/** Who is in a CCN is told to its owner: of one that is not in the model there may be more. */
export function ccnHop(index: ModelIndex, seen: HopIdentity, vpc: string): MapHop {
  const ccn = rowOf(index, 'ccns', seen.id);
  const own = attachmentsOf(index, vpc).rows.find((one) => one.ccn === seen.id);
  const beyond = membersOf(index, seen.id)
    .filter(({ instance }) => instance !== vpc)
    .map((one) => beyondOf(index, vpc, own, one))
    .sort((a, b) => byText(a.name || a.id, b.name || b.id) || byText(a.key, b.key));
  const more = ccn.row ? allOf(index, 'ccnAttachments').more : (ccn.missing ?? { code: 'not-in-model', kind: 'ccns', id: seen.id });
  return { ...bare(seen), name: ccn.row?.name ?? '', beyond: more ? [...beyond, notKnownBeyond(seen.id, more)] : beyond };
}
