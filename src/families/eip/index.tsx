import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { EipList } from './list.tsx';

const Allocate = part(async () => (await import('./forms.tsx')).AllocateEips);
const Rename = part(async () => (await import('./forms.tsx')).RenameEip);
const Unbind = part(async () => (await import('./forms.tsx')).UnbindEip);
const Transform = part(async () => (await import('./forms.tsx')).TransformAddress);
const Bind = part(async () => (await import('./bind.tsx')).BindEip);
const BindAny = part(async () => (await import('./bind.tsx')).BindAnyEip);

export const Pages = familyPages({
  List: EipList,
  Detail: lazyPage(async () => (await import('./detail.tsx')).EipDetail),
  Create: Allocate,
  Edit: Rename,
  verbs: { associate: Bind, disassociate: Unbind },
  forms: { transform: Transform, associate: BindAny },
});
