/** Ports that NAT gateways publish, and whether the internet gets through them there and back: by classes of senders. */
import { countOfIps, formatIp, type IpAddress, type IpInterval, ipAfter, ipBefore, parseIp } from '../addresses/ip.ts';
import { outsideRanges } from '../addresses/public-addresses.ts';
import { absence, allOf, holderAt, isOwnPublic, rowOf, tableOf } from '../model/look-up.ts';
import type { ModelNatPort } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import type { Hop, PathQuery } from '../paths/path.ts';
import { walkPath } from '../paths/path-walk.ts';
import { linesNear } from '../paths/places.ts';
import type { InsidePlace } from '../paths/walk.ts';
import { blockOfRoute } from '../routes/route-health.ts';
import type { Slices } from '../rules/slices.ts';
import type { Ground } from './kind.ts';

export interface NatPath {
  readonly port: ModelNatPort;
  readonly interface: string | null;
  /** 'open': for more public addresses than an organisation has; 'named': for some; 'closed': for none. */
  readonly state: 'open' | 'named' | 'closed' | 'unknown';
  readonly addresses: number;
  readonly reason: Reason | null;
  readonly witness: IpAddress | null;
  readonly hops: readonly Hop[];
}

const organisation = 2 ** 16;

/** Some address of the run that is nobody's of the model. */
function strangerIn(ground: Ground, { from, to }: IpInterval): IpAddress | null {
  let value = from;
  for (let tries = 0; tries < 64 && value <= to; tries += 1) {
    if (!isOwnPublic(ground.index, value)) return value;
    value = ipAfter(value);
  }
  return null;
}

/** The internet in runs that nothing on the way tells apart. */
function runsFor(ground: Ground, place: InsidePlace): IpInterval[] {
  const { index } = ground;
  const lines = linesNear(index, place);
  for (const route of tableOf(index, place.subnet).row?.routes ?? []) {
    const block = blockOfRoute(route);
    if (block) lines.push(block.from, ipAfter(block.to));
  }
  const cuts = [...new Set(lines)].filter((line): line is number => typeof line === 'number').sort((a, b) => a - b);
  return outsideRanges.flatMap(({ from, to }) => {
    const starts = [from, ...cuts.filter((line) => line > from && line <= to)];
    return starts.map((start, at): IpInterval => ({ from: start, to: ipBefore(starts[at + 1] ?? to + 1) }));
  });
}

function* pathOf(ground: Ground, port: ModelNatPort): Slices<NatPath> {
  const { index, pace } = ground;
  const value = parseIp(port.address);
  const holder = value === null ? null : holderAt(index, port.vpc, value);
  const none = { port, interface: null, addresses: 0, witness: null, hops: [] } as const;
  if (value === null || !holder?.row) return { ...none, state: holder?.missing ? 'unknown' : 'closed', reason: holder?.missing ?? null };
  const one = holder.row.interface;
  const subnet = rowOf(index, 'subnets', one.subnet, one.vpc);
  if (!subnet.row) return { ...none, interface: one.id, state: 'unknown', reason: absence(subnet, 'subnets', one.subnet) };
  const place: InsidePlace = { kind: 'host', value, holder: holder.row, subnet: subnet.row };
  const query: PathQuery = { from: { internet: true }, to: { interface: one.id }, protocol: port.protocol, port: port.port };
  const target = { value: parseIp(port.publicAddress), missing: null, interface: one.id, vpc: null, port: port.publicPort };
  let [addresses, doubted] = [0, 0];
  let [open, stop]: [{ witness: IpAddress; hops: readonly Hop[] } | null, Hop | null] = [null, null];
  for (const run of runsFor(ground, place)) {
    const from = strangerIn(ground, run);
    if (from === null) continue;
    const walk = walkPath(index, query, { kind: 'outside', value: from }, target);
    const count = countOfIps(run);
    if (walk.verdict === 'reachable' || walk.verdict === 'ambiguous') {
      addresses += count;
      open ??= { witness: from, hops: [...walk.forward, ...walk.return] };
    } else {
      if (walk.verdict === 'unknown') doubted += count;
      const { decidedBy } = walk;
      stop ??= (decidedBy && (decidedBy.way === 'forward' ? walk.forward : walk.return)[decidedBy.index]) ?? null;
    }
    if (pace.spent(8_000)) yield;
  }
  const state = addresses > organisation ? 'open' : doubted > organisation ? 'unknown' : addresses > 0 ? 'named' : 'closed';
  return {
    port,
    interface: one.id,
    state,
    addresses,
    reason: stop?.reason ?? null,
    witness: open?.witness ?? null,
    hops: open?.hops ?? [],
  };
}

/** Every published port that leads to an interface of the model. */
export function* natPaths(ground: Ground): Slices<readonly NatPath[]> {
  const known = ground.index.memo.get('nat paths');
  // Only this function remembers under this key.
  if (known) return known as readonly NatPath[];
  const paths: NatPath[] = [];
  for (const port of allOf(ground.index, 'natPorts').rows) paths.push(yield* pathOf(ground, port));
  ground.index.memo.set('nat paths', paths);
  return paths;
}

/** For words: where a published port is, and where it leads. */
export const natPortText = ({ protocol, publicAddress, publicPort, address, port }: ModelNatPort): string =>
  `${protocol} ${formatIp(parseIp(publicAddress) ?? 0)}:${publicPort} → ${address}:${port}`;
