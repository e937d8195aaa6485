/** How many columns things stand in beside each other, and which stand in which. Pure. */

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** Puts things under the shortest column each, in their order. */
function fillColumns(sizes: readonly Size[], count: number, gap: number): { columns: number[][]; width: number; height: number } {
  const columns: number[][] = Array.from({ length: count }, () => []);
  const heights = new Array<number>(count).fill(0);
  const widths = new Array<number>(count).fill(0);
  sizes.forEach((size, index) => {
    let shortest = 0;
    for (let at = 1; at < count; at += 1) if ((heights[at] ?? 0) < (heights[shortest] ?? 0)) shortest = at;
    columns[shortest]?.push(index);
    heights[shortest] = (heights[shortest] ?? 0) + size.h + gap;
    widths[shortest] = Math.max(widths[shortest] ?? 0, size.w);
  });
  return { columns, width: widths.reduce((sum, width) => sum + width + gap, 0), height: Math.max(0, ...heights) };
}

/** The number of columns that comes nearest to the shape wanted, among those that the area suggests. */
export function arrange(sizes: readonly Size[], shape: number, gap: number): number[][] {
  if (sizes.length < 2) return sizes.length === 0 ? [] : [[0]];
  const area = sizes.reduce((sum, { w, h }) => sum + (w + gap) * (h + gap), 0);
  const width = sizes.reduce((sum, { w }) => sum + w + gap, 0) / Math.max(1, sizes.length);
  const guess = Math.round(Math.sqrt(area * shape) / width);
  let best: { columns: number[][]; cost: number } | null = null;
  for (let count = Math.max(1, guess - 1); count <= Math.max(1, Math.min(sizes.length, guess + 1)); count += 1) {
    const tried = fillColumns(sizes, count, gap);
    const cost = Math.abs(Math.log(tried.width / Math.max(1, tried.height) / shape)) + (tried.width * tried.height) / area / 4;
    if (!best || cost < best.cost) best = { columns: tried.columns, cost };
  }
  return best?.columns ?? fillColumns(sizes, Math.max(1, sizes.length), gap).columns;
}
