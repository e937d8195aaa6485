/** By which public addresses the internet comes to an interface, and what it meets there. */
import { formatIp, type IpAddress, parseIp } from '../addresses/ip.ts';
import { absence, allOf, type ModelIndex, publicAddressOf, publicAt, publicFault, rowOf } from '../model/look-up.ts';
import type { ModelInterface } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import type { PathQuery } from '../paths/path.ts';
import { trace } from '../paths/trace.ts';
import type { Slices } from '../rules/slices.ts';
import type { GroupRule } from './before-interface.ts';
import type { Evidence, RuleEvidence, Symptom } from './finding.ts';
import type { Ground } from './kind.ts';
import { type Opening, openingsAt } from './openings.ts';

/** One address of an interface, and what the internet finds there. */
export interface Entrance {
  readonly interface: ModelInterface;
  readonly address: string;
  /** 'open': packets come as far as the filters; 'shut': no public address leads there; 'stopped': one does, and something stops it. */
  readonly state: 'open' | 'shut' | 'stopped' | 'unknown';
  /** Why it is not open. */
  readonly reason: Reason | null;
  readonly publicAddress: IpAddress | null;
  /** What the filters would let in. */
  readonly openings: readonly Opening[];
}

type EntranceState = Pick<Entrance, 'state' | 'reason' | 'publicAddress'>;

function stateOf(index: ModelIndex, one: ModelInterface, address: Parameters<typeof publicAddressOf>[2]): EntranceState {
  const outside = publicAddressOf(index, one, address);
  const at = { publicAddress: outside.row };
  if (one.instance === null) return { ...at, state: 'stopped', reason: { code: 'not-attached', id: one.id } };
  if (outside.row === null) {
    if (outside.missing) return { ...at, state: 'unknown', reason: outside.missing };
    return { ...at, state: 'shut', reason: { code: 'no-public-address', id: one.id } };
  }
  const holder = publicAt(index, outside.row).row;
  const fault = holder && publicFault(index, holder);
  if (fault?.row) return { ...at, state: 'stopped', reason: { code: 'eip-blocked', id: holder?.eip?.id ?? formatIp(outside.row) } };
  if (fault?.missing) return { ...at, state: 'unknown', reason: fault.missing };
  if (one.instance === undefined) return { ...at, state: 'unknown', reason: { code: 'attachment-not-known', id: one.id } };
  return { ...at, state: 'open', reason: null };
}

const memoKey = 'entrances';

/** Every address of every interface before which filters stand open to more of the internet than named senders. */
export function* entrancesOf({ index, pace }: Ground): Slices<readonly Entrance[]> {
  const known = index.memo.get(memoKey);
  // Only this function remembers under this key.
  if (known) return known as readonly Entrance[];
  const entrances: Entrance[] = [];
  for (const one of allOf(index, 'interfaces').rows) {
    const looked = rowOf(index, 'subnets', one.subnet, one.vpc);
    const subnet = looked.row;
    for (const address of [...one.addresses, ...(one.ipv6Addresses ?? [])]) {
      const near = parseIp(address.address);
      if (near === null) continue;
      const family = typeof near === 'bigint' ? 'IPv6' : 'IPv4';
      const openings = yield* openingsAt(index, { family, groups: one.securityGroups, subnet, near });
      if (openings.length === 0) continue;
      const state: EntranceState =
        subnet === null
          ? { state: 'unknown', reason: absence(looked, 'subnets', one.subnet), publicAddress: null }
          : stateOf(index, one, address);
      entrances.push({ interface: one, address: address.address, openings, ...state });
      if (pace.spent(400)) yield;
    }
  }
  index.memo.set(memoKey, entrances);
  return entrances;
}

/** The rule as evidence; null where the model has lost it. */
export function evidenceOf(index: ModelIndex, { group, index: at }: GroupRule): RuleEvidence | null {
  const rule = rowOf(index, 'securityGroups', group).row?.ingress[at];
  return rule ? { type: 'rule', owner: { of: 'securityGroups', id: group }, direction: 'ingress', index: at, rule } : null;
}

/** A packet from the internet to the entrance, followed; none where nobody outside is known to be let in. */
export function packetTo(
  { model }: Ground,
  { interface: one, address }: Entrance,
  { protocol, witness, ports }: Opening,
  port: number | null,
): Evidence[] {
  if (witness === null) return [];
  const query: PathQuery = {
    from: { address: formatIp(witness) },
    to: { interface: one.id, address },
    protocol,
    ...(ports === null ? {} : { port: port ?? ports.from }),
  };
  const { verdict, forward, return: back } = trace(model, query);
  return [{ type: 'packet', query, verdict, forward, return: back }];
}

export const symptomAt = ({ interface: one }: Entrance, what: string | null, reason: Reason | null = null): Symptom => ({
  thing: { of: 'interfaces', id: one.id },
  what,
  reason,
});
