import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { useList } from '../../api/query.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { usePlace } from '../../lib/place.ts';
import { useVpnConnectionActions } from './actions.tsx';
import { named, useVpnConnectionColumns } from './columns.tsx';

export function VpnConnectionList() {
  const list = useList<VpnConnection>(usePlace(), 'vpn-connection');
  const columns = useVpnConnectionColumns(useNames(named));
  const actions = useVpnConnectionActions('list');
  return <ListPage family="vpn-connection" list={list} columns={columns} actions={actions} />;
}
