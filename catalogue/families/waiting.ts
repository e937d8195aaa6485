/** Families that are described, but that the simulator does not answer yet. To serve one, move its line to `served.ts`. */
export * as account from './account.ts';
export * as classicLink from './classic-link.ts';
export * as eip from './eip.ts';
export * as eni from './eni.ts';
export * as securityGroup from './security-group.ts';
