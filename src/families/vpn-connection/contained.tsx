import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useVpnConnectionActions } from './actions.tsx';
import { named, useVpnConnectionColumns } from './columns.tsx';

const fields = { vpc: 'VpcId', 'vpn-gateway': 'VpnGatewayId', 'customer-gateway': 'CustomerGatewayId' } as const;
const isEnd = (family: string): family is keyof typeof fields => Object.hasOwn(fields, family);

/** The VPN connections of a VPC or of either gateway, as a tab of it. */
export function ContainedVpnConnections({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList('vpn-connection', parent);
  const columns = useVpnConnectionColumns(useNames(named), isEnd(parent.family) ? fields[parent.family] : undefined);
  const actions = useVpnConnectionActions('list');
  return (
    <ContainedList
      family="vpn-connection"
      parent={parent}
      list={list}
      columns={columns}
      actions={actions}
      none={{ title: t('vpnConnection.noneHere'), body: t('vpnConnection.noneHereBody') }}
    />
  );
}
