/** The families that the server lets through and the simulator answers: one line each. */
export * as eip from './eip.ts';
export * as eni from './eni.ts';
export * as routeTable from './route-table.ts';
export * as subnet from './subnet.ts';
export * as task from './task.ts';
export * as vpc from './vpc.ts';
