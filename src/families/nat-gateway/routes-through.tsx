import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import type { Route, RouteTable } from '../../../catalogue/families/route-table/index.ts';
import { destinationOf, routeKey } from '../../../network/routes/route-names.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { AddRouteTo } from '../../network-model/leads-notice.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';

interface RoutedTable {
  readonly table: RouteTable;
  readonly route: Route;
}

/** The routes that lead to a gateway, in whatever tables. */
export function useRoutesThrough(id: string) {
  const list = useList(useScope(), 'route-table');
  const rows = list.rows.flatMap((table): RoutedTable[] =>
    table.RouteSet.filter((route) => route.GatewayId === id).map((route) => ({ table, route })),
  );
  return { rows, complete: list.complete, error: list.error, refresh: list.refresh };
}

/** Which subnets reach the internet through a gateway: by the routes that lead to it. */
export function RoutesThrough({ gateway }: { readonly gateway: NatGateway }) {
  const t = useT();
  const formats = useFormats();
  const { rows, complete, error, refresh } = useRoutesThrough(gateway.natId);
  const route = { DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'NAT', GatewayId: gateway.natId };
  const add = <AddRouteTo vpc={gateway.vpcId} route={route} label={t('natGateway.addRoute')} />;
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
              <tr key={`${table.RouteTableId} ${routeKey(route)} ${destinationOf(route)}`}>
                <td>
                  <Code>{destinationOf(route)}</Code>
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
