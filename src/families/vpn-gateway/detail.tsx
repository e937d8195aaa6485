import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import { useT } from '../../i18n/index.ts';
import { useContainedList } from '../../kit/contained.tsx';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { LedState, useLeads } from '../../network-model/leads.tsx';
import { LeadsNotice } from '../../network-model/leads-notice.tsx';
import { segments } from '../../paths.ts';
import { CloudTime } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { Term } from './term.tsx';

const named = ['vpc'] as const;

export const useVpnGatewayDetail: UseDetail<'vpn-gateway'> = ({ id, row, standard }) => {
  const t = useT();
  // Brings the names that links on this page show.
  useNames(named);
  const parent = { family: 'vpn-gateway', id } as const;
  const connections = useContainedList('vpn-connection', parent, row !== null);
  const leads = useLeads('vpn-gateway');
  const to = row && leads({ vpc: row.VpcId, gateway: row.VpnGatewayId });
  const remote = connections.rows.flatMap(({ SecurityPolicyDatabaseSet: policies }) =>
    policies.flatMap(({ RemoteCidrBlock }) => RemoteCidrBlock),
  )[0];
  return exactly({
    primary: row?.InstanceChargeType === 'PREPAID' ? 'renew' : 'resize',
    marks: row && to && (
      <>
        <LedState family="vpn-gateway" field="State" state={row.State} leads={to.leads} />
        <RefLink family="vpc" id={row.VpcId} />
        <MapLink vpc={row.VpcId} at={`hop:VPN:${row.VpnGatewayId}`} />
      </>
    ),
    tabs: [
      standard.properties((gateway) =>
        exactly({
          above: (
            <>
              <Warnings row={gateway} />
              {to && (
                <LeadsNotice
                  to={to}
                  vpc={gateway.VpcId}
                  route={{ DestinationCidrBlock: remote ?? '', GatewayType: 'VPN', GatewayId: gateway.VpnGatewayId }}
                />
              )}
            </>
          ),
          draw: { ExpiredTime: <Expiry row={gateway} /> },
        }),
      ),
      {
        path: segments['vpn-connection'],
        label: t('vpnGateway.tunnels'),
        count: connections.complete ? connections.rows.length : undefined,
        content: <Contained family="vpn-connection" parent={parent} />,
      },
      standard.references(),
    ],
  });
};

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
