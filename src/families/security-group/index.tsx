import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { SecurityGroupDetail } from './detail.tsx';
import { SecurityGroupList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateSecurityGroup }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditSecurityGroup }));

export const Pages = () => <FamilyPages List={SecurityGroupList} Detail={SecurityGroupDetail} Create={Create} Edit={Edit} />;
