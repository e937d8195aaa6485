import { type ReactNode, useCallback, useMemo } from 'react';
import type { Subnet } from '../../../catalogue/families/subnet.ts';
import { useT } from '../../i18n/index.ts';
import type { Column } from '../../kit/list/column.ts';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { usableIn } from '../../lib/addresses.ts';
import { CloudTime, Meter } from '../../ui/parts.tsx';
import { Badge } from '../../ui/status.tsx';

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

/**
 * The columns of a list of subnets. `vpcNames` tells the VPCs by name in search and filters; without it (a VPC's own
 * subnets) the column is left out.
 */
export function useSubnetColumns(vpcNames: ReadonlyMap<string, string> | null): readonly Column<Subnet>[] {
  const t = useT();
  const { label } = useFamily('subnet');
  return useMemo((): readonly Column<Subnet>[] => {
    const yes = (value: string): string => t(value === 'true' ? 'kit.yes' : 'kit.no');
    const vpc: Column<Subnet> = {
      id: 'VpcId',
      header: label('VpcId'),
      value: (subnet) => subnet.VpcId,
      also: (subnet) => vpcNames?.get(subnet.VpcId) ?? '',
      render: (subnet) => <RefLink family="vpc" id={subnet.VpcId} name={vpcNames?.get(subnet.VpcId) ?? ''} />,
      facet: (id) => vpcNames?.get(id) || id,
      width: 144,
    };
    return [
      ...(vpcNames ? [vpc] : []),
      { id: 'CidrBlock', header: label('CidrBlock'), value: (subnet) => subnet.CidrBlock, sortAs: 'cidr', mono: true, width: 144 },
      { id: 'Zone', header: label('Zone'), value: (subnet) => subnet.Zone, mono: true, facet: true, width: 128 },
      {
        id: 'AvailableIpAddressCount',
        header: t('subnet.used'),
        value: (subnet) => subnet.AvailableIpAddressCount,
        render: (subnet) => {
          const { used, usable, meaning } = usageOf(subnet);
          return <Meter label={t('subnet.usedOf', { cidr: subnet.CidrBlock })} used={used} total={usable} meaning={meaning} />;
        },
        sortAs: 'number',
        width: 160,
      },
      {
        id: 'RouteTableId',
        header: label('RouteTableId'),
        value: (subnet) => subnet.RouteTableId,
        render: (subnet) => <RefLink family="route-table" id={subnet.RouteTableId} name="" />,
        mono: true,
        width: 116,
      },
      {
        id: 'IsDefault',
        header: label('IsDefault'),
        value: (subnet) => subnet.IsDefault,
        render: (subnet) => subnet.IsDefault && <Badge>{t('subnet.default')}</Badge>,
        facet: yes,
        defaultHidden: true,
        width: 128,
      },
      {
        id: 'EnableBroadcast',
        header: label('EnableBroadcast'),
        value: (subnet) => subnet.EnableBroadcast,
        render: (subnet) => yes(String(subnet.EnableBroadcast)),
        defaultHidden: true,
        width: 104,
      },
      {
        id: 'CreatedTime',
        header: label('CreatedTime'),
        value: (subnet) => subnet.CreatedTime,
        render: (subnet) => <CloudTime value={subnet.CreatedTime} />,
        sortAs: 'time',
        width: 160,
      },
    ];
  }, [t, label, vpcNames]);
}

/** Why a subnet cannot be deleted, as far as its own row tells: something uses its addresses. */
export function useHeld(): (subnet: Subnet) => string | null {
  const t = useT();
  return (subnet) => {
    const { used } = usageOf(subnet);
    return used > 0 ? t('subnet.held', { n: used }) : null;
  };
}

/** Marks the default subnets beside their names. */
export function useMark(): (subnet: Subnet) => ReactNode {
  const t = useT();
  return useCallback((subnet: Subnet) => subnet.IsDefault && <Badge>{t('subnet.default')}</Badge>, [t]);
}
