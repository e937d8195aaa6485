/** Families that are described, but that the simulator does not answer yet. To serve one, move its line to `served.ts`. */
export * as account from './account.ts';
export * as classicLink from './classic-link.ts';
export * as customerGateway from './customer-gateway.ts';
export * as eip from './eip.ts';
export * as eni from './eni.ts';
export * as securityGroup from './security-group.ts';
export * as vpnConnection from './vpn-connection.ts';
export * as vpnGateway from './vpn-gateway.ts';
