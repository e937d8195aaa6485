/** What in an account needs a look, computed only from what the cloud has told. Pure. */
import { cidrOrNull, sizeOf } from '../../../catalogue/address.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { limitIn, scarceFrom, usageOf } from '../../lib/quotas.ts';

export interface InRegion<R> {
  readonly region: string;
  readonly row: R;
}

/** A subnet that has few addresses left, or none. */
interface TightSubnet extends InRegion<Subnet> {
  readonly available: number;
  /** All addresses of its block, those that the cloud keeps for itself included. */
  readonly size: number;
}

/** A quota nearly used up: of the VPCs of a region, or of the subnets of its fullest VPC. */
export interface ScarceQuota {
  readonly region: string;
  readonly used: number;
  readonly limit: number;
  /** Whose subnets they are; null where VPCs are counted. */
  readonly vpc: Vpc | null;
}

export interface CapacityFindings {
  readonly scarce: readonly ScarceQuota[];
  readonly tight: readonly TightSubnet[];
}

/** A tenth or less of a block left counts as nearly out. */
const tightShare = 0.1;

/** Subnets nearly out of addresses, the fullest first. Those whose block or count cannot be read are left out. */
export function tightSubnets(subnets: readonly InRegion<Subnet>[]): TightSubnet[] {
  return subnets
    .flatMap(({ region, row }) => {
      const block = cidrOrNull(row.CidrBlock);
      const available = Number(row.AvailableIpAddressCount);
      if (!block || !Number.isFinite(available)) return [];
      const size = sizeOf(block.prefix);
      return available <= size * tightShare ? [{ region, row, available, size }] : [];
    })
    .sort((a, b) => a.available / a.size - b.available / b.size);
}

/** The numbered quotas of DescribeVpcLimit (9172) that the overview can count: VPCs, and subnets of each VPC. */
export const countedQuotas = [0, 1] as const;

interface RegionUsage {
  readonly region: string;
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  /** What DescribeVpcLimit has answered. */
  readonly limits: unknown;
}

/** Quotas nearly used up, the fullest first. Those that the cloud does not tell are left out. */
export function scarceQuotas(regions: readonly RegionUsage[]): ScarceQuota[] {
  return regions
    .flatMap(({ region, vpcs, subnets, limits }) =>
      countedQuotas.flatMap((type): ScarceQuota[] => {
        const limit = limitIn(limits, type);
        const usage = usageOf(type, [...(type === 0 ? vpcs : subnets)]);
        if (limit === null || !usage || usage.used < limit * scarceFrom) return [];
        const vpc = vpcs.find(({ VpcId }) => VpcId === usage.holder?.id) ?? null;
        return [{ region, used: usage.used, limit, vpc }];
      }),
    )
    .sort((a, b) => b.used / b.limit - a.used / a.limit);
}
