import { Copy, ListChecks } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import type { ActionOptions } from '../../kit/actions.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import type { ActionPlace } from '../../kit/standard-family.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { boundCount, usesInWords, useUses } from './usage.ts';

/** To the editor of a group's rules, and to the form that makes a copy of it: what a group's menu has before the usual. */
function useOwnItems(from: 'list' | 'detail'): (row: SecurityGroup) => readonly MenuItem[] {
  const t = useT();
  const scope = useScope();
  const navigate = useNavigate();
  const open = useOpenForm(from);
  return (row) => [
    {
      key: 'rules',
      label: t('securityGroup.editRules'),
      icon: ListChecks,
      onSelect: () => void navigate(paths.detail('security-group', row.SecurityGroupId, scope, 'rules')),
    },
    {
      key: 'clone',
      label: t('securityGroup.clone'),
      icon: Copy,
      onSelect: () => open(paths.verb('security-group', row.SecurityGroupId, 'clone', scope)),
    },
  ];
}

export function useGroupActions({ t, from, rows, complete }: ActionPlace<SecurityGroup>): Exact<ActionOptions<'security-group'>> {
  const formats = useFormats();
  const { by: uses } = useUses(rows, complete);
  return exactly({
    links: useOwnItems(from),
    // As far as its row and its uses tell.
    disabledReason: (row) => {
      if (row.IsDefault) return t('securityGroup.disabledDefault');
      const of = uses.get(row.SecurityGroupId);
      return of && boundCount(of) + of.SG > 0 ? t('securityGroup.held', { what: usesInWords(of, t, formats.list) }) : null;
    },
  });
}
