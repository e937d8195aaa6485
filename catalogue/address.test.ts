import fc from 'fast-check';
import { Address4 } from 'ip-address';
import { describe, expect, it } from 'vitest';
import { cidrOrNull, contains, formatAddress, formatCidr, isPrivate, parseAddress, parseCidr, privateRanges, sizeOf } from './address.ts';

const anyAddress = fc.integer({ min: 0, max: 0xffffffff });
const anyPrefix = fc.integer({ min: 0, max: 32 });
const anyCidr = fc.tuple(anyAddress, anyPrefix).map(([address, prefix]) => ({ base: address - (address % sizeOf(prefix)), prefix }));

describe('parseAddress', () => {
  it.each([
    ['0.0.0.0', 0],
    ['10.0.0.1', 0x0a000001],
    ['172.16.0.0', 0xac100000],
    ['255.255.255.255', 0xffffffff],
  ])('reads %s', (text, value) => {
    expect(parseAddress(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '10.0.0',
    '10.0.0.0.0',
    '10.1',
    '167772161',
    '010.0.0.1',
    '10.00.0.1',
    '10.0.0.01',
    '0x0a.0.0.1',
    '0x0a000001',
    '10.0.0.256',
    '10.0.0.-1',
    '10.0.0.+1',
    '10.0.0.1 ',
    ' 10.0.0.1',
    '10.0.0. 1',
    '10.0.0.1\n',
    '10.0.0.1\t',
    '10..0.1',
    '10.0.0.',
    '.10.0.0.1',
    '10.0.0.1/24',
    '10.0.0.1e0',
    '1e1.0.0.1',
    '१०.0.0.1',
    '10.0.0.１',
    '10。0。0。1',
    '::ffff:10.0.0.1',
    '::1',
    'localhost',
    'Infinity.0.0.0',
    '10,0,0,1',
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('is the inverse of formatAddress', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parseAddress(formatAddress(address))).toBe(address);
      }),
    );
  });

  it('accepts only texts that it would write itself', () => {
    const octetLike = fc.oneof(
      fc.integer({ min: -5, max: 300 }).map(String),
      fc.constantFrom('00', '010', '0x1', '', ' 1', '1 ', '1e1', '07'),
    );
    fc.assert(
      fc.property(fc.array(octetLike, { minLength: 1, maxLength: 5 }), (octets) => {
        const text = octets.join('.');
        const address = parseAddress(text);
        if (address !== null) expect(formatAddress(address)).toBe(text);
      }),
    );
  });
});

describe('parseAddress, beside a library', () => {
  it('takes what it takes, but for leading zeros and masks', () => {
    const nearly = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 300 }).map(String), { minLength: 3, maxLength: 5 }).map((octets) => octets.join('.')),
      anyAddress.map(formatAddress),
      fc.tuple(anyAddress.map(formatAddress), fc.constantFrom('', ' ', '.', '/24', '\n', 'x', '%1')).map((parts) => parts.join('')),
      fc.string({ unit: fc.constantFrom(...'0123456789./x ') }),
    );
    fc.assert(
      fc.property(nearly, (text) => {
        const known = Address4.isValid(text) && !text.includes('/') && !/(?:^|\.)0\d/.test(text);
        expect(parseAddress(text) !== null).toBe(known);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('parseCidr', () => {
  it('reads a block with its host bits at zero', () => {
    expect(parseCidr('10.8.0.0/16')).toEqual({ ok: true, cidr: { base: 0x0a080000, prefix: 16 } });
    expect(parseCidr('0.0.0.0/0')).toEqual({ ok: true, cidr: { base: 0, prefix: 0 } });
    expect(parseCidr('255.255.255.255/32')).toEqual({ ok: true, cidr: { base: 0xffffffff, prefix: 32 } });
  });

  it.each([
    ['10.0.0.2/16', '10.0.0.0/16'],
    ['192.168.1.255/24', '192.168.1.0/24'],
    ['255.255.255.255/0', '0.0.0.0/0'],
    ['128.0.0.1/1', '128.0.0.0/1'],
  ])('names the block that %s is in', (text, nearest) => {
    expect(parseCidr(text)).toEqual({ ok: false, problem: 'host-bits', nearest });
  });

  it.each([
    '10.0.0.0',
    '10.0.0.0/',
    '/16',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/016',
    '10.0.0.0/08',
    '10.0.0.0/1e1',
    '10.0.0.0/0x10',
    '10.0.0.0 /16',
    '10.0.0.0/ 16',
    '10.0.0.0/16 ',
    '10.0.0.0/16\n',
    '10.0.0.0/255.255.0.0',
    '10.0.0.0/16/16',
    '010.0.0.0/16',
    '10.0/16',
    'fd00::/8',
    '',
  ])('refuses %j', (text) => {
    expect(parseCidr(text)).toEqual({ ok: false, problem: 'not-cidr' });
    expect(cidrOrNull(text)).toBeNull();
  });

  it('is the inverse of formatCidr', () => {
    fc.assert(
      fc.property(anyCidr, (cidr) => {
        expect(parseCidr(formatCidr(cidr))).toEqual({ ok: true, cidr });
      }),
    );
  });

  it('finds host bits exactly where there are some, and what it proposes is canonical and holds the address', () => {
    fc.assert(
      fc.property(anyAddress, anyPrefix, (address, prefix) => {
        const reading = parseCidr(`${formatAddress(address)}/${prefix}`);
        // Bits as text: a second way to see whether any of the last 32-n is set.
        const hostBits = address.toString(2).padStart(32, '0').slice(prefix);
        expect(reading.ok).toBe(!hostBits.includes('1'));
        if (!reading.ok) {
          const nearest = cidrOrNull(reading.nearest ?? '');
          expect(nearest && contains(nearest, { base: address, prefix: 32 })).toBe(true);
        }
      }),
    );
  });
});

describe('contains', () => {
  it('agrees with comparing the leading bits', () => {
    const bits = (address: number): string => address.toString(2).padStart(32, '0');
    fc.assert(
      fc.property(anyCidr, anyCidr, (outer, inner) => {
        const same = bits(inner.base).slice(0, outer.prefix) === bits(outer.base).slice(0, outer.prefix);
        expect(contains(outer, inner)).toBe(inner.prefix >= outer.prefix && same);
      }),
    );
  });

  it('holds for a block and each of its halves, and not the other way round', () => {
    fc.assert(
      fc.property(
        anyCidr.filter(({ prefix }) => prefix < 32),
        (outer) => {
          const half = { base: outer.base + sizeOf(outer.prefix + 1), prefix: outer.prefix + 1 };
          expect([contains(outer, half), contains(outer, outer), contains(half, outer)]).toEqual([true, true, false]);
        },
      ),
    );
  });
});

describe('isPrivate', () => {
  it.each([
    ['10.0.0.0/8', true],
    ['10.255.255.0/24', true],
    ['172.16.0.0/12', true],
    ['172.31.255.0/28', true],
    ['192.168.0.0/16', true],
    ['9.255.255.0/24', false],
    ['11.0.0.0/16', false],
    ['172.15.0.0/16', false],
    ['172.32.0.0/16', false],
    ['192.167.0.0/16', false],
    ['192.169.0.0/16', false],
    ['0.0.0.0/0', false],
  ])('%s: %s', (text, expected) => {
    const block = cidrOrNull(text);
    expect(block && isPrivate(block)).toBe(expected);
  });

  it('knows three ranges', () => {
    expect(privateRanges.map(formatCidr)).toEqual(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
  });
});
