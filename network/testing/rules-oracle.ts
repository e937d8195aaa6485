/**
 * A second, naive reading of rules for the tests: one packet at a time, bit masks on strings, no shared code with the
 * engine. Generated rules live in 10.9.8.0/28, fd00::/124 and ports 0 to 7, so that every packet that can matter can be walked.
 */
import fc from 'fast-check';
import type { Packet } from '../packets/packet-set.ts';
import type { Protocol } from '../packets/services.ts';
import type { Action, PlainRule } from '../rules/rule.ts';

const isIpv6 = (address: string): boolean => address.includes(':');

/** Bits of either family; of the IPv6 addresses of this file only, which have "::" and at most one group after it. */
function bitsOf(address: string): string {
  if (!isIpv6(address)) {
    return address
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('');
  }
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [head = '', tail = ''] = address.split('::');
  const zeros = Array<string>(8 - groups(head).length - groups(tail).length).fill('0');
  return [...groups(head), ...zeros, ...groups(tail)].map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

/** The texts are few and asked for again and again: the naive answers are kept. */
function remember(answer: (text: string, value: string) => boolean): (text: string, value: string) => boolean {
  const known = new Map<string, boolean>();
  return (text, value) => {
    const key = `${text} ${value}`;
    const answered = known.get(key) ?? answer(text, value);
    known.set(key, answered);
    return answered;
  };
}

const addressMatches = remember((cidr, address) => {
  if (cidr.toLowerCase() === 'all') return !isIpv6(address);
  if (isIpv6(cidr) !== isIpv6(address)) return false;
  if (cidr.includes('-')) {
    const [from = '', to = ''] = cidr.split('-').map(bitsOf);
    return from <= bitsOf(address) && bitsOf(address) <= to;
  }
  const [base = '', length = '128'] = cidr.split('/');
  if (base === '0.0.0.0' && cidr.includes('/')) return true;
  return bitsOf(base).slice(0, Number(length)) === bitsOf(address).slice(0, Number(length));
});

const portMatches = remember((text, port) => {
  if (text.toLowerCase() === 'all') return true;
  return text.split(',').some((part) => {
    const [low = '', high = low] = part.split('-');
    return Number(low) <= Number(port) && Number(port) <= Number(high);
  });
});

export function ruleMatches(rule: PlainRule, packet: Packet): boolean {
  if (rule.protocol !== 'ALL' && rule.protocol !== packet.protocol) return false;
  if (!addressMatches(rule.cidr, packet.address)) return false;
  return packet.port === undefined || portMatches(rule.port, String(packet.port));
}

export function walk(rules: readonly PlainRule[], packet: Packet): { action: Action; rule: number | null } {
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    if (rule && ruleMatches(rule, packet)) return { action: rule.action, rule: index };
  }
  return { action: 'DROP', rule: null };
}

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'ICMP', 'GRE', 'ICMPv6'];
const addresses = [
  ...['9.0.0.1', ...Array.from({ length: 16 }, (_, last) => `10.9.8.${last}`), '8.8.4.4'],
  ...['2400::1', 'fd12::9', ...Array.from({ length: 4 }, (_, last) => `fd00::${last}`)],
];
const ports = [0, 1, 2, 3, 4, 5, 6, 7, 40_000];

/** Every packet that a generated rule could tell apart. */
export const allPackets: readonly Packet[] = protocols.flatMap((protocol) =>
  addresses.flatMap((address): Packet[] => {
    if (isIpv6(address) ? protocol === 'ICMP' : protocol === 'ICMPv6') return [];
    return protocol === 'TCP' || protocol === 'UDP' ? ports.map((port) => ({ protocol, address, port })) : [{ protocol, address }];
  }),
);

const last = fc.integer({ min: 0, max: 15 });
const port = fc.integer({ min: 0, max: 7 });
const range = (of: fc.Arbitrary<number>) => fc.tuple(of, of).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const cidr = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('0.0.0.0/0', '0.0.0.0/8', '0.0.0.0/31', 'ALL', '10.9.8.0/28') },
  {
    weight: 6,
    arbitrary: fc.tuple(last, fc.integer({ min: 28, max: 32 })).map(([value, prefix]) => {
      const size = 2 ** (32 - prefix);
      return `10.9.8.${value - (value % size)}/${prefix}`;
    }),
  },
  { weight: 1, arbitrary: last.map((value) => `10.9.8.${value}/29`) },
  { weight: 2, arbitrary: last.map((value) => `10.9.8.${value}`) },
  { weight: 2, arbitrary: range(last).map(([from, to]) => `10.9.8.${from}-10.9.8.${to}`) },
  { weight: 2, arbitrary: fc.constantFrom('::/0', 'fd00::/8', 'fd00::/127', 'fd00::2', 'fd00::1-fd00::2', 'fd00::3/126') },
);

const portText = fc.oneof(
  fc.constantFrom('ALL', 'all', '0-65535', '8-65535'),
  port.map(String),
  range(port).map(([from, to]) => `${from}-${to}`),
  fc.tuple(port, range(port)).map(([one, [from, to]]) => `${one},${from}-${to}`),
);

/** What `walk` answers to each of `allPackets`, in their order. */
export const walkAll = (rules: readonly PlainRule[]) => allPackets.map((packet) => walk(rules, packet));

export const anyRule: fc.Arbitrary<PlainRule> = fc.record({
  action: fc.constantFrom<Action>('ACCEPT', 'DROP'),
  protocol: fc.constantFrom<PlainRule['protocol']>('TCP', 'UDP', 'ICMP', 'GRE', 'ICMPv6', 'ALL', 'ALL'),
  port: portText,
  cidr,
});

export const anyRules = (maxLength = 8): fc.Arbitrary<PlainRule[]> => fc.array(anyRule, { maxLength, size: 'max' });
