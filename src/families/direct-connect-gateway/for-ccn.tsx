/** A gateway of the CCN kind: it is made by itself, and then attached to a CCN as a VPC is. */
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { given } from '../../kit/form/given.ts';
import { Notice } from '../../ui/status.tsx';

export function CreateForCcn() {
  const t = useT();
  return (
    <CreateForm
      family="direct-connect-gateway"
      operation="createForCcn"
      fields={['DirectConnectGatewayName']}
      derived={() => given({ NetworkType: 'CCN', GatewayType: 'NORMAL' })}
      title={t('directConnectGateway.createForCcn')}
      note={() => <Notice meaning="neutral" title={t('directConnectGateway.attachThen')} />}
    />
  );
}
