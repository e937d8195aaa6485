import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useLinkActions, useLinkColumns } from './links.tsx';

/** The instances of the classic network that reach a VPC, as a tab of it. */
export function ContainedLinks({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList('classic-link', parent);
  const columns = useLinkColumns(false);
  const actions = useLinkActions('list');
  return (
    <ContainedList
      family="classic-link"
      parent={parent}
      list={list}
      columns={columns}
      actions={actions}
      none={{ title: t('classicLink.noneHere'), body: t('classicLink.noneHereBody') }}
    />
  );
}
