import type { Family } from '../../../catalogue/define.ts';
import { useOne } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { segments } from '../../paths.ts';
import { Badge } from '../../ui/status.tsx';
import { useRouteTableActions } from './columns.tsx';
import { RoutesTab } from './routes-tab.tsx';
import { SubnetsTab } from './subnets-tab.tsx';

const named: readonly Family[] = ['vpc', 'subnet'];

export function RouteTableDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const one = useOne(useScope(), 'route-table', id);
  // Brings the names that links on this page show.
  useNames(named);
  const actions = useRouteTableActions('detail');
  const { row } = one;
  const standard = useStandardTabs('route-table', id, row);
  return (
    <ResourceDetail
      family="route-table"
      id={id}
      tab={tab}
      one={one}
      marks={
        row && (
          <>
            {row.Main && <Badge>{t('routeTable.main')}</Badge>}
            <RefLink family="vpc" id={row.VpcId} />
          </>
        )
      }
      actions={actions.of}
      tabs={[
        { path: '', label: t('routeTable.routes'), count: row?.RouteSet.length, content: row && <RoutesTab table={row} /> },
        {
          path: segments.subnet,
          label: t('routeTable.subnets'),
          count: row?.AssociationSet.length,
          content: row && <SubnetsTab table={row} />,
        },
        standard.properties(
          ({ AssociationSet, RouteSet }) => ({
            draw: { AssociationSet: formats.number(AssociationSet.length), RouteSet: formats.number(RouteSet.length) },
          }),
          'properties',
        ),
        standard.references(({ AssociationSet }) => [{ family: 'subnet', ids: AssociationSet.map(({ SubnetId }) => SubnetId) }]),
      ]}
    />
  );
}
