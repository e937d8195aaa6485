/** What is asked, as the URL of the page has it. Pure. */
import type { Protocol } from '../../../network/packets/services.ts';

export interface ReachabilityQuery {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: string;
}

/** The end that is every public address. */
export const internet = 'internet';
/** The same of IPv6 alone. */
export const internet6 = 'internet6';
export const isInternet = (end: string): boolean => end === internet || end === internet6;

export const protocols = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE'] as const satisfies readonly Protocol[];
export const hasPorts = (protocol: Protocol): boolean => protocol === 'TCP' || protocol === 'UDP';
export const portOf = (text: string): number | null => (/^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : null);

const protocolIn = (text: string | null): Protocol => protocols.find((one) => one.toUpperCase() === text?.toUpperCase()) ?? 'TCP';

export const askedIn = (search: URLSearchParams): ReachabilityQuery => ({
  from: search.get('from') ?? '',
  to: search.get('to') ?? '',
  protocol: protocolIn(search.get('protocol')),
  port: search.get('port') ?? '443',
});
