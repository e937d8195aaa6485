import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { EipDetail } from './detail.tsx';
import { EipList } from './list.tsx';

const Allocate = lazy(async () => ({ default: (await import('./forms.tsx')).AllocateEips }));
const Rename = lazy(async () => ({ default: (await import('./forms.tsx')).RenameEip }));
const Unbind = lazy(async () => ({ default: (await import('./forms.tsx')).UnbindEip }));
const Transform = lazy(async () => ({ default: (await import('./forms.tsx')).TransformAddress }));
const Bind = lazy(async () => ({ default: (await import('./bind.tsx')).BindEip }));
const BindAny = lazy(async () => ({ default: (await import('./bind.tsx')).BindAnyEip }));

export const Pages = () => (
  <FamilyPages
    List={EipList}
    Detail={EipDetail}
    Create={Allocate}
    Edit={Rename}
    verbs={{ associate: Bind, disassociate: Unbind }}
    forms={{ transform: Transform, associate: BindAny }}
  />
);
