import { Suspense } from 'react';
import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { PeeringList } from './list.tsx';
import { useView } from './views.tsx';

/** Its routes bring the network engine, which the list does without. */
const PeeringDetail = lazyPage(async () => (await import('./detail.tsx')).PeeringDetail);
const MatrixPage = part(async () => (await import('./matrix-page.tsx')).MatrixPage);
const Create = part(async () => (await import('./forms.tsx')).CreatePeering);
const Edit = part(async () => (await import('./forms.tsx')).EditPeering);

/** The list of this region's peerings, or all VPCs against each other. */
function Home() {
  if (useView() === '') return <PeeringList />;
  return (
    <Suspense fallback={<Loading />}>
      <MatrixPage />
    </Suspense>
  );
}

export const Pages = familyPages({ List: Home, Detail: PeeringDetail, Create, Edit });
export const Contained = part(async () => (await import('./contained.tsx')).ContainedPeerings);
