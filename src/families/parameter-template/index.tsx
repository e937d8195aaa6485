import { useMemo } from 'react';
import { Link } from 'react-router';
import type { FamilyRef } from '../../../catalogue/define.ts';
import { useList } from '../../api/query.ts';
import { useT, withTexts } from '../../i18n/index.ts';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { familyPages, type VariantPages } from '../../kit/family-pages.tsx';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { idOf, nameOf } from '../../lib/family.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { TabBar, tabClass } from '../../ui/tabs.tsx';
import { addresses, addressGroups, kinds, serviceGroups, services, type TemplateKind, templateMembersOf } from './kinds.ts';
import { blockingUsers } from './users.ts';

const CreateTemplate = part(async () => (await withTexts(import('./forms.tsx'), 'tables')).CreateTemplate);
const EditTemplate = part(async () => (await withTexts(import('./forms.tsx'), 'tables')).EditTemplate);

const pagesOf = (kind: TemplateKind): VariantPages =>
  standardFamily(kind.ref, {
    useColumns: (tools) => useTemplateColumns(kind, tools),
    actions: () => exactly({ usersOf: blockingUsers(kind.ref) }),
    useListPage: () => exactly({ above: <KindTabs current={kind} /> }),
    loadDetail: async () => (await import('./detail.tsx')).detailOf(kind),
    Create: () => <CreateTemplate kind={kind} />,
    Edit: ({ id }) => <EditTemplate kind={kind} id={id} />,
  }).variant;

export const Pages = familyPages({
  ...pagesOf(addresses),
  variants: {
    'address-groups': { ...pagesOf(addressGroups), prefix: 'ipmg' },
    services: { ...pagesOf(services), prefix: 'ppm' },
    'service-groups': { ...pagesOf(serviceGroups), prefix: 'ppmg' },
  },
});

/** Names of the templates that groups are made of; their ids until the names are here. */
function useMemberNames(kind: TemplateKind): (member: string) => string {
  const list = useList(useScope(), kind.of ?? kind.ref, { enabled: kind.of !== undefined });
  return useMemo(() => {
    const names = new Map(list.rows.map((row) => [idOf(list.module, row), nameOf(list.module, row)]));
    return (member) => names.get(member) || member;
  }, [list.rows, list.module]);
}

function useTemplateColumns(kind: TemplateKind, { t, label }: ColumnTools<FamilyRef>): Exact<ColumnSpecs<FamilyRef>> {
  const name = useMemberNames(kind);
  return useMemo(
    () =>
      exactly([
        {
          id: kind.members,
          header: label(kind.members),
          value: (row) => templateMembersOf(kind, row).map(name).join(', '),
          searchText: (row) => templateMembersOf(kind, row).join(' '),
          mono: kind.of === undefined,
          sortAs: kind.param === 'Addresses' ? 'cidr' : 'text',
          width: 420,
        },
        { id: 'members', header: t('parameterTemplate.members'), count: (row) => templateMembersOf(kind, row).length },
        'CreatedTime',
      ]),
    [kind, label, name, t],
  );
}

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
