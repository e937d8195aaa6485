import { useMemo } from 'react';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import type { SnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { MachineInFull } from '../../kit/machines.tsx';
import { type MemberColumn, OperationLink, useAskedOperation, useMembers } from '../../kit/members.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useLabelsOf } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { CloudTime } from '../../ui/parts.tsx';
import { sourceList, sourceName, sourcesOf } from './rule-lists.ts';
import { RulesTab, useRuleItems } from './rules.tsx';

/** Who leaves by which of the gateway's addresses; whoever has no rule here leaves by any of them. */
export function Sources({ gateway }: { readonly gateway: NatGateway }) {
  const t = useT();
  const label = useLabelsOf('nat-gateway', 'snat');
  const rules = useMembers(
    sourceList,
    useMemo(() => sourcesOf(gateway.natId), [gateway.natId]),
  );
  const actions = useSourceActions(gateway);
  const columns: readonly MemberColumn<SnatRule>[] = [
    {
      header: label('ResourceId'),
      cell: ({ ResourceType, ResourceId }) =>
        ResourceType === 'SUBNET' ? <RefLink full family="subnet" id={ResourceId} /> : <MachineInFull id={ResourceId} />,
    },
    { header: label('PrivateIpAddress'), cell: ({ PrivateIpAddress }) => <Code>{PrivateIpAddress}</Code> },
    { header: t('natGateway.leavesBy'), cell: ({ PublicIpAddresses }) => <Code>{PublicIpAddresses.join(' ')}</Code> },
    { header: label('Description'), cell: ({ Description }) => <bdi>{Description}</bdi> },
    { header: label('CreatedTime'), cell: ({ CreatedTime }) => <CloudTime value={CreatedTime} /> },
  ];
  return (
    <RulesTab<SnatRule>
      label={t('natGateway.sources')}
      told={t('natGateway.sourcesBody')}
      add={<OperationLink family="nat-gateway" id={gateway.natId} operation="createSnat" />}
      none={{ title: t('natGateway.noSources'), body: t('natGateway.noSourcesBody') }}
      members={rules}
      columns={columns}
      keyOf={({ NatGatewaySnatId }) => NatGatewaySnatId}
      nameOf={sourceName}
      actions={actions}
    />
  );
}

function useSourceActions({ natId }: NatGateway): (row: SnatRule) => readonly MenuItem[] {
  const scope = useScope();
  const open = useOpenForm();
  const asked = useAskedOperation('nat-gateway');
  const items = useRuleItems();
  return (row) => {
    const { NatGatewaySnatId } = row;
    const params = { NatGatewayId: natId, NatGatewaySnatIds: [NatGatewaySnatId] };
    return items(
      () => open(paths.verb('nat-gateway', natId, 'updateSnat', scope, { NatGatewaySnatId })),
      () => void asked({ operation: 'deleteSnat', params, label: sourceName(row) }),
    );
  };
}
