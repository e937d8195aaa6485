import { CalendarPlus, Gauge } from 'lucide-react';
import { useMemo } from 'react';
import type { Dialect } from '../../../catalogue/binding.ts';
import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import { useList } from '../../api/query.ts';
import type { Translate } from '../../i18n/index.ts';
import type { ActionOptions } from '../../kit/actions.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect, useScope } from '../../lib/scope.ts';
import { LedState, ledCode, useLeads, useLedFacet, useLedWords } from '../../network-model/leads.tsx';
import { Term } from './term.tsx';

export const { Pages, Contained } = standardFamily('vpn-gateway', {
  names: ['vpc'],
  useColumns: useVpnGatewayColumns,
  useActions: ({ t }) => actionsOf(t, useDialect()),
  none: (t) => exactly({ title: t('vpnGateway.noneHere'), body: t('vpnGateway.noneHereBody') }),
  loadDetail: async () => (await import('./detail.tsx')).useVpnGatewayDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateVpnGateway),
  Edit: part(async () => (await import('./forms.tsx')).EditVpnGateway),
  verbs: {
    renew: part(async () => (await import('./forms.tsx')).RenewVpnGateway),
    resize: part(async () => (await import('./forms.tsx')).ResizeVpnGateway),
  },
});

function useVpnGatewayColumns({ t }: ColumnTools<'vpn-gateway'>): Exact<ColumnSpecs<'vpn-gateway'>> {
  const connections = useList(useScope(), 'vpn-connection');
  const leads = useLeads('vpn-gateway');
  const stateWords = useLedWords('vpn-gateway', 'State');
  const facetWords = useLedFacet('vpn-gateway', 'State');
  const isToday = useDialect() === 'today';
  return useMemo((): Exact<ColumnSpecs<'vpn-gateway'>> => {
    const led = (row: VpnGateway) => leads({ vpc: row.VpcId, gateway: row.VpnGatewayId }).leads;
    const code = (row: VpnGateway): string => (row.State === 'AVAILABLE' ? ledCode(row.State, led(row)) : String(row.State));
    const words = (row: VpnGateway): string => stateWords(row.State, led(row));
    const tunnels = new Map<string, number>();
    for (const { VpnGatewayId } of connections.rows) tunnels.set(VpnGatewayId, (tunnels.get(VpnGatewayId) ?? 0) + 1);
    return exactly([
      {
        field: 'State',
        value: code,
        searchText: words,
        facet: facetWords,
        render: (row) => <LedState family="vpn-gateway" field="State" state={row.State} leads={led(row)} />,
        width: 172,
      },
      { field: 'VpcId', width: 128 },
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
      ...(isToday ? todaysColumns : []),
      { field: 'CreatedTime', defaultHidden: true },
    ]);
  }, [isToday, t, connections.rows, connections.complete, leads, stateWords, facetWords]);
}

/** What only accounts of today tell, as columns by their fields' names. */
const todaysColumns: ColumnSpecs<'vpn-gateway'> = [
  { field: 'Type', width: 128 },
  { field: 'NetworkInstanceId', defaultHidden: true },
  { field: 'BgpAsn', defaultHidden: true },
  { field: 'Zone', defaultHidden: true },
].map((column) => ({ ...column, field: column.field as keyof VpnGateway & string }));

/** The largest bandwidth that is sold, in Mbps: by the documents (4075), and today. */
const most = { documents: 100, today: 3000 } as const;

function actionsOf(t: Translate, dialect: Dialect): Exact<ActionOptions<'vpn-gateway'>> {
  /** Nothing can be done with a gateway that is being made or deleted. */
  const busy = (row: VpnGateway): string | null => (row.State === 'AVAILABLE' ? null : t('vpnGateway.busy'));
  const disabledReason = (row: VpnGateway): string | null => {
    if (row.InstanceChargeType === 'PREPAID') return t('vpnGateway.disabledPrepaid');
    // Today every kind can be deleted.
    return row.Type === 'IPSEC' || dialect === 'today' ? busy(row) : t('vpnGateway.disabledType');
  };
  return exactly({
    disabledReason,
    verbs: [
      {
        operation: 'renew',
        icon: CalendarPlus,
        isVisible: (row) => row.InstanceChargeType === 'PREPAID',
        disabledReason: (row) => (row.Type === 'IPSEC' ? busy(row) : t('vpnGateway.onlyIpsec')),
      },
      {
        operation: 'resize',
        icon: Gauge,
        disabledReason: (row) => busy(row) ?? (row.InternetMaxBandwidthOut >= most[dialect] ? t('vpnGateway.most') : null),
      },
    ],
  });
}
