import { lazy, Suspense } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { PeeringList } from './list.tsx';
import { useView } from './views.tsx';

/** Its routes bring the network engine, which the list does without. */
const PeeringDetail = lazy(async () => ({ default: (await import('./detail.tsx')).PeeringDetail }));
const MatrixPage = lazy(async () => ({ default: (await import('./matrix-page.tsx')).MatrixPage }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreatePeering }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditPeering }));

/** The list of this region's peerings, or all VPCs against each other. */
function Home() {
  if (useView() === '') return <PeeringList />;
  return (
    <Suspense fallback={<Loading />}>
      <MatrixPage />
    </Suspense>
  );
}

export const Pages = () => <FamilyPages List={Home} Detail={PeeringDetail} Create={Create} Edit={Edit} />;
export { ContainedPeerings as Contained } from './contained.tsx';
