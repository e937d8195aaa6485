import { withTexts } from '../../i18n/index.ts';
import type { Parent } from '../../kit/contained.tsx';
import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { SecurityGroupList } from './list.tsx';

const Create = part(async () => (await withTexts(import('./forms.tsx'), 'rules')).CreateSecurityGroup);
const Edit = part(async () => (await import('./forms.tsx')).EditSecurityGroup);
const verbs = { clone: part(async () => (await withTexts(import('./clone.tsx'), 'rules')).CloneForm) };
const EffectiveRules = part(async () => (await withTexts(import('./effective.tsx'), 'rules')).EffectiveRules);

export const Pages = familyPages({
  List: SecurityGroupList,
  Detail: lazyPage(async () => (await import('./detail.tsx')).SecurityGroupDetail),
  Create,
  Edit,
  verbs,
});

/** Within an interface: the rules of all its groups, and whether a packet passes them. */
export const Contained = ({ parent }: { readonly parent: Parent }) => <EffectiveRules parent={parent} />;
