/** What the peerings of a list carry: judged by the network engine as everywhere else, which comes after the list. */
import { useMemo } from 'react';
import type { ModelKind, PeeringFact } from '../../../network/index.ts';
import { useT } from '../../i18n/index.ts';
import type { CurrentPlace } from '../../lib/place.ts';
import { useLateEngine, usePlacedLists } from '../../network-model/use-late.ts';
import type { Carried, CarriedBy } from './carried-state.tsx';
import { states } from './expiry.ts';
import type { Peering, Sides } from './sides.ts';

const kinds: readonly ModelKind[] = ['vpcs', 'subnets', 'routeTables', 'peerings'];

const keyOf = ({ account, region }: CurrentPlace): string => `${account ?? ''} ${region}`;

/** What a fact says of one peering: only while lists arrive is "not known" no more than "not yet". */
export function carriedOf(fact: PeeringFact | null, peering: string, complete: boolean): Carried {
  const carries = fact?.peering === peering ? (fact.carries ?? 'unknown') : 'unknown';
  return carries === 'unknown' && !complete ? 'checking' : carries;
}

export function useCarriedLate(rows: readonly Peering[], sides: Sides): CarriedBy {
  const t = useT();
  const places = useMemo(() => {
    const found = rows.flatMap((row) => (row.state === states.active ? [sides.from(row).place, sides.to(row).place] : []));
    return [...new Map(found.flatMap((place) => (place ? [[keyOf(place), place] as const] : []))).values()];
  }, [rows, sides]);
  const { lists, complete } = usePlacedLists(places, kinds);
  const engine = useLateEngine();
  return useMemo(() => {
    const model =
      engine === null || engine === 'failed' ? null : engine.modelOf(lists, { reading: t('ui.loading'), partial: t('kit.inconsistent') });
    return {
      of: (row) => {
        if (row.state !== states.active) return null;
        if (engine === 'failed') return 'unknown';
        const reach = sides.reach(row);
        if (engine === null || !model || reach === 'asking') return 'checking';
        return carriedOf(engine.factIn(model, row.unVpcId, row.unPeerVpcId), row.peeringConnectionId, complete);
      },
    };
  }, [engine, lists, complete, sides, t]);
}
