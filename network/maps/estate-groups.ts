/** What stands on the map of the estate: single VPCs, or stacks of them where there are too many; and lines between them. */
import { commonBlock } from './blocks.ts';
import type { Estate, EstateHub, EstateLink, EstateVpc } from './estate.ts';
import type { WayState } from './map-hop.ts';
import { byText } from './order.ts';
import { worse, worstOf } from './way-states.ts';

export interface EstateNode {
  readonly key: string;
  readonly kind: 'vpc' | 'stack' | 'hub';
  readonly account: string;
  readonly region: string;
  /** Of a stack: what its VPCs have in common; '' where that is their region, or that they lack the tag. */
  readonly name: string;
  /** How a stack was put together. */
  readonly by: Grouping;
  /** It stands for all that its account has in the region: the account is closed to a strip. */
  readonly closed: boolean;
  readonly vpcs: readonly EstateVpc[];
  readonly hub: EstateHub | null;
}

/** All that joins two things: one link, or a bundle of several; or only that they have addresses in common. */
export interface EstateLine {
  readonly key: string;
  readonly ends: readonly [string, string];
  /** The worst first. */
  readonly links: readonly EstateLink[];
  readonly state: WayState;
}

/** How VPCs were put together: not at all, by a tag, by what their names begin with, or all of an account's region. */
export type Grouping = 'none' | 'tag' | 'name' | 'region';

export interface EstateView {
  readonly grouping: Grouping;
  /** The key of the tag that VPCs are put together by; else ''. */
  readonly tag: string;
  readonly nodes: readonly EstateNode[];
  readonly lines: readonly EstateLine[];
  /** Lines that are not drawn, since there are too many: a list has them. */
  readonly undrawn: readonly EstateLine[];
  /** Where all VPCs stand, those that are left out too. */
  readonly all: readonly Pick<EstateVpc, 'account' | 'region'>[];
}

/** More cards, or more lines between VPCs than these are grouped. Places in a CCN meet at its card: they count as drawn, not here. */
export const mostCards = 60;
const mostLines = 20;
/** More lines than these are never drawn, of single VPCs and of stacks: a list has the rest. */
const mostDrawn = { single: 40, stacked: 24 } as const;
/** Of pairs that only have addresses in common: each keeps room in a channel, shown or not. */
const mostApart = 12;
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

/** Nothing joins its ends: they have addresses in common. It is planned after all else, and groups nothing. */
export const isApart = ({ links }: Pick<EstateLine, 'links'>): boolean => links.every(({ kind }) => kind === 'overlap');

/** What a name begins with, before its first number or separator. */
const beginningOf = (name: string): string => /^[^\s\d\-_.·]+/u.exec(name)?.[0] ?? '';

const single = (vpc: EstateVpc): EstateNode => ({
  ...{ key: vpc.key, kind: 'vpc', account: vpc.account, region: vpc.region, by: 'none', closed: false },
  ...{ name: vpc.name || vpc.id, vpcs: [vpc], hub: null },
});

const hubNode = (hub: EstateHub): EstateNode => ({
  ...{ key: hub.key, kind: 'hub', account: hub.account, region: hub.region, by: 'none', closed: false },
  ...{ name: hub.name || hub.id, vpcs: [], hub },
});

interface Stacking {
  readonly by: Grouping;
  readonly wordOf: (vpc: EstateVpc) => string;
  readonly isSingle: (vpc: EstateVpc) => boolean;
  readonly open: ReadonlySet<string>;
  /** Accounts of which each region is one stack, whatever the word. */
  readonly closed: ReadonlySet<string>;
}

/** Stacks by account, region and word; a stack of one is no stack, nor is one that was opened. */
function stacked(estate: Estate, { by, wordOf, isSingle, open, closed }: Stacking): EstateNode[] {
  const stacks = new Map<string, { readonly name: string; readonly vpcs: EstateVpc[] }>();
  const nodes: EstateNode[] = [];
  for (const vpc of estate.vpcs) {
    const isClosed = closed.has(vpc.account);
    const name = isClosed ? '' : wordOf(vpc);
    const key = `stack:${vpc.account}:${vpc.region}:${name}`;
    const held = stacks.get(key);
    if (!isClosed && (isSingle(vpc) || open.has(key))) nodes.push(single(vpc));
    else if (held) held.vpcs.push(vpc);
    else stacks.set(key, { name, vpcs: [vpc] });
  }
  for (const [key, { name, vpcs }] of stacks) {
    const [first] = vpcs;
    if (!first) continue;
    const isClosed = closed.has(first.account);
    if (vpcs.length === 1 && !isClosed) nodes.push(single(first));
    else
      nodes.push({
        ...{ key, kind: 'stack', account: first.account, region: first.region, name, vpcs, hub: null },
        ...{ by: isClosed ? 'region' : by, closed: isClosed },
      });
  }
  return nodes;
}

/** Keys of tags with how many VPCs have them, the most first. */
export function tagKeys(estate: Estate): { readonly key: string; readonly n: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of estate.vpcs) for (const key of Object.keys(tags)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, n]) => ({ key, n })).sort((a, b) => b.n - a.n || byText(a.key, b.key));
}

/** A tag tells VPCs apart where most have it, and it has several values but not nearly as many as there are VPCs. */
function tellingTag(estate: Estate): string | null {
  const found = tagKeys(estate).find(({ key, n }) => {
    const values = new Set(estate.vpcs.flatMap(({ tags }) => tags[key] ?? []));
    return n * 2 > estate.vpcs.length && values.size > 1 && values.size * 2 < n;
  });
  return found?.key ?? null;
}

/** Opening an account that is closed: this stands among what is open. */
export const accountOpened = (account: string): string => `account:${account}`;

/** Accounts of several VPCs without findings and without what is selected, unless that would close them all. */
function closedAccounts(estate: Estate, open: ReadonlySet<string>, selected: string | null): ReadonlySet<string> {
  const accounts = [...new Set(estate.vpcs.map(({ account }) => account))];
  const closed = accounts.filter((account) => {
    const own = estate.vpcs.filter((vpc) => vpc.account === account);
    if (own.length < 2 || open.has(accountOpened(account))) return false;
    return own.every(({ key, findings }) => findings.length === 0 && key !== selected);
  });
  return new Set(closed.length < accounts.length ? closed : []);
}

interface ViewOptions {
  /** Stacks and accounts that were opened: their VPCs, or stacks, stand alone. */
  readonly open?: ReadonlySet<string>;
  /** Asked for; else the finest that fits. */
  readonly grouping?: Grouping | undefined;
  /** The key of the tag to group by; else the one that tells most. */
  readonly tag?: string | undefined;
  /** The key of what is selected. */
  readonly selected?: string | null;
  /** The estate that this is a part of; else all of it. */
  readonly whole?: Estate;
}

/** VPCs with many lines, those with most first, as many as there are cards left for beside a stack for each account and region. */
function busiest({ vpcs }: Estate, degree: ReadonlyMap<string, number>): ReadonlySet<string> {
  const stacks = new Set(vpcs.map(({ account, region }) => `${account} ${region}`)).size;
  const links = ({ key }: EstateVpc): number => degree.get(key) ?? 0;
  const most = vpcs.filter((vpc) => links(vpc) >= hubLinks).sort((a, b) => links(b) - links(a) || byText(a.key, b.key));
  return new Set(most.slice(0, Math.max(0, mostCards - stacks)).map(({ key }) => key));
}

/** What VPCs are put together by; null: not at all. */
function stackingOf(estate: Estate, how: Grouping, tag: string, { open = new Set(), selected = null }: ViewOptions): Stacking | null {
  const degree = new Map<string, number>();
  for (const { ends, kind } of estate.links) if (kind !== 'overlap') for (const end of ends) degree.set(end, (degree.get(end) ?? 0) + 1);
  if (how === 'none') return null;
  if (how === 'region') {
    const alone = busiest(estate, degree);
    return { by: how, wordOf: () => '', isSingle: ({ key }) => key === selected || alone.has(key), open, closed: new Set() };
  }
  return {
    by: how,
    wordOf: how === 'tag' ? ({ tags }) => tags[tag] ?? '' : ({ name }) => beginningOf(name),
    isSingle: ({ key }) => key === selected || (degree.get(key) ?? 0) >= hubLinks,
    ...{ open, closed: closedAccounts(estate, open, selected) },
  };
}

function viewBy(estate: Estate, how: Grouping, tag: string, options: ViewOptions): EstateView {
  const stacking = stackingOf(estate, how, tag, options);
  const cards = stacking ? stacked(estate, stacking) : estate.vpcs.map(single);
  const nodes = [...cards, ...estate.hubs.map(hubNode)].sort((a, b) => byText(a.key, b.key));
  const nodeOf = new Map(
    nodes.flatMap(({ key, kind, vpcs }) => (kind === 'hub' ? [[key, key]] : vpcs.map((vpc) => [vpc.key, key]))) as [string, string][],
  );
  const lines = byEnds(estate, nodeOf);
  const worst = [...lines].sort((x, y) => worse(x.state, y.state) || y.links.length - x.links.length || byText(x.key, y.key));
  const most = stacking ? mostDrawn.stacked : mostDrawn.single;
  const joining = worst.filter((line) => !isApart(line)).slice(0, most);
  const drawn = new Set([...joining, ...worst.filter(isApart).slice(0, Math.min(mostApart, most - joining.length))]);
  return {
    ...{ grouping: how, tag: how === 'tag' ? tag : '', nodes, all: (options.whole ?? estate).vpcs },
    ...{ lines: lines.filter((line) => drawn.has(line)), undrawn: lines.filter((line) => !drawn.has(line)) },
  };
}

const isSpoke = ({ links }: EstateLine): boolean => links.every(({ kind }) => kind === 'ccn');

function fits({ nodes, lines, undrawn }: EstateView): boolean {
  const joining = lines.filter((line) => !isSpoke(line) && !isApart(line));
  return nodes.length <= mostCards && undrawn.every(isApart) && joining.length <= mostLines;
}

/** The finest grouping with few enough cards and lines, or the one that is asked for. */
export function estateView(estate: Estate, options: ViewOptions = {}): EstateView {
  const telling = tellingTag(estate);
  const tag = options.tag ?? telling ?? tagKeys(estate)[0]?.key ?? '';
  if (options.grouping) return viewBy(estate, options.grouping, tag, options);
  const ways: readonly Grouping[] = telling === null ? ['none', 'name'] : ['none', 'tag', 'name'];
  for (const how of ways) {
    // What is opened by hand may go over.
    if (fits(viewBy(estate, how, tag, how === 'none' ? options : { ...options, open: new Set(), selected: null })))
      return viewBy(estate, how, tag, options);
  }
  return viewBy(estate, 'region', tag, options);
}

/** Blocks wider than this tell nothing. */
const widest = 8;

/**
 * The ranges of a node: a VPC's own, or the smallest block that holds all of a stack's. Where that is too wide to tell
 * anything, one for each first number of their addresses, that of most VPCs first.
 */
export function blocksOfNode({ kind, vpcs }: Pick<EstateNode, 'kind' | 'vpcs'>): readonly string[] {
  if (kind !== 'stack') return vpcs.flatMap(({ cidrs }) => cidrs);
  const cidrs = vpcs.flatMap((vpc) => vpc.cidrs);
  const block = commonBlock(cidrs);
  if (Number(block.split('/')[1] ?? 0) >= widest) return [block];
  const parts = new Map<string, string[]>();
  for (const cidr of cidrs) {
    const first = /^\w*/.exec(cidr)?.[0] ?? '';
    parts.set(first, [...(parts.get(first) ?? []), cidr]);
  }
  const inTurn = [...parts.values()].sort((a, b) => b.length - a.length || byText(a[0] ?? '', b[0] ?? ''));
  return inTurn.map(commonBlock).filter(Boolean);
}
