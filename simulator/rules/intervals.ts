/** Texts that stand for runs of addresses or ports, and whether two of them meet. */
import { cidrOrNull, parseAddress, parseCidr, sizeOf } from '../../catalogue/address.ts';

/** First and last, both included. */
type Interval = readonly [first: number, last: number];

const anyAddress: Interval = [0, sizeOf(0) - 1];
const anyPort: Interval = [0, 65_535];

export const meet = (a: Interval, b: Interval): boolean => a[0] <= b[1] && b[0] <= a[1];
export const same = (a: Interval, b: Interval): boolean => a[0] === b[0] && a[1] === b[1];
export const within = (outer: Interval, inner: Interval): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** "10.0.0.1", "10.0.0.1-10.0.0.9", "10.0.0.2/18" with its host bits let fall; "" is every address. */
export function addressesIn(text: string): Interval {
  if (text === '') return anyAddress;
  if (text.includes('/')) {
    const reading = parseCidr(text);
    const block = reading.ok ? reading.cidr : cidrOrNull(reading.nearest ?? '');
    if (block) return [block.base, block.base + sizeOf(block.prefix) - 1];
  }
  const [from = '', to = from] = text.split('-');
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (first === null || last === null) throw new Error(`"${text}" stands for no addresses, and was let through`);
  return [first, last];
}

/** "80", "80-90", "80,443"; "", "0", "0-0" and "all" are every port (13211). */
function portsIn(text: string): readonly Interval[] {
  if (['', '0', '0-0', 'all'].includes(text.toLowerCase())) return [anyPort];
  return text.split(',').map((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return [first, last];
  });
}

export const portsMeet = (a: string, b: string): boolean => portsIn(a).some((one) => portsIn(b).some((other) => meet(one, other)));
