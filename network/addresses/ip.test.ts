import { containsCidr, overlapCidr } from 'cidr-tools';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareIps,
  countOfIps,
  familyOf,
  formatIp,
  formatIpBlock,
  holdsIp,
  type IpBlock,
  includesIps,
  ipAfter,
  ipBlockAt,
  ipBlockOf,
  meetIps,
  parseIp,
  parseIpBlock,
} from './ip.ts';

/** Blocks of both families that meet often: few bases, every length. */
const texts = fc.oneof(
  fc
    .tuple(fc.constantFrom(10, 11, 0), fc.nat(3), fc.nat(255), fc.integer({ min: 0, max: 32 }))
    .map(([a, b, c, prefix]) => [`${a}.${b}.0.${c}`, prefix] as const),
  fc
    .tuple(fc.constantFrom('2402', '2001', '0'), fc.nat(3), fc.nat(65_535), fc.integer({ min: 0, max: 128 }))
    .map(([a, b, c, prefix]) => [`${a}:${b}::${c.toString(16)}`, prefix] as const),
);

/** The block that an address lies in, by division alone. */
const block = texts.map(([text, prefix]): IpBlock => {
  const address = parseIp(text) ?? 0;
  if (typeof address === 'number') {
    const from = address - (address % 2 ** (32 - prefix));
    return { from, to: from + 2 ** (32 - prefix) - 1, prefix };
  }
  const from = address - (address % 2n ** BigInt(128 - prefix));
  return { from, to: from + 2n ** BigInt(128 - prefix) - 1n, prefix };
});

describe('addresses of both families', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(block, (one) => {
        expect(parseIpBlock(formatIpBlock(one))).toEqual(one);
        expect(parseIp(formatIp(one.to))).toBe(one.to);
        expect(familyOf(one.from)).toBe(formatIp(one.from).includes(':') ? 'IPv6' : 'IPv4');
      }),
    );
  });

  it('lie in blocks, meet and part as cidr-tools says', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        const [left, right] = [formatIpBlock(a), formatIpBlock(b)];
        expect([left, right, meetIps(a, b)]).toEqual([left, right, overlapCidr(left, right)]);
        expect([left, right, includesIps(a, b)]).toEqual([left, right, containsCidr(left, right)]);
        expect(holdsIp(a, b.from)).toBe(containsCidr(left, formatIp(b.from)));
      }),
      { numRuns: 1000 },
    );
  });

  it('have an order, neighbours and a number', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        const other = familyOf(a.from) !== familyOf(b.from);
        expect(compareIps(a.from, b.from)).toBe(-compareIps(b.from, a.from) + 0);
        if (other) expect(compareIps(a.from, b.from)).toBe(familyOf(a.from) === 'IPv4' ? -1 : 1);
        expect(formatIp(ipAfter(a.from))).toBe(formatIp(typeof a.from === 'bigint' ? a.from + 1n : a.from + 1));
        expect(ipBlockAt(a.to, a.prefix)).toEqual(a);
        expect(countOfIps(a)).toBe(2 ** ((familyOf(a.from) === 'IPv4' ? 32 : 128) - a.prefix));
      }),
    );
  });

  it('are never of two families', () => {
    expect([
      holdsIp(ipBlockOf('::/0'), 10),
      holdsIp(ipBlockOf('0.0.0.0/0'), 10n),
      meetIps(ipBlockOf('::/0'), ipBlockOf('0.0.0.0/0')),
    ]).toEqual([false, false, false]);
  });

  it('are no blocks without a length, nor with host bits', () => {
    expect(['10.0.0.1', '10.0.0.1/8', '2001:db8::1', '2001:db8::1/32', 'ten', ''].map(parseIpBlock)).toEqual(Array(6).fill(null));
    expect(() => ipBlockOf('2001:db8::1/32')).toThrow('"2001:db8::1/32" is not a CIDR block');
  });
});
