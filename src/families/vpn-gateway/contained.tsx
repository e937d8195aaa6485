import type { VpnGateway } from '../../../catalogue/families/vpn-gateway.ts';
import { useT } from '../../i18n/index.ts';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { useVpnGatewayActions } from './actions.tsx';
import { useVpnGatewayColumns } from './columns.tsx';

/** The VPN gateways of a VPC, as a tab of it. */
export function ContainedVpnGateways({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList<VpnGateway>('vpn-gateway', parent);
  const columns = useVpnGatewayColumns(undefined);
  const actions = useVpnGatewayActions('list');
  const create = <CreateWithin family="vpn-gateway" parent={parent} />;
  return (
    <ResourceList
      family="vpn-gateway"
      variant={parent.family}
      list={list}
      columns={columns}
      rowActions={actions.of}
      onDelete={actions.remove}
      beside={create}
      empty={{ title: t('vpnGateway.noneHere'), body: t('vpnGateway.noneHereBody'), action: create }}
    />
  );
}
