import { useMemo } from 'react';
import type { Subnet } from '../../../catalogue/families/subnet.ts';
import type { Vpc } from '../../../catalogue/families/vpc.ts';
import { useList } from '../../api/query.ts';
import { useActions } from '../../kit/actions.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { usePlace } from '../../lib/place.ts';
import { useHeld, useMark, useSubnetColumns } from './columns.tsx';

export function SubnetList() {
  const place = usePlace();
  const list = useList<Subnet>(place, 'subnet');
  const vpcs = useList<Vpc>(place, 'vpc');
  const names = useMemo(() => new Map(vpcs.rows.map((vpc) => [vpc.VpcId, vpc.VpcName])), [vpcs.rows]);
  const columns = useSubnetColumns(names);
  const mark = useMark();
  const actions = useActions<Subnet>('subnet', 'list', { held: useHeld() });
  return <ListPage family="subnet" list={list} columns={columns} mark={mark} rowActions={actions.of} onDelete={actions.remove} />;
}
