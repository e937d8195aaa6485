import { useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { useT } from '../../i18n/index.ts';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { useNames } from '../../kit/ref.tsx';

export const instanceOf = (row: NetworkInterface): string => row.Attachment?.InstanceId ?? '';

/** The addresses of an interface, the primary one first. */
export const addressesOf = (row: NetworkInterface): NetworkInterface['PrivateIpAddressSet'] =>
  [...row.PrivateIpAddressSet].sort((a, b) => Number(b.Primary) - Number(a.Primary));

export const secondariesOf = (row: NetworkInterface): NetworkInterface['PrivateIpAddressSet'] =>
  row.PrivateIpAddressSet.filter(({ Primary }) => !Primary);

const publicOf = (row: NetworkInterface): string[] => addressesOf(row).flatMap(({ PublicIpAddress }) => PublicIpAddress || []);

/** The first of several, and how many more there are: a row has room for no more. */
function Several({ texts }: { readonly texts: readonly string[] }) {
  const t = useT();
  const [first, ...others] = texts;
  if (first === undefined) return <span className="text-muted">–</span>;
  return (
    <span title={texts.join(', ')}>
      {first}
      {others.length > 0 && <span className="ml-1.5 text-muted text-xs">{t('eni.more', { n: others.length })}</span>}
    </span>
  );
}

const named: readonly Family[] = ['vpc', 'subnet'];

/** `within` leaves out what the parent says already. */
export function useEniColumns(within: Family | null): readonly Column<NetworkInterface>[] {
  const t = useT();
  const names = useNames(named);
  const specs = useMemo((): readonly ColumnSpec<NetworkInterface>[] => {
    const several = (id: string, header: string, of: (row: NetworkInterface) => string[]): Column<NetworkInterface> => ({
      id,
      header,
      // The first sorts; all of them are searched.
      value: (row) => of(row)[0] ?? '',
      searchText: (row) => of(row).join(' '),
      render: (row) => <Several texts={of(row)} />,
      sortAs: 'cidr',
      mono: true,
      width: id === 'public' ? 148 : 136,
    });
    return [
      several('PrivateIpAddressSet', t('eni.addresses'), (row) => addressesOf(row).map(({ PrivateIpAddress }) => PrivateIpAddress)),
      several('public', t('eni.publicAddresses'), publicOf),
      { id: 'Attachment', header: t('eni.attachedTo'), value: instanceOf, mono: true, width: 112 },
      { field: 'State', width: 108 },
      ...(within === null ? [{ field: 'VpcId', width: 132 } as const] : []),
      ...(within === 'subnet' ? [] : [{ field: 'SubnetId', width: 108 } as const]),
      { field: 'Zone', facet: true, defaultHidden: true },
      {
        id: 'GroupSet',
        header: t('eni.groups'),
        count: (row) => row.GroupSet.length,
        searchText: (row) => row.GroupSet.join(' '),
        width: 104,
      },
      { field: 'NetworkInterfaceDescription', width: 176, defaultHidden: true },
      { field: 'MacAddress', mono: true, width: 152, defaultHidden: true },
      { field: 'Primary', header: t('eni.primary'), width: 120, defaultHidden: true },
      { field: 'CreatedTime', defaultHidden: true },
    ];
  }, [t, within]);
  return useColumns('eni', specs, names);
}
