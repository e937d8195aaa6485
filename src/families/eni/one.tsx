import { createContext, type ReactNode } from 'react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { useOne } from '../../api/query.ts';
import { useScope } from '../../lib/scope.ts';

/** The interface that a form is about, for the controls in it; null in the form that makes one. */
export const OneContext = createContext<NetworkInterface | null>(null);

export function WithOne({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { row } = useOne(useScope(), 'eni', id);
  return <OneContext value={row}>{children}</OneContext>;
}

export const instanceOf = (row: NetworkInterface): string => row.Attachment?.InstanceId ?? '';

/** The addresses of an interface, the primary one first. */
export const addressesOf = (row: NetworkInterface): NetworkInterface['PrivateIpAddressSet'] =>
  [...row.PrivateIpAddressSet].sort((a, b) => Number(b.Primary) - Number(a.Primary));

export const secondariesOf = (row: NetworkInterface): NetworkInterface['PrivateIpAddressSet'] =>
  row.PrivateIpAddressSet.filter(({ Primary }) => !Primary);
