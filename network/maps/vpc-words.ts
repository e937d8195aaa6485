import type { MapBeyond } from './map-hop.ts';
import type { PlacedHop } from './vpc-order.ts';
import type { MapRoute, MapSubnet, MapTable } from './vpc-tables.ts';

/** What the picture of a VPC says, in the language of the page. */
export interface VpcMapWords {
  readonly heads: {
    readonly table: string;
    readonly hop: string;
    readonly beyond: string;
    /** Of hops without a route, without a live one, and of those of which that is not known. */
    readonly led: string;
    readonly lost: string;
    readonly unread: string;
  };
  readonly zone: (zone: string) => string;
  readonly table: (table: MapTable) => string;
  /** Of its subnets and routes; what was not read is told to be not known. */
  readonly counts: (table: MapTable) => string;
  readonly shareUnknown: string;
  readonly main: string;
  readonly unused: string;
  /** Which subnets use it could not be read. */
  readonly subnetsUnread: string;
  readonly local: (cidr: string) => string;
  readonly more: (n: number) => string;
  /** Several names after each other. */
  readonly names: (names: readonly string[]) => string;
  /** Why a route carries nothing, or is not known to. */
  readonly route: (route: MapRoute) => string;
  readonly hop: (hop: PlacedHop) => string;
  /** Lines under its name: at most two. */
  readonly notes: (hop: PlacedHop) => readonly string[];
  readonly beyond: (beyond: MapBeyond) => string;
  readonly blocks: (beyond: MapBeyond) => string;
  readonly region: (beyond: MapBeyond) => string;
  /** '' for the VPC's own account. */
  readonly account: (beyond: MapBeyond) => string;
  readonly trouble: (beyond: Pick<MapBeyond, 'trouble'>) => string;
  readonly subnets: (subnets: readonly MapSubnet[]) => string;
  readonly share: (share: number) => string;
}
