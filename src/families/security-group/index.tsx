import { withTexts } from '../../i18n/index.ts';
import type { Parent } from '../../kit/contained.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useGroupActions } from './actions.tsx';
import { groupMarks, useGroupColumns } from './columns.tsx';

export const { Pages } = standardFamily('security-group', {
  useColumns: useGroupColumns,
  mark: groupMarks,
  useActions: useGroupActions,
  loadDetail: async () => (await import('./detail.tsx')).useGroupDetail,
  Create: part(async () => (await withTexts(import('./forms.tsx'), 'rules')).CreateSecurityGroup),
  Edit: { initialFrom: (row) => paramValues({ GroupName: row.SecurityGroupName, GroupDescription: row.SecurityGroupDesc }) },
  verbs: { clone: part(async () => (await withTexts(import('./clone.tsx'), 'rules')).CloneForm) },
});

const EffectiveRules = part(async () => (await withTexts(import('./effective.tsx'), 'rules')).EffectiveRules);

/** Within an interface: the rules of all its groups, and whether a packet passes them. */
export const Contained = ({ parent }: { readonly parent: Parent }) => <EffectiveRules parent={parent} />;
