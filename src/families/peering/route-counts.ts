/** How many routes of either side lead through each peering of a list: the network engine, which tells more, is for one of them. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { RouteTable } from '../../../catalogue/families/route-table.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { type ListData, listOptions } from '../../api/query.ts';
import type { CurrentPlace } from '../../lib/place.ts';
import { tracked } from '../../lib/tracked.ts';
import type { Carried, CarriedBy } from './carried-state.tsx';
import { states } from './expiry.ts';
import type { Peering, Sides } from './sides.ts';

interface Tables {
  readonly rows: readonly RouteTable[];
  readonly complete: boolean;
  readonly failed: boolean;
}

const together = (results: readonly { readonly data: ListData | undefined; readonly error: Error | null }[]): Tables[] =>
  results.map(({ data, error }) => ({
    rows: (data?.rows ?? []) as unknown as readonly RouteTable[],
    // A table that cannot be read may have the route.
    complete: data?.complete === true && data.unreadable.length === 0,
    failed: error !== null || (data?.complete === true && data.unreadable.length > 0),
  }));

const keyOf = ({ account, region }: CurrentPlace): string => `${account ?? ''} ${region}`;

/** Routes of a VPC that lead through a peering, as its tables list them. */
export const routesThrough = (tables: readonly RouteTable[], vpc: string, peering: string): number =>
  tables
    .filter(({ VpcId }) => VpcId === vpc)
    .reduce((sum, { RouteSet }) => sum + RouteSet.filter(({ GatewayId }) => GatewayId === peering).length, 0);

/** What two numbers of routes let a peering carry. */
export const carriedBy = (near: number, far: number): Carried => (near > 0 && far > 0 ? 'both' : near + far > 0 ? 'one-way' : 'nothing');

export function useRouteCounts(rows: readonly Peering[], sides: Sides): CarriedBy {
  const module = use(tracked(loadFamily('route-table')));
  const places = useMemo(() => {
    const found = rows.flatMap((row) => (row.state === states.active ? [sides.from(row).place, sides.to(row).place] : []));
    return [...new Map(found.flatMap((place) => (place ? [[keyOf(place), place] as const] : []))).values()];
  }, [rows, sides]);
  const lists = useQueries({ queries: places.map((place) => listOptions(place, module, {})), combine: together });
  return useMemo(() => {
    const tablesAt = new Map(places.map((place, at) => [keyOf(place), lists[at]]));
    return {
      of: (row) => {
        if (row.state !== states.active) return null;
        const ends = [sides.from(row), sides.to(row)].map(({ vpcId, place }) => ({
          vpcId,
          tables: place ? tablesAt.get(keyOf(place)) : undefined,
        }));
        if (ends.some(({ tables }) => tables?.failed) || sides.reach(row) === 'unknown') return 'unknown';
        if (ends.some(({ tables }) => !tables?.complete)) return 'checking';
        const [near = 0, far = 0] = ends.map(({ vpcId, tables }) => routesThrough(tables?.rows ?? [], vpcId, row.peeringConnectionId));
        return carriedBy(near, far);
      },
    };
  }, [places, lists, sides]);
}
