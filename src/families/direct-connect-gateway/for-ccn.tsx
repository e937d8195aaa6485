/** Gateways of the CCN kind: each is made by itself, and then attached to a CCN as a VPC is; how it publishes routes can be changed. */
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import { Notice } from '../../ui/status.tsx';
import { isOfCcn } from './where.tsx';

export function CreateForCcn() {
  const t = useT();
  return (
    <CreateForm
      family="direct-connect-gateway"
      operation="createForCcn"
      fields={['DirectConnectGatewayName', 'ModeType', 'GatewayAsn', 'Zone', 'HaZoneGroupId']}
      derived={() => paramValues({ NetworkType: 'CCN', GatewayType: 'NORMAL' })}
      title={t('directConnectGateway.createForCcn')}
      note={() => <Notice meaning="neutral" title={t('directConnectGateway.attachThen')} />}
    />
  );
}

/** What those of the CCN kind have besides: the documents' action has no such names, and forms of its accounts leave them out. */
const ofCcn = ['ccnRouteType', 'modeType'] as const;

export function EditGateway({ id }: { readonly id: string }) {
  return (
    <OnePanel family="direct-connect-gateway" id={id}>
      {(row) => (
        <EditForm
          family="direct-connect-gateway"
          id={id}
          fields={isOfCcn(row) ? ['directConnectGatewayName', ...ofCcn] : ['directConnectGatewayName']}
          fixedFrom={(gateway) => paramValues({ vpcId: gateway.unVpcId })}
        />
      )}
    </OnePanel>
  );
}
