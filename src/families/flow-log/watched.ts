import type { Family } from '../../../catalogue/define.ts';

/** What a flow log can watch (19603), by the API's word for it. */
const watchable = { VPC: 'vpc', SUBNET: 'subnet', NETWORKINTERFACE: 'eni' } as const;

const isWatchable = (type: unknown): type is keyof typeof watchable => typeof type === 'string' && Object.hasOwn(watchable, type);

export const familyOfType = (type: string): Family => (isWatchable(type) ? watchable[type] : 'vpc');

/** One resource has so many flow logs at most (19592). */
export const mostPerResource = 2;
