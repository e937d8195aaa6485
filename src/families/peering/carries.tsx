/** What a peering carries, beside its state: one that is connected and has no routes is not well. */
import { useMemo } from 'react';
import { valueText } from '../../../catalogue/text/shape.ts';
import { type Carries, type PeeringFact, peeringFact } from '../../../network/index.ts';
import { useT } from '../../i18n/index.ts';
import { useFamily } from '../../kit/words.ts';
import type { SourceKind } from '../../network-model/sources.ts';
import { useNetwork } from '../../network-model/use-network.ts';
import { type Meaning, Status } from '../../ui/status.tsx';
import { states } from './expiry.ts';
import type { Peering } from './sides.ts';

const kinds: readonly SourceKind[] = ['subnets', 'routeTables', 'peerings'];

export type Carried = Carries | 'checking';

export interface CarriedBy {
  /** Null for a peering that is not connected. */
  readonly of: (row: Peering) => Carried | null;
  readonly fact: (row: Peering) => PeeringFact | null;
}

/** What the connected ones of these peerings carry, as the route tables of both sides tell. */
export function useCarried(): CarriedBy {
  const { model, complete } = useNetwork(kinds);
  return useMemo(() => {
    const known = new Set(model.vpcs.map(({ id }) => id));
    const fact = (row: Peering): PeeringFact | null =>
      known.has(row.unVpcId) && known.has(row.unPeerVpcId) ? peeringFact(model, row.unVpcId, row.unPeerVpcId) : null;
    return {
      fact,
      of: (row) => {
        if (row.state !== states.active) return null;
        const found = fact(row);
        // While lists arrive, "not known" is only "not yet".
        if (!complete && (found?.carries ?? 'unknown') === 'unknown') return 'checking';
        return found?.peering === row.peeringConnectionId ? (found.carries ?? 'unknown') : 'unknown';
      },
    };
  }, [model, complete]);
}

const meanings: Readonly<Record<Carried, Meaning>> = {
  both: 'good',
  part: 'warning',
  'one-way': 'warning',
  nothing: 'danger',
  unknown: 'neutral',
  checking: 'neutral',
};

const list = 'vpc2017:DescribeVpcPeeringConnections';

/** The state of a peering in words: of a connected one, with what it carries. */
export function useStateText(carried: CarriedBy): (row: Peering) => string {
  const t = useT();
  const { text } = useFamily('peering');
  return useMemo(
    () => (row) => {
      const found = carried.of(row);
      return found === null ? valueText(text, list, 'state', String(row.state)) : t(`peering.carries.${found}`);
    },
    [t, text, carried],
  );
}

export function PeeringState({ row, carried }: { readonly row: Peering; readonly carried: CarriedBy }) {
  const { module } = useFamily('peering');
  const words = useStateText(carried)(row);
  const found = carried.of(row);
  return (
    <Status meaning={found === null ? (module.data.states?.state?.[String(row.state)] ?? 'neutral') : meanings[found]}>{words}</Status>
  );
}
