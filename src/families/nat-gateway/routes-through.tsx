import { Plus } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import type { NatGateway } from '../../../catalogue/families/nat-gateway.ts';
import type { Route, RouteTable } from '../../../catalogue/families/route-table.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { usePlace } from '../../lib/place.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';

interface Through {
  readonly table: RouteTable;
  readonly route: Route;
}

/** The routes that lead to a gateway, in whatever tables. */
export function useRoutesThrough(id: string) {
  const list = useList<RouteTable>(usePlace(), 'route-table');
  const rows = list.rows.flatMap((table): Through[] =>
    table.RouteSet.filter((route) => route.GatewayId === id).map((route) => ({ table, route })),
  );
  return { rows, complete: list.complete, error: list.error, refresh: list.refresh, tables: list.rows };
}

/** Which subnets reach the internet through a gateway: by the routes that lead to it. */
export function RoutesThrough({ gateway }: { readonly gateway: NatGateway }) {
  const t = useT();
  const formats = useFormats();
  const { rows, complete, error, refresh, tables } = useRoutesThrough(gateway.natId);
  const add = <AddRoute gateway={gateway} tables={tables.filter(({ VpcId }) => VpcId === gateway.vpcId)} />;
  if (error && rows.length === 0) return <ErrorPlace error={error} onRetry={refresh} />;
  if (complete && rows.length === 0) {
    return <EmptyState title={t('natGateway.noRouteTitle')} body={t('natGateway.noRouteBody')} action={add} />;
  }
  return (
    <Card flush title={t('natGateway.throughIt')} actions={add}>
      <div className="table-scroll rounded-t-none border-0">
        <table aria-label={t('natGateway.throughIt')} className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('natGateway.destination')}</th>
              <th scope="col">{t('natGateway.table')}</th>
              <th scope="col" data-align="end">
                {t('natGateway.subnets')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ table, route }) => (
              <tr key={route.RouteId}>
                <td>
                  <Code>{route.DestinationCidrBlock}</Code>
                </td>
                <td>
                  <RefLink full family="route-table" id={table.RouteTableId} name={table.RouteTableName} />
                </td>
                <td data-align="end">{formats.number(table.AssociationSet.length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** A default route to the gateway, in a table that is chosen here; the form then says what changes. */
function AddRoute({ gateway, tables }: { readonly gateway: NatGateway; readonly tables: readonly RouteTable[] }) {
  const t = useT();
  const place = usePlace();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  if (tables.length === 0) return null;
  const route = { DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'NAT', GatewayId: gateway.natId };
  const items = tables.map((table) => ({
    key: table.RouteTableId,
    label: <bdi>{table.RouteTableName || table.RouteTableId}</bdi>,
    detail: table.RouteTableId,
    onSelect: () =>
      void navigate(paths.verb('route-table', table.RouteTableId, 'createRoutes', place, route), {
        state: { back: `${pathname}${search}` },
      }),
  }));
  const label = t('natGateway.addRoute');
  return (
    <Menu
      label={label}
      items={items}
      trigger={(trigger) => (
        <Button {...trigger} size="sm" icon={<Plus aria-hidden="true" className="size-4" />}>
          {label}
        </Button>
      )}
    />
  );
}
