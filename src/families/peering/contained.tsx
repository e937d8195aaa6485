import { useT } from '../../i18n/index.ts';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { usePeeringActions } from './actions.tsx';
import { usePeeringColumns } from './columns.tsx';
import { type Peering, useSides } from './sides.ts';

/** The peerings of a VPC, whichever end it is, as a tab of it. */
export function ContainedPeerings({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList<Peering>('peering', parent);
  const sides = useSides(list.rows);
  const columns = usePeeringColumns(sides);
  const actions = usePeeringActions('list', sides);
  const create = <CreateWithin family="peering" parent={parent} />;
  return (
    <ResourceList
      family="peering"
      variant={parent.family}
      list={list}
      columns={columns}
      rowActions={actions.of}
      onDelete={actions.remove}
      bulk={actions.bulk}
      beside={create}
      empty={{ title: t('peering.noneHere'), body: t('peering.noneHereBody'), action: create }}
    />
  );
}
