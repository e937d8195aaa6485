import { useMemo } from 'react';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import type { DnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { type MemberColumn, OperationLink, useAskedOperation, useMembers } from '../../kit/members.tsx';
import { useLabelsOf } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { CloudTime } from '../../ui/parts.tsx';
import { asSent, portName, publishedList, publishedOf } from './rule-lists.ts';
import { RulesTab, useRuleItems } from './rules.tsx';

/** The ports that a gateway publishes to the internet, each with the machine that answers. */
export function Published({ gateway }: { readonly gateway: NatGateway }) {
  const t = useT();
  const label = useLabelsOf('nat-gateway', 'dnat');
  const rules = useMembers(
    publishedList,
    useMemo(() => publishedOf(gateway.natId), [gateway.natId]),
  );
  const actions = usePortActions(gateway);
  const columns: readonly MemberColumn<DnatRule>[] = [
    { header: label('IpProtocol'), cell: ({ IpProtocol }) => IpProtocol },
    { header: t('natGateway.from'), cell: (row) => <Code copy>{`${row.PublicIpAddress}:${row.PublicPort}`}</Code> },
    { header: t('natGateway.to'), cell: (row) => <Code copy>{`${row.PrivateIpAddress}:${row.PrivatePort}`}</Code> },
    { header: label('Description'), cell: ({ Description }) => <bdi>{Description}</bdi> },
    { header: label('CreatedTime'), cell: ({ CreatedTime }) => <CloudTime value={CreatedTime} /> },
  ];
  return (
    <RulesTab
      label={t('natGateway.published')}
      told={t('natGateway.publishedBody')}
      add={<OperationLink family="nat-gateway" id={gateway.natId} operation="createDnat" />}
      none={{ title: t('natGateway.nonePublished'), body: t('natGateway.nonePublishedBody') }}
      members={rules}
      columns={columns}
      keyOf={portName}
      nameOf={portName}
      actions={actions}
    />
  );
}

function usePortActions({ natId }: NatGateway): (row: DnatRule) => readonly MenuItem[] {
  const scope = useScope();
  const open = useOpenForm();
  const asked = useAskedOperation('nat-gateway');
  const items = useRuleItems();
  return (row) => {
    const { IpProtocol, PublicIpAddress, PublicPort } = row;
    const which = { IpProtocol, PublicIpAddress, PublicPort: String(PublicPort) };
    const params = { NatGatewayId: natId, DestinationIpPortTranslationNatRules: [asSent(row)] };
    return items(
      () => open(paths.verb('nat-gateway', natId, 'updateDnat', scope, which)),
      () => void asked({ operation: 'deleteDnat', params, label: portName(row) }),
    );
  };
}
