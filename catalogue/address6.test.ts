import fc from 'fast-check';
import { Address6 } from 'ip-address';
import { describe, expect, it } from 'vitest';
import { canonicalIpv6, formatAddress6, isBlockOfIpv6, lastAddress6, parseAddress6, prefixOfIpv6, rangeOfIpv6 } from './address6.ts';

/** Few groups other than zero, so that runs of zeros of every length and place come up. */
const anyAddress6 = fc
  .array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 0xffffn })), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.reduce((value, group) => value * 65_536n + group, 0n));

const group = fc.constantFrom('0', '1', 'db8', '2001', 'FFFF', '00a', '', '12345', 'g');
const odd = fc
  .tuple(
    fc.array(group, { maxLength: 9 }),
    fc.constantFrom('', '::', ':', '10.0.0.1', '10.0.0.256', '10.0.0.1.2', '010.0.0.1', '%eth0'),
    fc.constantFrom('', '/0', '/64', '/128', '/129', '/x', '/', '/064'),
  )
  .map(([groups, tail, length]) => `${groups.join(':')}${tail}${length}`);
const text6 = fc.oneof(
  fc.ipV6(),
  fc.ipV6().map((text) => `${text}/48`),
  odd,
);

/** What `ip-address` makes of a text, but for what we refuse on purpose: zones, lengths with a zero before them. */
function byLibrary(text: string): { from: bigint; to: bigint; prefix: number } | null {
  if (!text.includes(':') || text.includes('%') || /\/(?:0\d|$)/.test(text) || !Address6.isValid(text)) return null;
  const block = new Address6(text);
  return { from: block.startAddress().bigInt(), to: block.endAddress().bigInt(), prefix: block.subnetMask };
}

describe('IPv6 text', () => {
  it('is read as ip-address reads it', () => {
    fc.assert(
      fc.property(text6, (text) => {
        const expected = byLibrary(text);
        const range = rangeOfIpv6(text);
        expect([text, range && { ...range, prefix: prefixOfIpv6(text) }]).toEqual([text, expected]);
        const isAddress = !text.includes('/');
        expect([text, parseAddress6(text)]).toEqual([text, expected && isAddress ? expected.from : null]);
        const bare = expected && new Address6(text.replace(/\/.*/, '')).bigInt();
        expect([text, isBlockOfIpv6(text)]).toEqual([text, expected !== null && bare === expected.from]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is written in the shortest form, and read back', () => {
    fc.assert(
      fc.property(anyAddress6, (address) => {
        expect(formatAddress6(address)).toBe(Address6.fromBigInt(address).correctForm());
        expect(parseAddress6(formatAddress6(address))).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });

  // The examples of RFC 5952, sections 2 and 4.
  it.each([
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:DB8::AAAA', '2001:db8::aaaa'],
    ['::', '::'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ])('%s is %s', (written, canonical) => {
    expect(canonicalIpv6(written)).toBe(canonical);
  });

  it.each([
    '',
    ':',
    ':::',
    '1',
    '10.0.0.1',
    '1::2::3',
    '::1.2.3',
    '::1.2.3.256',
    'fe80::1%eth0',
    '::/129',
    '::/064',
    '::1 ',
    ' ::1',
    '１::',
  ])('is not %o', (text) => {
    expect([parseAddress6(text), rangeOfIpv6(text), canonicalIpv6(text), isBlockOfIpv6(text)]).toEqual([null, null, null, false]);
  });

  it('has one canonical text', () => {
    expect(['2001:DB8:0::5/64', '2001:db8::/64'].map(canonicalIpv6)).toEqual(['2001:db8::/64', '2001:db8::/64']);
    expect(['::/0', '0::0/0', '2001:db8::1/128', '10.0.0.1', 'x'].map(canonicalIpv6)).toEqual(['::/0', '::/0', '2001:db8::1', null, null]);
  });

  it('has no host bits, or is told from one that has', () => {
    expect(['2001:db8::/64', '2001:db8::5', '::/0', '::/128'].every(isBlockOfIpv6)).toBe(true);
    expect(['2001:db8::5/64', '::1/0', '10.0.0.0/8', ''].some(isBlockOfIpv6)).toBe(false);
  });

  it('spans all of IPv6', () => expect(rangeOfIpv6('::/0')).toEqual({ from: 0n, to: lastAddress6 }));
});
