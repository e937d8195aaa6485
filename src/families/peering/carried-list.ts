/** What the peerings of a list carry, of the rows of both ends' scopes: the list does without the network engine. */
import { useMemo } from 'react';
import type { ModelKind } from '../../../network/model/model.ts';
import { carriesInRows, unreadIn } from '../../../network/routes/leads-of-lists.ts';
import { useT } from '../../i18n/index.ts';
import type { Scope } from '../../lib/scope.ts';
import { useScopedLists } from '../../network-model/use-scoped-lists.ts';
import type { TrafficLookup } from './carried-state.tsx';
import { states } from './expiry.ts';
import type { Peering, Sides } from './sides.ts';

const kinds: readonly ModelKind[] = ['vpcs', 'subnets', 'routeTables'];

const keyOf = ({ account, region }: Scope): string => `${account ?? ''} ${region}`;

export function useCarriedInList(rows: readonly Peering[], sides: Sides): TrafficLookup {
  const t = useT();
  const scopes = useMemo(() => {
    const found = rows.flatMap((row) => (row.state === states.active ? [sides.from(row).scope, sides.to(row).scope] : []));
    return [...new Map(found.flatMap((scope) => (scope ? [[keyOf(scope), scope] as const] : []))).values()];
  }, [rows, sides]);
  const { lists, complete } = useScopedLists(scopes, kinds);
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
