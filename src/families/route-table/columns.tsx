import { Plus, Waypoints } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import { useT } from '../../i18n/index.ts';
import { type ActionOptions, type StandardActions, useActions } from '../../kit/actions.tsx';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { Badge } from '../../ui/status.tsx';

/** The columns of a list of route tables; without `names` (a VPC's own tables) the VPC is left out. */
export function useRouteTableColumns(names: ((family: Family, id: string) => string) | null): readonly Column<RouteTable>[] {
  const t = useT();
  const specs = useMemo(
    (): readonly ColumnSpec<RouteTable>[] => [
      ...(names ? (['VpcId'] as const) : []),
      { id: 'routes', header: t('routeTable.routes'), count: (row) => row.RouteSet.length },
      { id: 'subnets', header: t('routeTable.subnets'), count: (row) => row.AssociationSet.length },
      { field: 'Main', width: 120, defaultHidden: true },
      {
        id: 'destinations',
        header: t('routeTable.destination'),
        value: (row) => [...new Set(row.RouteSet.map(({ DestinationCidrBlock }) => DestinationCidrBlock))].join(', '),
        mono: true,
        width: 272,
      },
      'CreatedTime',
    ],
    [t, names],
  );
  return useColumns('route-table', specs, names ?? undefined);
}

/** Marks the default tables beside their names. */
export function useMark(): (row: RouteTable) => ReactNode {
  const t = useT();
  return useCallback((row: RouteTable) => row.Main && <Badge>{t('routeTable.main')}</Badge>, [t]);
}

const icon = 'size-4';

export function useRouteTableActions(from: 'list' | 'detail'): StandardActions<RouteTable> {
  const t = useT();
  const options: ActionOptions<RouteTable> = {
    disabledReason: (row) => (row.Main ? t('routeTable.mainHeld') : null),
    consequence: (row) => (row.AssociationSet.length > 0 ? t('routeTable.followsMain', { n: row.AssociationSet.length }) : null),
    verbs: [
      { operation: 'createRoutes', icon: <Plus aria-hidden="true" className={icon} />, mode: 'form' },
      {
        operation: 'associate',
        icon: <Waypoints aria-hidden="true" className={icon} />,
        label: t('routeTable.associate.button'),
        mode: 'form',
      },
    ],
  };
  return useActions('route-table', from, options);
}
