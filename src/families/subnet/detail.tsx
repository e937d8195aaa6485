import type { Family } from '../../../catalogue/define.ts';
import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import type { Parent } from '../../kit/contained.tsx';
import { useContainedCounts } from '../../kit/contained-counts.ts';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { segments } from '../../paths.ts';
import { Badge } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { aclFamily, aclWords, useAclItems, useAcls } from './acl.tsx';
import { usageMeter, useDeleteDisabledReason } from './columns.tsx';

const inside = ['eni'] as const;

const named: readonly Family[] = ['vpc', 'route-table', aclFamily];

export function SubnetDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const scope = useScope();
  const one = useOne(scope, 'subnet', id);
  // Brings the names that links on this page show.
  useNames(named);
  const actions = useActions('subnet', 'detail', { disabledReason: useDeleteDisabledReason() });
  const parent: Parent = { family: 'subnet', id };
  const counts = useContainedCounts(inside, parent, one.row !== null);
  const { row } = one;
  const acls = useAcls(row?.VpcId ?? '');
  const ofAcl = useAclItems(acls, 'detail');
  const standard = useStandardTabs('subnet', id, row);
  return (
    <ResourceDetail
      family="subnet"
      id={id}
      tab={tab}
      one={one}
      marks={row?.IsDefault && <Badge>{t('subnet.isDefault')}</Badge>}
      actions={(subnet) => [...ofAcl(subnet), ...actions.of(subnet)]}
      primary="edit"
      tabs={[
        standard.properties((subnet) => ({
          more: [
            { key: 'usage', label: t('subnet.used'), value: usageMeter(subnet, t) },
            { key: 'networkAcl', label: t('subnet.acl'), value: aclWords(acls(subnet), undefined, t) },
          ],
        })),
        {
          path: segments['route-table'],
          label: t('subnet.routes'),
          content: <Contained family="route-table" parent={parent} />,
        },
        {
          path: segments.eni,
          label: t('family.eni'),
          count: counts.get('eni'),
          content: <Contained family="eni" parent={parent} />,
        },
        standard.references(),
      ]}
    />
  );
}
