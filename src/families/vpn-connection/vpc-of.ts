import { createContext, use } from 'react';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { useList } from '../../api/query.ts';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';

/** The VPC of the connection that is edited; new ones belong to that of their gateway. */
export const EditedVpc = createContext<string | undefined>(undefined);

/** The VPC that a connection's form is about. */
export function useVpcOf(values: FormValues): Vpc | undefined {
  const scope = useScope();
  const gateways = useList(scope, 'vpn-gateway');
  const vpcs = useList(scope, 'vpc');
  const gateway = gateways.rows.find(({ VpnGatewayId }) => VpnGatewayId === values.VpnGatewayId);
  const edited = use(EditedVpc);
  const vpcId = gateway?.VpcId ?? edited;
  return vpcs.rows.find(({ VpcId }) => VpcId === vpcId);
}
