import { useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { type StandardActions, useActions } from '../../kit/actions.tsx';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';

/** Rules of a direction; none where the answer leaves the list out. */
export const countOf = ({ networkAclEntrySet }: NetworkAcl, direction: Direction): number => networkAclEntrySet?.[direction]?.length ?? 0;

/** The columns of a list of ACLs; without `names` (a VPC's own) the VPC is left out. */
export function useAclColumns(names: ((family: Family, id: string) => string) | null): readonly Column<NetworkAcl>[] {
  const t = useT();
  const specs = useMemo(
    (): readonly ColumnSpec<NetworkAcl>[] => [
      // The older spelling of the VPC's id stands in the row too; the present one counts (8278).
      ...(names ? (['unVpcId'] as const) : []),
      { id: 'subnetNum', header: t('networkAcl.subnets'), count: (row) => row.subnetNum, width: 112 },
      { id: 'ingress', header: t('networkAcl.inbound'), count: (row) => countOf(row, 'ingress'), width: 112 },
      { id: 'egress', header: t('networkAcl.outbound'), count: (row) => countOf(row, 'egress'), width: 112 },
      'createTime',
    ],
    [t, names],
  );
  return useColumns('network-acl', specs, names ?? undefined);
}

export function useAclActions(from: 'list' | 'detail'): StandardActions<NetworkAcl> {
  const t = useT();
  return useActions('network-acl', from, {
    disabledReason: (row) => (row.subnetNum > 0 ? t('networkAcl.inUse', { n: row.subnetNum }) : null),
    params: (row) => ({ vpcId: row.unVpcId }),
    verbs: [{ operation: 'bind', mode: 'form' }],
  });
}
