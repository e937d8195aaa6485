import { Suspense } from 'react';
import { exactly } from '../../kit/exactly.ts';
import { familyPages } from '../../kit/family-pages.tsx';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { usePeeringActions } from './actions.tsx';
import { usePeeringColumns } from './columns.tsx';
import { ShownPicture } from './shown-picture.tsx';
import { useMatrixView, Views } from './views.tsx';

const { variant, Contained } = standardFamily('peering', {
  useColumns: usePeeringColumns,
  useActions: usePeeringActions,
  useListPage: () =>
    exactly({
      above: (
        <>
          <Views />
          <ShownPicture />
        </>
      ),
    }),
  none: (t) => exactly({ title: t('peering.noneHere'), body: t('peering.noneHereBody') }),
  // Its routes bring the network engine, which the list does without.
  loadDetail: async () => (await import('./detail.tsx')).usePeeringDetail,
  Create: part(async () => (await import('./forms.tsx')).CreatePeering),
  Edit: part(async () => (await import('./forms.tsx')).EditPeering),
});

const MatrixPage = part(async () => (await import('./matrix-page.tsx')).MatrixPage);

/** The list of this region's peerings, or all VPCs against each other. */
function Home() {
  if (useMatrixView() === '') return <variant.List />;
  return (
    <Suspense fallback={<Loading />}>
      <MatrixPage />
    </Suspense>
  );
}

export const Pages = familyPages({ ...variant, List: Home });
export { Contained };
