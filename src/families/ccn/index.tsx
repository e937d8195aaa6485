import { useT } from '../../i18n/index.ts';
import type { ActionOptions } from '../../kit/actions.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';

/** Networks of this account in CCNs of others, above the list: nobody but their owner sees those CCNs. */
const Elsewhere = part(async () => (await import('./elsewhere.tsx')).AttachmentsElsewhere);
const AttachButton = part(async () => (await import('./elsewhere.tsx')).AttachButton);

export const { Pages } = standardFamily('ccn', {
  columns: [
    { field: 'State', width: 120 },
    { field: 'InstanceCount', width: 104 },
    { field: 'RouteTableCount', width: 104 },
    { field: 'InstanceChargeType', width: 104 },
    { field: 'BandwidthLimitType', width: 176 },
    { field: 'CcnDescription', width: 200 },
    { field: 'QosLevel', defaultHidden: true },
    { field: 'CreateTime', defaultHidden: true },
  ],
  useActions: useCcnActions,
  useListPage: () => exactly({ above: <Elsewhere />, buttons: <AttachButton /> }),
  loadDetail: async () => (await import('./detail.tsx')).useCcnDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateCcn),
  Edit: part(async () => (await import('./forms.tsx')).EditCcn),
  verbs: {
    attach: part(async () => (await import('./forms.tsx')).AttachNetwork),
    describe: part(async () => (await import('./forms.tsx')).DescribeAttachment),
    associate: part(async () => (await import('./table-forms.tsx')).ChangeTable),
    createTables: part(async () => (await import('./table-forms.tsx')).CreateTable),
    updateTables: part(async () => (await import('./table-forms.tsx')).EditTable),
    setSelections: part(async () => (await import('./table-forms.tsx')).EditSelections),
    setBandwidths: part(async () => (await import('./bandwidth-forms.tsx')).SetBandwidth),
    setLimitType: part(async () => (await import('./bandwidth-forms.tsx')).SetLimitType),
  },
  forms: { attach: part(async () => (await import('./attach-elsewhere.tsx')).AttachElsewhere) },
});

function useCcnActions(): Exact<ActionOptions<'ccn'>> {
  const t = useT();
  return exactly({
    disabledReason: ({ InstanceCount }) => (InstanceCount > 0 ? t('ccn.stillAttached') : null),
    verbs: [{ operation: 'attach' }],
  });
}
