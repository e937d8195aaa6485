import type { ReactNode } from 'react';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { usableIn } from '../../lib/addresses.ts';
import { Meter } from '../../ui/parts.tsx';

/** Below this share of free addresses a subnet is running out. */
const scarce = 0.1;

/** Addresses of a subnet in use, and whether few are left. */
export function addressUsageOf(subnet: Pick<Subnet, 'CidrBlock' | 'AvailableIpAddressCount'>): {
  used: number;
  usable: number;
  meaning: 'danger' | 'warning' | 'neutral';
} {
  const usable = usableIn(subnet.CidrBlock);
  const used = Math.max(0, usable - subnet.AvailableIpAddressCount);
  const free = usable > 0 ? subnet.AvailableIpAddressCount / usable : 1;
  return { used, usable, meaning: subnet.AvailableIpAddressCount === 0 ? 'danger' : free < scarce ? 'warning' : 'neutral' };
}

/** How much of a subnet is in use. No component of its own: it stands in every row of the list. */
export function usageMeter(subnet: Subnet, t: Translate): ReactNode {
  const { used, usable, meaning } = addressUsageOf(subnet);
  return <Meter label={t('subnet.usedOf', { cidr: subnet.CidrBlock })} used={used} total={usable} meaning={meaning} />;
}
