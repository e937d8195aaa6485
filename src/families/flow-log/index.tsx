import { RefLink } from '../../kit/ref.tsx';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { familyOfType } from './watched.ts';

export const { Pages, Contained } = standardFamily('flow-log', {
  names: ['vpc', 'subnet'],
  columns: ({ t, names }) => [
    'vpcId',
    { field: 'resourceType', width: 136 },
    {
      id: 'resourceId',
      header: t('flowLog.resource'),
      value: (row) => row.resourceId,
      nameOfRef: (row) => names(familyOfType(row.resourceType), row.resourceId),
      render: ({ resourceType, resourceId }) => {
        const family = familyOfType(resourceType);
        return <RefLink family={family} id={resourceId} name={names(family, resourceId)} />;
      },
      width: 176,
    },
    { field: 'trafficType', width: 104 },
    { field: 'cloudLogState', width: 104 },
    { field: 'cloudLogId', width: 300, defaultHidden: true },
    { field: 'flowLogDescription', defaultHidden: true },
    'createdTime',
  ],
  detail: {
    primary: 'edit',
    names: ['vpc', 'subnet'],
    properties: ({ resourceType, resourceId }) => ({
      draw: { resourceId: <RefLink full family={familyOfType(resourceType)} id={resourceId} /> },
    }),
  },
  Create: part(async () => (await import('./forms.tsx')).CreateFlowLog),
  Edit: { fixedFrom: ({ vpcId }) => ({ vpcId }) },
});
