import { lazy } from 'react';
import { loadMessages } from '../../i18n/index.ts';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { NetworkAclList } from './list.tsx';

/** A part of the pages with the texts about rules: both are asked for at once. */
async function withRuleWords<T>(part: Promise<T>): Promise<T> {
  const [module] = await Promise.all([part, loadMessages('rules')]);
  return module;
}

const Detail = lazy(async () => ({ default: (await withRuleWords(import('./detail.tsx'))).NetworkAclDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateNetworkAcl }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditNetworkAcl }));
const verbs = {
  replaceEntries: lazy(async () => ({ default: (await import('./rules-link.tsx')).ReplaceRules })),
  bind: lazy(async () => ({ default: (await import('./forms.tsx')).BindSubnets })),
  unbind: lazy(async () => ({ default: (await import('./forms.tsx')).UnbindSubnets })),
};

const forms = {
  bind: lazy(async () => ({ default: (await import('./forms.tsx')).BindFromSubnet })),
};

export const Pages = () => <FamilyPages List={NetworkAclList} Detail={Detail} Create={Create} Edit={Edit} verbs={verbs} forms={forms} />;
export { ContainedNetworkAcls as Contained } from './list.tsx';
