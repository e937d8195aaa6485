import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCidr, sizeOf } from '../../catalogue/address.ts';
import { blockOf, overlaps } from '../addresses/cidr.ts';
import { emptyModel, type NetworkModel } from './model.ts';
import { blocksOfRun, ipv6SpaceOf, proposeBlocks, subnetSpace, vpcOverlaps, vpcSpace } from './space.ts';

const start = blockOf('10.9.8.0/24').base;
const addressesOf = (text: string): number[] => {
  const { base, prefix } = blockOf(text);
  return Array.from({ length: sizeOf(prefix) }, (_, at) => base + at);
};

/** A VPC of a /24 with subnets in it that do not overlap. */
const anyVpc = fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 26, max: 32 })), { maxLength: 12 }).map((picks): NetworkModel => {
  const cidrs: string[] = [];
  for (const [offset, prefix] of picks) {
    const cidr = formatCidr({ base: start + offset - (offset % sizeOf(prefix)), prefix });
    if (!cidrs.some((other) => overlaps(other, cidr))) cidrs.push(cidr);
  }
  return {
    ...emptyModel,
    vpcs: [{ id: 'vpc-1', account: '1', region: 'ap-guangzhou', cidr: '10.9.8.0/24' }],
    subnets: cidrs.map((cidr, at) => ({ id: `subnet-${at}`, vpc: 'vpc-1', cidr })),
  };
});

describe('blocksOfRun', () => {
  it('makes exactly the run of aligned blocks, of which no two could be one', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (offset, length) => {
        const run = { from: start + offset, to: start + offset + length };
        const blocks = blocksOfRun(run);
        expect(blocks.flatMap(addressesOf)).toEqual(Array.from({ length: length + 1 }, (_, at) => run.from + at));
        for (const [at, block] of blocks.entries()) {
          const [left, right] = [blockOf(block), blocks[at + 1] === undefined ? null : blockOf(blocks[at + 1] ?? '')];
          const joined = right !== null && left.prefix === right.prefix && left.base % sizeOf(left.prefix - 1) === 0;
          expect(joined).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('vpcSpace', () => {
  it('counts every address once, as a subnet’s or as free', () => {
    fc.assert(
      fc.property(anyVpc, (model) => {
        const space = vpcSpace(model, 'vpc-1');
        const taken = new Set(model.subnets.flatMap(({ cidr }) => addressesOf(cidr)));
        const parts = space.ranges[0]?.parts ?? [];
        expect(parts.flatMap(({ cidr }) => addressesOf(cidr))).toEqual(addressesOf('10.9.8.0/24'));
        for (const part of parts) expect(addressesOf(part.cidr).every((one) => taken.has(one) === (part.kind === 'subnet'))).toBe(true);
        expect([space.size, space.used, space.free]).toEqual([256, taken.size, 256 - taken.size]);
        expect(space.utilisation).toBe(taken.size / 256);
        const largest = Math.max(0, ...parts.filter(({ kind }) => kind === 'free').map(({ size }) => size));
        expect(space.largestFree[0] === undefined ? 0 : sizeOf(blockOf(space.largestFree[0]).prefix)).toBe(largest);
      }),
      { numRuns: 200 },
    );
  });
});

describe('proposeBlocks', () => {
  it('proposes free blocks of the asked sizes, and none only when they cannot be placed greedily', () => {
    fc.assert(
      fc.property(anyVpc, fc.array(fc.integer({ min: 25, max: 30 }), { minLength: 1, maxLength: 4 }), (model, prefixes) => {
        const { blocks: proposed, unsure } = proposeBlocks(model, 'vpc-1', prefixes);
        expect(unsure).toBeNull();
        const used = model.subnets.map(({ cidr }) => cidr);
        if (!proposed) {
          // Placing aligned blocks from the largest down never wastes room, so "none" means the largest that is missing has no place.
          const free = vpcSpace(model, 'vpc-1').ranges[0]?.parts.filter(({ kind }) => kind === 'free') ?? [];
          const room = (prefix: number) => free.reduce((sum, { size }) => sum + Math.floor(size / sizeOf(prefix)), 0);
          const needed = (prefix: number) =>
            prefixes.filter((one) => one <= prefix).reduce((sum, one) => sum + sizeOf(one) / sizeOf(prefix), 0);
          expect(prefixes.some((prefix) => needed(prefix) > room(prefix))).toBe(true);
          return;
        }
        expect(proposed.map((cidr) => blockOf(cidr).prefix)).toEqual(prefixes);
        const all = [...used, ...proposed];
        for (const [at, cidr] of proposed.entries()) {
          expect(overlaps(cidr, '10.9.8.0/24')).toBe(true);
          expect(all.filter((other) => overlaps(other, cidr))).toEqual([all[used.length + at]]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('vpcOverlaps', () => {
  it('finds every pair of VPCs that share an address, by all their blocks', () => {
    const block = fc
      .tuple(fc.nat(63), fc.integer({ min: 26, max: 32 }))
      .map(([offset, prefix]) => formatCidr({ base: start + offset - (offset % sizeOf(prefix)), prefix }));
    fc.assert(
      fc.property(fc.array(fc.array(block, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (vpcs) => {
        const rows = vpcs.map(([cidr = '', ...secondaryCidrs], at) => ({
          id: `vpc-${at}`,
          account: '1',
          region: 'ap-guangzhou',
          cidr,
          secondaryCidrs,
        }));
        const expected = rows.flatMap((a, at) =>
          rows.slice(at + 1).flatMap((b) => {
            const count = (vpcs[at] ?? []).flatMap((left) => [b.cidr, ...b.secondaryCidrs].filter((right) => overlaps(left, right))).length;
            return count > 0 ? [[a.id, b.id, count]] : [];
          }),
        );
        const found = vpcOverlaps({ ...emptyModel, vpcs: rows });
        expect(found.map(({ a, b, blocks }) => [a, b, blocks.length])).toEqual(expected);
        for (const { blocks } of found) expect(blocks.every(({ a, b }) => overlaps(a, b))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('overlaps of IPv6', () => {
  it('are found beside those of IPv4, and the families never meet', () => {
    const vpc = (id: string, cidr: string, ipv6Cidrs: string[], secondaryCidrs: string[] = []) => ({
      ...{ id, account: '1', region: 'ap-guangzhou', cidr },
      ...{ ipv6Cidrs, secondaryCidrs },
    });
    const vpcs = [
      vpc('vpc-1', '10.0.0.0/16', ['fd00:1::/56', '2402:4e00:1::/56']),
      vpc('vpc-2', '10.1.0.0/16', ['fd00:1::/48'], ['100.64.0.0/16']),
      vpc('vpc-3', '100.64.8.0/24', ['2402:4e00:1:100::/56']),
    ];
    expect(vpcOverlaps({ ...emptyModel, vpcs })).toEqual([
      { a: 'vpc-1', b: 'vpc-2', blocks: [{ a: 'fd00:1::/56', b: 'fd00:1::/48' }] },
      { a: 'vpc-2', b: 'vpc-3', blocks: [{ a: '100.64.0.0/16', b: '100.64.8.0/24' }] },
    ]);
  });
});

describe('subnetSpace', () => {
  it('lists what interfaces have, and what is left at most after the three reserved ones', () => {
    const model: NetworkModel = {
      ...emptyModel,
      subnets: [{ id: 'subnet-1', vpc: 'vpc-1', cidr: '10.0.0.0/24' }],
      interfaces: [
        {
          id: 'eni-1',
          vpc: 'vpc-1',
          subnet: 'subnet-1',
          addresses: [
            { address: '10.0.0.30', primary: true },
            { address: '10.0.0.4', primary: false },
          ],
        },
      ],
    };
    const { size, reserved, taken, free, taken6 } = subnetSpace(model, 'subnet-1');
    expect(taken6).toBe(null);
    const told = model.interfaces.map((one) => ({ ...one, ipv6Addresses: [{ address: '2402:4e00:1::5', primary: true }] }));
    expect(subnetSpace({ ...model, interfaces: told }, 'subnet-1').taken6).toBe(1);
    expect([size, reserved, free]).toEqual([256, 3, 251]);
    expect(taken.map(({ address }) => address)).toEqual(['10.0.0.4', '10.0.0.30']);
    expect(() => subnetSpace(model, 'subnet-2')).toThrow('the model has no subnet subnet-2');
  });
});

describe('the IPv6 blocks of a VPC', () => {
  const model = (taken: readonly number[], told = true): NetworkModel => ({
    ...emptyModel,
    vpcs: [{ id: 'vpc-1', account: '1', region: 'r', cidr: '10.0.0.0/16', ...(told ? { ipv6Cidrs: ['2402:4e00:0:10::/60'] } : {}) }],
    subnets: taken.map((at) => ({
      id: `subnet-${at}`,
      vpc: 'vpc-1',
      cidr: `10.0.${at}.0/24`,
      ipv6Cidr: `2402:4e00:0:1${at.toString(16)}::/64`,
    })),
  });

  it('say what is taken and the first that is free, as counting says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 16 }), (taken) => {
        const free = Array.from({ length: 16 }, (_, at) => at).find((at) => !taken.includes(at));
        const next = free === undefined ? null : `2402:4e00:0:1${free.toString(16)}::/64`;
        expect(ipv6SpaceOf(model(taken), 'vpc-1')).toEqual({
          blocks: [{ cidr: '2402:4e00:0:10::/60', total: 16, taken: taken.length, next }],
          unsure: null,
        });
      }),
    );
  });

  it('are not known where the API does not tell them, and are none where it says so', () => {
    expect(ipv6SpaceOf(model([], false), 'vpc-1')).toBeNull();
    const none = { ...model([1]), vpcs: model([]).vpcs.map((row) => ({ ...row, ipv6Cidrs: [] })) };
    expect(ipv6SpaceOf(none, 'vpc-1')).toEqual({ blocks: [], unsure: null });
    const untold = { ...model([]), subnets: [{ id: 'subnet-1', vpc: 'vpc-1', cidr: '10.0.1.0/24' }] };
    expect(ipv6SpaceOf(untold, 'vpc-1')?.unsure?.code).toBe('ipv6-not-told');
  });
});
