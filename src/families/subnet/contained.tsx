import type { Family } from '../../../catalogue/define.ts';
import type { Subnet } from '../../../catalogue/families/subnet.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useHeld, useMark, useSubnetColumns } from './columns.tsx';

const named: readonly Family[] = ['route-table'];

/** The subnets of another resource, as a tab of it. */
export function ContainedSubnets({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList<Subnet>('subnet', parent);
  const columns = useSubnetColumns(useNames(named), true);
  const mark = useMark();
  const actions = useActions<Subnet>('subnet', 'list', { held: useHeld() });
  return (
    <ContainedList
      family="subnet"
      parent={parent}
      list={list}
      columns={columns}
      mark={mark}
      actions={actions}
      none={{ title: t('subnet.noneHere'), body: t('subnet.noneHereBody') }}
    />
  );
}
