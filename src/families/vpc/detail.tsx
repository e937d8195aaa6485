import { useOne } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { useContainedCounts } from '../../kit/contained-counts.ts';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { addressesIn } from '../../lib/addresses.ts';
import { useScope } from '../../lib/scope.ts';
import { segments } from '../../paths.ts';
import { Card } from '../../ui/parts.tsx';
import { Badge } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { families } from '../manifests.ts';
import { AddressSpace } from './address-space.tsx';

/** What stands in a VPC besides its subnets, in the order of the navigation. */
const inside = families.flatMap(({ family, within }) => (within?.includes('vpc') ? [family] : []));

export function VpcDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const scope = useScope();
  const one = useOne(scope, 'vpc', id);
  const parent: Parent = { family: 'vpc', id };
  const subnets = useContainedList('subnet', parent, one.row !== null);
  const counts = useContainedCounts(inside, parent, one.row !== null);
  const actions = useActions('vpc', 'detail');
  const { row } = one;
  const standard = useStandardTabs('vpc', id, row);
  return (
    <ResourceDetail
      family="vpc"
      id={id}
      tab={tab}
      one={one}
      marks={row?.IsDefault && <Badge>{t('vpc.default')}</Badge>}
      actions={actions.of}
      primary="edit"
      tabs={[
        standard.properties((vpc) => ({
          more: [{ key: 'addresses', label: t('vpc.addresses'), value: formats.number(addressesIn(vpc.CidrBlock)) }],
          below: (
            <Card title={t('vpc.space')} actions={<CreateWithin family="subnet" parent={parent} />}>
              <AddressSpace vpc={vpc} list={subnets} />
            </Card>
          ),
        })),
        {
          path: segments.subnet,
          label: t('vpc.subnets'),
          count: subnets.complete ? subnets.rows.length : undefined,
          content: <Contained family="subnet" parent={parent} />,
        },
        ...inside.map((family) => ({
          path: segments[family],
          label: t(`family.${family}`),
          count: counts.get(family),
          content: <Contained family={family} parent={parent} />,
        })),
        standard.references(),
      ]}
    />
  );
}
