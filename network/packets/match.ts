/** What a rule matches: every packet to or from some addresses that is of some service. Few words for many packets. */
import type { Interval } from '../addresses/cidr.ts';
import type { Addresses } from '../addresses/ranges.ts';
import type { Box, PacketSet } from './packet-set.ts';
import { pointOf, protocolBit, protocolsOf, type Services, slicesOf, withPorts } from './services.ts';

export interface Match {
  readonly addresses: Addresses;
  readonly services: Services;
}

export const nothing: Match = { addresses: { v4: [], v6: [] }, services: [] };

/** The packets as disjoint boxes. */
export function boxesOfMatch({ addresses, services }: Match): PacketSet {
  const boxes: Box[] = [];
  if (addresses.v4.length > 0) {
    for (const slice of slicesOf(services, 'IPv4')) {
      for (const { from, to } of addresses.v4)
        boxes.push({ family: 'IPv4', protocols: slice.protocols, from, to, low: slice.low, high: slice.high });
    }
  }
  if (addresses.v6.length > 0) {
    for (const slice of slicesOf(services, 'IPv6')) {
      for (const { from, to } of addresses.v6)
        boxes.push({ family: 'IPv6', protocols: slice.protocols, from, to, low: slice.low, high: slice.high });
    }
  }
  return boxes;
}

/** True when some run shares a number with `from` to `to`; runs are ascending and apart. */
function meets<N extends number | bigint>(runs: readonly { readonly from: N; readonly to: N }[], from: N, to: N): boolean {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.to < from) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run !== undefined && run.from <= to;
}

const spansOf = (box: Box): Interval[] =>
  protocolsOf(box.protocols).map((name) => {
    const base = pointOf[name];
    return (protocolBit[name] & withPorts) === 0 ? { from: base, to: base } : { from: base + box.low, to: base + box.high };
  });

/** True when the rule matches some packet of the box; of a box of one packet, that packet. */
export function matchMeets({ addresses, services }: Match, box: Box): boolean {
  const addressMeets = box.family === 'IPv4' ? meets(addresses.v4, box.from, box.to) : meets(addresses.v6, box.from, box.to);
  return addressMeets && spansOf(box).some(({ from, to }) => meets(services, from, to));
}
