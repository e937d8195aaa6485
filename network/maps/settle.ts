/** Puts things of given heights in a column, in their order, each as near to where it wants to be as the others let it. */
interface Wish {
  readonly size: number;
  /** Where its middle wants to be. */
  readonly want: number;
}

/**
 * The tops of the things between `from` and `to`, at least `gap` apart: the least sum of squared distances (isotonic
 * regression), moved in from the ends. Where they do not fit, they run over `to`.
 */
export function settle(wishes: readonly Wish[], gap: number, from: number, to: number): number[] {
  const offsets: number[] = [];
  let total = 0;
  for (const { size } of wishes) {
    offsets.push(total);
    total += size + gap;
  }
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach(({ size, want }, at) => {
    let pool = { sum: want - size / 2 - (offsets[at] ?? 0), count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const most = Math.max(from, to - (total - gap));
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => Math.min(most, Math.max(from, sum / count))))
    .map((shift, at) => Math.round(shift + (offsets[at] ?? 0)));
}
