import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type DetailTab, ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { LedOnly, useLeads } from '../../network-model/leads.tsx';
import { LeadsNotice } from '../../network-model/leads-notice.tsx';
import { Badge } from '../../ui/status.tsx';
import { ruleKinds } from './rules.ts';
import { RulesTab } from './rules-tab.tsx';

const named = ['vpc'] as const;

export function GatewayDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne(useScope(), 'direct-connect-gateway', id);
  // Brings the names that links on this page show.
  useNames(named);
  const actions = useActions('direct-connect-gateway', 'detail');
  const { row } = one;
  const standard = useStandardTabs('direct-connect-gateway', id, row);
  const leads = useLeads('direct-connect-gateway');
  const to = row && leads({ vpc: row.unVpcId, gateway: row.directConnectGatewayId });
  const rules: DetailTab[] =
    row?.type === 1
      ? ruleKinds.map((kind) => ({
          path: kind.tab,
          label: t(`directConnectGateway.kind.${kind.key}`),
          count: Number(row[kind.count]),
          content: <RulesTab key={kind.key} gateway={row} kind={kind} />,
        }))
      : [];
  return (
    <ResourceDetail
      family="direct-connect-gateway"
      id={id}
      tab={tab}
      one={one}
      marks={
        row && (
          <>
            {to && <LedOnly leads={to.leads} />}
            {row.type === 1 && <Badge>NAT</Badge>}
            <RefLink family="vpc" id={row.unVpcId} />
          </>
        )
      }
      actions={actions.of}
      primary="edit"
      tabs={[
        standard.properties((gateway) => ({
          without: ['vpcName'],
          above: to && (
            <LeadsNotice
              to={to}
              vpc={gateway.unVpcId}
              route={{ DestinationCidrBlock: '', GatewayType: 'DIRECTCONNECT', GatewayId: gateway.directConnectGatewayId }}
            />
          ),
        })),
        ...rules,
        standard.references(),
      ]}
    />
  );
}
