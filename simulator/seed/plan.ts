/** How a seeded network is written down: what stands where, since when. */
import type { Dialect } from '../../catalogue/binding.ts';
import type { Region } from '../../catalogue/regions.ts';

interface SubnetPlan {
  readonly name: string;
  readonly cidr: string;
  /** Number of the zone in the region. */
  readonly zone: number;
  /** How many machines stand in it, and what they are called: "web" gives web-01, web-02 …; by number, the state of those that do not run. */
  readonly machines?: { readonly name: string; readonly count: number; readonly states?: Readonly<Record<number, string>> };
  readonly isDefault?: boolean;
  /** A /64 of the VPC's block. */
  readonly ipv6?: string;
}

export interface VpcPlan {
  readonly region: Region;
  readonly name: string;
  readonly cidr: string;
  /** ISO date and time, China Standard Time. */
  readonly since: string;
  readonly subnets: readonly SubnetPlan[];
  readonly isDefault?: boolean;
  readonly multicast?: boolean;
  readonly dnsServers?: readonly string[];
  readonly domainName?: string;
  /** Of accounts of today: further ranges, and a /56. */
  readonly secondary?: readonly string[];
  readonly ipv6?: string;
}

export interface AccountPlan {
  readonly name: string;
  readonly classic: boolean;
  /** Which API its console speaks; the documents' where nothing is said. */
  readonly dialect?: Dialect;
  readonly vpcs: readonly VpcPlan[];
}

/** Equal subnets side by side, `tiers` × `zones`: "web-a", "web-b", "app-a" … each /24 from `base`.first on. */
export function grid(base: string, first: number, tiers: readonly string[], zones: readonly number[], machines = 0): SubnetPlan[] {
  return tiers.flatMap((tier, row) =>
    zones.map((zone, column) => ({
      name: `${tier}-${'abcdefgh'[zone - 1]}`,
      cidr: `${base}.${first + row * zones.length + column}.0/24`,
      zone,
      machines: { name: tier, count: machines === 0 ? 0 : ((row * 3 + column * 5) % machines) + 1 },
    })),
  );
}
