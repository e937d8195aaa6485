import { Pencil, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import type { SnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { type MemberColumn, MembersTable, OperationLink, useAskedOperation, useMembers } from '../../kit/members.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Notice } from '../../ui/status.tsx';
import { sourceList, sourceName, sourcesOf } from './rule-lists.ts';

/** Who leaves by which of the gateway's addresses; whoever has no rule here leaves by any of them. */
export function Sources({ gateway }: { readonly gateway: NatGateway }) {
  const t = useT();
  const { label } = useFamily('nat-gateway');
  const rules = useMembers(
    sourceList,
    useMemo(() => sourcesOf(gateway.natId), [gateway.natId]),
  );
  const actions = useSourceActions(gateway);
  const columns: readonly MemberColumn<SnatRule>[] = [
    {
      header: label('ResourceId'),
      cell: ({ ResourceType, ResourceId }) =>
        ResourceType === 'SUBNET' ? <RefLink full family="subnet" id={ResourceId} /> : <Code>{ResourceId}</Code>,
    },
    { header: label('PrivateIpAddress'), cell: ({ PrivateIpAddress }) => <Code>{PrivateIpAddress}</Code> },
    { header: t('natGateway.leavesBy'), cell: ({ PublicIpAddresses }) => <Code>{PublicIpAddresses.join(' ')}</Code> },
    { header: label('Description'), cell: ({ Description }) => <bdi>{Description}</bdi> },
    { header: label('CreatedTime'), cell: ({ CreatedTime }) => CreatedTime },
  ];
  const add = <OperationLink family="nat-gateway" id={gateway.natId} operation="createSnat" />;
  return (
    <div className="flex flex-col gap-3">
      {rules.rows.length > 0 && <Notice meaning="neutral" title={t('natGateway.sourcesBody')} />}
      {rules.rows.length > 0 && <div className="flex justify-end">{add}</div>}
      <MembersTable<SnatRule>
        label={t('natGateway.sources')}
        members={rules}
        columns={columns}
        keyOf={({ NatGatewaySnatId }) => NatGatewaySnatId}
        nameOf={sourceName}
        actions={actions}
        empty={{ title: t('natGateway.noSources'), body: t('natGateway.noSourcesBody'), action: add }}
      />
    </div>
  );
}

function useSourceActions({ natId }: NatGateway): (row: SnatRule) => readonly MenuItem[] {
  const t = useT();
  const scope = useScope();
  const open = useOpenForm();
  const asked = useAskedOperation('nat-gateway');
  return (row) => [
    {
      key: 'updateSnat',
      label: t('kit.edit'),
      icon: Pencil,
      onSelect: () => open(paths.verb('nat-gateway', natId, 'updateSnat', scope, { NatGatewaySnatId: row.NatGatewaySnatId })),
    },
    {
      key: 'deleteSnat',
      label: t('kit.delete'),
      icon: Trash2,
      danger: true,
      separated: true,
      onSelect: () =>
        void asked({
          operation: 'deleteSnat',
          params: { NatGatewayId: natId, NatGatewaySnatIds: [row.NatGatewaySnatId] },
          label: sourceName(row),
        }),
    },
  ];
}
