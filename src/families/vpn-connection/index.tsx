import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { type Exact, exactly } from '../../kit/exactly.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect } from '../../lib/scope.ts';
import { LedState, ledCode, useLedFacet, useLedWords } from '../../network-model/leads.tsx';
import { remoteBlocks, useConnectionLeads } from './leads.ts';

export const { Pages, Contained } = standardFamily('vpn-connection', {
  names: ['vpc', 'vpn-gateway', 'customer-gateway'],
  useColumns: useVpnConnectionColumns,
  actions: (t) => {
    const disabledReason = (row: VpnConnection): string | null => (row.State === 'AVAILABLE' ? null : t('vpnConnection.busy'));
    return exactly({
      disabledReason,
      verbs: [{ operation: 'reset', bulk: true, disabledReason, icon: RotateCcw }],
    });
  },
  none: (t) => exactly({ title: t('vpnConnection.noneHere'), body: t('vpnConnection.noneHereBody') }),
  loadDetail: async () => (await import('./detail.tsx')).useVpnConnectionDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateVpnConnection),
  Edit: part(async () => (await import('./forms.tsx')).EditVpnConnection),
});

/** What only accounts of today tell, as columns by their fields' names. */
const todaysColumns: ColumnSpecs<'vpn-connection'> = ['RouteType', 'HealthCheckStatus', 'DpdEnable', 'NegotiationType'].map((field) => ({
  field: field as keyof VpnConnection & string,
  defaultHidden: true,
}));

function useVpnConnectionColumns({ t }: ColumnTools<'vpn-connection'>): Exact<ColumnSpecs<'vpn-connection'>> {
  const leads = useConnectionLeads();
  const stateWords = useLedWords('vpn-connection', 'NetStatus');
  const facetWords = useLedFacet('vpn-connection', 'NetStatus');
  const isToday = useDialect() === 'today';
  return useMemo((): Exact<ColumnSpecs<'vpn-connection'>> => {
    const led = (row: VpnConnection) => leads(row).leads;
    const code = (row: VpnConnection): string => (row.NetStatus === 'AVAILABLE' ? ledCode(row.NetStatus, led(row)) : row.NetStatus);
    const words = (row: VpnConnection): string => stateWords(row.NetStatus, led(row));
    return exactly([
      {
        field: 'NetStatus',
        value: code,
        searchText: words,
        facet: facetWords,
        render: (row) => <LedState family="vpn-connection" field="NetStatus" state={row.NetStatus} leads={led(row)} />,
        width: 172,
      },
      { field: 'State', width: 112 },
      { field: 'VpcId', width: 132 },
      { field: 'VpnGatewayId', width: 132 },
      { field: 'CustomerGatewayId', width: 148 },
      { id: 'far', header: t('vpnConnection.remote'), value: (row) => remoteBlocks(row).join(', '), mono: true, width: 228 },
      {
        id: 'encryption',
        header: t('vpnConnection.encryption'),
        value: (row) => `${row.IKEOptionsSpecification.PropoEncryAlgorithm} / ${row.IPSECOptionsSpecification.EncryptAlgorithm}`,
        mono: true,
        defaultHidden: true,
        width: 208,
      },
      ...(isToday ? todaysColumns : []),
      { field: 'CreatedTime', defaultHidden: true },
    ]);
  }, [isToday, t, leads, stateWords, facetWords]);
}
