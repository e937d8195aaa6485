import { useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection.ts';
import { useT } from '../../i18n/index.ts';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';

/** The blocks at the far end, without repetition. */
export const farBlocks = ({ SecurityPolicyDatabaseSet: policies }: Pick<VpnConnection, 'SecurityPolicyDatabaseSet'>): string[] => [
  ...new Set(policies.flatMap(({ RemoteCidrBlock }) => RemoteCidrBlock)),
];

type End = 'VpcId' | 'VpnGatewayId' | 'CustomerGatewayId';
const ends: readonly End[] = ['VpcId', 'VpnGatewayId', 'CustomerGatewayId'];

/** `within` is the end that all rows share, where the list is a tab of one. */
export function useVpnConnectionColumns(names: (family: Family, id: string) => string, within?: End): readonly Column<VpnConnection>[] {
  const t = useT();
  const specs = useMemo(
    (): readonly ColumnSpec<VpnConnection>[] => [
      { field: 'NetStatus', width: 96 },
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
    [t, within],
  );
  return useColumns<VpnConnection>('vpn-connection', specs, names);
}

/** The families whose names the columns show. Stable, as the kit wants it. */
export const named = ['vpc', 'vpn-gateway', 'customer-gateway'] as const;
