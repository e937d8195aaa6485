import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useScope } from '../../lib/scope.ts';
import { useEniActions } from './actions.tsx';
import { useEniColumns } from './columns.tsx';

export function EniList() {
  const list = useList(useScope(), 'eni');
  const columns = useEniColumns(null);
  const actions = useEniActions('list');
  return <ListPage family="eni" list={list} columns={columns} actions={actions} />;
}
