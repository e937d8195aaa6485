import { useMemo } from 'react';
import { Link } from 'react-router';
import type { CustomerGateway } from '../../../catalogue/families/customer-gateway/index.ts';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths, segments } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';

/** The tunnels to a device, and how many of them are down. */
interface Tunnels {
  readonly all: number;
  readonly down: number;
}

/** Tunnels by customer gateway. */
export function tunnelsOf(connections: readonly Pick<VpnConnection, 'CustomerGatewayId' | 'NetStatus'>[]): ReadonlyMap<string, Tunnels> {
  const found = new Map<string, Tunnels>();
  for (const { CustomerGatewayId, NetStatus } of connections) {
    const { all, down } = found.get(CustomerGatewayId) ?? { all: 0, down: 0 };
    found.set(CustomerGatewayId, { all: all + 1, down: down + (NetStatus === 'UNAVAILABLE' ? 1 : 0) });
  }
  return found;
}

export function CustomerGatewayList() {
  const t = useT();
  const scope = useScope();
  const list = useList(scope, 'customer-gateway');
  const connections = useList(scope, 'vpn-connection');
  const specs = useMemo((): readonly ColumnSpec<CustomerGateway>[] => {
    const tunnels = connections.complete ? tunnelsOf(connections.rows) : null;
    return [
      'IpAddress',
      {
        id: 'tunnels',
        header: t('customerGateway.tunnels'),
        value: (row) => (tunnels ? (tunnels.get(row.CustomerGatewayId)?.all ?? 0) : null),
        render: (row) => tunnels && <TunnelCount id={row.CustomerGatewayId} tunnels={tunnels.get(row.CustomerGatewayId)} />,
        sortAs: 'number',
        width: 176,
      },
      'CreatedTime',
    ];
  }, [t, connections.complete, connections.rows]);
  const columns = useColumns('customer-gateway', specs);
  const actions = useActions('customer-gateway', 'list');
  return <ListPage family="customer-gateway" list={list} columns={columns} actions={actions} />;
}

function TunnelCount({ id, tunnels }: { readonly id: string; readonly tunnels: Tunnels | undefined }) {
  const t = useT();
  const scope = useScope();
  if (!tunnels) return <span className="text-muted">{t('customerGateway.unused')}</span>;
  return (
    <span className="inline-flex items-center gap-2">
      <Link to={paths.detail('customer-gateway', id, scope, segments['vpn-connection'])} className={linkClass}>
        {tunnels.all}
      </Link>
      {tunnels.down > 0 && <Status meaning="warning">{t('customerGateway.down', { n: tunnels.down })}</Status>}
    </span>
  );
}
