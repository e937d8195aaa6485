import { useCallback, useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { useT } from '../../i18n/index.ts';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { type LeadsTo, LedState, ledCode, useLeads, useLedFacet, useLedWords } from '../../network-model/leads.tsx';

/** The blocks at the far end, without repetition. */
export const farBlocks = ({ SecurityPolicyDatabaseSet: policies }: Pick<VpnConnection, 'SecurityPolicyDatabaseSet'>): string[] => [
  ...new Set(policies.flatMap(({ RemoteCidrBlock }) => RemoteCidrBlock)),
];

/** Which routes lead to the far end of a connection: a route for another one of its gateway is none of its own. */
export function useConnectionLeads(): (row: VpnConnection) => LeadsTo {
  const leads = useLeads('vpn-connection');
  return useCallback((row) => leads({ vpc: row.VpcId, gateway: row.VpnGatewayId, blocks: farBlocks(row) }), [leads]);
}

type End = 'VpcId' | 'VpnGatewayId' | 'CustomerGatewayId';
const ends: readonly End[] = ['VpcId', 'VpnGatewayId', 'CustomerGatewayId'];

/** `within` is the end that all rows share, where the list is a tab of one. */
export function useVpnConnectionColumns(names: (family: Family, id: string) => string, within?: End): readonly Column<VpnConnection>[] {
  const t = useT();
  const leads = useConnectionLeads();
  const stateWords = useLedWords('vpn-connection', 'NetStatus');
  const facetWords = useLedFacet('vpn-connection', 'NetStatus');
  const words = useCallback((row: VpnConnection): string => stateWords(row.NetStatus, leads(row).leads), [leads, stateWords]);
  const code = useCallback(
    (row: VpnConnection): string => (row.NetStatus === 'AVAILABLE' ? ledCode(row.NetStatus, leads(row).leads) : row.NetStatus),
    [leads],
  );
  const specs = useMemo(
    (): readonly ColumnSpec<VpnConnection>[] => [
      {
        field: 'NetStatus',
        value: code,
        searchText: words,
        facet: facetWords,
        render: (row) => <LedState family="vpn-connection" field="NetStatus" state={row.NetStatus} leads={leads(row).leads} />,
        width: 172,
      },
      { field: 'State', width: 112 },
      ...ends.filter((end) => end !== within).map((field) => ({ field, width: field === 'CustomerGatewayId' ? 148 : 132 })),
      { id: 'far', header: t('vpnConnection.far'), value: (row) => farBlocks(row).join(', '), mono: true, width: 228 },
      {
        id: 'encryption',
        header: t('vpnConnection.encryption'),
        value: (row) => `${row.IKEOptionsSpecification.PropoEncryAlgorithm} / ${row.IPSECOptionsSpecification.EncryptAlgorithm}`,
        mono: true,
        defaultHidden: true,
        width: 208,
      },
      { field: 'CreatedTime', defaultHidden: true },
    ],
    [t, within, leads, words, code, facetWords],
  );
  return useColumns('vpn-connection', specs, names);
}

/** The families whose names the columns show. Stable, as the kit wants it. */
export const named = ['vpc', 'vpn-gateway', 'customer-gateway'] as const;
