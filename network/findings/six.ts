/** Where IPv6 lets in what IPv4 keeps out of the same interface. */
import type { Protocol } from '../packets/services.ts';
import type { Entrance } from './entrances.ts';
import { openingFor } from './openings.ts';

const isSix = ({ address }: Entrance): boolean => address.includes(':');

/** Whether the interface has IPv4 addresses too, and the filters let none of the internet in to the port there. */
export function widerAtSix(entrances: readonly Entrance[]): (entrance: Entrance, protocol: Protocol, port: number) => boolean {
  const four = new Map<string, Entrance[]>();
  for (const entrance of entrances) {
    if (isSix(entrance)) continue;
    const all = four.get(entrance.interface.id);
    if (all) all.push(entrance);
    else four.set(entrance.interface.id, [entrance]);
  }
  return (entrance, protocol, port) => {
    const { id, addresses } = entrance.interface;
    if (!isSix(entrance) || addresses.length === 0) return false;
    return (four.get(id) ?? []).every(({ openings }) => openingFor(openings, protocol, port) === undefined);
  };
}
