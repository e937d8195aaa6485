import type { Family } from '../../../catalogue/define.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { segments } from '../../paths.ts';
import { Badge } from '../../ui/status.tsx';
import { CompareTab } from './compare-tab.tsx';
import { RoutesTab } from './routes-tab.tsx';
import { SubnetsTab } from './subnets-tab.tsx';

const named: readonly Family[] = ['vpc', 'subnet'];

export const useRouteTableDetail: UseDetail<'route-table'> = ({ row, standard }) => {
  const t = useT();
  const formats = useFormats();
  // Brings the names that links on this page show.
  useNames(named);
  return exactly({
    marks: row && (
      <>
        {row.Main && <Badge>{t('routeTable.main')}</Badge>}
        <RefLink family="vpc" id={row.VpcId} />
        <MapLink vpc={row.VpcId} at={`table:${row.RouteTableId}`} />
      </>
    ),
    tabs: [
      { path: '', label: t('routeTable.routes'), count: row?.RouteSet.length, content: row && <RoutesTab table={row} /> },
      {
        path: segments.subnet,
        label: t('routeTable.subnets'),
        count: row?.AssociationSet.length,
        content: row && <SubnetsTab table={row} />,
      },
      { path: 'compare', label: t('routeTable.compare'), content: row && <CompareTab table={row} /> },
      standard.properties(
        ({ AssociationSet, RouteSet }) =>
          exactly({
            draw: { AssociationSet: formats.number(AssociationSet.length), RouteSet: formats.number(RouteSet.length) },
          }),
        'properties',
      ),
      standard.references(({ AssociationSet }) => [{ family: 'subnet', ids: AssociationSet.map(({ SubnetId }) => SubnetId) }]),
    ],
  });
};
