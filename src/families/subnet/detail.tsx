import type { Family } from '../../../catalogue/define.ts';
import { useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { useNames } from '../../kit/ref.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect } from '../../lib/scope.ts';
import { segments } from '../../paths.ts';
import { Badge } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { useTabsWithin } from '../tabs-within.tsx';
import { aclFamily, aclWords, useAcls } from './acl.tsx';
import { usageMeter } from './usage.tsx';

// Read where it is looked at.
const UsedAddresses = part(async () => (await import('./used.tsx')).UsedAddresses);

const named: readonly Family[] = ['vpc', 'route-table', aclFamily];

export const useSubnetDetail: UseDetail<'subnet'> = ({ id, row, standard }) => {
  const t = useT();
  // Brings the names that links on this page show.
  useNames(named);
  const parent = { family: 'subnet', id } as const;
  const others = useTabsWithin(parent, row !== null);
  const acls = useAcls(row?.VpcId ?? '');
  // The documents have no action that tells it.
  const isToday = useDialect() === 'today';
  return exactly({
    primary: 'edit',
    marks: row && (
      <>
        {row.IsDefault && <Badge>{t('subnet.isDefault')}</Badge>}
        <MapLink vpc={row.VpcId} at={`subnet:${id}`} />
      </>
    ),
    tabs: [
      standard.properties((subnet) =>
        exactly({
          without: ['NetworkAclId'],
          more: [
            { key: 'usage', label: t('subnet.used'), value: usageMeter(subnet, t) },
            { key: 'networkAcl', label: t('subnet.acl'), value: aclWords(acls(subnet), undefined, t) },
          ],
        }),
      ),
      {
        path: segments['route-table'],
        label: t('subnet.routes'),
        content: <Contained family="route-table" parent={parent} />,
      },
      ...others,
      ...(isToday && row ? [{ path: 'used' as const, label: t('subnet.usedTab'), content: <UsedAddresses subnet={row} /> }] : []),
      standard.references(),
    ],
  });
};
