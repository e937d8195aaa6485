import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { SecurityGroupList } from './list.tsx';

/** Its rules bring the network engine, which the list does without. */
const SecurityGroupDetail = lazy(async () => ({ default: (await import('./detail.tsx')).SecurityGroupDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateSecurityGroup }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditSecurityGroup }));

export const Pages = () => <FamilyPages List={SecurityGroupList} Detail={SecurityGroupDetail} Create={Create} Edit={Edit} />;
