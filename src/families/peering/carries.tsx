/** What a peering carries, beside its state: one that is connected and has no routes is not well. */
import { useMemo } from 'react';
import { readRows } from '../../../network/model/look-up.ts';
import { type PeeringFact, peeringFact } from '../../../network/routes/peerings.ts';
import type { SourceKind } from '../../network-model/sources.ts';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import type { TrafficLookup } from './carried-state.tsx';
import { states } from './expiry.ts';
import type { Peering } from './sides.ts';

const kinds: readonly SourceKind[] = ['subnets', 'routeTables', 'peerings'];

export interface TrafficFacts extends TrafficLookup {
  readonly fact: (row: Peering) => PeeringFact | null;
  /** The network that tells it. */
  readonly network: Network;
}

/** What the connected ones of these peerings carry, as the route tables of both sides tell. */
export function useCarried(): TrafficFacts {
  const network = useNetwork(kinds);
  const { model, complete } = network;
  const carried = useMemo(() => {
    const known = new Set(readRows(model, 'vpcs').map(({ id }) => id));
    const fact = (row: Peering): PeeringFact | null =>
      known.has(row.unVpcId) && known.has(row.unPeerVpcId) ? peeringFact(model, row.unVpcId, row.unPeerVpcId) : null;
    return {
      fact,
      of: (row: Peering) => {
        if (row.state !== states.active) return null;
        const found = fact(row);
        // While lists arrive, "not known" is only "not yet".
        if (!complete && (found?.carries ?? 'unknown') === 'unknown') return 'checking';
        return found?.peering === row.peeringConnectionId ? (found.carries ?? 'unknown') : 'unknown';
      },
    };
  }, [model, complete]);
  return { ...carried, network };
}
