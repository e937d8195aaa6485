import type { Family } from '../../../catalogue/define.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useNames } from '../../kit/ref.tsx';
import { aclFamily, useAclItems, useAcls } from './acl.tsx';
import { useDeleteDisabledReason, useMark, useSubnetColumns } from './columns.tsx';

const named: readonly Family[] = ['route-table', aclFamily];

/** The subnets of another resource, as a tab of it. */
export function ContainedSubnets({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList('subnet', parent);
  const acls = useAcls(parent.family === 'vpc' ? parent.id : undefined);
  const columns = useSubnetColumns(useNames(named), acls, true);
  const mark = useMark();
  const actions = useActions('subnet', 'list', { disabledReason: useDeleteDisabledReason() });
  const ofAcl = useAclItems(acls, 'list');
  const withAcl = { ...actions, of: (subnet: Subnet) => [...ofAcl(subnet), ...actions.of(subnet)] };
  return (
    <ContainedList
      family="subnet"
      parent={parent}
      list={list}
      columns={columns}
      mark={mark}
      actions={withAcl}
      none={{ title: t('subnet.noneHere'), body: t('subnet.noneHereBody') }}
    />
  );
}
