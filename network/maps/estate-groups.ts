/** What stands on the map of the estate: single VPCs, or stacks of them where there are too many; and lines between them. */
import { commonBlock } from './blocks.ts';
import { type Estate, type EstateHub, type EstateLink, type EstateVpc, worse, worstOf } from './estate.ts';
import { byText } from './order.ts';
import type { WayState } from './vpc-hops.ts';

export interface EstateNode {
  readonly key: string;
  readonly kind: 'vpc' | 'stack' | 'hub';
  readonly account: string;
  readonly region: string;
  /** Of a stack: what its VPCs have in common. */
  readonly name: string;
  readonly vpcs: readonly EstateVpc[];
  readonly hub: EstateHub | null;
}

/** All that joins two things: one link, or a bundle of several. */
export interface EstateLine {
  readonly key: string;
  readonly ends: readonly [string, string];
  /** The worst first. */
  readonly links: readonly EstateLink[];
  readonly state: WayState;
}

/** How VPCs were put together: not at all, by what their names begin with or their tag, or all of an account's region. */
export type Grouping = 'none' | 'name' | 'region';

export interface EstateView {
  readonly grouping: Grouping;
  readonly nodes: readonly EstateNode[];
  readonly lines: readonly EstateLine[];
  /** Lines that are not drawn, since there are too many: a list has them. */
  readonly undrawn: readonly EstateLine[];
}

/** More cards or lines than these are grouped. */
export const mostCards = 60;
export const mostLines = 24;
const hubLinks = 5;

const byEnds = (estate: Estate, nodeOf: ReadonlyMap<string, string>): EstateLine[] => {
  const bundles = new Map<string, { ends: readonly [string, string]; links: EstateLink[] }>();
  for (const link of estate.links) {
    const [a, b] = link.ends.map((end) => nodeOf.get(end)).sort((x, y) => byText(x ?? '', y ?? ''));
    if (a === undefined || b === undefined || a === b) continue;
    const held = bundles.get(`${a}|${b}`);
    if (held) held.links.push(link);
    else bundles.set(`${a}|${b}`, { ends: [a, b], links: [link] });
  }
  return [...bundles.values()]
    .map(({ ends, links }): EstateLine => {
      const sorted = links.sort((x, y) => worse(x.state, y.state) || byText(x.key, y.key));
      const [first] = sorted;
      return {
        key: sorted.length === 1 && first ? first.key : `bundle:${ends[0]}|${ends[1]}`,
        ...{ ends, links: sorted, state: worstOf(sorted.map(({ state }) => state)) },
      };
    })
    .sort((x, y) => byText(x.key, y.key));
};

/** What a name begins with, before its first number or separator. */
const beginningOf = (name: string): string => /^[^\s\d\-_.·]+/u.exec(name)?.[0] ?? '';

const single = (vpc: EstateVpc): EstateNode => ({
  ...{ key: vpc.key, kind: 'vpc', account: vpc.account, region: vpc.region },
  ...{ name: vpc.name || vpc.id, vpcs: [vpc], hub: null },
});

const hubNode = (hub: EstateHub): EstateNode => ({
  ...{ key: hub.key, kind: 'hub', account: hub.account, region: hub.region },
  ...{ name: hub.name || hub.id, vpcs: [], hub },
});

/** Stacks by account, region and word; a stack of one is no stack, nor is one that was opened. */
function stacked(estate: Estate, wordOf: (vpc: EstateVpc) => string, isSingle: (vpc: EstateVpc) => boolean, open: ReadonlySet<string>) {
  const stacks = new Map<string, EstateVpc[]>();
  const nodes: EstateNode[] = [];
  for (const vpc of estate.vpcs) {
    const key = `stack:${vpc.account}:${vpc.region}:${wordOf(vpc)}`;
    if (isSingle(vpc) || open.has(key)) nodes.push(single(vpc));
    else stacks.set(key, [...(stacks.get(key) ?? []), vpc]);
  }
  for (const [key, vpcs] of stacks) {
    const [first] = vpcs;
    if (!first) continue;
    if (vpcs.length === 1) nodes.push(single(first));
    else nodes.push({ key, kind: 'stack', account: first.account, region: first.region, name: wordOf(first), vpcs, hub: null });
  }
  return nodes;
}

interface ViewOptions {
  /** Stacks that were opened: their VPCs stand alone. */
  readonly open?: ReadonlySet<string>;
  /** Asked for; else the finest that fits. */
  readonly grouping?: Grouping | undefined;
  /** What a VPC is put together with others by; '' is what its name begins with. */
  readonly tagOf?: (vpc: EstateVpc) => string;
}

/** The finest grouping with few enough cards and lines, or the one that is asked for. */
export function estateView(estate: Estate, { open = new Set(), grouping, tagOf = () => '' }: ViewOptions = {}): EstateView {
  const degree = new Map<string, number>();
  for (const { ends } of estate.links) for (const end of ends) degree.set(end, (degree.get(end) ?? 0) + 1);
  const hubs = estate.hubs.map(hubNode);
  const views: Readonly<Record<Grouping, () => EstateNode[]>> = {
    none: () => estate.vpcs.map(single),
    name: () =>
      stacked(
        estate,
        (vpc) => tagOf(vpc) || beginningOf(vpc.name),
        ({ key }) => (degree.get(key) ?? 0) >= hubLinks,
        open,
      ),
    region: () =>
      stacked(
        estate,
        () => '',
        () => false,
        open,
      ),
  };
  const seen = (how: Grouping): EstateView => {
    const nodes = [...views[how](), ...hubs].sort((a, b) => byText(a.key, b.key));
    const nodeOf = new Map(
      nodes.flatMap(({ key, kind, vpcs }) => (kind === 'hub' ? [[key, key]] : vpcs.map((vpc) => [vpc.key, key]))) as [string, string][],
    );
    const lines = byEnds(estate, nodeOf);
    const worst = [...lines].sort((x, y) => worse(x.state, y.state) || y.links.length - x.links.length || byText(x.key, y.key));
    const drawn = new Set(worst.slice(0, mostLines));
    return { grouping: how, nodes, lines: lines.filter((line) => drawn.has(line)), undrawn: lines.filter((line) => !drawn.has(line)) };
  };
  if (grouping) return seen(grouping);
  const fits = (view: EstateView): boolean => view.nodes.length <= mostCards && view.undrawn.length === 0;
  for (const how of ['none', 'name'] as const) {
    const view = seen(how);
    // What is opened by hand may go over.
    if (fits(view) || (how === 'name' && open.size > 0 && view.undrawn.length === 0)) return view;
  }
  return seen('region');
}

/** Blocks wider than this tell nothing. */
const widest = 8;

/** The range of a node: a VPC's own, or the smallest block that holds all of a stack's; '' where that is too wide to tell anything. */
export function blockOfNode({ vpcs }: EstateNode): string {
  if (vpcs.length === 1) return vpcs[0]?.cidrs[0] ?? '';
  const block = commonBlock(vpcs.flatMap(({ cidrs }) => cidrs));
  return Number(block.split('/')[1] ?? 0) >= widest ? block : '';
}
