import { Plus, Waypoints } from 'lucide-react';
import { destinationOf } from '../../../network/routes/route-names.ts';
import type { Parent } from '../../kit/contained.tsx';
import { exactly } from '../../kit/exactly.ts';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { Badge } from '../../ui/status.tsx';

const SubnetRoutes = part(async () => (await import('./subnet-routes.tsx')).SubnetRoutes);

const pages = standardFamily('route-table', {
  names: ['vpc'],
  columns: ({ t }) =>
    exactly([
      'VpcId',
      { id: 'routes', header: t('routeTable.routes'), count: (row) => row.RouteSet.length },
      { id: 'subnets', header: t('routeTable.subnets'), count: (row) => row.AssociationSet.length },
      { field: 'Main', width: 120, defaultHidden: true },
      {
        id: 'destinations',
        header: t('routeTable.destination'),
        value: (row) => [...new Set(row.RouteSet.map(destinationOf))].join(', '),
        mono: true,
        width: 272,
      },
      'CreatedTime',
    ]),
  mark: (row, t) => row.Main && <Badge>{t('routeTable.main')}</Badge>,
  actions: (t) =>
    exactly({
      disabledReason: (row) => (row.Main ? t('routeTable.mainHeld') : null),
      consequence: (row) => (row.AssociationSet.length > 0 ? t('routeTable.followsMain', { n: row.AssociationSet.length }) : null),
      verbs: [
        { operation: 'createRoutes', icon: Plus },
        {
          operation: 'associate',
          icon: Waypoints,
          label: t('routeTable.associate.button'),
        },
      ],
    }),
  none: (t, { what: body }) => exactly({ title: t('routeTable.noneHere'), body }),
  loadDetail: async () => (await import('./detail.tsx')).useRouteTableDetail,
  Create: true,
  Edit: true,
  verbs: {
    associate: part(async () => (await import('./associate.tsx')).Associate),
    createRoutes: part(async () => (await import('./route-forms.tsx')).CreateRoutes),
    replaceRoutes: part(async () => (await import('./route-forms.tsx')).ReplaceRoute),
    deleteRoutes: part(async () => (await import('./route-forms.tsx')).DeleteRoutes),
    enableRoutes: part(async () => (await import('./route-forms.tsx')).EnableRoutes),
    disableRoutes: part(async () => (await import('./route-forms.tsx')).DisableRoutes),
  },
});

export const { Pages } = pages;

/** The route tables of a VPC, as a tab of it; of a subnet, the routes that act for it. */
export const Contained = ({ parent }: { readonly parent: Parent }) =>
  parent.family === 'subnet' ? <SubnetRoutes id={parent.id} /> : <pages.Contained parent={parent} />;
