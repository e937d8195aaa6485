/** What every kind of next hop is made of. */
import type { Reason } from '../model/reasons.ts';
import type { HopKind, MapBeyond, MapHop } from './map-hop.ts';
import { byBlock } from './order.ts';
import { hopKey } from './vpc-tables.ts';
import { worstOf } from './way-states.ts';

/** What a hop is by the type of its routes, in the API's spelling; any other type is known by its word alone. */
export const kindOf: Readonly<Record<string, HopKind>> = {
  NAT: 'nat',
  CVM: 'instance',
  NORMAL_CVM: 'instance',
  HAVIP: 'instance',
  PEERCONNECTION: 'peering',
  DIRECTCONNECT: 'direct-connect',
  VPN: 'vpn',
  CCN: 'ccn',
  USER_CCN: 'ccn',
  EIP: 'own',
};

export type HopIdentity = Pick<MapHop, 'type' | 'id'>;

export const bare = ({ type, id }: HopIdentity): MapHop => ({
  key: hopKey(type, id),
  kind: (Object.hasOwn(kindOf, type) ? kindOf[type] : undefined) ?? 'other',
  type,
  id,
  name: '',
  addresses: [],
  subnet: null,
  beyond: [],
  led: 'led',
});

/** What stands behind a gateway could not be read. */
export const notKnownBeyond = (id: string, reason: Reason | null): MapBeyond => ({
  ...{ key: `beyond:?${id}`, kind: 'unknown', id: '', name: '', blocks: [], passes: 'unknown', state: 'unknown' },
  trouble: { code: 'not-known', reason },
});

/** What stands behind one hop one by one; more than that, the rest in one card. */
const mostBeyond = 5;

/** None is left out of the picture: where there are many, the last card stands for the rest of them. */
export function foldedParts({ key, beyond }: MapHop): readonly MapBeyond[] {
  if (beyond.length <= mostBeyond) return beyond;
  const members = beyond.slice(mostBeyond - 1);
  const state = worstOf(members.map((one) => one.state));
  return [
    ...beyond.slice(0, mostBeyond - 1),
    {
      ...{ key: `beyond:more:${key}`, kind: 'several', id: '', name: '', members, state },
      blocks: [...new Set(members.flatMap(({ blocks }) => blocks))].sort(byBlock),
      trouble: members.find((one) => one.state === state)?.trouble ?? null,
      passes: members.find((one) => one.state === state)?.passes ?? 'none',
    },
  ];
}
