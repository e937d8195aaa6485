import { loadMessages } from '../../i18n/index.ts';
import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { NetworkAclList } from './list.tsx';

/** A part of the pages with the texts about rules: both are asked for at once. */
async function withRuleWords<T>(part: Promise<T>): Promise<T> {
  const [module] = await Promise.all([part, loadMessages('rules')]);
  return module;
}

const Detail = lazyPage(async () => (await withRuleWords(import('./detail.tsx'))).NetworkAclDetail);
const Create = part(async () => (await import('./forms.tsx')).CreateNetworkAcl);
const Edit = part(async () => (await import('./forms.tsx')).EditNetworkAcl);
const verbs = {
  replaceEntries: part(async () => (await import('./rules-link.tsx')).ReplaceRules),
  bind: part(async () => (await import('./forms.tsx')).BindSubnets),
  unbind: part(async () => (await import('./forms.tsx')).UnbindSubnets),
};

const forms = {
  bind: part(async () => (await import('./forms.tsx')).BindFromSubnet),
};

export const Pages = familyPages({ List: NetworkAclList, Detail, Create, Edit, verbs, forms });
export { ContainedNetworkAcls as Contained } from './list.tsx';
