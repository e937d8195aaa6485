import { type ReactNode, useCallback, useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { usableIn } from '../../lib/addresses.ts';
import { Meter } from '../../ui/parts.tsx';
import { Badge } from '../../ui/status.tsx';
import { type AclOf, aclWords } from './acl.tsx';

/** Below this share of free addresses a subnet is running out. */
const scarce = 0.1;

/** Addresses of a subnet in use, and whether few are left. */
export function usageOf(subnet: Pick<Subnet, 'CidrBlock' | 'AvailableIpAddressCount'>): {
  used: number;
  usable: number;
  meaning: 'danger' | 'warning' | 'neutral';
} {
  const usable = usableIn(subnet.CidrBlock);
  const used = Math.max(0, usable - subnet.AvailableIpAddressCount);
  const free = usable > 0 ? subnet.AvailableIpAddressCount / usable : 1;
  return { used, usable, meaning: subnet.AvailableIpAddressCount === 0 ? 'danger' : free < scarce ? 'warning' : 'neutral' };
}

/** How much of a subnet is in use. No component of its own: it stands in every row of the list. */
export function usageMeter(subnet: Subnet, t: Translate): ReactNode {
  const { used, usable, meaning } = usageOf(subnet);
  return <Meter label={t('subnet.usedOf', { cidr: subnet.CidrBlock })} used={used} total={usable} meaning={meaning} />;
}

/** The columns of a list of subnets; `within` (a VPC's own subnets) leaves the VPC out. */
export function useSubnetColumns(names: (family: Family, id: string) => string, acls: AclOf, within = false): readonly Column<Subnet>[] {
  const t = useT();
  const { label } = useFamily('subnet');
  const specs = useMemo(
    (): readonly ColumnSpec<Subnet>[] => [
      ...(within ? [] : (['VpcId'] as const)),
      { field: 'CidrBlock', width: 144 },
      { field: 'Zone', facet: true },
      {
        id: 'AvailableIpAddressCount',
        header: t('subnet.used'),
        value: (subnet) => subnet.AvailableIpAddressCount,
        cellText: (subnet) => usageOf(subnet).used,
        render: (subnet) => usageMeter(subnet, t),
        sortAs: 'number',
        width: 160,
      },
      // Searched but not narrowed by: many are called the same, as every VPC has a default one.
      {
        id: 'RouteTableId',
        header: label('RouteTableId'),
        value: (subnet) => subnet.RouteTableId,
        nameOfRef: (subnet) => names('route-table', subnet.RouteTableId),
        cellText: (subnet) => names('route-table', subnet.RouteTableId) || subnet.RouteTableId,
        render: (subnet) => <RefLink family="route-table" id={subnet.RouteTableId} name={names('route-table', subnet.RouteTableId)} />,
        width: 128,
      },
      {
        id: 'networkAcl',
        header: t('subnet.acl'),
        value: (subnet) => acls(subnet) ?? '',
        nameOfRef: (subnet) => names('network-acl', acls(subnet) ?? ''),
        render: (subnet) => aclWords(acls(subnet), names('network-acl', acls(subnet) ?? ''), t, true),
        width: 120,
      },
      {
        field: 'IsDefault',
        render: (subnet) => subnet.IsDefault && <Badge>{t('subnet.isDefault')}</Badge>,
        defaultHidden: true,
        width: 128,
      },
      {
        id: 'EnableBroadcast',
        header: label('EnableBroadcast'),
        value: (subnet) => subnet.EnableBroadcast,
        render: (subnet) => t(subnet.EnableBroadcast ? 'kit.yes' : 'kit.no'),
        defaultHidden: true,
        width: 104,
      },
      { field: 'CreatedTime', defaultHidden: true },
    ],
    [t, label, names, acls, within],
  );
  return useColumns('subnet', specs, names);
}

/** Why a subnet cannot be deleted, as far as its own row tells: something uses its addresses. */
export function useDeleteDisabledReason(): (subnet: Subnet) => string | null {
  const t = useT();
  return (subnet) => {
    const { used } = usageOf(subnet);
    return used > 0 ? t('subnet.held', { n: used }) : null;
  };
}

/** Marks the default subnets beside their names. */
export function useMark(): (subnet: Subnet) => ReactNode {
  const t = useT();
  return useCallback((subnet: Subnet) => subnet.IsDefault && <Badge>{t('subnet.isDefault')}</Badge>, [t]);
}
