import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { useVpnGatewayActions } from './actions.tsx';
import { useVpnGatewayColumns } from './columns.tsx';

const named = ['vpc'] as const;

export function VpnGatewayList() {
  const list = useList(useScope(), 'vpn-gateway');
  const columns = useVpnGatewayColumns(useNames(named));
  const actions = useVpnGatewayActions('list');
  return <ListPage family="vpn-gateway" list={list} columns={columns} actions={actions} />;
}
