import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { PeeringDetail } from './detail.tsx';
import { PeeringList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreatePeering }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditPeering }));

export const Pages = () => <FamilyPages List={PeeringList} Detail={PeeringDetail} Create={Create} Edit={Edit} />;
export { ContainedPeerings as Contained } from './contained.tsx';
