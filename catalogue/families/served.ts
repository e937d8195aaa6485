/** The families that the server lets through and the simulator answers: one line each. */
export * as account from './account.ts';
export * as classicLink from './classic-link.ts';
export * as customerGateway from './customer-gateway.ts';
export * as eip from './eip.ts';
export * as eni from './eni.ts';
export * as flowLog from './flow-log.ts';
export * as natGateway from './nat-gateway.ts';
export * as networkAcl from './network-acl.ts';
export * as parameterTemplate from './parameter-template.ts';
export * as peering from './peering.ts';
export * as routeTable from './route-table.ts';
export * as securityGroup from './security-group.ts';
export * as subnet from './subnet.ts';
export * as task from './task.ts';
export * as vpc from './vpc.ts';
export * as vpnConnection from './vpn-connection.ts';
export * as vpnGateway from './vpn-gateway.ts';
