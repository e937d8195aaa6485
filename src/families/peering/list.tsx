import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { usePlace } from '../../lib/place.ts';
import { usePeeringActions } from './actions.tsx';
import { usePeeringColumns } from './columns.tsx';
import { useRouteCounts } from './route-counts.ts';
import { type Peering, useSides } from './sides.ts';
import { Views } from './views.tsx';

export function PeeringList() {
  const list = useList<Peering>(usePlace(), 'peering');
  const sides = useSides(list.rows);
  const columns = usePeeringColumns(sides, useRouteCounts(list.rows, sides));
  const actions = usePeeringActions('list', sides);
  return <ListPage above={<Views />} family="peering" list={list} columns={columns} actions={actions} />;
}
