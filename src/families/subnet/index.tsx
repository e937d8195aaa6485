import { useMemo } from 'react';
import type { RowOf } from '../../../catalogue/row-of.ts';
import type { Verb } from '../../kit/actions.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { Badge } from '../../ui/status.tsx';
import { aclFamily, aclWords, useAclItems, useAcls } from './acl.tsx';
import { addressUsageOf, usageMeter } from './usage.tsx';

const blockOf = (subnet: RowOf<'subnet'>): string => subnet.Ipv6CidrBlock ?? '';

/** Of accounts of today alone: the cloud takes the next /64 of the VPC's block (Ipv6SubnetCidrBlockSet), which the list then shows. */
const todaysVerbs: readonly Verb<'subnet'>[] = [
  {
    operation: 'assignIpv6',
    isVisible: (subnet) => blockOf(subnet) === '',
    params: ({ SubnetId }) => paramValues({ Ipv6SubnetCidrBlocks: [{ SubnetId }] }),
    bulk: true,
  },
  {
    operation: 'unassignIpv6',
    isVisible: (subnet) => blockOf(subnet) !== '',
    params: (subnet) => paramValues({ Ipv6SubnetCidrBlocks: [{ SubnetId: subnet.SubnetId, Ipv6CidrBlock: blockOf(subnet) }] }),
  },
];

export const { Pages, Contained } = standardFamily('subnet', {
  names: ['vpc', 'route-table', aclFamily],
  useColumns: useSubnetColumns,
  mark: (subnet, t) => subnet.IsDefault && <Badge>{t('subnet.isDefault')}</Badge>,
  useActions: ({ t, from, within, rows }) => {
    const vpc = within?.family === 'vpc' ? within.id : undefined;
    return exactly({
      verbs: todaysVerbs,
      links: useAclItems(useAcls(from === 'detail' ? (rows[0]?.VpcId ?? '') : vpc), from),
      // As far as its own row tells: something uses its addresses.
      disabledReason: (subnet) => {
        const { used } = addressUsageOf(subnet);
        return used > 0 ? t('subnet.held', { n: used }) : null;
      },
      // Asked where something is about to be deleted, and not before.
      usersOf: async (...asked) => (await import('./holders.ts')).holdersOf(t)(...asked),
    });
  },
  none: (t) => exactly({ title: t('subnet.noneHere'), body: t('subnet.noneHereBody') }),
  loadDetail: async () => (await import('./detail.tsx')).useSubnetDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateSubnet),
  Edit: true,
});

function useSubnetColumns({ t, label, names, within }: ColumnTools<'subnet'>): Exact<ColumnSpecs<'subnet'>> {
  const acls = useAcls(within?.family === 'vpc' ? within.id : undefined);
  return useMemo(
    (): Exact<ColumnSpecs<'subnet'>> =>
      exactly([
        'VpcId',
        { field: 'CidrBlock', width: 144 },
        { field: 'Zone', facet: true },
        {
          id: 'AvailableIpAddressCount',
          header: t('subnet.used'),
          value: (subnet) => subnet.AvailableIpAddressCount,
          cellText: (subnet) => addressUsageOf(subnet).used,
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
      ]),
    [t, label, names, acls],
  );
}
