import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useFamily } from '../../kit/words.ts';
import { useMark, useRouteTableActions, useRouteTableColumns } from './columns.tsx';
import { SubnetRoutes } from './subnet-routes.tsx';

/** The route tables of a VPC, as a tab of it; of a subnet, the routes that act for it. */
export function ContainedRouteTables({ parent }: { readonly parent: Parent }) {
  return parent.family === 'subnet' ? <SubnetRoutes id={parent.id} /> : <TablesWithin parent={parent} />;
}

function TablesWithin({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const { text } = useFamily('route-table');
  const list = useContainedList('route-table', parent);
  const columns = useRouteTableColumns(null);
  const actions = useRouteTableActions('list');
  return (
    <ContainedList
      family="route-table"
      parent={parent}
      list={list}
      columns={columns}
      mark={useMark()}
      actions={actions}
      none={{ title: t('routeTable.noneHere'), body: text.what }}
    />
  );
}
