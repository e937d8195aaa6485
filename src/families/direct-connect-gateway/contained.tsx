import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { CreateWithin, type Parent, useContainedList } from '../../kit/contained.tsx';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { useGatewayColumns } from './list.tsx';
import type { Gateway } from './rules.ts';

/** The gateways of a VPC, as a tab of it. */
export function ContainedGateways({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const list = useContainedList<Gateway>('direct-connect-gateway', parent);
  const columns = useGatewayColumns(true);
  const actions = useActions<Gateway>('direct-connect-gateway', 'list');
  const create = <CreateWithin family="direct-connect-gateway" parent={parent} />;
  return (
    <ResourceList
      family="direct-connect-gateway"
      variant={parent.family}
      list={list}
      columns={columns}
      rowActions={actions.of}
      onDelete={actions.remove}
      beside={create}
      empty={{ title: t('directConnectGateway.noneHere'), action: create }}
    />
  );
}
