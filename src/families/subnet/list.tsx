import type { Family } from '../../../catalogue/define.ts';
import type { Subnet } from '../../../catalogue/families/subnet.ts';
import { useList } from '../../api/query.ts';
import { useActions } from '../../kit/actions.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { usePlace } from '../../lib/place.ts';
import { useHeld, useMark, useSubnetColumns } from './columns.tsx';

const named: readonly Family[] = ['vpc', 'route-table'];

export function SubnetList() {
  const list = useList<Subnet>(usePlace(), 'subnet');
  const columns = useSubnetColumns(useNames(named));
  const mark = useMark();
  const actions = useActions<Subnet>('subnet', 'list', { held: useHeld() });
  return <ListPage family="subnet" list={list} columns={columns} mark={mark} actions={actions} />;
}
