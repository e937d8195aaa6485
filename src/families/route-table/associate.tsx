import { createContext, use } from 'react';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { useList } from '../../api/query.ts';
import { readRowAgain } from '../../api/read-again.ts';
import { useT } from '../../i18n/index.ts';
import { useContainedList } from '../../kit/contained.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { PickOne } from '../../kit/form/pick-one.tsx';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { Changes } from './changes.tsx';
import { useModel } from './use-model.ts';
import { routesOf } from './use-routes.ts';

const TableContext = createContext<RouteTable | null>(null);

/** Lets a subnet follow the table. */
export const Associate = ({ id }: { readonly id: string }) => (
  <OnePanel family="route-table" id={id}>
    {(table) => (
      <TableContext value={table}>
        <Associating id={id} table={table} />
      </TableContext>
    )}
  </OnePanel>
);

function Associating({ id, table }: { readonly id: string; readonly table: RouteTable }) {
  const t = useT();
  const subnets = useContainedList('subnet', { family: 'vpc', id: table.VpcId });
  const find = (subnet: unknown): Subnet | undefined => subnets.rows.find(({ SubnetId }) => SubnetId === subnet);
  return (
    <VerbForm
      family="route-table"
      operation="associate"
      id={id}
      precondition={{
        shown: ({ SubnetId }) => ({ [String(SubnetId)]: find(SubnetId)?.RouteTableId }),
        read: async ({ SubnetId }, { client, scope }) => {
          const subnet = await readRowAgain(client, scope, subnets.module, String(SubnetId));
          return { [String(SubnetId)]: subnet?.RouteTableId };
        },
      }}
      components={{ SubnetId: SubnetControl }}
      check={({ SubnetId }) => (find(SubnetId)?.RouteTableId === id ? [{ path: 'SubnetId', message: t('routeTable.associate.same') }] : [])}
      note={({ values }) => <Moving table={table} subnet={find(values.SubnetId)} />}
      done={(_, { SubnetId }) =>
        t('routeTable.associate.done', {
          subnet: find(SubnetId)?.SubnetName || String(SubnetId),
          table: table.RouteTableName || table.RouteTableId,
        })
      }
    />
  );
}

/** The subnets of the VPC that follow another table. */
function SubnetControl(control: FieldControlProps) {
  const table = use(TableContext);
  const subnets = useContainedList('subnet', { family: 'vpc', id: table?.VpcId ?? '' }, table !== null);
  const options = subnets.rows
    .filter((subnet) => subnet.RouteTableId !== table?.RouteTableId || subnet.SubnetId === control.value)
    .map(({ SubnetId, SubnetName, CidrBlock }) => ({ value: SubnetId, label: SubnetName || SubnetId, detail: CidrBlock }));
  return <PickOne {...control} options={options} loading={subnets.loading} />;
}

/** What changes for a subnet that comes to follow the table. */
function Moving({ table, subnet }: { readonly table: RouteTable; readonly subnet: Subnet | undefined }) {
  const t = useT();
  const tables = useList(useScope(), 'route-table');
  const present = tables.rows.find(({ RouteTableId }) => RouteTableId === subnet?.RouteTableId);
  const types = [...table.RouteSet, ...(present?.RouteSet ?? [])].map(({ GatewayType }) => GatewayType);
  const { model } = useModel(table.VpcId, [...new Set(types)]);
  if (!subnet) return <p className="text-muted">{t('routeTable.associate.choose')}</p>;
  const before = routesOf(model, subnet.RouteTableId);
  const after = routesOf(model, table.RouteTableId);
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-muted">{t('routeTable.associate.now')}</span>
        <RefLink full family="route-table" id={subnet.RouteTableId} />
      </p>
      {before && after && <Changes before={before} after={after} whom={`${subnet.SubnetName || subnet.SubnetId} · ${subnet.CidrBlock}`} />}
    </div>
  );
}
