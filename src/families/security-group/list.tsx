import { Copy, ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { SecurityGroup } from '../../../catalogue/families/security-group.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { usePlace } from '../../lib/place.ts';
import { paths } from '../../paths.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { useGroupColumns, useHeld, useMark } from './columns.tsx';
import { useUses } from './uses.ts';

/** To the editor of a group's rules, and to the form that makes a copy of it: what a group's menu has before the usual. */
export function useOwnItems(): (row: SecurityGroup) => readonly MenuItem[] {
  const t = useT();
  const place = usePlace();
  const navigate = useNavigate();
  return (row) => [
    {
      key: 'rules',
      label: t('securityGroup.editRules'),
      icon: <ListChecks aria-hidden="true" className="size-4" />,
      onSelect: () => void navigate(paths.detail('security-group', row.SecurityGroupId, place, 'rules')),
    },
    {
      key: 'clone',
      label: t('securityGroup.clone'),
      icon: <Copy aria-hidden="true" className="size-4" />,
      onSelect: () => void navigate(paths.verb('security-group', row.SecurityGroupId, 'clone', place)),
    },
  ];
}

/** The usual items under a line of their own. */
export const under = (own: readonly MenuItem[], usual: readonly MenuItem[]): readonly MenuItem[] => [
  ...own,
  ...usual.map((item, at) => (at === 0 ? { ...item, separated: true } : item)),
];

export function SecurityGroupList() {
  const place = usePlace();
  const list = useList<SecurityGroup>(place, 'security-group');
  const ids = useMemo(() => (list.complete ? list.rows.map((row) => row.SecurityGroupId) : []), [list.complete, list.rows]);
  const uses = useUses(ids);
  const columns = useGroupColumns(uses);
  const mark = useMark();
  const actions = useActions<SecurityGroup>('security-group', 'list', { held: useHeld(uses) });
  const own = useOwnItems();
  return (
    <ListPage
      family="security-group"
      list={list}
      columns={columns}
      mark={mark}
      rowActions={(row) => under(own(row), actions.of(row))}
      onDelete={actions.remove}
    />
  );
}
