import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import type { RouteTable } from '../../../catalogue/families/route-table/api3.ts';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { useList, useOne } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { type Meaning, StatusIcon } from '../../ui/status.tsx';
import { remoteBlocks } from './leads.ts';

type Tables = readonly RouteTable[];

/** True when a route of the table sends all of the block into the gateway. */
function leadsTo(table: Tables[number], gateway: string, block: string): boolean {
  const wanted = cidrOrNull(block);
  return (
    wanted !== null &&
    table.RouteSet.some(({ GatewayId, DestinationCidrBlock }) => {
      const taken = cidrOrNull(DestinationCidrBlock);
      return GatewayId === gateway && taken !== null && contains(taken, wanted);
    })
  );
}

/** What has to be right for the tunnel to carry anything: the connection, the gateway, the remote end, and routes to its blocks. */
export function Health({ row }: { readonly row: VpnConnection }) {
  const t = useT();
  const scope = useScope();
  const gateway = useOne(scope, 'vpn-gateway', row.VpnGatewayId);
  const tables = useList(scope, 'route-table', {
    where: { Filters: [{ Name: 'vpc-id', Values: [row.VpcId] }] },
    // One of a CCN's gateway is in no VPC.
    enabled: row.VpcId !== '',
  });
  const up = row.NetStatus === 'AVAILABLE';
  const settled = row.State === 'AVAILABLE';
  const near = gateway.row;
  const nearWorks = near?.State === 'AVAILABLE' && !near.IsAddressBlocked && near.RestrictState !== 'PROTECTIVELY_ISOLATED';
  return (
    <Card title={t('vpnConnection.health')}>
      <ul className="flex flex-col gap-2">
        <Check meaning={settled ? 'good' : 'pending'}>{t(settled ? 'vpnConnection.settled' : 'vpnConnection.settling')}</Check>
        {gateway.loading ? (
          <Spinner label={t('ui.loading')} />
        ) : (
          <Check meaning={nearWorks ? 'good' : 'danger'}>{t(nearWorks ? 'vpnConnection.gatewayGood' : 'vpnConnection.gatewayBad')}</Check>
        )}
        <Check meaning={up ? 'good' : settled ? 'warning' : 'pending'} more={up ? undefined : t('vpnConnection.downBody')}>
          {t(up ? 'vpnConnection.up' : 'vpnConnection.down')}
        </Check>
        {tables.complete && <Routes row={row} tables={tables.rows} />}
      </ul>
    </Card>
  );
}

interface CheckProps {
  readonly meaning: Meaning;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

const Check = ({ meaning, more, children }: CheckProps) => (
  <li className="flex items-start gap-1.5">
    <StatusIcon meaning={meaning} className="mt-0.5" />
    <div className="flex min-w-0 flex-wrap gap-x-3">
      <span className="min-w-0">{children}</span>
      {more && <span className="text-muted">{more}</span>}
    </div>
  </li>
);

/** For each block of the remote end: the tables that lead to it through the gateway. */
function Routes({ row, tables }: { readonly row: VpnConnection; readonly tables: Tables }) {
  const t = useT();
  const formats = useFormats();
  const scope = useScope();
  const { pathname, search } = useLocation();
  const here = `${pathname}${search}`;
  return remoteBlocks(row).map((block) => {
    const leading = tables.filter((table) => leadsTo(table, row.VpnGatewayId, block));
    const missing = tables.filter((table) => !leading.includes(table));
    const links = missing.slice(0, 4).map(({ RouteTableId, RouteTableName }) => (
      <Link
        key={RouteTableId}
        to={paths.verb('route-table', RouteTableId, 'createRoutes', scope, {
          DestinationCidrBlock: block,
          GatewayType: 'VPN',
          GatewayId: row.VpnGatewayId,
        })}
        state={{ back: here }}
        className={linkClass}
      >
        <bdi>{RouteTableName || RouteTableId}</bdi>
      </Link>
    ));
    return (
      <Check
        key={block}
        meaning={leading.length > 0 ? 'good' : 'warning'}
        more={
          leading.length > 0 ? (
            t('vpnConnection.routedFrom', { names: formats.list(leading.map((table) => table.RouteTableName || table.RouteTableId)) })
          ) : (
            <span className="inline-flex flex-wrap gap-x-2">{links}</span>
          )
        }
      >
        {t.node(leading.length > 0 ? 'vpnConnection.routed' : 'vpnConnection.notRouted', { block: <Code>{block}</Code> })}
      </Check>
    );
  });
}
