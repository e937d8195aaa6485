import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { SubnetList } from './list.tsx';

const Create = part(async () => (await import('./forms.tsx')).CreateSubnet);
const Edit = part(async () => (await import('./forms.tsx')).EditSubnet);

export const Pages = familyPages({
  List: SubnetList,
  Detail: lazyPage(async () => (await import('./detail.tsx')).SubnetDetail),
  Create,
  Edit,
});
export const Contained = part(async () => (await import('./contained.tsx')).ContainedSubnets);
