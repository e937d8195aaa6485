/** How columns sort, restated here so that the console's own sorting is not its own judge. */

const parts = (block: string): number[] => block.split(/[./]/).map(Number);

/** By address, then by mask. */
export function byBlock(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
