/** The shapes of text that have a name of their own, and how each is recognised. */
import { parseAddress, parseCidr } from './address.ts';
import { parseAddress6, rangeOfIpv6 } from './address6.ts';
import type { TextFormat } from './define.ts';
import type { Issue } from './issues.ts';

const portList = /^(?:all|\d{1,5}(?:-\d{1,5}|(?:,\d{1,5})*))$/i;

/** "80", "80,443", "8000-8010" or "all", each port from 0 to 65535 and ranges in order. */
function isPort(value: string): boolean {
  if (!portList.test(value)) return false;
  const ports = value.match(/\d+/g)?.map(Number) ?? [];
  return ports.every((port) => port <= 65535) && (!value.includes('-') || (ports[0] as number) <= (ports[1] as number));
}

function isAddressOrRange(value: string): boolean {
  if (value.includes('/')) {
    const reading = parseCidr(value);
    // The documents' own sample has host bits set ("10.0.0.2/16", 15906): the cloud takes them.
    return reading.ok || reading.problem === 'host-bits';
  }
  const [from, to, more] = value.split('-');
  const first = parseAddress(from ?? '');
  if (first === null || more !== undefined) return false;
  if (to === undefined) return true;
  const last = parseAddress(to);
  return last !== null && first <= last;
}

function isIpOrRange(value: string): boolean {
  if (!value.includes(':')) return isAddressOrRange(value);
  const [from = '', to, more] = value.split('-');
  if (to === undefined) return rangeOfIpv6(value) !== null;
  const [first, last] = [parseAddress6(from), parseAddress6(to)];
  return more === undefined && first !== null && last !== null && first <= last;
}

export const formats: Record<TextFormat, (value: string) => boolean> = {
  'word-name': (value) => /^[\p{Script=Han}\w-]+$/u.test(value),
  'address-or-range': isAddressOrRange,
  'ip-or-range': isIpOrRange,
  service: (value) => {
    const [protocol, port, more] = value.split(':');
    if (more !== undefined || !/^(?:tcp|udp|icmp|gre)$/i.test(protocol ?? '')) return false;
    return port === undefined ? !/^(?:tcp|udp)$/i.test(protocol ?? '') : isPort(port.trim());
  },
  port: isPort,
  'ipv6-block': (value) => rangeOfIpv6(value) !== null,
};

export const formatIssues: Record<TextFormat, Issue> = {
  'word-name': 'not-a-word-name',
  'address-or-range': 'not-address-or-range',
  'ip-or-range': 'not-address-or-range',
  service: 'not-a-service',
  port: 'not-a-port',
  'ipv6-block': 'not-ipv6',
};

/** "2018-04-25 10:26:26", the same with a T and a zone, or the day alone. */
export const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value);
