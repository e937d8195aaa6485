import { useMemo } from 'react';
import { Link } from 'react-router';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
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
function tunnelsOf(connections: readonly Pick<RowOf<'vpn-connection'>, 'CustomerGatewayId' | 'NetStatus'>[]): ReadonlyMap<string, Tunnels> {
  const found = new Map<string, Tunnels>();
  for (const { CustomerGatewayId, NetStatus } of connections) {
    const { all, down } = found.get(CustomerGatewayId) ?? { all: 0, down: 0 };
    found.set(CustomerGatewayId, { all: all + 1, down: down + (NetStatus === 'UNAVAILABLE' ? 1 : 0) });
  }
  return found;
}

/** Tunnels by customer gateway; null while they are not all known. */
export function useTunnels(): ReadonlyMap<string, Tunnels> | null {
  const { complete, rows } = useList(useScope(), 'vpn-connection');
  return useMemo(() => (complete ? tunnelsOf(rows) : null), [complete, rows]);
}

export function TunnelCount({ id, tunnels }: { readonly id: string; readonly tunnels: Tunnels | undefined }) {
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
