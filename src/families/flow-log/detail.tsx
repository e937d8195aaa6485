import type { Family } from '../../../catalogue/define.ts';
import { useOne } from '../../api/query.ts';
import { useActions } from '../../kit/actions.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { familyOfType } from './watched.ts';

const named: readonly Family[] = ['vpc', 'subnet'];

export function FlowLogDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const one = useOne(useScope(), 'flow-log', id);
  // Brings the names that links on this page show.
  useNames(named);
  const actions = useActions('flow-log', 'detail');
  const { row } = one;
  const standard = useStandardTabs('flow-log', id, row);
  return (
    <ResourceDetail
      family="flow-log"
      id={id}
      tab={tab}
      one={one}
      actions={actions.of}
      primary="edit"
      tabs={[
        standard.properties(({ resourceType, resourceId }) => ({
          draw: { resourceId: <RefLink full family={familyOfType(resourceType)} id={resourceId} /> },
        })),
        standard.references(),
      ]}
    />
  );
}
