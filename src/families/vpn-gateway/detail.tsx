import type { VpnGateway } from '../../../catalogue/families/vpn-gateway.ts';
import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { type Parent, useContainedList } from '../../kit/contained.tsx';
import { Properties } from '../../kit/detail/properties.tsx';
import { References } from '../../kit/detail/references.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { FieldValue } from '../../kit/field-value.tsx';
import { usePlace } from '../../lib/place.ts';
import { segments } from '../../paths.ts';
import { CloudTime } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { Contained } from '../contained.tsx';
import { useVpnGatewayActions } from './actions.tsx';
import { Term } from './columns.tsx';

export function VpnGatewayDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne<VpnGateway>(usePlace(), 'vpn-gateway', id);
  const parent: Parent = { family: 'vpn-gateway', id };
  const connections = useContainedList('vpn-connection', parent, one.row !== null);
  const actions = useVpnGatewayActions('detail');
  const { row } = one;
  return (
    <ResourceDetail
      family="vpn-gateway"
      id={id}
      tab={tab}
      one={one}
      marks={row && <FieldValue family="vpn-gateway" name="State" field={{ kind: 'text' }} value={row.State} />}
      actions={row ? actions.of(row) : []}
      primary={row?.InstanceChargeType === 'PREPAID' ? 'renew' : 'resize'}
      tabs={[
        {
          path: '',
          label: t('kit.properties'),
          content: row && (
            <>
              <Warnings row={row} />
              <Properties
                family="vpn-gateway"
                title={t('kit.properties')}
                row={row}
                draw={{
                  ExpiredTime:
                    row.InstanceChargeType === 'PREPAID' ? (
                      <>
                        <CloudTime value={row.ExpiredTime} />
                        <span className="text-muted">
                          (<Term row={row} />)
                        </span>
                      </>
                    ) : (
                      <span className="text-muted">{t('vpnGateway.noTerm')}</span>
                    ),
                }}
              />
            </>
          ),
        },
        {
          path: segments['vpn-connection'],
          label: t('vpnGateway.tunnels'),
          count: connections.complete ? connections.rows.length : undefined,
          content: <Contained family="vpn-connection" parent={parent} />,
        },
        { path: 'references', label: t('kit.references'), content: row && <References family="vpn-gateway" id={id} row={row} /> },
      ]}
    />
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
