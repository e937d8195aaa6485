/** The estate as it was read, and the part of it that the URL asks for. */
import { useCallback, useMemo } from 'react';
import { type Estate, estateOf } from '../../../network/maps/estate.ts';
import { filterEstate } from '../../../network/maps/estate-filter.ts';
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
  /** What the filters leave of it. */
  readonly part: Estate;
  /** What is planned: all of it, so that no filter moves anything; or, where gaps are closed, what the filters leave. */
  readonly view: EstateView;
  readonly speech: EstateSpeech;
}

export function useEstate({ filter, grouping, tag, open, overlaps, closesGaps, selected }: EstateUrl): PlacedEstate {
  const network = useNetwork(kinds, true);
  const { known, model } = network;
  const whole = useMemo(() => estateOf(model), [model]);
  // Lines for the same addresses have their places whether they are shown or not.
  const full = useMemo(() => withOverlaps(whole), [whole]);
  const estate = overlaps || filter.state === 'overlap' ? full : whole;
  const part = useMemo(() => filterEstate(estate, filter), [estate, filter]);
  const base = useMemo(() => (closesGaps ? filterEstate(full, filter) : full), [closesGaps, full, filter]);
  const apart = useMemo(
    () => estateView(base, { open, grouping: grouping ?? undefined, tag: tag || undefined, whole }),
    [base, whole, open, grouping, tag],
  );
  // Only a stack, or a closed account, has something of its own to take out of it.
  const inside = selected !== null && apart.nodes.some(({ vpcs }) => vpcs.length > 1 && vpcs.some(({ key }) => key === selected));
  const taken = inside ? selected : null;
  const view = useMemo(
    () =>
      taken === null ? apart : estateView(base, { open, grouping: grouping ?? undefined, tag: tag || undefined, selected: taken, whole }),
    [apart, base, whole, open, grouping, tag, taken],
  );
  const called = useCallback((id: string) => known.get(id)?.name || estate.hubs.find((hub) => hub.id === id)?.name || id, [known, estate]);
  const speech = useEstateWords(called);
  return { network, estate, part, view, speech };
}
