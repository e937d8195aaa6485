import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { useStandardTabs } from '../../kit/detail/standard-tabs.tsx';
import { FieldValue } from '../../kit/field-value.tsx';
import { useNames } from '../../kit/ref.tsx';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { LedState } from '../../network-model/leads.tsx';
import { LeadsNotice } from '../../network-model/leads-notice.tsx';
import { useVpnConnectionActions } from './actions.tsx';
import { farBlocks, named, useConnectionLeads } from './columns.tsx';
import { Encryption, PolicyCard } from './facts.tsx';
import { Health } from './health.tsx';

const Configuration = part(async () => (await import('./configuration.tsx')).Configuration);

export function VpnConnectionDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne(useScope(), 'vpn-connection', id);
  // Brings the names that links on this page show.
  useNames(named);
  const actions = useVpnConnectionActions('detail');
  const { row } = one;
  const standard = useStandardTabs('vpn-connection', id, row);
  const leads = useConnectionLeads();
  const to = row && leads(row);
  return (
    <ResourceDetail
      family="vpn-connection"
      id={id}
      tab={tab}
      one={one}
      marks={
        row?.State === 'AVAILABLE' && to ? (
          <LedState family="vpn-connection" field="NetStatus" state={row.NetStatus} leads={to.leads} />
        ) : (
          row && <FieldValue family="vpn-connection" name="State" field={{ kind: 'text' }} value={row.State} />
        )
      }
      actions={actions.of}
      primary="edit"
      tabs={[
        standard.properties((connection) => ({
          above: (
            <>
              {to && (
                <LeadsNotice
                  to={to}
                  vpc={connection.VpcId}
                  route={{
                    DestinationCidrBlock: farBlocks(connection)[0] ?? '',
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
        })),
        { path: 'configuration', label: t('vpnConnection.configuration'), content: row && <Configuration row={row} /> },
        standard.references(),
      ]}
    />
  );
}
