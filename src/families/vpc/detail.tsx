import { rangeOfIpv6 } from '../../../catalogue/address6.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import type { ListState } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { AddressBar } from '../../kit/address-bar.tsx';
import { CreateWithin, useContainedList } from '../../kit/contained.tsx';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { exactly } from '../../kit/exactly.ts';
import { ipv6BlocksOfVpc, rangesOfVpc } from '../../lib/address-space.ts';
import { addressesIn } from '../../lib/addresses.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths, segments } from '../../paths.ts';
import { Card } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Badge } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { InCcns, useCcnReferrers } from '../in-ccns.tsx';
import { useTabsWithin } from '../tabs-within.tsx';

// The map brings the network engine: it is loaded where it is looked at.
const VpcMapTab = part(async () => (await import('../../maps/vpc-map.tsx')).VpcMapTab);

export const useVpcDetail: UseDetail<'vpc'> = ({ id, row, standard }) => {
  const t = useT();
  const formats = useFormats();
  const parent = { family: 'vpc', id } as const;
  const subnets = useContainedList('subnet', parent, row !== null);
  const ccns = useCcnReferrers(id);
  const others = useTabsWithin(parent, row !== null);
  return exactly({
    primary: 'edit',
    marks: row?.IsDefault && <Badge>{t('vpc.default')}</Badge>,
    tabs: [
      { path: 'map', label: t('vpc.map'), content: <VpcMapTab vpc={id} /> },
      standard.properties((vpc) =>
        exactly({
          more: [{ key: 'addresses', label: t('vpc.addresses'), value: formats.number(sizeOf(rangesOfVpc(vpc))) }],
          below: (
            <>
              <Card title={t('vpc.space')} actions={<CreateWithin family="subnet" parent={parent} />}>
                <AddressSpace vpc={vpc} list={subnets} />
              </Card>
              <InCcns type="VPC" id={id} />
            </>
          ),
        }),
      ),
      {
        path: segments.subnet,
        label: t('vpc.subnets'),
        count: subnets.complete ? subnets.rows.length : undefined,
        content: <Contained family="subnet" parent={parent} />,
      },
      ...others,
      standard.references(undefined, ccns),
    ],
  });
};

interface AddressSpaceProps {
  readonly vpc: Vpc;
  readonly list: ListState<RowOf<'subnet'>>;
}

const sizeOf = (blocks: readonly string[]): number => blocks.reduce((sum, block) => sum + addressesIn(block), 0);

/** How many subnets have a block of this one. */
const subnetsIn = (block: string, subnets: readonly RowOf<'subnet'>[]): number => {
  const whole = rangeOfIpv6(block);
  return subnets.filter(({ Ipv6CidrBlock }) => {
    const own = Ipv6CidrBlock ? rangeOfIpv6(Ipv6CidrBlock) : null;
    return whole !== null && own !== null && whole.from <= own.from && own.to <= whole.to;
  }).length;
};

/** How a VPC's ranges are cut into subnets. */
function AddressSpace({ vpc, list }: AddressSpaceProps) {
  const t = useT();
  const formats = useFormats();
  const scope = useScope();
  if (list.error && list.rows.length === 0) return <ErrorPlace error={list.error} onRetry={list.refresh} />;
  if (!list.complete) return <Skeleton className="w-full" />;
  const ranges = rangesOfVpc(vpc);
  const total = sizeOf(ranges);
  const given = sizeOf(list.rows.map(({ CidrBlock }) => CidrBlock));
  return (
    <div className="flex flex-col gap-2">
      <p>{t('vpc.spaceWords', { given, total, share: formats.percent(total > 0 ? given / total : 0), subnets: list.rows.length })}</p>
      {ranges.map((range) => (
        <AddressBar
          key={range}
          label={ranges.length === 1 ? t('vpc.space') : `${t('vpc.space')} ${range}`}
          range={range}
          blocks={list.rows.map((subnet) => ({
            id: subnet.SubnetId,
            name: subnet.SubnetName,
            cidr: subnet.CidrBlock,
            detail: subnet.Zone,
            to: paths.detail('subnet', subnet.SubnetId, scope),
          }))}
        />
      ))}
      {ipv6BlocksOfVpc(vpc).map((block) => (
        <p key={block}>{t('vpc.ipv6Words', { block, subnets: subnetsIn(block, list.rows) })}</p>
      ))}
    </div>
  );
}
