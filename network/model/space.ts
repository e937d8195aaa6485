/** Address space: what a VPC's ranges hold, what is free, and what would fit. */
import { type Cidr, parseAddress } from '../../catalogue/address.ts';
import { blockOf, freeBlocks, freeIntervals } from '../addresses/cidr.ts';
import {
  bitsOf,
  compareIps,
  familyOf,
  formatIpBlock,
  type IpInterval,
  includesIps,
  ipAfter,
  ipBlockAt,
  ipBlockOf,
  meetIps,
} from '../addresses/ip.ts';
import { allOf, cidrsOf, indexOf, interfacesOfSubnet, ipv6SubnetsOf, rowOf, subnetsOf } from './look-up.ts';
import type { ModelVpc, NetworkModel } from './model.ts';
import type { Reason } from './reasons.ts';

/** Addresses of each subnet that are not for use: a /24 offers 253 (9542), a /25 125. Which three they are is not written. */
const reservedAddresses = 3;

/** A run of addresses as aligned blocks, ascending: as few as can be. */
export function blocksOfRun({ from, to }: IpInterval): string[] {
  const blocks: string[] = [];
  for (let base = from; base <= to; ) {
    let block = ipBlockAt(base, bitsOf(familyOf(base)));
    for (let wider = block; wider.from === base && wider.to <= to; ) {
      block = wider;
      if (block.prefix === 0) break;
      wider = ipBlockAt(base, block.prefix - 1);
    }
    blocks.push(formatIpBlock(block));
    base = ipAfter(block.to);
  }
  return blocks;
}

type SpacePart =
  | { readonly kind: 'subnet'; readonly subnet: string; readonly cidr: string; readonly size: number }
  | { readonly kind: 'free'; readonly cidr: string; readonly size: number };

/** One range of a VPC. */
export interface RangeSpace {
  readonly cidr: string;
  readonly size: number;
  /** Addresses in subnets. */
  readonly used: number;
  readonly free: number;
  /** Subnets and free blocks, ascending, without gaps. */
  readonly parts: readonly SpacePart[];
}

export interface VpcSpace {
  readonly vpc: string;
  readonly ranges: readonly RangeSpace[];
  readonly size: number;
  readonly used: number;
  readonly free: number;
  /** Used over size, 0 to 1. */
  readonly utilisation: number;
  /** The largest free blocks, largest first, then ascending; at most eight. */
  readonly largestFree: readonly string[];
  /** Why subnets may stand where free space is shown. */
  readonly unsure: Reason | null;
}

const sizeOfText = (cidr: string): number => 2 ** (32 - blockOf(cidr).prefix);
const byAddress = (a: { readonly cidr: string }, b: { readonly cidr: string }): number => blockOf(a.cidr).base - blockOf(b.cidr).base;

function vpcOf(model: NetworkModel, id: string): ModelVpc {
  const vpc = rowOf(indexOf(model), 'vpcs', id).row;
  if (!vpc) throw new RangeError(`the model has no VPC ${id}`);
  return vpc;
}

function rangeSpace(cidr: string, subnets: readonly { readonly id: string; readonly cidr: string }[]): RangeSpace {
  const range = blockOf(cidr);
  const inside = subnets.filter((subnet) => {
    const { base } = blockOf(subnet.cidr);
    return base >= range.base && base < range.base + sizeOfText(cidr);
  });
  const taken = inside.map(
    (subnet): SpacePart => ({ kind: 'subnet', subnet: subnet.id, cidr: subnet.cidr, size: sizeOfText(subnet.cidr) }),
  );
  const free = freeIntervals(
    range,
    inside.map((subnet): Cidr => blockOf(subnet.cidr)),
  ).flatMap((run) => blocksOfRun(run).map((block): SpacePart => ({ kind: 'free', cidr: block, size: sizeOfText(block) })));
  const total = (parts: readonly SpacePart[]) => parts.reduce((sum, { size }) => sum + size, 0);
  return {
    cidr,
    size: sizeOfText(cidr),
    used: sizeOfText(cidr) - total(free),
    free: total(free),
    parts: [...taken, ...free].sort(byAddress),
  };
}

/** What a VPC's ranges, secondary ones too, hold. @throws RangeError when the model has no such VPC. */
export function vpcSpace(model: NetworkModel, vpcId: string): VpcSpace {
  const vpc = vpcOf(model, vpcId);
  const { rows, more: unsure } = subnetsOf(indexOf(model), vpcId);
  const subnets = rows.map(({ of }) => of);
  const ranges = [vpc.cidr, ...(vpc.secondaryCidrs ?? [])].map((cidr) => rangeSpace(cidr, subnets));
  const sum = (of: (range: RangeSpace) => number) => ranges.reduce((total, range) => total + of(range), 0);
  const size = sum((range) => range.size);
  const used = sum((range) => range.used);
  const free = ranges.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'free'));
  free.sort((a, b) => b.size - a.size || byAddress(a, b));
  return {
    vpc: vpcId,
    ranges,
    size,
    used,
    free: size - used,
    utilisation: used / size,
    largestFree: free.slice(0, 8).map(({ cidr }) => cidr),
    unsure,
  };
}

/** An IPv6 block of a VPC, counted in the /64 blocks that subnets have one of each. */
interface Ipv6Space {
  readonly cidr: string;
  readonly total: number;
  readonly taken: number;
  /** The first free one; null where all are taken. */
  readonly next: string | null;
}

const ipv6SubnetPrefix = 64;

/**
 * What a VPC's IPv6 blocks hold; null where they are not told. Blocks of subnets that are not told count as free, with
 * `unsure` saying so. @throws RangeError when the model has no such VPC.
 */
export function ipv6SpaceOf(
  model: NetworkModel,
  vpcId: string,
): { readonly blocks: readonly Ipv6Space[]; readonly unsure: Reason | null } | null {
  const index = indexOf(model);
  const { ipv6Cidrs } = vpcOf(model, vpcId);
  if (ipv6Cidrs === undefined) return null;
  const { rows, more } = subnetsOf(index, vpcId);
  const untold = rows.some(({ of }) => of.ipv6Cidr === undefined);
  const subnets = [...ipv6SubnetsOf(index, vpcId)].sort((a, b) => compareIps(a.from, b.from));
  const blocks = ipv6Cidrs.map((cidr): Ipv6Space => {
    const block = ipBlockOf(cidr);
    const inside = subnets.filter((subnet) => includesIps(block, subnet));
    let next = ipBlockAt(block.from, Math.max(ipv6SubnetPrefix, block.prefix));
    for (const subnet of inside) if (meetIps(subnet, next)) next = ipBlockAt(ipAfter(subnet.to), next.prefix);
    return {
      cidr,
      total: 2 ** (next.prefix - block.prefix),
      taken: inside.reduce((sum, { prefix }) => sum + 2 ** Math.max(0, next.prefix - prefix), 0),
      next: includesIps(block, next) ? formatIpBlock(next) : null,
    };
  });
  return { blocks, unsure: more ?? (untold ? { code: 'ipv6-not-told', vpc: vpcId } : null) };
}

export interface SubnetSpace {
  readonly subnet: string;
  readonly size: number;
  readonly reserved: number;
  /** Addresses that interfaces of the model have, ascending; databases and load balancers take others that no list shows. */
  readonly taken: readonly { readonly address: string; readonly interface: string }[];
  /** What is left at most. */
  readonly free: number;
  /** IPv6 addresses that its interfaces have; null where one does not tell them. */
  readonly taken6: number | null;
  /** Why interfaces may have more addresses than are known. */
  readonly unsure: Reason | null;
}

/** What is known to be taken in a subnet. @throws RangeError when the model has no such subnet. */
export function subnetSpace(model: NetworkModel, subnetId: string): SubnetSpace {
  const index = indexOf(model);
  const subnet = rowOf(index, 'subnets', subnetId).row;
  if (!subnet) throw new RangeError(`the model has no subnet ${subnetId}`);
  const { rows, more: unsure } = interfacesOfSubnet(index, subnet);
  const taken = rows.flatMap((one) => one.addresses.map(({ address }) => ({ address, interface: one.id })));
  taken.sort((a, b) => (parseAddress(a.address) ?? 0) - (parseAddress(b.address) ?? 0));
  const size = sizeOfText(subnet.cidr);
  const reserved = Math.min(reservedAddresses, size);
  const isTold = rows.every(({ ipv6Addresses }) => ipv6Addresses !== undefined);
  const taken6 = isTold ? rows.reduce((sum, { ipv6Addresses = [] }) => sum + ipv6Addresses.length, 0) : null;
  return { subnet: subnetId, size, reserved, taken, taken6, free: Math.max(0, size - reserved - taken.length), unsure };
}

interface Proposal {
  /** Null: they do not all fit, or what stands in the VPC is not known. */
  readonly blocks: readonly string[] | null;
  readonly unsure: Reason | null;
}

/**
 * Blocks for new subnets of a VPC, one for each prefix length, in the order they were asked for; none overlaps a subnet or
 * another. The larger are placed first, each at the lowest address that fits. None where subnets may not have been read.
 * @throws RangeError when the model has no such VPC, or a prefix is no whole number from 0 to 32.
 */
export function proposeBlocks(model: NetworkModel, vpcId: string, prefixes: readonly number[]): Proposal {
  const vpc = vpcOf(model, vpcId);
  const { rows, more: unsure } = subnetsOf(indexOf(model), vpcId);
  if (unsure) return { blocks: null, unsure };
  const used = rows.map(({ of }) => of.cidr);
  const proposed: string[] = [];
  const bySize = prefixes.map((prefix, place) => ({ prefix, place })).sort((a, b) => a.prefix - b.prefix || a.place - b.place);
  for (const { prefix, place } of bySize) {
    const block = [vpc.cidr, ...(vpc.secondaryCidrs ?? [])].flatMap((range) => freeBlocks(range, used, prefix, 1))[0];
    if (block === undefined) return { blocks: null, unsure };
    used.push(block);
    proposed[place] = block;
  }
  return { blocks: proposed, unsure };
}

/** VPCs that share addresses of either family: pairs of blocks, each pair once, in the order of the model. */
export function vpcOverlaps(model: NetworkModel): { a: string; b: string; blocks: { a: string; b: string }[] }[] {
  const index = indexOf(model);
  const { rows } = allOf(index, 'vpcs');
  const ranges = rows
    .flatMap((vpc, place) => cidrsOf(index, vpc.id).map((cidr) => ({ vpc, place, cidr, ...ipBlockOf(cidr) })))
    .sort((a, b) => compareIps(a.from, b.from) || a.prefix - b.prefix);
  const pairs = new Map<string, { order: number; a: string; b: string; blocks: { a: string; b: string }[] }>();
  // Blocks nest or lie apart: in this order those that hold the next one are the ones still open.
  const open: (typeof ranges)[number][] = [];
  for (const next of ranges) {
    for (let last = open.at(-1); last && !meetIps(last, next); last = open.at(-1)) open.pop();
    for (const outer of open) {
      if (outer.vpc === next.vpc) continue;
      const [a, b] = outer.place < next.place ? [outer, next] : [next, outer];
      const key = `${a.vpc.id} ${b.vpc.id}`;
      const pair = pairs.get(key) ?? { order: a.place * rows.length + b.place, a: a.vpc.id, b: b.vpc.id, blocks: [] };
      pair.blocks.push({ a: a.cidr, b: b.cidr });
      pairs.set(key, pair);
    }
    open.push(next);
  }
  return [...pairs.values()].sort((x, y) => x.order - y.order).map(({ order: _, ...pair }) => pair);
}
