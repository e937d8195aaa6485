/** How every documented refusal is provoked: an action or a refusal that has no entry is a compile error here. */
import type { actions } from '../../catalogue/index.ts';
import { accountCoverage } from './account.ts';
import { cdbInstanceCoverage } from './cdb-instance.ts';
import { cdnServiceCoverage } from './cdn-service.ts';
import { classicLinkCoverage } from './classic-link.ts';
import { customerGatewayCoverage } from './customer-gateway.ts';
import { directConnectGatewayCoverage } from './direct-connect-gateway.ts';
import { eipCoverage } from './eip.ts';
import { eniCoverage } from './eni.ts';
import { flowLogCoverage } from './flow-log.ts';
import { gaapProxyCoverage } from './gaap-proxy.ts';
import { natGatewayCoverage } from './nat-gateway.ts';
import { networkAclCoverage } from './network-acl.ts';
import { parameterTemplateCoverage } from './parameter-template.ts';
import { peeringCoverage } from './peering.ts';
import { routeTableCoverage } from './route-table.ts';
import { securityGroupCoverage } from './security-group.ts';
import type { CoverageOf } from './shape.ts';
import { subnetCoverage } from './subnet.ts';
import { taskCoverage } from './task.ts';
import { vpcCoverage } from './vpc.ts';
import { vpnConnectionCoverage } from './vpn-connection.ts';
import { vpnGatewayCoverage } from './vpn-gateway.ts';

export const coverage: CoverageOf<typeof actions> = {
  ...accountCoverage,
  ...cdbInstanceCoverage,
  ...cdnServiceCoverage,
  ...classicLinkCoverage,
  ...customerGatewayCoverage,
  ...directConnectGatewayCoverage,
  ...eipCoverage,
  ...eniCoverage,
  ...flowLogCoverage,
  ...gaapProxyCoverage,
  ...natGatewayCoverage,
  ...networkAclCoverage,
  ...parameterTemplateCoverage,
  ...peeringCoverage,
  ...routeTableCoverage,
  ...securityGroupCoverage,
  ...subnetCoverage,
  ...taskCoverage,
  ...vpcCoverage,
  ...vpnConnectionCoverage,
  ...vpnGatewayCoverage,
};
