import type { Family } from '../../../catalogue/define.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { useNatActions, useNatColumns } from './columns.tsx';

const named: readonly Family[] = ['vpc'];

export function NatGatewayList() {
  const list = useList(useScope(), 'nat-gateway');
  const columns = useNatColumns(useNames(named));
  const actions = useNatActions('list');
  return <ListPage family="nat-gateway" list={list} columns={columns} actions={actions} />;
}

/** The NAT gateways of a VPC, as a tab of it. */
export function ContainedNatGateways({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const { text } = useFamily('nat-gateway');
  const list = useContainedList('nat-gateway', parent);
  const actions = useNatActions('list');
  return (
    <ContainedList
      family="nat-gateway"
      parent={parent}
      list={list}
      columns={useNatColumns(null)}
      actions={actions}
      none={{ title: t('natGateway.noneHere'), body: text.what }}
    />
  );
}
