import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { VpcList } from './list.tsx';

const Create = part(async () => (await import('./forms.tsx')).CreateVpc);
const Edit = part(async () => (await import('./forms.tsx')).EditVpc);

export const Pages = familyPages({ List: VpcList, Detail: lazyPage(async () => (await import('./detail.tsx')).VpcDetail), Create, Edit });
