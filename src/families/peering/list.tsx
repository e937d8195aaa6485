import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useScope } from '../../lib/scope.ts';
import { usePeeringActions } from './actions.tsx';
import { useCarriedInList } from './carried-list.ts';
import { usePeeringColumns } from './columns.tsx';
import { useSides } from './sides.ts';
import { Views } from './views.tsx';

export function PeeringList() {
  const list = useList(useScope(), 'peering');
  const sides = useSides(list.rows);
  const columns = usePeeringColumns(sides, useCarriedInList(list.rows, sides));
  const actions = usePeeringActions('list', sides);
  return <ListPage above={<Views />} family="peering" list={list} columns={columns} actions={actions} />;
}
