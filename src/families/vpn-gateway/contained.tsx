import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useVpnGatewayActions } from './actions.tsx';
import { useVpnGatewayColumns } from './columns.tsx';

/** The VPN gateways of a VPC, as a tab of it. */
export function ContainedVpnGateways({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList('vpn-gateway', parent);
  const columns = useVpnGatewayColumns(undefined);
  const actions = useVpnGatewayActions('list');
  return (
    <ContainedList
      family="vpn-gateway"
      parent={parent}
      list={list}
      columns={columns}
      actions={actions}
      none={{ title: t('vpnGateway.noneHere'), body: t('vpnGateway.noneHereBody') }}
    />
  );
}
