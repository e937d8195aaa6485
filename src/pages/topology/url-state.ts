/** What of the map stands in the URL of the page: which part is shown, what is open and selected, where one looks. Pure. */

/** What is shown: the place's account, every account, one VPC, or what is near a resource. */
export type MapSubject =
  | { readonly kind: 'account' | 'accounts' }
  | { readonly kind: 'vpc'; readonly vpc: string }
  | { readonly kind: 'near'; readonly from: string; readonly hops: number };

/** How deep boxes are open: 1 shows VPCs closed, 4 groups of interfaces closed, 5 all there is. */
export type Level = 1 | 2 | 3 | 4 | 5;
export const levels: readonly Level[] = [1, 2, 3, 4, 5];
export const mostHops = 5;

/** A path that reachability has found, to be seen on the map. */
export interface AskedPath {
  /** Ids and addresses in the order in which packets come to them. */
  readonly through: readonly string[];
  /** How many of them packets do come to. */
  readonly reached: number;
  /** Protocol and port, as reachability's page takes them. */
  readonly ask: { readonly protocol?: string; readonly port?: string };
}

export interface MapState {
  readonly subject: MapSubject;
  readonly path: AskedPath | null;
  readonly level: Level;
  /** Boxes that are not as the level and the path have them. */
  readonly turned: readonly string[];
  readonly selected: string | null;
  /** Where one looks, as `viewportText` writes it; null: all of it. */
  readonly view: string | null;
}

function subjectIn(search: URLSearchParams): MapSubject {
  const from = search.get('from');
  const hops = Math.round(Number(search.get('hops') ?? 1));
  if (from) return { kind: 'near', from, hops: Math.min(mostHops, Math.max(1, Number.isFinite(hops) ? hops : 1)) };
  const vpc = search.get('vpc');
  if (vpc) return { kind: 'vpc', vpc };
  return { kind: search.get('accounts') === 'all' ? 'accounts' : 'account' };
}

function pathIn(search: URLSearchParams): AskedPath | null {
  const through = (search.get('path') ?? '').split(' ').filter(Boolean);
  if (through.length < 2) return null;
  const stop = Number(search.get('stop') ?? Number.NaN);
  const [protocol, port] = (search.get('ask') ?? '').split(' ').filter(Boolean);
  return {
    through,
    reached: Number.isInteger(stop) && stop > 0 && stop < through.length ? stop : through.length,
    ask: { ...(protocol ? { protocol } : {}), ...(port ? { port } : {}) },
  };
}

/** On a path all but what it leads through begins closed, so that its ends stand near each other. */
const usualLevel = (path: AskedPath | null): Level => (path ? 1 : 4);

export function stateIn(search: URLSearchParams): MapState {
  const path = pathIn(search);
  return {
    subject: subjectIn(search),
    path,
    level: levels.find((level) => String(level) === search.get('open')) ?? usualLevel(path),
    turned: (search.get('turned') ?? '').split(',').filter(Boolean),
    selected: search.get('sel'),
    view: search.get('view'),
  };
}

/** Servers take no longer URLs: those that were turned first fall back to how they were. */
const mostLetters = 2_500;

function shortened(turned: readonly string[]): string {
  let from = 0;
  while (encodeURIComponent(turned.slice(from).join(',')).length > mostLetters) from += 1;
  return turned.slice(from).join(',');
}

export type MapChange = Partial<Pick<MapState, 'level' | 'turned' | 'selected' | 'view'>>;

export function withChange(search: URLSearchParams, { level, turned, selected, view }: MapChange): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | null): void => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  if (level !== undefined) put('open', level === usualLevel(pathIn(search)) ? null : String(level));
  if (turned !== undefined) put('turned', shortened(turned));
  if (selected !== undefined) put('sel', selected);
  if (view !== undefined) put('view', view);
  return next;
}

/** Another part of the network: what is open and selected stays, where one looks does not. */
export function withSubject(search: URLSearchParams, subject: Readonly<Record<string, string | number>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ['vpc', 'from', 'hops', 'accounts', 'path', 'stop', 'ask', 'view']) next.delete(name);
  for (const [name, value] of Object.entries(subject)) next.set(name, String(value));
  return next;
}

/** These are turned, and those among them that were are not. */
export function turnedWith(turned: readonly string[], keys: readonly string[]): string[] {
  const now = new Set(turned);
  for (const key of keys) if (!now.delete(key)) now.add(key);
  return [...now];
}
