import { useOne } from '../../api/query.ts';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { useScope } from '../../lib/scope.ts';
import { useLinkActions } from './links.tsx';

export function ClassicLinkDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const one = useOne(useScope(), 'classic-link', id);
  const actions = useLinkActions('detail');
  const { row } = one;
  const standard = useStandardTabs('classic-link', id, row);
  return (
    <ResourceDetail
      family="classic-link"
      id={id}
      tab={tab}
      one={one}
      actions={actions.of}
      tabs={[standard.properties(), standard.references()]}
    />
  );
}
