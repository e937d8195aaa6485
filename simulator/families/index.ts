/** Every family's handlers. An action of the catalogue without one is a compile error here. */
import type { ActionName } from '../../catalogue/index.ts';
import type { Handlers } from '../call.ts';
import { accountHandlers } from './account/index.ts';
import { cdbInstanceHandlers } from './cdb-instance/index.ts';
import { cdnServiceHandlers } from './cdn-service/index.ts';
import { classicLinkHandlers } from './classic-link/index.ts';
import { customerGatewayHandlers } from './customer-gateway/index.ts';
import { directConnectGatewayHandlers } from './direct-connect-gateway/index.ts';
import { eipHandlers } from './eip/index.ts';
import { eniHandlers } from './eni/index.ts';
import { flowLogHandlers } from './flow-log/index.ts';
import { gaapProxyHandlers } from './gaap-proxy/index.ts';
import { natGatewayHandlers } from './nat-gateway/index.ts';
import { networkAclHandlers } from './network-acl/index.ts';
import { parameterTemplateHandlers } from './parameter-template/index.ts';
import { peeringHandlers } from './peering/index.ts';
import { routeTableHandlers } from './route-table/index.ts';
import { securityGroupHandlers } from './security-group/index.ts';
import { subnetHandlers } from './subnet/index.ts';
import { taskHandlers } from './task/index.ts';
import { vpcHandlers } from './vpc/index.ts';
import { vpnConnectionHandlers } from './vpn-connection/index.ts';
import { vpnGatewayHandlers } from './vpn-gateway/index.ts';

export const handlers = {
  ...vpcHandlers,
  ...subnetHandlers,
  ...routeTableHandlers,
  ...eniHandlers,
  ...eipHandlers,
  ...securityGroupHandlers,
  ...parameterTemplateHandlers,
  ...networkAclHandlers,
  ...flowLogHandlers,
  ...customerGatewayHandlers,
  ...accountHandlers,
  ...vpnGatewayHandlers,
  ...peeringHandlers,
  ...natGatewayHandlers,
  ...classicLinkHandlers,
  ...vpnConnectionHandlers,
  ...cdnServiceHandlers,
  ...cdbInstanceHandlers,
  ...gaapProxyHandlers,
  ...directConnectGatewayHandlers,
  ...taskHandlers,
} satisfies Handlers<ActionName>;
