/** What the peerings of a list carry, of the rows of both ends' places: the list does without the network engine. */
import { useMemo } from 'react';
import type { ModelKind } from '../../../network/index.ts';
import { useT } from '../../i18n/index.ts';
import type { CurrentPlace } from '../../lib/place.ts';
import { carriesInRows, unreadIn } from '../../network-model/leads-light.ts';
import { usePlacedLists } from '../../network-model/use-placed-lists.ts';
import type { CarriedBy } from './carried-state.tsx';
import { states } from './expiry.ts';
import type { Peering, Sides } from './sides.ts';

const kinds: readonly ModelKind[] = ['vpcs', 'subnets', 'routeTables'];

const keyOf = ({ account, region }: CurrentPlace): string => `${account ?? ''} ${region}`;

export function useCarriedInList(rows: readonly Peering[], sides: Sides): CarriedBy {
  const t = useT();
  const places = useMemo(() => {
    const found = rows.flatMap((row) => (row.state === states.active ? [sides.from(row).place, sides.to(row).place] : []));
    return [...new Map(found.flatMap((place) => (place ? [[keyOf(place), place] as const] : []))).values()];
  }, [rows, sides]);
  const { lists, complete } = usePlacedLists(places, kinds);
  return useMemo(() => {
    const unread = unreadIn(lists, kinds, t('ui.loading'));
    return {
      of: (row) => {
        if (row.state !== states.active) return null;
        const reach = sides.reach(row);
        if (reach === 'asking') return 'checking';
        if (reach === 'unknown') return 'unknown';
        const carries = carriesInRows(lists, [row.unVpcId, row.unPeerVpcId], row.peeringConnectionId, unread !== null);
        return carries === 'unknown' && !complete ? 'checking' : carries;
      },
    };
  }, [lists, complete, sides, t]);
}
