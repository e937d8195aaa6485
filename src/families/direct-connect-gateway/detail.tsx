import type { ComponentProps } from 'react';
import type { TabOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import type { DetailTab } from '../../kit/detail/resource-detail.tsx';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useLacking } from '../../kit/words.ts';
import { LedOnly, useLeads } from '../../network-model/leads.tsx';
import { LeadsNotice } from '../../network-model/leads-notice.tsx';
import { Badge, Notice } from '../../ui/status.tsx';
import { InCcns, useCcnReferrers } from '../in-ccns.tsx';
import { ruleKinds } from './rules.ts';
import { RulesTab } from './rules-tab.tsx';
import { ccnOf, isOfCcn, Where } from './where.tsx';

/** The translations of one kind, or why the account has none. */
function Translations(props: ComponentProps<typeof RulesTab>) {
  const reason = useLacking('direct-connect-gateway')(`list${props.kind.key}s`);
  return reason === undefined ? <RulesTab {...props} /> : <Notice meaning="neutral" title={reason} />;
}

const named = ['vpc'] as const;

export const useGatewayDetail: UseDetail<'direct-connect-gateway'> = ({ id, row, standard }) => {
  const t = useT();
  // Brings the names that links on this page show.
  useNames(named);
  const leads = useLeads('direct-connect-gateway');
  const ccns = useCcnReferrers(id);
  const ofCcn = row !== null && row !== undefined && isOfCcn(row);
  const to = row && !ofCcn && leads({ vpc: row.unVpcId, gateway: row.directConnectGatewayId });
  const rules: DetailTab<TabOf<'direct-connect-gateway'>>[] =
    row?.type === 1
      ? ruleKinds.map((kind) => ({
          path: kind.tab,
          label: t(`directConnectGateway.kind.${kind.key}`),
          count: typeof row[kind.count] === 'number' ? Number(row[kind.count]) : undefined,
          content: <Translations key={kind.key} gateway={row} kind={kind} />,
        }))
      : [];
  return exactly({
    primary: 'edit',
    marks: row && (
      <>
        {to && <LedOnly leads={to.leads} />}
        {row.type === 1 && <Badge>NAT</Badge>}
        <Where row={row} />
        {!ofCcn && <MapLink vpc={row.unVpcId} at={`hop:DIRECTCONNECT:${row.directConnectGatewayId}`} />}
      </>
    ),
    tabs: [
      standard.properties((gateway) =>
        exactly({
          without: isOfCcn(gateway) ? ['vpcName', 'vpcId', 'unVpcId'] : ['vpcName'],
          below: ofCcn && <InCcns type="DIRECTCONNECT" id={gateway.directConnectGatewayId} />,
          above: ofCcn
            ? ccnOf(gateway) === '' && <Notice meaning="neutral" title={t('directConnectGateway.attachThen')} />
            : to && (
                <LeadsNotice
                  to={to}
                  vpc={gateway.unVpcId}
                  route={{ DestinationCidrBlock: '', GatewayType: 'DIRECTCONNECT', GatewayId: gateway.directConnectGatewayId }}
                />
              ),
        }),
      ),
      ...rules,
      standard.references(undefined, ofCcn ? ccns : undefined),
    ],
  });
};
