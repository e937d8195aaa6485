/** How long a request may still be accepted (15031: seven days, counted from when it was asked for). */
import { readCloudTime } from '../../i18n/index.ts';
import type { Peering } from './sides.ts';

const openFor = 7 * 24 * 3_600_000;

export const states = { asked: 0, active: 1, expired: 2, rejected: 3, gone: 4 } as const;

/**
 * When a waiting request expires; null when it does not wait, or when that is not told: a request that was asked for again
 * after it expired keeps its old time of creation.
 */
export function expiryOf(row: Pick<Peering, 'state' | 'createTime'>, now: number): Date | null {
  const asked = row.state === states.asked ? readCloudTime(row.createTime) : null;
  if (!asked) return null;
  const end = asked.getTime() + openFor;
  return end > now ? new Date(end) : null;
}
