import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ContainedList } from '../../kit/list/contained-list.tsx';
import { useGatewayColumns } from './list.tsx';

/** The gateways of a VPC, as a tab of it. */
export function ContainedGateways({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList('direct-connect-gateway', parent);
  const columns = useGatewayColumns(true);
  const actions = useActions('direct-connect-gateway', 'list');
  return (
    <ContainedList
      family="direct-connect-gateway"
      parent={parent}
      list={list}
      columns={columns}
      actions={actions}
      none={{ title: t('directConnectGateway.noneHere') }}
    />
  );
}
