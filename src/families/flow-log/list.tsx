import { useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { FlowLog } from '../../../catalogue/families/flow-log/index.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import type { Column } from '../../kit/list/column.ts';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { familyOfType } from './watched.ts';

const named: readonly Family[] = ['vpc', 'subnet'];

function useFlowLogColumns(within: boolean): readonly Column<FlowLog>[] {
  const t = useT();
  const names = useNames(named);
  const specs = useMemo((): readonly ColumnSpec<FlowLog>[] => {
    const nameOf = ({ resourceType, resourceId }: FlowLog): string => names(familyOfType(resourceType), resourceId);
    return [
      ...(within ? [] : (['vpcId'] as const)),
      { field: 'resourceType', width: 136 },
      {
        id: 'resourceId',
        header: t('flowLog.resource'),
        value: (row) => row.resourceId,
        nameOfRef: nameOf,
        render: (row) => <RefLink family={familyOfType(row.resourceType)} id={row.resourceId} name={nameOf(row)} />,
        width: 176,
      },
      { field: 'trafficType', width: 104 },
      { field: 'cloudLogState', width: 104 },
      { field: 'cloudLogId', width: 300, defaultHidden: true },
      { field: 'flowLogDescription', defaultHidden: true },
      'createdTime',
    ];
  }, [t, names, within]);
  return useColumns('flow-log', specs, names);
}

export function FlowLogList() {
  const list = useList(useScope(), 'flow-log');
  const actions = useActions('flow-log', 'list');
  return <ListPage family="flow-log" list={list} columns={useFlowLogColumns(false)} actions={actions} />;
}

/** The flow logs of a VPC and of what is in it, as a tab of it. */
export function ContainedFlowLogs({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const { text } = useFamily('flow-log');
  const list = useContainedList('flow-log', parent);
  const actions = useActions('flow-log', 'list');
  return (
    <ContainedList
      family="flow-log"
      parent={parent}
      list={list}
      columns={useFlowLogColumns(true)}
      actions={actions}
      none={{ title: t('flowLog.noneHere'), body: text.what }}
    />
  );
}
