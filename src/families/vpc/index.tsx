import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { VpcDetail } from './detail.tsx';
import { VpcList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateVpc }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditVpc }));

export const Pages = () => <FamilyPages List={VpcList} Detail={VpcDetail} Create={Create} Edit={Edit} />;
