import type { Family } from '../../../catalogue/define.ts';
import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { useMark, useRouteTableActions, useRouteTableColumns } from './columns.tsx';

const named: readonly Family[] = ['vpc'];

export function RouteTableList() {
  const list = useList(useScope(), 'route-table');
  const columns = useRouteTableColumns(useNames(named));
  const actions = useRouteTableActions('list');
  return <ListPage family="route-table" list={list} columns={columns} mark={useMark()} actions={actions} />;
}
