import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { SubnetDetail } from './detail.tsx';
import { SubnetList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateSubnet }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditSubnet }));

export const Pages = () => <FamilyPages List={SubnetList} Detail={SubnetDetail} Create={Create} Edit={Edit} />;
export { ContainedSubnets as Contained } from './contained.tsx';
