/** Tarjan's strongly connected components: the cycles of a graph, each with all that takes part in it, sorted. */
export function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>();
  /** The lowest number that a node leads back to. */
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const cycles: string[][] = [];
  const lower = (node: string, number: number | undefined): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? Number.POSITIVE_INFINITY, number ?? Number.POSITIVE_INFINITY));
  };
  const visit = (node: string): void => {
    numbers.set(node, numbers.size);
    lower(node, numbers.get(node));
    path.push(node);
    onPath.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!numbers.has(next)) {
        visit(next);
        lower(node, lowest.get(next));
      } else if (onPath.has(next)) lower(node, numbers.get(next));
    }
    if (lowest.get(node) !== numbers.get(node)) return;
    const component = path.splice(path.lastIndexOf(node));
    for (const member of component) onPath.delete(member);
    if (component.length > 1 || graph.get(node)?.includes(node)) cycles.push(component.sort());
  };
  for (const node of graph.keys()) if (!numbers.has(node)) visit(node);
  return cycles;
}
