import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { NetworkAclList } from './list.tsx';

const Detail = lazy(async () => ({ default: (await import('./detail.tsx')).NetworkAclDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateNetworkAcl }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditNetworkAcl }));
const verbs = {
  replaceEntries: lazy(async () => ({ default: (await import('./rules-form.tsx')).ReplaceRules })),
  bind: lazy(async () => ({ default: (await import('./forms.tsx')).BindSubnets })),
  unbind: lazy(async () => ({ default: (await import('./forms.tsx')).UnbindSubnets })),
};

export const Pages = () => <FamilyPages List={NetworkAclList} Detail={Detail} Create={Create} Edit={Edit} verbs={verbs} />;
export { ContainedNetworkAcls as Contained } from './list.tsx';
