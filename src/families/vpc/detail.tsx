import type { Subnet } from '../../../catalogue/families/subnet.ts';
import type { Vpc } from '../../../catalogue/families/vpc.ts';
import { useOne } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { Properties } from '../../kit/detail/properties.tsx';
import { References } from '../../kit/detail/references.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { addressesIn } from '../../lib/addresses.ts';
import { usePlace } from '../../lib/place.ts';
import { segments } from '../../paths.ts';
import { Card } from '../../ui/parts.tsx';
import { Badge } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { AddressSpace } from './address-space.tsx';

export function VpcDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const place = usePlace();
  const one = useOne<Vpc>(place, 'vpc', id);
  const parent: Parent = { family: 'vpc', id };
  const subnets = useContainedList<Subnet>('subnet', parent, one.row !== null);
  const actions = useActions<Vpc>('vpc', 'detail');
  const { row } = one;
  return (
    <ResourceDetail
      family="vpc"
      id={id}
      tab={tab}
      one={one}
      marks={row?.IsDefault && <Badge>{t('vpc.default')}</Badge>}
      actions={row ? actions.of(row) : []}
      primary="edit"
      tabs={[
        {
          path: '',
          label: t('kit.properties'),
          content: row && (
            <>
              <Properties
                family="vpc"
                title={t('kit.properties')}
                row={row}
                more={[{ key: 'addresses', label: t('vpc.addresses'), value: formats.number(addressesIn(row.CidrBlock)) }]}
              />
              <Card title={t('vpc.space')} actions={<CreateWithin family="subnet" parent={parent} />}>
                <AddressSpace vpc={row} list={subnets} />
              </Card>
            </>
          ),
        },
        {
          path: segments.subnet,
          label: t('vpc.subnets'),
          count: subnets.complete ? subnets.rows.length : undefined,
          content: <Contained family="subnet" parent={parent} />,
        },
        { path: 'references', label: t('kit.references'), content: row && <References family="vpc" id={id} row={row} /> },
      ]}
    />
  );
}
