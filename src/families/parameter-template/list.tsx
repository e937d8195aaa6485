import { useMemo } from 'react';
import { Link } from 'react-router';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { TabBar, tabClass } from '../../ui/tabs.tsx';
import { kinds, type TemplateKind } from './kinds.ts';
import { blockingUsers } from './users.ts';

export const membersOf = (kind: TemplateKind, row: AnyRow): readonly string[] => {
  const members = row[kind.members];
  return Array.isArray(members) ? members.map(String) : [];
};

/** Leads to the lists of the four sorts. */
function KindTabs({ current }: { readonly current: TemplateKind }) {
  const t = useT();
  const scope = useScope();
  return (
    <TabBar label={t('parameterTemplate.sorts')}>
      {kinds.map((kind) => (
        <Link
          key={kind.ref}
          to={paths.list(kind.ref, scope)}
          className={tabClass(kind === current)}
          aria-current={kind === current ? 'page' : undefined}
        >
          {t(kind.tab as 'parameterTemplate.addresses')}
        </Link>
      ))}
    </TabBar>
  );
}

/** Names of the templates that groups are made of; their ids until the names are here. */
function useMemberNames(kind: TemplateKind): (member: string) => string {
  const list = useList(useScope(), kind.of ?? kind.ref, { enabled: kind.of !== undefined });
  return useMemo(() => {
    const names = new Map(list.rows.map((row) => [idOf(list.module, row), nameOf(list.module, row)]));
    return (member) => names.get(member) || member;
  }, [list.rows, list.module]);
}

export function TemplateList({ kind }: { readonly kind: TemplateKind }) {
  const t = useT();
  const scope = useScope();
  const list = useList(scope, kind.ref);
  const { module, label } = useFamily(kind.ref);
  const name = useMemberNames(kind);
  const specs = useMemo(
    (): readonly ColumnSpec<AnyRow>[] => [
      {
        id: kind.members,
        header: label(kind.members),
        value: (row) => membersOf(kind, row).map(name).join(', '),
        searchText: (row) => membersOf(kind, row).join(' '),
        mono: kind.of === undefined,
        sortAs: kind.param === 'Addresses' ? 'cidr' : 'text',
        width: 420,
      },
      { id: 'members', header: t('parameterTemplate.members'), count: (row) => membersOf(kind, row).length },
      'CreatedTime',
    ],
    [kind, label, name, t],
  );
  const columns = useColumns(kind.ref, specs);
  const actions = useActions(kind.ref, 'list', { usersOf: blockingUsers(module) });
  return <ListPage family={kind.ref} list={list} columns={columns} above={<KindTabs current={kind} />} actions={actions} />;
}
