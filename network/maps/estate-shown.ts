/** What of a view a filter leaves. The view's own plan stays, so nothing moves: what is left out leaves its place empty. */
import type { Estate } from './estate.ts';
import type { EstateLine, EstateNode, EstateView } from './estate-groups.ts';
import { worstOf } from './way-states.ts';

/** The view with what is in the part too: stacks and bundles have fewer members, and keep their keys. */
export function shownOf(view: EstateView, part: Estate): EstateView {
  const vpcs = new Map(part.vpcs.map((vpc) => [vpc.key, vpc]));
  const hubs = new Set(part.hubs.map(({ key }) => key));
  const links = new Set(part.links.map(({ key }) => key));
  const nodeIn = (node: EstateNode): EstateNode[] => {
    if (node.kind === 'hub') return hubs.has(node.key) ? [node] : [];
    const own = node.vpcs.flatMap(({ key }) => vpcs.get(key) ?? []);
    return own.length > 0 ? [{ ...node, vpcs: own }] : [];
  };
  const lineIn = (line: EstateLine): EstateLine[] => {
    const own = line.links.filter(({ key }) => links.has(key));
    if (own.length === line.links.length) return [line];
    return own.length > 0 ? [{ ...line, links: own, state: worstOf(own.map(({ state }) => state)) }] : [];
  };
  return { ...view, nodes: view.nodes.flatMap(nodeIn), lines: view.lines.flatMap(lineIn), undrawn: view.undrawn.flatMap(lineIn) };
}
