import type { Family } from '../../../catalogue/define.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { useAclActions, useAclColumns } from './columns.tsx';

const named: readonly Family[] = ['vpc'];

export function NetworkAclList() {
  const list = useList(useScope(), 'network-acl');
  const columns = useAclColumns(useNames(named));
  const actions = useAclActions('list');
  return <ListPage family="network-acl" list={list} columns={columns} actions={actions} />;
}

/** The network ACLs of a VPC, as a tab of it. */
export function ContainedNetworkAcls({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const { text } = useFamily('network-acl');
  const list = useContainedList('network-acl', parent);
  const actions = useAclActions('list');
  return (
    <ContainedList
      family="network-acl"
      parent={parent}
      list={list}
      columns={useAclColumns(null)}
      actions={actions}
      none={{ title: t('networkAcl.noneHere'), body: text.what }}
    />
  );
}
