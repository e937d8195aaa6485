import type { Family } from '../../catalogue/define.ts';
import type { HopKind } from '../../network/maps/map-hop.ts';

/** Whose pages tell more of a next hop; null: none of a family's own. */
export const familyOfKind: Readonly<Record<HopKind, Family | null>> = {
  nat: 'nat-gateway',
  vpn: 'vpn-gateway',
  peering: 'peering',
  'direct-connect': 'direct-connect-gateway',
  ccn: 'ccn',
  instance: null,
  own: null,
  other: null,
  unread: null,
};
