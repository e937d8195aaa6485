import { ArrowRightLeft } from 'lucide-react';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { useList, useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { RouteTableMenu } from '../../network-model/leads-notice.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Badge, Notice } from '../../ui/status.tsx';
import { NextHopQuery } from './next-hop.tsx';
import { RoutesTable } from './routes-table.tsx';
import { useModel } from './use-model.ts';
import { useRoutes } from './use-routes.ts';
import { OtherScopes } from './words.tsx';

/** The routes that act for a subnet: those of the table it follows. */
export function SubnetRoutes({ id }: { readonly id: string }) {
  const t = useT();
  const scope = useScope();
  const subnet = useOne(scope, 'subnet', id).row;
  const tables = useList(scope, 'route-table');
  const table = tables.rows.find(({ RouteTableId }) => RouteTableId === subnet?.RouteTableId);
  if (tables.error && !table) return <ErrorPlace error={tables.error} onRetry={tables.refresh} />;
  if (!subnet || (!table && !tables.complete)) return <Skeleton className="w-full" />;
  if (!table) return <Notice meaning="warning" title={t('routeTable.noTable', { id: subnet.RouteTableId })} />;
  return <Routes subnet={subnet} table={table} others={tables.rows.filter((other) => other.VpcId === subnet.VpcId && other !== table)} />;
}

interface RoutesProps {
  readonly subnet: Subnet;
  readonly table: RouteTable;
  readonly others: readonly RouteTable[];
}

function Routes({ subnet, table, others }: RoutesProps) {
  const t = useT();
  const { model, complete, scopes } = useModel(subnet.VpcId, [...new Set(table.RouteSet.map(({ GatewayType }) => GatewayType))]);
  const routes = useRoutes(model, table.RouteTableId);
  return (
    <OtherScopes value={scopes}>
      <Card
        flush
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t('routeTable.effective')}
            <span className="inline-flex items-center gap-2 font-normal">
              <RefLink full family="route-table" id={table.RouteTableId} name={table.RouteTableName} />
              {table.Main && <Badge>{t('routeTable.main')}</Badge>}
            </span>
          </span>
        }
        actions={
          <>
            {!complete && <span className="text-muted">{t('routeTable.checking')}</span>}
            <OtherTable subnet={subnet} tables={others} />
          </>
        }
      >
        {routes && <RoutesTable label={t('routeTable.effective')} routes={routes} />}
      </Card>
      {routes && <NextHopQuery model={model} table={table.RouteTableId} />}
    </OtherScopes>
  );
}

/** Lets the subnet follow another table of its VPC; the form then says what changes. */
function OtherTable({ subnet, tables }: { readonly subnet: Subnet; readonly tables: readonly RouteTable[] }) {
  const t = useT();
  const scope = useScope();
  return (
    <RouteTableMenu
      tables={tables}
      label={t('routeTable.associate.other')}
      icon={<ArrowRightLeft aria-hidden="true" className="size-4" />}
      formOf={(table) => paths.verb('route-table', table, 'associate', scope, { SubnetId: subnet.SubnetId })}
    />
  );
}
