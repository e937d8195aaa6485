/** What VPN gateways cost, in yuan. The samples tell three figures (4766, 4793, 4858); the others follow their pattern. */
import type { ResultOf } from '../../../catalogue/index.ts';

/** By Mbps: the month of a prepaid gateway, the hour of one that is paid by the hour. */
const table: Readonly<Record<number, { readonly month: number; readonly hour: number }>> = {
  5: { month: 380, hour: 0.48 },
  10: { month: 700, hour: 0.89 },
  20: { month: 1340, hour: 1.7 },
  50: { month: 3260, hour: 4.13 },
  100: { month: 6460, hour: 8.19 },
  // Today's, by the same pattern.
  200: { month: 12_860, hour: 16.29 },
  500: { month: 32_060, hour: 40.59 },
  1000: { month: 64_060, hour: 81.09 },
  3000: { month: 192_060, hour: 243.09 },
};

/** A gigabyte of traffic, for gateways that are paid by the hour. */
const gigabyte = 0.8;

type Price = ResultOf<'vpc:InquiryPriceCreateVpnGateway'>['Price'];

function rates(bandwidth: number): { readonly month: number; readonly hour: number } {
  const found = table[bandwidth];
  if (!found) throw new Error(`no VPN gateway of ${bandwidth} Mbps is sold`);
  return found;
}

const once = (amount: number): Price => ({ InstancePrice: { OriginalPrice: amount, DiscountPrice: amount } });

/** So many months in advance. */
export const prepaidAmount = (bandwidth: number, months: number): number => rates(bandwidth).month * months;
export const prepaidPrice = (bandwidth: number, months: number): Price => once(prepaidAmount(bandwidth, months));

/** By the hour, and by the gigabyte. */
export const hourlyPrice = (bandwidth: number): Price => ({
  InstancePrice: { UnitPrice: rates(bandwidth).hour, ChargeUnit: 'HOUR' },
  BandwidthPrice: { UnitPrice: gigabyte, ChargeUnit: 'GB' },
});

const monthMs = 30 * 24 * 3600 * 1000;

/** The dearer bandwidth for what is left of the term, in months of thirty days. */
export function upgradePrice(from: number, to: number, leftMs: number): Price {
  const amount = ((rates(to).month - rates(from).month) * leftMs) / monthMs;
  return once(Math.round(amount * 100) / 100);
}
