/** What keeps a resource from being deleted, read from the tables' own declarations. */
import type { Call } from '../call.ts';

interface Blocker {
  readonly table: string;
  readonly id: string;
}

/** At most so many blockers are named; counting them all would make a refusal as slow as the VPC is full. */
const named = 20;

/** What stands in the way of deleting the resource `id` that other rows point at through `index` ("VpcId", "SubnetId"). */
export function blockersOf(call: Call, index: string, id: string): Blocker[] {
  const found: Blocker[] = [];
  for (const spec of call.world.allSpecs()) {
    if (!spec.blocks?.includes(index)) continue;
    const rows = call
      .table(spec)
      .where(index, id)
      .page({ offset: 0, limit: named - found.length, newestFirst: false });
    found.push(...rows.map((row) => ({ table: spec.name, id: spec.id(row) })));
    if (found.length >= named) break;
  }
  return found;
}

/** "subnet subnet-1a2b3c4d, subnet subnet-…" for a message. */
export const listBlockers = (blockers: readonly Blocker[]): string => blockers.map(({ table, id }) => `${table} ${id}`).join(', ');
