import { useT } from '../../i18n/index.ts';
import { exactly } from '../../kit/exactly.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { NoClassic, useHasClassic } from './no-classic.tsx';

export const { Pages, Contained } = standardFamily('classic-link', {
  columns: [{ field: 'VpcId', facet: true, width: 240 }],
  actions: (t) =>
    exactly({
      deleteLabel: t('classicLink.unlink'),
      params: ({ VpcId, InstanceId }) => paramValues({ VpcId, InstanceIds: [InstanceId] }),
    }),
  useListPage: () => {
    const t = useT();
    const none = useHasClassic() === false;
    return exactly({ above: none && <NoClassic />, createDisabledReason: none ? t('classicLink.noClassic') : undefined });
  },
  none: (t) => exactly({ title: t('classicLink.noneHere'), body: t('classicLink.noneHereBody') }),
  Create: part(async () => (await import('./forms.tsx')).CreateClassicLink),
});
