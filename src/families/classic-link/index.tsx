import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { ClassicLinkDetail } from './detail.tsx';
import { ClassicLinkList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateClassicLink }));

export const Pages = () => <FamilyPages List={ClassicLinkList} Detail={ClassicLinkDetail} Create={Create} />;
export { ContainedLinks as Contained } from './contained.tsx';
