import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { useList } from '../../api/query.ts';
import { useFormats } from '../../i18n/index.ts';
import type { ActionOptions, Verb } from '../../kit/actions.tsx';
import type { UsersOf } from '../../kit/confirm/blockers.ts';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import type { ColumnSpec, ColumnSpecs } from '../../kit/list/columns.tsx';
import { type ActionPlace, type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { useLabelsOf } from '../../kit/words.ts';
import { rangesOfVpc, secondaryRangesOf } from '../../lib/address-space.ts';
import { addressesIn } from '../../lib/addresses.ts';
import { part } from '../../lib/part.tsx';
import { useDialect, useScope } from '../../lib/scope.ts';
import { paths, segments } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Meter } from '../../ui/parts.tsx';
import { Badge } from '../../ui/status.tsx';

const hasIpv6 = ({ Ipv6CidrBlock }: RowOf<'vpc'>): boolean => Boolean(Ipv6CidrBlock);

/** Of accounts of today alone. */
const todaysVerbs: readonly Verb<'vpc'>[] = [
  { operation: 'assignIpv6', isVisible: (vpc) => !hasIpv6(vpc) },
  { operation: 'unassignIpv6', isVisible: hasIpv6 },
  { operation: 'addRanges' },
  { operation: 'removeRanges', isVisible: (vpc) => secondaryRangesOf(vpc).length > 0 },
];

export const { Pages } = standardFamily('vpc', {
  useColumns: useVpcColumns,
  useActions: useVpcActions,
  verbs: {
    assignIpv6: { precondition: ({ VpcId }) => ({ VpcId }), fields: ['AddressType'] },
    addRanges: { precondition: 'adds', fields: ['CidrBlocks'] },
    removeRanges: {
      precondition: (vpc) => ({ ranges: secondaryRangesOf(vpc) }),
      fields: ['CidrBlocks'],
      initialFrom: (vpc) => paramValues({ CidrBlocks: secondaryRangesOf(vpc).slice(0, 1) }),
    },
  },
  loadDetail: async () => (await import('./detail.tsx')).useVpcDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateVpc),
  Edit: { initialFrom: (row) => paramValues({ DnsServers: row.DnsServerSet ?? [] }) },
});

function useVpcActions({ t }: ActionPlace<Vpc>): Exact<ActionOptions<'vpc'>> {
  const label = useLabelsOf('vpc', 'dashboard');
  // Asked where something is about to be deleted, and not before.
  const usersOf: UsersOf = async (...asked) => (await import('./contents.ts')).contentsOf(t, label)(...asked);
  return exactly({ verbs: todaysVerbs, usersOf });
}

interface Use {
  readonly subnets: number;
  /** Addresses that are given to subnets. */
  readonly given: number;
}

/** What of each VPC's range is given to subnets: the API tells it only by the subnets themselves. */
function usesOf(subnets: readonly Pick<Subnet, 'VpcId' | 'CidrBlock'>[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { VpcId, CidrBlock } of subnets) {
    const use = uses.get(VpcId) ?? { subnets: 0, given: 0 };
    uses.set(VpcId, { subnets: use.subnets + 1, given: use.given + addressesIn(CidrBlock) });
  }
  return uses;
}

/** Addresses of all IPv4 ranges of a VPC. */
const sizeOfVpc = (vpc: Vpc): number => rangesOfVpc(vpc).reduce((sum, range) => sum + addressesIn(range), 0);

/** What only accounts of today tell. */
const secondaryColumn = (label: string): ColumnSpec<'vpc'> => ({
  id: 'AssistantCidrSet',
  header: label,
  // The first sorts; all of them are searched, and stand in the cell.
  value: (vpc) => secondaryRangesOf(vpc)[0] ?? '',
  searchText: (vpc) => secondaryRangesOf(vpc).join(' '),
  exportAs: [{ header: label, value: (vpc) => secondaryRangesOf(vpc).join(' ') }],
  render: (vpc) => {
    const text = secondaryRangesOf(vpc).join(', ');
    return text === '' ? <span className="text-muted">–</span> : <span title={text}>{text}</span>;
  },
  sortAs: 'cidr',
  mono: true,
  width: 152,
});

function useVpcColumns({ t }: ColumnTools<'vpc'>): Exact<ColumnSpecs<'vpc'>> {
  const label = useLabelsOf('vpc', 'addRanges');
  const formats = useFormats();
  const isToday = useDialect() === 'today';
  const subnets = useList(useScope(), 'subnet');
  const uses = useMemo(() => (subnets.complete ? usesOf(subnets.rows) : null), [subnets.complete, subnets.rows]);
  return useMemo((): Exact<ColumnSpecs<'vpc'>> => {
    const share = (vpc: Vpc): number => (uses?.get(vpc.VpcId)?.given ?? 0) / Math.max(1, sizeOfVpc(vpc));
    return exactly([
      'CidrBlock',
      ...(isToday ? [secondaryColumn(label('AssistantCidrSet'))] : []),
      { id: 'addresses', header: t('vpc.addresses'), count: sizeOfVpc },
      {
        id: 'subnets',
        header: t('vpc.subnets'),
        count: (vpc) => (uses ? (uses.get(vpc.VpcId)?.subnets ?? 0) : null),
        render: (vpc) => uses && <SubnetCount id={vpc.VpcId} n={uses.get(vpc.VpcId)?.subnets ?? 0} />,
        width: 80,
      },
      {
        id: 'given',
        header: t('vpc.given'),
        value: (vpc) => (uses ? Math.round(share(vpc) * 100) : null),
        render: (vpc) =>
          uses && (
            <Meter
              label={t('vpc.givenOf', { cidr: formats.list(rangesOfVpc(vpc)) })}
              used={uses.get(vpc.VpcId)?.given ?? 0}
              total={sizeOfVpc(vpc)}
              words={formats.percent(share(vpc))}
            />
          ),
        sortAs: 'number',
        width: 120,
      },
      { field: 'IsDefault', render: (vpc) => vpc.IsDefault && <Badge>{t('vpc.default')}</Badge>, width: 104 },
      { field: 'EnableMulticast', width: 104 },
      { field: 'DomainName', width: 144, defaultHidden: true },
      { field: 'DnsServerSet', width: 220, defaultHidden: true },
      { field: 'CreatedTime', width: 156 },
    ]);
  }, [t, label, formats, uses, isToday]);
}

function SubnetCount({ id, n }: { readonly id: string; readonly n: number }) {
  const scope = useScope();
  if (n === 0) return n;
  return (
    <Link to={paths.detail('vpc', id, scope, segments.subnet)} className={linkClass}>
      {n}
    </Link>
  );
}
