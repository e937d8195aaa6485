import { useT } from '../../i18n/index.ts';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { type ClassicLink, useLinkActions, useLinkColumns } from './links.tsx';

/** The instances of the classic network that reach a VPC, as a tab of it. */
export function ContainedLinks({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList<ClassicLink>('classic-link', parent);
  const columns = useLinkColumns(false);
  const actions = useLinkActions('list');
  const create = <CreateWithin family="classic-link" parent={parent} />;
  return (
    <ResourceList
      family="classic-link"
      variant={parent.family}
      list={list}
      columns={columns}
      rowActions={actions.of}
      onDelete={actions.remove}
      deleteLabel={t('classicLink.unlink')}
      beside={create}
      empty={{ title: t('classicLink.noneHere'), body: t('classicLink.noneHereBody'), action: create }}
    />
  );
}
