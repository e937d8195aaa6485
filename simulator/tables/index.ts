/** Every table of the world. A table that is missing here can be neither kept nor restored. */
import type { AnySpec } from '../world/table.ts';
import { accountTable, counterTable, quotaTable, settingTable, speedTable } from './account.ts';
import { balanceTable } from './balance.ts';
import { databaseTable } from './cdb-instance.ts';
import { cdnCustomerTable, cdnServiceTable } from './cdn-service.ts';
import { classicInstanceTable, classicLinkTable } from './classic-link.ts';
import { customerGatewayTable } from './customer-gateway.ts';
import { directConnectGatewayTable, natAclTable, natRuleTable } from './direct-connect-gateway.ts';
import { dailyTable, eipTable } from './eip.ts';
import { eniTable } from './eni.ts';
import { flowLogTable } from './flow-log.ts';
import { proxyRegionTable, proxyTable, proxyTokenTable } from './gaap-proxy.ts';
import { addressTable, instanceTable } from './instance.ts';
import { natTable } from './nat-gateway.ts';
import { networkAclTable } from './network-acl.ts';
import { templateTable } from './parameter-template.ts';
import { peeringTable } from './peering.ts';
import { routesTable } from './route.ts';
import { routeTableTable } from './route-table.ts';
import { securityGroupTable } from './security-group.ts';
import { subnetTable } from './subnet.ts';
import { taskTable } from './task.ts';
import { vipTable, vpcTable } from './vpc.ts';
import { vpnConnectionTable } from './vpn-connection.ts';
import { vpnGatewayTable } from './vpn-gateway.ts';

export const allTables: readonly AnySpec[] = [
  accountTable,
  addressTable,
  balanceTable,
  cdnCustomerTable,
  cdnServiceTable,
  classicInstanceTable,
  classicLinkTable,
  counterTable,
  customerGatewayTable,
  dailyTable,
  databaseTable,
  directConnectGatewayTable,
  natAclTable,
  natRuleTable,
  eipTable,
  eniTable,
  flowLogTable,
  instanceTable,
  natTable,
  networkAclTable,
  peeringTable,
  proxyRegionTable,
  proxyTable,
  proxyTokenTable,
  quotaTable,
  routeTableTable,
  routesTable,
  securityGroupTable,
  settingTable,
  speedTable,
  subnetTable,
  taskTable,
  templateTable,
  vipTable,
  vpcTable,
  vpnConnectionTable,
  vpnGatewayTable,
];
