/** The estate as it was read, and the part of it that the URL asks for. */
import { useCallback, useMemo } from 'react';
import { type Estate, estateOf } from '../../../network/maps/estate.ts';
import { filtered } from '../../../network/maps/estate-filter.ts';
import { type EstateView, estateView } from '../../../network/maps/estate-groups.ts';
import { withOverlaps } from '../../../network/maps/estate-overlaps.ts';
import type { SourceKind } from '../../network-model/sources.ts';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import type { EstateUrl } from './use-estate-url.ts';
import { type EstateSpeech, useEstateWords } from './words.ts';

const kinds: readonly SourceKind[] = [
  ...(['subnets', 'routeTables', 'interfaces', 'peerings', 'natGateways', 'vpnGateways', 'vpnConnections'] as const),
  ...(['directConnectGateways', 'eips'] as const),
];

export interface PlacedEstate {
  readonly network: Network;
  /** All of it. */
  readonly estate: Estate;
  /** What the filters leave, as it is drawn. */
  readonly view: EstateView;
  readonly speech: EstateSpeech;
}

export function useEstate({ filter, grouping, tag, open, overlaps, selected }: EstateUrl): PlacedEstate {
  const network = useNetwork(kinds, true);
  const { known, model } = network;
  const whole = useMemo(() => estateOf(model), [model]);
  const estate = useMemo(() => (overlaps || filter.state === 'overlap' ? withOverlaps(whole) : whole), [whole, overlaps, filter.state]);
  const shown = useMemo(() => filtered(estate, filter), [estate, filter]);
  const apart = useMemo(
    () => estateView(shown, { open, grouping: grouping ?? undefined, tag: tag || undefined, whole }),
    [shown, whole, open, grouping, tag],
  );
  // Only a stack, or a closed account, has something of its own to take out of it.
  const inside = selected !== null && apart.nodes.some(({ vpcs }) => vpcs.length > 1 && vpcs.some(({ key }) => key === selected));
  const taken = inside ? selected : null;
  const view = useMemo(
    () =>
      taken === null ? apart : estateView(shown, { open, grouping: grouping ?? undefined, tag: tag || undefined, selected: taken, whole }),
    [apart, shown, whole, open, grouping, tag, taken],
  );
  const called = useCallback((id: string) => known.get(id)?.name || estate.hubs.find((hub) => hub.id === id)?.name || id, [known, estate]);
  const speech = useEstateWords(called);
  return { network, estate, view, speech };
}
