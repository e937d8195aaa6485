import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { LedState, useLeads } from '../../network-model/leads.tsx';
import { LeadsNotice } from '../../network-model/leads-notice.tsx';
import { segments } from '../../paths.ts';
import { CloudTime } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { useVpnGatewayActions } from './actions.tsx';
import { Term } from './columns.tsx';

const named = ['vpc'] as const;

export function VpnGatewayDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne(useScope(), 'vpn-gateway', id);
  // Brings the names that links on this page show.
  useNames(named);
  const parent: Parent = { family: 'vpn-gateway', id };
  const connections = useContainedList('vpn-connection', parent, one.row !== null);
  const actions = useVpnGatewayActions('detail');
  const { row } = one;
  const leads = useLeads('vpn-gateway');
  const to = row && leads({ vpc: row.VpcId, gateway: row.VpnGatewayId });
  const far = connections.rows.flatMap(({ SecurityPolicyDatabaseSet: policies }) =>
    policies.flatMap(({ RemoteCidrBlock }) => RemoteCidrBlock),
  )[0];
  const standard = useStandardTabs('vpn-gateway', id, row);
  return (
    <ResourceDetail
      family="vpn-gateway"
      id={id}
      tab={tab}
      one={one}
      marks={
        row &&
        to && (
          <>
            <LedState family="vpn-gateway" field="State" state={row.State} leads={to.leads} />
            <RefLink family="vpc" id={row.VpcId} />
          </>
        )
      }
      actions={actions.of}
      primary={row?.InstanceChargeType === 'PREPAID' ? 'renew' : 'resize'}
      tabs={[
        standard.properties((gateway) => ({
          above: (
            <>
              <Warnings row={gateway} />
              {to && (
                <LeadsNotice
                  to={to}
                  vpc={gateway.VpcId}
                  route={{ DestinationCidrBlock: far ?? '', GatewayType: 'VPN', GatewayId: gateway.VpnGatewayId }}
                />
              )}
            </>
          ),
          draw: { ExpiredTime: <Expiry row={gateway} /> },
        })),
        {
          path: segments['vpn-connection'],
          label: t('vpnGateway.tunnels'),
          count: connections.complete ? connections.rows.length : undefined,
          content: <Contained family="vpn-connection" parent={parent} />,
        },
        standard.references(),
      ]}
    />
  );
}

/** When what was paid for ends, and how long that is from now. */
function Expiry({ row }: { readonly row: VpnGateway }) {
  const t = useT();
  if (row.InstanceChargeType !== 'PREPAID') return <span className="text-muted">{t('vpnGateway.noTerm')}</span>;
  return (
    <>
      <CloudTime value={row.ExpiredTime} />
      <span className="text-muted">
        (<Term row={row} />)
      </span>
    </>
  );
}

/** What keeps the gateway from working, or soon will. */
function Warnings({ row }: { readonly row: VpnGateway }) {
  const t = useT();
  return (
    <>
      {row.RestrictState === 'PROTECTIVELY_ISOLATED' && <Notice meaning="danger" title={t('vpnGateway.isolated')} />}
      {row.IsAddressBlocked && <Notice meaning="danger" title={t('vpnGateway.blocked')} />}
      {row.NewPurchasePlan === 'PREPAID_TO_POSTPAID' && <Notice meaning="neutral" title={t('vpnGateway.turnsPostpaid')} />}
    </>
  );
}
