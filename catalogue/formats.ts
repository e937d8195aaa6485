/** The shapes of text that have a name of their own, and how each is recognised. */
import { parseAddress, parseCidr } from './address.ts';
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

/** An IPv6 address or block, zone names left out; its own reader, since the whole parser (address6.ts) is too heavy for a form. */
export function isIpv6Block(value: string): boolean {
  const [address = '', length, more] = value.split('/');
  if (more !== undefined || (length !== undefined && !/^(?:\d{1,2}|1[01]\d|12[0-8])$/.test(length))) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1)?.at(-1) ?? '';
  // An IPv4 address may stand for the last two groups.
  const dotted = last.includes('.');
  if (dotted && parseAddress(last) === null) return false;
  const all = groups.flat();
  const hex = dotted ? all.slice(0, -1) : all;
  if (!hex.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  const count = hex.length + (dotted ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

export const formats: Record<TextFormat, (value: string) => boolean> = {
  'word-name': (value) => /^[\p{Script=Han}\w-]+$/u.test(value),
  'address-or-range': isAddressOrRange,
  service: (value) => {
    const [protocol, port, more] = value.split(':');
    if (more !== undefined || !/^(?:tcp|udp|icmp|gre)$/i.test(protocol ?? '')) return false;
    return port === undefined ? !/^(?:tcp|udp)$/i.test(protocol ?? '') : isPort(port.trim());
  },
  port: isPort,
  'ipv6-block': isIpv6Block,
};

export const formatIssues: Record<TextFormat, Issue> = {
  'word-name': 'not-a-word-name',
  'address-or-range': 'not-address-or-range',
  service: 'not-a-service',
  port: 'not-a-port',
  'ipv6-block': 'not-ipv6',
};

/** "2018-04-25 10:26:26", the same with a T and a zone, or the day alone. */
export const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value);
