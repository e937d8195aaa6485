/** Numbers that are given out one after another, across the whole world. */
import { counterTable } from '../accounts/table.ts';
import type { World } from '../world/world.ts';

/** The next number of a series, which starts at `first`. */
export function nextNumber(world: World, series: string, first: number): number {
  const table = world.shared(counterTable);
  const last = (table.get(series)?.last ?? first - 1) + 1;
  table.put({ series, last });
  return last;
}
