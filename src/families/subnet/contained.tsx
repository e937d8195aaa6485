import type { Subnet } from '../../../catalogue/families/subnet.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { useHeld, useMark, useSubnetColumns } from './columns.tsx';

/** The subnets of another resource, as a tab of it. */
export function ContainedSubnets({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList<Subnet>('subnet', parent);
  const columns = useSubnetColumns(null);
  const mark = useMark();
  const actions = useActions<Subnet>('subnet', 'list', { held: useHeld() });
  const create = <CreateWithin family="subnet" parent={parent} />;
  return (
    <ResourceList
      family="subnet"
      variant={parent.family}
      list={list}
      columns={columns}
      mark={mark}
      rowActions={actions.of}
      onDelete={actions.remove}
      beside={create}
      empty={{ title: t('subnet.noneHere'), body: t('subnet.noneHereBody'), action: create }}
    />
  );
}
