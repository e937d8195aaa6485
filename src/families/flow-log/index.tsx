import { CirclePlay, CircleStop } from 'lucide-react';
import { exactly } from '../../kit/exactly.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import { RefLink } from '../../kit/ref.tsx';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { familyOfType } from './watched.ts';

export const { Pages, Contained } = standardFamily('flow-log', {
  names: ['vpc', 'subnet'],
  columns: ({ t, names }) =>
    exactly([
      'vpcId',
      { field: 'resourceType', width: 136 },
      {
        id: 'resourceId',
        header: t('flowLog.resource'),
        value: (row) => row.resourceId,
        nameOfRef: ({ resourceType, resourceId }) => {
          const family = familyOfType(resourceType);
          return family ? names(family, resourceId) : resourceId;
        },
        render: ({ resourceType, resourceId }) => {
          const family = familyOfType(resourceType);
          return family ? <RefLink family={family} id={resourceId} name={names(family, resourceId)} /> : <code>{resourceId}</code>;
        },
        width: 176,
      },
      { field: 'trafficType', width: 104 },
      { field: 'cloudLogState', width: 104 },
      { field: 'enable', defaultHidden: true },
      { field: 'cloudLogId', width: 300, defaultHidden: true },
      { field: 'flowLogDescription', defaultHidden: true },
      'createdTime',
    ]),
  detail: {
    primary: 'edit',
    names: ['vpc', 'subnet'],
    properties: ({ resourceType, resourceId }) => {
      const family = familyOfType(resourceType);
      return exactly(family ? { draw: { resourceId: <RefLink full family={family} id={resourceId} /> } } : {});
    },
  },
  actions: (t) =>
    exactly({
      verbs: [
        {
          operation: 'enable',
          bulk: true,
          icon: CirclePlay,
          params: ({ flowLogId }) => paramValues({ FlowLogIds: [flowLogId] }),
          disabledReason: ({ enable }) => (enable === true ? t('flowLog.isRecording') : null),
        },
        {
          operation: 'disable',
          bulk: true,
          icon: CircleStop,
          params: ({ flowLogId }) => paramValues({ FlowLogIds: [flowLogId] }),
          disabledReason: ({ enable }) => (enable === false ? t('flowLog.isStopped') : null),
        },
      ],
    }),
  Create: part(async () => (await import('./forms.tsx')).CreateFlowLog),
  Edit: { fixedFrom: ({ vpcId }) => paramValues({ vpcId }) },
});
