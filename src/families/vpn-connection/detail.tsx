import { useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { StateValue } from '../../kit/field-value.tsx';
import { MapLink } from '../../kit/map-link.tsx';
import { useNames } from '../../kit/ref.tsx';
import { part } from '../../lib/part.tsx';
import { LedState } from '../../network-model/leads.tsx';
import { LeadsNotice } from '../../network-model/leads-notice.tsx';
import { Encryption, PolicyCard } from './facts.tsx';
import { Health } from './health.tsx';
import { remoteBlocks, useConnectionLeads } from './leads.ts';

const Configuration = part(async () => (await import('./configuration.tsx')).Configuration);

const named = ['vpc', 'vpn-gateway', 'customer-gateway'] as const;

export const useVpnConnectionDetail: UseDetail<'vpn-connection'> = ({ row, standard }) => {
  const t = useT();
  // Brings the names that links on this page show.
  useNames(named);
  const leads = useConnectionLeads();
  const to = row && leads(row);
  return exactly({
    primary: 'edit',
    marks: row && (
      <>
        {row.State === 'AVAILABLE' && to ? (
          <LedState family="vpn-connection" field="NetStatus" state={row.NetStatus} leads={to.leads} />
        ) : (
          <StateValue family="vpn-connection" field="State" value={row.State} />
        )}
        {row.VpcId && <MapLink vpc={row.VpcId} at={`hop:VPN:${row.VpnGatewayId}`} />}
      </>
    ),
    tabs: [
      standard.properties((connection) =>
        exactly({
          above: (
            <>
              {to && (
                <LeadsNotice
                  to={to}
                  vpc={connection.VpcId}
                  route={{
                    DestinationCidrBlock: remoteBlocks(connection)[0] ?? '',
                    GatewayType: 'VPN',
                    GatewayId: connection.VpnGatewayId,
                  }}
                />
              )}
              <Health row={connection} />
            </>
          ),
          without: ['SecurityPolicyDatabaseSet', 'IKEOptionsSpecification', 'IPSECOptionsSpecification'],
          below: (
            <>
              <PolicyCard row={connection} />
              <Encryption row={connection} />
            </>
          ),
        }),
      ),
      { path: 'configuration', label: t('vpnConnection.configuration'), content: row && <Configuration row={row} /> },
      standard.references(),
    ],
  });
};
