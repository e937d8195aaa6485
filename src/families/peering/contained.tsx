import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { usePeeringActions } from './actions.tsx';
import { useCarriedInList } from './carried-list.ts';
import { usePeeringColumns } from './columns.tsx';
import { useSides } from './sides.ts';

/** The peerings of a VPC, whichever end it is, as a tab of it. */
export function ContainedPeerings({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList('peering', parent);
  const sides = useSides(list.rows);
  const columns = usePeeringColumns(sides, useCarriedInList(list.rows, sides));
  const actions = usePeeringActions('list', sides);
  return (
    <ContainedList
      family="peering"
      parent={parent}
      list={list}
      columns={columns}
      actions={actions}
      none={{ title: t('peering.noneHere'), body: t('peering.noneHereBody') }}
    />
  );
}
