import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { useVpnConnectionActions } from './actions.tsx';
import { named, useVpnConnectionColumns } from './columns.tsx';

export function VpnConnectionList() {
  const list = useList(useScope(), 'vpn-connection');
  const columns = useVpnConnectionColumns(useNames(named));
  const actions = useVpnConnectionActions('list');
  return <ListPage family="vpn-connection" list={list} columns={columns} actions={actions} />;
}
