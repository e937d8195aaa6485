import type { Family } from '../../../catalogue/define.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { useList } from '../../api/query.ts';
import { useActions } from '../../kit/actions.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { aclFamily, useAclItems, useAcls } from './acl.tsx';
import { useDeleteDisabledReason, useMark, useSubnetColumns } from './columns.tsx';

const named: readonly Family[] = ['vpc', 'route-table', aclFamily];

export function SubnetList() {
  const list = useList(useScope(), 'subnet');
  const acls = useAcls();
  const columns = useSubnetColumns(useNames(named), acls);
  const mark = useMark();
  const actions = useActions('subnet', 'list', { disabledReason: useDeleteDisabledReason() });
  const ofAcl = useAclItems(acls, 'list');
  const withAcl = { ...actions, of: (subnet: Subnet) => [...ofAcl(subnet), ...actions.of(subnet)] };
  return <ListPage family="subnet" list={list} columns={columns} mark={mark} actions={withAcl} />;
}
