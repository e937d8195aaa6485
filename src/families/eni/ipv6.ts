/** The IPv6 addresses of an interface, which only the cloud of today tells: what no table of the documents says is read here. */

import type { RowOf } from '../../../catalogue/row-of.ts';
import { isRecord } from '../../../catalogue/values.ts';

export interface Ipv6Address {
  readonly address: string;
  readonly primary: boolean;
  readonly description: string;
  readonly state: string;
  readonly blocked: boolean;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The primary one first. Items without an address are left to the page's further properties. */
export function ipv6AddressesOf({ Ipv6AddressSet }: RowOf<'eni'>): Ipv6Address[] {
  const items = Array.isArray(Ipv6AddressSet) ? Ipv6AddressSet.filter(isRecord) : [];
  return items
    .filter(({ Address }) => textIn(Address) !== '')
    .map((item) => ({
      address: textIn(item.Address),
      primary: item.Primary === true,
      description: textIn(item.Description),
      state: textIn(item.State),
      blocked: item.IsWanIpBlocked === true,
    }))
    .sort((a, b) => Number(b.primary) - Number(a.primary));
}

export const ipv6Of = (row: RowOf<'eni'>): string[] => ipv6AddressesOf(row).map(({ address }) => address);
