/** From a path to the places it is drawn at: in their order, each inside its region, VPC and subnet. */
import { parseIp } from '../addresses/ip.ts';
import { leadsOutside } from '../addresses/public-addresses.ts';
import type { NetworkModel } from '../model/model.ts';
import type { Hop, PathCase, Step } from '../paths/path.ts';

type Walk = Pick<PathCase, 'from' | 'to' | 'forward' | 'return'>;

export interface Container {
  readonly kind: 'region' | 'vpc' | 'subnet';
  readonly id: string;
  /** A region's account; the block of the others. */
  readonly detail: string;
}

/** One place of the drawing. What of the path happens there is told by the indexes of its hops. */
export interface PathSpot {
  readonly key: string;
  /** From the outside in: region, VPC, subnet. */
  readonly inside: readonly Container[];
  readonly step: Step;
  readonly id: string | null;
  readonly address: string | null;
  /** On the way there: the interface itself; its groups are its `forward`. */
  readonly head: number | null;
  readonly forward: number | null;
  readonly back: number | null;
}

export interface PathSpots {
  /** From the sender to the receiver. */
  readonly spots: readonly PathSpot[];
  /** The spot that the packet comes to. */
  readonly reaches: number;
  /** The spot that the answer comes back to; null: no answer is sent. */
  readonly returns: number | null;
}

const checks: readonly Step[] = ['security-group', 'network-acl', 'route'];

/** A thing that the path leads through or ends at, not a rule or a route that is asked on the way. */
export const isThing = ({ step }: Pick<PathSpot, 'step'>): boolean => !checks.includes(step);

type ContainersLookup = (vpc: string | null, subnet: string | null) => readonly Container[];

function aroundIn(model: NetworkModel): ContainersLookup {
  const vpcs = new Map(model.vpcs.map((row) => [row.id, row]));
  const subnets = new Map(model.subnets.map((row) => [row.id, row]));
  return (id, subnetId) => {
    const vpc = vpcs.get(id ?? '');
    const subnet = subnets.get(subnetId ?? '');
    return [
      ...(vpc
        ? [{ kind: 'region', id: vpc.region, detail: vpc.account } as const, { kind: 'vpc', id: vpc.id, detail: vpc.cidr } as const]
        : []),
      ...(vpc && subnet ? [{ kind: 'subnet', id: subnet.id, detail: subnet.cidr } as const] : []),
    ];
  };
}

export const sameContainer = (a: Container | undefined, b: Container | undefined): boolean =>
  a?.kind === b?.kind && a?.id === b?.id && (a?.kind !== 'region' || a.detail === b?.detail);

/** What is around both. */
function common(a: readonly Container[], b: readonly Container[]): readonly Container[] {
  const apart = a.findIndex((one, at) => !sameContainer(one, b[at]));
  return apart < 0 ? a : a.slice(0, apart);
}

interface Ground {
  readonly around: ContainersLookup;
  readonly subnets: { readonly from: string | null; readonly to: string | null };
  /** The packet never leaves its subnet, so its route is drawn there. */
  readonly within: boolean;
  /** Public address → itself; id of an EIP → its address. */
  readonly addressOf: (id: string) => string;
}

const leaving: readonly Step[] = ['route', 'peering', 'ccn', 'gateway', 'nat-gateway', 'eip', 'internet'];

function groundOf(model: NetworkModel, { from, to, forward }: Walk): Ground {
  const subnetOf = (end: Walk['from']): string | null => {
    const bare = forward.find(({ reason }) => reason?.code === 'no-interface-at' && reason.address === end.address)?.reason;
    return model.interfaces.find(({ id }) => id === end.interface)?.subnet ?? (bare?.code === 'no-interface-at' ? bare.subnet : null);
  };
  const subnets = { from: subnetOf(from), to: subnetOf(to) };
  return {
    around: aroundIn(model),
    subnets,
    within: subnets.from !== null && subnets.from === subnets.to && !forward.some(({ step }) => step !== 'route' && leaving.includes(step)),
    addressOf: (id) => model.eips.find((eip) => eip.id === id)?.address ?? id,
  };
}

/** Where each hop of one way stands. */
function spotsOf(hops: readonly Hop[], way: 'forward' | 'back', ground: Ground): PathSpot[] {
  const { around, subnets, within, addressOf } = ground;
  let left = false;
  let vpc: string | null = null;
  return hops.map(({ step, id, vpc: own, source }, index) => {
    const end = (way === 'forward') === left ? 'to' : 'from';
    const [before, subnet] = [vpc, subnets[end]];
    left ||= leaving.includes(step);
    vpc = own ?? vpc;
    const at = { step, id, address: null, head: null, forward: null, back: null, [way]: index };
    switch (step) {
      case 'interface':
        return { ...at, key: `interface ${id ?? end}`, inside: around(own, subnet), head: index, forward: null, address: source };
      case 'security-group':
        return { ...at, key: `interface ${id}`, inside: around(own, subnet) };
      case 'network-acl':
        return { ...at, key: `acl ${end}`, inside: around(own, subnet) };
      case 'route':
        return { ...at, key: `route ${own}`, inside: around(own, within ? subnet : null) };
      case 'peering':
      case 'ccn':
        return { ...at, key: `${step} ${id}`, inside: common(around(before, null), around(own, null)).slice(0, 1) };
      case 'eip':
        return { ...at, key: `eip ${addressOf(id ?? '')}`, inside: around(own, null) };
      default:
        return { ...at, key: `${step} ${id ?? ''}`, inside: around(own, null) };
    }
  });
}

const nobody = { id: null, head: null, forward: null, back: null } as const;
const internetAt = (address: string): PathSpot => ({ ...nobody, key: 'internet ', inside: [], step: 'internet', address });

/** Where the packet was to go, when it does not come so far. */
function missed(model: NetworkModel, { to }: Walk, { around, subnets }: Ground): PathSpot {
  const value = parseIp(to.address);
  if (to.interface === null && value !== null && leadsOutside(value)) return internetAt(to.address);
  const vpc = model.interfaces.find(({ id }) => id === to.interface)?.vpc ?? null;
  return {
    ...nobody,
    key: `interface ${to.interface ?? 'to'}`,
    inside: around(vpc, subnets.to),
    step: 'interface',
    id: to.interface,
    address: to.address === '0.0.0.0' ? null : to.address,
  };
}

/** The interfaces' groups stand with them; who sends and who was to receive are there even where no hop tells of them. */
function there(model: NetworkModel, walk: Walk, ground: Ground): { spots: PathSpot[]; arrives: boolean } {
  const { forward, from, to } = walk;
  const spots: PathSpot[] = [];
  for (const spot of spotsOf(forward, 'forward', ground)) {
    const at = spot.step === 'security-group' ? spots.findLastIndex(({ key }) => key === spot.key) : -1;
    const known = spots[at];
    if (known) spots[at] = { ...known, forward: spot.forward };
    else if (spot.step !== 'internet') spots.push(spot);
    else spots.push({ ...spot, address: spots.length === 0 ? from.address : to.address });
  }
  const [first] = forward;
  const last = forward.at(-1);
  if (first && first.step !== 'interface' && first.step !== 'internet') spots.unshift(internetAt(from.address));
  const arrives =
    forward.some(({ step, id }, at) => step === 'interface' && (at > 0 || (id === to.interface && forward.length === 1))) ||
    (last?.step === 'internet' && last.result === 'pass');
  const end = spots.findLastIndex(({ step }) => step === 'interface');
  const receiver = spots[end];
  if (!arrives) spots.push(missed(model, walk, ground));
  else if (end > 0 && receiver) spots[end] = { ...receiver, address: to.address };
  return { spots, arrives };
}

/** The way back goes by the same places where it can; what it has of its own comes between them. */
function withBack(spots: readonly PathSpot[], back: readonly PathSpot[]): PathSpot[] {
  const all = [...spots];
  let at = 0;
  let waiting: PathSpot[] = [];
  for (const spot of [...back].reverse()) {
    const found = all.findIndex(({ key }, index) => index >= at && key === spot.key);
    const known = all[found];
    if (!known) {
      waiting.push(spot);
      continue;
    }
    all[found] = { ...known, back: spot.back };
    all.splice(found, 0, ...waiting);
    at = found + waiting.length + 1;
    waiting = [];
  }
  // Before the receiver, from where the answer sets out.
  all.splice(all.length - 1, 0, ...waiting);
  return all;
}

const stopOf = (hops: readonly Hop[]): number => hops.findIndex(({ result }) => result === 'block');

/** The places of a path, and how far along them a packet and its answer come. */
export function drawingOf(model: NetworkModel, walk: Walk): PathSpots {
  const ground = groundOf(model, walk);
  const { spots: forward, arrives } = there(model, walk, ground);
  const spots = withBack(forward, spotsOf(walk.return, 'back', ground));
  const stopped = stopOf(walk.forward);
  const end = stopped >= 0 ? stopped : arrives ? null : walk.forward.length - 1;
  const at = end === null ? spots.length - 1 : spots.findIndex((spot) => spot.head === end || spot.forward === end);
  const lost = stopOf(walk.return);
  const last = walk.return.at(-1);
  // An ACL that is not known is passed by the walk; any other hop that is not known ends it.
  const home = lost < 0 && (last?.result === 'pass' || last?.step === 'network-acl');
  const ends = lost >= 0 ? lost : walk.return.length - 1;
  const returns = stopped >= 0 || walk.return.length === 0 ? null : home ? 0 : spots.findIndex(({ back }) => back === ends);
  // A packet to oneself leads by the same places twice.
  return { spots: spots.map((spot, index) => ({ ...spot, key: `${index} ${spot.key}` })), reaches: Math.max(0, at), returns };
}
