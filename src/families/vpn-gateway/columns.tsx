import { type ReactNode, useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import { useList } from '../../api/query.ts';
import { readCloudTime, useFormats, useT } from '../../i18n/index.ts';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { useScope } from '../../lib/scope.ts';
import { useNow } from '../../lib/use-now.ts';
import { LedState, ledCode, useLeads, useLedFacet, useLedWords } from '../../network-model/leads.tsx';
import { Status } from '../../ui/status.tsx';

/** From this many days on the end of the term is worth a warning. */
const soon = 14 * 86_400_000;

/** When what was paid for ends; nothing for gateways that are paid by the hour. */
export function Term({ row }: { readonly row: VpnGateway }): ReactNode {
  const t = useT();
  const formats = useFormats();
  const now = useNow(60_000);
  const end = readCloudTime(row.ExpiredTime);
  if (!end || row.InstanceChargeType !== 'PREPAID') return null;
  const words = formats.relative(end, new Date(now));
  const renews = row.RenewFlag === 'NOTIFY_AND_AUTO_RENEW' && !row.NewPurchasePlan;
  if (renews) return <span title={formats.dateTime(end)}>{t('vpnGateway.renewsIn', { when: words })}</span>;
  return <span title={formats.dateTime(end)}>{end.getTime() - now < soon ? <Status meaning="warning">{words}</Status> : words}</span>;
}

/** `names` tells the VPCs by name; without it (a VPC's own gateways) their column is left out. */
export function useVpnGatewayColumns(names: ((family: Family, id: string) => string) | undefined): readonly Column<VpnGateway>[] {
  const t = useT();
  const connections = useList(useScope(), 'vpn-connection');
  const leads = useLeads('vpn-gateway');
  const stateWords = useLedWords('vpn-gateway', 'State');
  const facetWords = useLedFacet('vpn-gateway', 'State');
  const specs = useMemo((): readonly ColumnSpec<VpnGateway>[] => {
    const led = (row: VpnGateway) => leads({ vpc: row.VpcId, gateway: row.VpnGatewayId }).leads;
    const code = (row: VpnGateway): string => (row.State === 'AVAILABLE' ? ledCode(row.State, led(row)) : String(row.State));
    const words = (row: VpnGateway): string => stateWords(row.State, led(row));
    const tunnels = new Map<string, number>();
    for (const { VpnGatewayId } of connections.rows) tunnels.set(VpnGatewayId, (tunnels.get(VpnGatewayId) ?? 0) + 1);
    return [
      {
        field: 'State',
        value: code,
        searchText: words,
        facet: facetWords,
        render: (row) => <LedState family="vpn-gateway" field="State" state={row.State} leads={led(row)} />,
        width: 172,
      },
      ...(names ? [{ field: 'VpcId' as const, width: 128 }] : []),
      'PublicIpAddress',
      { field: 'InternetMaxBandwidthOut', width: 144 },
      {
        id: 'tunnels',
        header: t('vpnGateway.tunnelCount'),
        count: (row) => (connections.complete ? (tunnels.get(row.VpnGatewayId) ?? 0) : null),
        width: 80,
      },
      { field: 'InstanceChargeType', width: 112 },
      {
        field: 'ExpiredTime',
        value: (row) => (row.InstanceChargeType === 'PREPAID' ? row.ExpiredTime : ''),
        render: (row) => <Term row={row} />,
        width: 152,
      },
      { field: 'CreatedTime', defaultHidden: true },
    ];
  }, [t, names, connections.rows, connections.complete, leads, stateWords, facetWords]);
  return useColumns('vpn-gateway', specs, names);
}
