import { ArrowLeftRight, CornerDownRight, ListMinus, ListPlus, Plug, Unplug } from 'lucide-react';
import { useMemo } from 'react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import type { ListState } from '../../api/query.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import type { ActionOptions, Verb } from '../../kit/actions.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import type { ColumnSpec, ColumnSpecs } from '../../kit/list/columns.tsx';
import { MachineCell, type Machines, MachinesRefused, useMachines } from '../../kit/machines.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect } from '../../lib/scope.ts';
import { ipv6Of } from './ipv6.ts';
import { addressesOf, instanceOf, secondariesOf } from './one.tsx';

export const { Pages, Contained } = standardFamily('eni', {
  names: ['vpc', 'subnet'],
  useColumns: useEniColumns,
  actions: actionsOf,
  none: (t) => exactly({ title: t('eni.noneHere'), body: t('eni.noneHereBody') }),
  useListPage: () => exactly({ above: <MachinesRefused /> }),
  loadDetail: async () => (await import('./detail.tsx')).useEniDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateEni),
  Edit: {
    fields: ['NetworkInterfaceName', 'NetworkInterfaceDescription', 'SecurityGroupIds'],
    initialFrom: (row) => paramValues({ SecurityGroupIds: row.GroupSet }),
  },
  verbs: {
    assignIpv6: part(async () => (await import('./ipv6-forms.tsx')).AssignIpv6),
    unassignIpv6: part(async () => (await import('./ipv6-forms.tsx')).UnassignIpv6),
    updateIpv6: part(async () => (await import('./ipv6-forms.tsx')).DescribeIpv6),
    attach: part(async () => (await import('./forms.tsx')).AttachEni),
    migrate: part(async () => (await import('./forms.tsx')).MigrateEni),
    assignAddresses: part(async () => (await import('./address-forms.tsx')).AssignAddresses),
    unassignAddresses: part(async () => (await import('./address-forms.tsx')).UnassignAddresses),
    updateAddresses: part(async () => (await import('./address-forms.tsx')).DescribeAddress),
    migrateAddress: part(async () => (await import('./address-forms.tsx')).MigrateAddress),
  },
});

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

function useEniColumns(tools: ColumnTools<'eni'>, { rows }: ListState<NetworkInterface>): Exact<ColumnSpecs<'eni'>> {
  const machines = useMachines();
  const isToday = useDialect() === 'today';
  // In place of another column, where there are any.
  const hasIpv6 = useMemo(() => isToday && rows.some((row) => ipv6Of(row).length > 0), [isToday, rows]);
  return useMemo(() => columnsOf(tools, machines, isToday ? { shown: hasIpv6 } : null), [tools, machines, isToday, hasIpv6]);
}

function columnsOf(
  { t, within }: ColumnTools<'eni'>,
  machines: Machines,
  ipv6: { readonly shown: boolean } | null,
): Exact<ColumnSpecs<'eni'>> {
  const several = (id: string, header: string, of: (row: NetworkInterface) => string[], defaultHidden = false): ColumnSpec<'eni'> => ({
    defaultHidden,
    id,
    header,
    // The first sorts; all of them are searched.
    value: (row) => of(row)[0] ?? '',
    searchText: (row) => of(row).join(' '),
    render: (row) => <Several texts={of(row)} />,
    sortAs: 'cidr',
    mono: true,
    width: id === 'public' ? 148 : id === 'Ipv6AddressSet' ? 120 : 136,
  });
  return exactly([
    several('PrivateIpAddressSet', t('eni.addresses'), (row) => addressesOf(row).map(({ PrivateIpAddress }) => PrivateIpAddress)),
    ...(ipv6 ? [several('Ipv6AddressSet', t('eni.ipv6'), ipv6Of, !ipv6.shown)] : []),
    several('public', t('eni.publicAddresses'), publicOf),
    {
      id: 'Attachment',
      header: t('eni.attachedTo'),
      value: instanceOf,
      nameOfRef: (row) => machines.nameOf(instanceOf(row)),
      render: (row) => <MachineCell id={instanceOf(row)} machines={machines} />,
      mono: true,
      width: 148,
    },
    { field: 'State', width: 108 },
    // A subnet says in which VPC it is.
    ...(within?.family === 'subnet' ? [] : [{ field: 'VpcId', width: 132 } as const]),
    { field: 'SubnetId', width: 108 },
    { field: 'Zone', facet: true, defaultHidden: true },
    {
      id: 'GroupSet',
      header: t('eni.groups'),
      count: (row) => row.GroupSet.length,
      searchText: (row) => row.GroupSet.join(' '),
      defaultHidden: ipv6?.shown === true,
      width: 104,
    },
    { field: 'NetworkInterfaceDescription', width: 176, defaultHidden: true },
    { field: 'MacAddress', mono: true, width: 152, defaultHidden: true },
    { field: 'Primary', header: t('eni.primary'), width: 120, defaultHidden: true },
    { field: 'CreatedTime', defaultHidden: true },
  ]);
}

const isBusy = (row: NetworkInterface): boolean => row.State !== 'AVAILABLE';

const busyReason = (t: Translate, row: NetworkInterface): string | null => (isBusy(row) ? t('eni.disabledBusy') : null);

/** Why it cannot leave its instance now. */
function detachDisabledReason(t: Translate, row: NetworkInterface): string | null {
  const instance = instanceOf(row);
  if (instance === '') return t('eni.disabledAlone');
  return row.Primary ? t('eni.disabledPrimary', { instance }) : busyReason(t, row);
}

function deleteDisabledReason(t: Translate, row: NetworkInterface): string | null {
  const instance = instanceOf(row);
  if (row.Primary) return t('eni.disabledPrimary', { instance });
  return instance === '' ? busyReason(t, row) : t('eni.disabledAttached', { instance });
}

/** Of accounts of today alone. */
const todaysVerbs: readonly Verb<'eni'>[] = [
  { operation: 'assignIpv6' },
  { operation: 'unassignIpv6', isVisible: (row) => ipv6Of(row).length > 0 },
];

function actionsOf(t: Translate): Exact<ActionOptions<'eni'>> {
  const busy = (row: NetworkInterface): string | null => busyReason(t, row);
  const leaving = (row: NetworkInterface): string | null => detachDisabledReason(t, row);
  const isAttached = (row: NetworkInterface): boolean => instanceOf(row) !== '';
  const verbs: readonly Verb<'eni'>[] = [
    ...todaysVerbs,
    {
      operation: 'attach',
      label: t('eni.attach'),
      icon: Plug,
      isVisible: (row) => !isAttached(row),
      disabledReason: busy,
    },
    {
      operation: 'detach',
      label: t('eni.detach'),
      icon: Unplug,
      isVisible: isAttached,
      disabledReason: leaving,
      params: (row) => paramValues({ InstanceId: instanceOf(row) }),
      bulk: true,
    },
    {
      operation: 'migrate',
      label: t('eni.migrate'),
      icon: ArrowLeftRight,
      isVisible: isAttached,
      disabledReason: leaving,
    },
    {
      operation: 'assignAddresses',
      label: t('eni.assign'),
      icon: ListPlus,
      disabledReason: busy,
    },
    {
      operation: 'unassignAddresses',
      label: t('eni.unassign'),
      icon: ListMinus,
      isVisible: (row) => secondariesOf(row).length > 0,
      disabledReason: busy,
    },
    {
      operation: 'migrateAddress',
      label: t('eni.migrateAddress'),
      icon: CornerDownRight,
      isVisible: (row) => secondariesOf(row).length > 0,
      disabledReason: busy,
    },
  ];
  return exactly({ disabledReason: (row) => deleteDisabledReason(t, row), verbs });
}
