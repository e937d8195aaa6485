import { createContext } from 'react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';

/** The interface that a form is about, for the controls in it; null in the form that makes one. */
export const OneContext = createContext<NetworkInterface | null>(null);

export const instanceOf = (row: NetworkInterface): string => row.Attachment?.InstanceId ?? '';

/** The addresses of an interface, the primary one first. */
export const addressesOf = (row: NetworkInterface): NetworkInterface['PrivateIpAddressSet'] =>
  [...row.PrivateIpAddressSet].sort((a, b) => Number(b.Primary) - Number(a.Primary));

export const secondariesOf = (row: NetworkInterface): NetworkInterface['PrivateIpAddressSet'] =>
  row.PrivateIpAddressSet.filter(({ Primary }) => !Primary);
