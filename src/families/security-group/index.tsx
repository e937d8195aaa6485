import { lazy } from 'react';
import type { Parent } from '../../kit/contained.tsx';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { SecurityGroupDetail } from './detail.tsx';
import { SecurityGroupList } from './list.tsx';
import { withRuleWords } from './rule-words.ts';

const Create = lazy(async () => ({ default: (await withRuleWords(import('./forms.tsx'))).CreateSecurityGroup }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditSecurityGroup }));
const verbs = { clone: lazy(async () => ({ default: (await withRuleWords(import('./clone.tsx'))).CloneForm })) };
const EffectiveRules = lazy(async () => ({ default: (await withRuleWords(import('./effective.tsx'))).EffectiveRules }));

export const Pages = () => <FamilyPages List={SecurityGroupList} Detail={SecurityGroupDetail} Create={Create} Edit={Edit} verbs={verbs} />;

/** Within an interface: the rules of all its groups, and whether a packet passes them. */
export const Contained = ({ parent }: { readonly parent: Parent }) => <EffectiveRules parent={parent} />;
