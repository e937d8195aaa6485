import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { PeeringList } from './list.tsx';

/** Its routes bring the network engine, which the list does without. */
const PeeringDetail = lazy(async () => ({ default: (await import('./detail.tsx')).PeeringDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreatePeering }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditPeering }));

export const Pages = () => <FamilyPages List={PeeringList} Detail={PeeringDetail} Create={Create} Edit={Edit} />;
export { ContainedPeerings as Contained } from './contained.tsx';
