import { useMemo } from 'react';
import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useScope } from '../../lib/scope.ts';
import { useGroupActions } from './actions.tsx';
import { useGroupColumns, useMark } from './columns.tsx';
import { useUses } from './usage.ts';

export function SecurityGroupList() {
  const scope = useScope();
  const list = useList(scope, 'security-group');
  const ids = useMemo(() => (list.complete ? list.rows.map((row) => row.SecurityGroupId) : []), [list.complete, list.rows]);
  const uses = useUses(ids);
  const columns = useGroupColumns(uses);
  const mark = useMark();
  const actions = useGroupActions('list', uses);
  return <ListPage family="security-group" list={list} columns={columns} mark={mark} actions={actions} />;
}
