/** Whether what leaves by public addresses leaves at all: the cloud, or an unpaid bill, stops an address. */
import { type IpAddress, parseIp } from '../addresses/ip.ts';
import { type Lookup, type ModelIndex, notRead, publicAt, publicFault } from '../model/look-up.ts';
import type { Reason } from '../model/reasons.ts';

/** Whether an address that something in the VPC holds is stopped. */
function isStoppedAt(index: ModelIndex, vpc: string, address: IpAddress): Lookup<boolean> {
  const holder = publicAt(index, address).row;
  if (holder && publicFault(index, holder).row === true) return { row: true, missing: null };
  const missing = holder?.eip ? null : notRead(index, 'eips', vpc);
  return missing ? { row: null, missing } : { row: false, missing: null };
}

/** Addresses, as texts, without those that are known to be stopped. */
export const notStopped = (index: ModelIndex, vpc: string, addresses: readonly string[]): string[] =>
  addresses.filter((text) => {
    const address = parseIp(text);
    return address === null || isStoppedAt(index, vpc, address).row !== true;
  });

/** What stops all of the public addresses of a gateway (`id`) in the VPC, or may; null: one of them surely works, or there is none. */
export function stopOfAll(index: ModelIndex, vpc: string, id: string, addresses: readonly IpAddress[]): Reason | null {
  const all = addresses.map((address) => isStoppedAt(index, vpc, address));
  if (all.length === 0 || all.some(({ row }) => row === false)) return null;
  return all.find(({ missing }) => missing !== null)?.missing ?? { code: 'public-addresses-stopped', id };
}
