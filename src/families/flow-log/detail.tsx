import type { Family } from '../../../catalogue/define.ts';
import type { FlowLog } from '../../../catalogue/families/flow-log.ts';
import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { Properties } from '../../kit/detail/properties.tsx';
import { References } from '../../kit/detail/references.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { usePlace } from '../../lib/place.ts';
import { familyOfType } from './watched.ts';

const named: readonly Family[] = ['vpc', 'subnet'];

export function FlowLogDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne<FlowLog>(usePlace(), 'flow-log', id);
  // Brings the names that links on this page show.
  useNames(named);
  const actions = useActions<FlowLog>('flow-log', 'detail');
  const { row } = one;
  return (
    <ResourceDetail
      family="flow-log"
      id={id}
      tab={tab}
      one={one}
      actions={row ? actions.of(row) : []}
      primary="edit"
      tabs={[
        {
          path: '',
          label: t('kit.properties'),
          content: row && (
            <Properties
              family="flow-log"
              title={t('kit.properties')}
              row={row}
              draw={{ resourceId: <RefLink full family={familyOfType(row.resourceType)} id={row.resourceId} /> }}
            />
          ),
        },
        { path: 'references', label: t('kit.references'), content: row && <References family="flow-log" id={id} row={row} /> },
      ]}
    />
  );
}
