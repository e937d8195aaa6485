/**
 * The address that somebody works from. A page cannot learn it without asking a third party on the internet, which this
 * console does not do: it is told once, and kept in this browser.
 */
import { create } from 'zustand';
import { parseIp } from '../../../network/addresses/ip.ts';

const key = 'weft.my-address';

function stored(): string | null {
  try {
    const text = localStorage.getItem(key);
    return text !== null && parseIp(text) !== null ? text : null;
  } catch {
    return null; // Storage may be forbidden.
  }
}

const useStore = create<{ readonly address: string | null }>(() => ({ address: stored() }));

export const useMyAddress = (): string | null => useStore((state) => state.address);

export function setMyAddress(address: string): void {
  useStore.setState({ address });
  try {
    localStorage.setItem(key, address);
  } catch {
    // It then holds until the page is closed.
  }
}
