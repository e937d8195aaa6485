import type { NetworkInterface } from '../../../catalogue/families/eni.ts';
import { useT } from '../../i18n/index.ts';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { useEniActions } from './actions.tsx';
import { useEniColumns } from './columns.tsx';

/** The interfaces of a VPC, a subnet or a security group, as a tab of it. */
export function ContainedEnis({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList<NetworkInterface>('eni', parent);
  const columns = useEniColumns(parent.family === 'vpc' || parent.family === 'subnet' ? parent.family : null);
  const actions = useEniActions('list');
  const create = <CreateWithin family="eni" parent={parent} />;
  return (
    <ResourceList
      family="eni"
      variant={parent.family}
      list={list}
      columns={columns}
      rowActions={actions.of}
      onDelete={actions.remove}
      bulk={actions.bulk}
      beside={create}
      empty={{ title: t('eni.noneHere'), body: t('eni.noneHereBody'), action: create }}
    />
  );
}
