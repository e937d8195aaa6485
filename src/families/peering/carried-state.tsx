/** The state of a peering with what it carries, in words: one that is connected and has no routes is not well. */
import { useMemo } from 'react';
import { valueText } from '../../../catalogue/text/shape.ts';
import { useT } from '../../i18n/index.ts';
import { useFamily } from '../../kit/words.ts';
import { type Meaning, Status } from '../../ui/status.tsx';
import type { Peering } from './sides.ts';

/** 'part': some subnets have no route; 'one-way': one side has none; 'nothing': neither has. */
export type CarryState = 'both' | 'part' | 'one-way' | 'nothing' | 'unknown' | 'checking';

export interface TrafficLookup {
  /** Null for a peering that is not connected. */
  readonly of: (row: Peering) => CarryState | null;
}

const meanings: Readonly<Record<CarryState, Meaning>> = {
  both: 'good',
  part: 'warning',
  'one-way': 'warning',
  nothing: 'danger',
  unknown: 'neutral',
  checking: 'neutral',
};

const list = 'vpc2017:DescribeVpcPeeringConnections';

/** The state of a peering in words: of a connected one, with what it carries. */
export function useStateText(carried: TrafficLookup): (row: Peering) => string {
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

export function PeeringState({ row, carried }: { readonly row: Peering; readonly carried: TrafficLookup }) {
  const { module } = useFamily('peering');
  const words = useStateText(carried)(row);
  const found = carried.of(row);
  return (
    <Status meaning={found === null ? (module.data.states?.state?.[String(row.state)] ?? 'neutral') : meanings[found]}>{words}</Status>
  );
}
