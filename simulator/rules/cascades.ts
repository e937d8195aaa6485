/** What goes when the resource it belongs to is deleted, read from the tables' own declarations. */
import type { Call } from '../call.ts';

/** Deletes every row that points at the deleted resource through `index` ("VpcId", "SubnetId") and goes with it. */
export function dropDependents(call: Pick<Call, 'world' | 'partition'>, index: string, id: string): void {
  for (const spec of call.world.allSpecs()) {
    if (!spec.goesWith?.includes(index)) continue;
    const table = call.partition.table(spec);
    for (const row of table.where(index, id).rows()) table.delete(spec.id(row));
  }
}
