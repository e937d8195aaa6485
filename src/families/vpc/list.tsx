import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Subnet } from '../../../catalogue/families/subnet.ts';
import type { Vpc } from '../../../catalogue/families/vpc.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import type { Column } from '../../kit/list/column.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useFamily } from '../../kit/words.ts';
import { addressesIn } from '../../lib/addresses.ts';
import { usePlace } from '../../lib/place.ts';
import { paths, segments } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { CloudTime, Meter } from '../../ui/parts.tsx';
import { Badge } from '../../ui/status.tsx';

interface Use {
  readonly subnets: number;
  /** Addresses that are given to subnets. */
  readonly given: number;
}

/** What of each VPC's range is given to subnets: the API tells it only by the subnets themselves. */
export function usesOf(subnets: readonly Pick<Subnet, 'VpcId' | 'CidrBlock'>[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { VpcId, CidrBlock } of subnets) {
    const use = uses.get(VpcId) ?? { subnets: 0, given: 0 };
    uses.set(VpcId, { subnets: use.subnets + 1, given: use.given + addressesIn(CidrBlock) });
  }
  return uses;
}

function useColumns(uses: ReadonlyMap<string, Use> | null): readonly Column<Vpc>[] {
  const t = useT();
  const formats = useFormats();
  const { label } = useFamily('vpc');
  return useMemo((): readonly Column<Vpc>[] => {
    const yes = (value: string): string => t(value === 'true' ? 'kit.yes' : 'kit.no');
    return [
      { id: 'CidrBlock', header: label('CidrBlock'), value: (vpc) => vpc.CidrBlock, sortAs: 'cidr', mono: true, width: 136 },
      {
        id: 'addresses',
        header: t('vpc.addresses'),
        value: (vpc) => addressesIn(vpc.CidrBlock),
        render: (vpc) => formats.number(addressesIn(vpc.CidrBlock)),
        sortAs: 'number',
        align: 'end',
        width: 96,
      },
      {
        id: 'subnets',
        header: t('vpc.subnets'),
        value: (vpc) => (uses ? (uses.get(vpc.VpcId)?.subnets ?? 0) : null),
        render: (vpc) => uses && <SubnetCount id={vpc.VpcId} n={uses.get(vpc.VpcId)?.subnets ?? 0} />,
        sortAs: 'number',
        align: 'end',
        width: 80,
      },
      {
        id: 'given',
        header: t('vpc.given'),
        value: (vpc) => (uses ? Math.round(((uses.get(vpc.VpcId)?.given ?? 0) / Math.max(1, addressesIn(vpc.CidrBlock))) * 100) : null),
        render: (vpc) =>
          uses && (
            <Meter
              label={t('vpc.givenOf', { cidr: vpc.CidrBlock })}
              used={uses.get(vpc.VpcId)?.given ?? 0}
              total={addressesIn(vpc.CidrBlock)}
              words={formats.percent((uses.get(vpc.VpcId)?.given ?? 0) / Math.max(1, addressesIn(vpc.CidrBlock)))}
            />
          ),
        sortAs: 'number',
        width: 120,
      },
      {
        id: 'IsDefault',
        header: label('IsDefault'),
        value: (vpc) => vpc.IsDefault,
        render: (vpc) => vpc.IsDefault && <Badge>{t('vpc.default')}</Badge>,
        facet: yes,
        width: 104,
      },
      {
        id: 'EnableMulticast',
        header: label('EnableMulticast'),
        value: (vpc) => vpc.EnableMulticast,
        render: (vpc) => yes(String(vpc.EnableMulticast)),
        facet: yes,
        width: 104,
      },
      { id: 'DomainName', header: label('DomainName'), value: (vpc) => vpc.DomainName ?? '', width: 144, defaultHidden: true },
      {
        id: 'DnsServerSet',
        header: label('DnsServerSet'),
        value: (vpc) => vpc.DnsServerSet?.join(', ') ?? '',
        mono: true,
        width: 220,
        defaultHidden: true,
      },
      {
        id: 'CreatedTime',
        header: label('CreatedTime'),
        value: (vpc) => vpc.CreatedTime,
        render: (vpc) => <CloudTime value={vpc.CreatedTime} />,
        sortAs: 'time',
        width: 156,
      },
    ];
  }, [t, formats, label, uses]);
}

function SubnetCount({ id, n }: { readonly id: string; readonly n: number }) {
  const place = usePlace();
  if (n === 0) return n;
  return (
    <Link to={paths.detail('vpc', id, place, segments.subnet)} className={linkClass}>
      {n}
    </Link>
  );
}

export function VpcList() {
  const place = usePlace();
  const list = useList<Vpc>(place, 'vpc');
  const subnets = useList<Subnet>(place, 'subnet');
  const uses = useMemo(() => (subnets.complete ? usesOf(subnets.rows) : null), [subnets.complete, subnets.rows]);
  const columns = useColumns(uses);
  const actions = useActions<Vpc>('vpc', 'list');
  return <ListPage family="vpc" list={list} columns={columns} rowActions={actions.of} onDelete={actions.remove} />;
}
