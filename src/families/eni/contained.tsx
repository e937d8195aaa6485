import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useEniActions } from './actions.tsx';
import { useEniColumns } from './columns.tsx';

/** The interfaces of a VPC, a subnet or a security group, as a tab of it. */
export function ContainedEnis({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList('eni', parent);
  const columns = useEniColumns(parent.family === 'vpc' || parent.family === 'subnet' ? parent.family : null);
  const actions = useEniActions('list');
  return (
    <ContainedList
      family="eni"
      parent={parent}
      list={list}
      columns={columns}
      actions={actions}
      none={{ title: t('eni.noneHere'), body: t('eni.noneHereBody') }}
    />
  );
}
