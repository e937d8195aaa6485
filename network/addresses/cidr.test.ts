import { containsCidr, excludeCidr, overlapCidr } from 'cidr-tools';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cidr, formatCidr, sizeOf } from '../../catalogue/address.ts';
import { blockOf, freeBlocks, freeIntervals, overlaps } from './cidr.ts';

/** Blocks inside 10.9.8.0/24, so that every address can be walked. */
const start = blockOf('10.9.8.0/24').base;
const tinyBlock = fc.tuple(fc.nat(255), fc.integer({ min: 24, max: 32 })).map(([offset, prefix]): Cidr => {
  return { base: start + offset - (offset % sizeOf(prefix)), prefix };
});
const anyBlock = fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 32 })).map(([address, prefix]): Cidr => {
  return { base: address - (address % sizeOf(prefix)), prefix };
});

const addressesOf = ({ base, prefix }: Cidr): number[] => Array.from({ length: sizeOf(prefix) }, (_, index) => base + index);

describe('overlaps', () => {
  it('agrees with counting the shared addresses', () => {
    fc.assert(
      fc.property(tinyBlock, tinyBlock, (a, b) => {
        const inA = new Set(addressesOf(a));
        expect(overlaps(formatCidr(a), formatCidr(b))).toBe(addressesOf(b).some((address) => inA.has(address)));
      }),
    );
  });

  it('agrees with cidr-tools on blocks of every size', () => {
    fc.assert(
      fc.property(anyBlock, anyBlock, (a, b) => {
        expect(overlaps(formatCidr(a), formatCidr(b))).toBe(overlapCidr(formatCidr(a), formatCidr(b)));
      }),
    );
  });

  it('says which text is no block', () => {
    expect(() => overlaps('10.0.0.0/8', '10.0.0.1/8')).toThrow('did you mean 10.0.0.0/8?');
    expect(() => overlaps('ten', '10.0.0.0/8')).toThrow(RangeError);
  });
});

describe('freeIntervals', () => {
  it('leaves exactly the addresses that nothing takes, as maximal runs in order', () => {
    fc.assert(
      fc.property(tinyBlock, fc.array(tinyBlock, { maxLength: 8 }), (range, used) => {
        const taken = new Set(used.flatMap(addressesOf));
        const free = freeIntervals(range, used);
        const walked = free.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
        expect(walked).toEqual(addressesOf(range).filter((address) => !taken.has(address)));
        for (const [index, { from }] of free.entries()) expect(from).toBeGreaterThan((free[index - 1]?.to ?? -2) + 1);
      }),
    );
  });

  it('agrees with cidr-tools on blocks of every size', () => {
    fc.assert(
      fc.property(anyBlock, fc.array(anyBlock, { maxLength: 6 }), (range, used) => {
        const rest = excludeCidr([formatCidr(range)], used.map(formatCidr)).map(blockOf);
        const expected = rest.reduce((sum, { prefix }) => sum + sizeOf(prefix), 0);
        expect(freeIntervals(range, used).reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(expected);
      }),
    );
  });
});

describe('freeBlocks', () => {
  it('finds every free aligned block of the size, in order', () => {
    fc.assert(
      fc.property(tinyBlock, fc.array(tinyBlock, { maxLength: 8 }), fc.integer({ min: 24, max: 32 }), (range, used, prefix) => {
        const expected = Array.from({ length: 256 / sizeOf(prefix) }, (_, index) =>
          formatCidr({ base: start + index * sizeOf(prefix), prefix }),
        )
          .filter((block) => containsCidr(formatCidr(range), block))
          .filter((block) => !used.some((other) => overlapCidr(formatCidr(other), block)));
        expect(freeBlocks(formatCidr(range), used.map(formatCidr), prefix, 256)).toEqual(expected);
      }),
    );
  });

  it('stops at the limit, without walking the rest of a large range', () => {
    const found = freeBlocks('0.0.0.0/0', ['0.0.0.0/1'], 32, 3);
    expect(found).toEqual(['128.0.0.0/32', '128.0.0.1/32', '128.0.0.2/32']);
    expect(freeBlocks('10.0.0.0/8', [], 24)).toHaveLength(16);
    expect(freeBlocks('10.0.0.0/8', [], 24, 0)).toEqual([]);
  });

  it('has nothing to offer in a full range, or for a block larger than the range', () => {
    expect(freeBlocks('10.0.0.0/24', ['10.0.0.0/25', '10.0.0.128/25'], 28)).toEqual([]);
    expect(freeBlocks('10.0.0.0/24', [], 23)).toEqual([]);
    expect(freeBlocks('10.0.0.0/24', ['10.0.0.0/16'], 28)).toEqual([]);
  });

  it.each([-1, 33, 1.5, Number.NaN])('refuses a prefix of %d', (prefix) => {
    expect(() => freeBlocks('10.0.0.0/8', [], prefix)).toThrow(RangeError);
  });
});
