import { ArrowRightLeft, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { type ListState, useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useContainedList } from '../../kit/contained.tsx';
import { type ColumnSpecs, useColumns } from '../../kit/list/columns.tsx';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { useScope } from '../../lib/scope.ts';
import { Button } from '../../ui/button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { useTableForm } from './routes-tab.tsx';

const columns: ColumnSpecs<'subnet'> = ['CidrBlock', 'Zone', 'AvailableIpAddressCount', 'CreatedTime'];

/** The subnets that follow a table, and ways to let others follow it, or these another. */
export function SubnetsTab({ table }: { readonly table: RouteTable }) {
  const t = useT();
  const open = useTableForm(table.RouteTableId);
  // The cloud cannot be asked for the subnets of a table.
  const all = useContainedList('subnet', { family: 'vpc', id: table.VpcId });
  const tables = useList(useScope(), 'route-table');
  const main = tables.rows.find((other) => other.Main && other.VpcId === table.VpcId);
  const openMain = useTableForm(main?.RouteTableId ?? '');
  const list = useMemo((): ListState<Subnet> => {
    const rows = all.rows.filter((subnet) => subnet.RouteTableId === table.RouteTableId);
    return { ...all, rows, total: rows.length };
  }, [all, table.RouteTableId]);
  const actions = (subnet: Subnet): MenuItem[] =>
    main && !table.Main
      ? [
          {
            key: 'main',
            label: t('routeTable.associate.toMain'),
            icon: ArrowRightLeft,
            onSelect: () => openMain('associate', { SubnetId: subnet.SubnetId }),
          },
        ]
      : [];
  const associate = (
    <Button size="sm" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => open('associate')}>
      {t('routeTable.associate.button')}
    </Button>
  );
  return (
    <ResourceList
      family="subnet"
      variant="route-table"
      list={list}
      columns={useColumns('subnet', columns)}
      {...(table.Main ? {} : { rowActions: actions })}
      beside={associate}
      empty={{ title: t('routeTable.associate.noneTitle'), body: t('routeTable.associate.noneBody'), action: associate }}
    />
  );
}
