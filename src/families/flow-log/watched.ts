import type { Family } from '../../../catalogue/define.ts';

/** What a flow log can watch (19603; the gateways in today's API), by the API's word for it. */
const watchable = {
  VPC: 'vpc',
  SUBNET: 'subnet',
  NETWORKINTERFACE: 'eni',
  CCN: 'ccn',
  NAT: 'nat-gateway',
  DCG: 'direct-connect-gateway',
} as const;

const isWatchable = (type: unknown): type is keyof typeof watchable => typeof type === 'string' && Object.hasOwn(watchable, type);

/** Null for what the documents do not name: today a cloud connect network or a gateway may be watched too. */
export const familyOfType = (type: string): Family | null => (isWatchable(type) ? watchable[type] : null);

/** One resource has so many flow logs at most (19592). */
export const mostPerResource = 2;
