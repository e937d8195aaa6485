/** What of the estate's map stands in the URL of the page: filters, groups, what is selected and sought. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type EstateFilter, type EstateKind, estateKinds } from '../../../network/maps/estate-filter.ts';
import type { Grouping } from '../../../network/maps/estate-groups.ts';
import type { WayState } from '../../../network/maps/map-hop.ts';

export const mostHops = 5;
const groupings: readonly Grouping[] = ['none', 'name', 'region'];
/** Before the key of a tag that VPCs are grouped by. */
const byTag = 'tag:';

/** A grouping as the URL has it. */
export const groupParam = (grouping: Grouping, tag = ''): string => (grouping === 'tag' ? `${byTag}${tag}` : grouping);

function groupIn(text: string): Pick<EstateUrl, 'grouping' | 'tag'> {
  if (text.startsWith(byTag) && text !== byTag) return { grouping: 'tag', tag: text.slice(byTag.length) };
  return { grouping: groupings.find((one) => one === text) ?? null, tag: '' };
}
export const lineStates: readonly WayState[] = ['good', 'missing', 'asked', 'expired', 'dead', 'overlap', 'unknown'];

/** A path that reachability has found, to be seen on the map. */
export interface AskedPath {
  /** Ids and addresses in the order in which packets come to them; of an address, "address@vpc" where its VPC is known. */
  readonly through: readonly string[];
  /** How many of them packets do come to. */
  readonly reached: number;
  /** It is known what becomes of them there. */
  readonly isKnown: boolean;
  /** The place of the one where the answer is lost, from 0; null: it comes back, or none is sent. */
  readonly lostFrom: number | null;
  /** Protocol and port, as reachability's page takes them. */
  readonly ask: { readonly protocol?: string; readonly port?: string };
}

export interface EstateUrl {
  /** What decides which things have a place, and how they are put together, as one text. */
  readonly asked: string;
  readonly filter: EstateFilter;
  /** null: the finest that fits. */
  readonly grouping: Grouping | null;
  /** The key of the tag, where VPCs are grouped by one. */
  readonly tag: string;
  readonly open: ReadonlySet<string>;
  readonly overlaps: boolean;
  /** What the filters leave out has no place of its own. */
  readonly closesGaps: boolean;
  readonly path: AskedPath | null;
  readonly selected: string | null;
  readonly search: string;
  readonly asList: boolean;
}

function pathIn(search: URLSearchParams): AskedPath | null {
  const through = (search.get('path') ?? '').split(' ').filter(Boolean);
  if (through.length < 2) return null;
  const stop = Number(search.get('stop') ?? Number.NaN);
  const lost = Number(search.get('lost') ?? Number.NaN);
  const [protocol, port] = (search.get('ask') ?? '').split(' ').filter(Boolean);
  return {
    through,
    reached: Number.isInteger(stop) && stop > 0 && stop < through.length ? stop : through.length,
    isKnown: search.get('end') !== 'unknown',
    lostFrom: Number.isInteger(lost) && lost > 0 && lost <= through.length ? lost - 1 : null,
    ask: { ...(protocol ? { protocol } : {}), ...(port ? { port } : {}) },
  };
}

/** What leaves things out. Stacks that are opened are none of these: the rest stays where it is. */
const filters = ['without', 'alone', 'owner', 'in', 'state', 'findings', 'from', 'hops'] as const;

/** What a URL asks for; what it says wrongly is as if it were not said. */
export function estateIn(search: URLSearchParams): EstateUrl {
  const from = search.get('from');
  const hops = Math.round(Number(search.get('hops') ?? 1));
  const closesGaps = search.get('gaps') === '0';
  return {
    // A filter leaves gaps, unless they are to be closed.
    asked: ['group', ...(closesGaps ? filters : [])].map((name) => search.get(name) ?? '').join(' '),
    filter: {
      without: new Set(estateKinds.filter((kind) => (search.get('without') ?? '').split('~').includes(kind))),
      joinedOnly: search.get('alone') === '0',
      account: search.get('owner') ?? '',
      region: search.get('in') ?? '',
      state: lineStates.find((state) => state === search.get('state')) ?? '',
      troubled: search.get('findings') === '1',
      near: from ? { id: from, hops: Math.min(mostHops, Math.max(1, Number.isFinite(hops) ? hops : 1)) } : null,
    },
    ...groupIn(search.get('group') ?? ''),
    open: new Set((search.get('open') ?? '').split('~').filter(Boolean)),
    overlaps: search.get('overlaps') === '1',
    closesGaps,
    path: pathIn(search),
    selected: search.get('at'),
    search: search.get('q') ?? '',
    asList: search.get('view') === 'list',
  };
}

type EstateParam =
  | 'without'
  | 'alone'
  | 'owner'
  | 'in'
  | 'state'
  | 'findings'
  | 'from'
  | 'hops'
  | 'group'
  | 'open'
  | 'overlaps'
  | 'gaps'
  | 'at'
  | 'q'
  | 'view'
  | 'path'
  | 'stop'
  | 'end'
  | 'lost'
  | 'ask';
export type EstateChange = Partial<Record<EstateParam, string | null>>;

/** Kinds as the URL leaves them out; null: none. */
export const withoutParam = (kinds: ReadonlySet<EstateKind>): string | null =>
  estateKinds.filter((kind) => kinds.has(kind)).join('~') || null;

/** The URL's query with a change: what is empty is left out. */
export function withEstate(search: URLSearchParams, change: EstateChange): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** The map's state, and the way to change it, which makes no entry of the history. */
export function useEstateUrl(): { readonly url: EstateUrl; readonly put: (change: EstateChange) => void } {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const url = useMemo(() => estateIn(new URLSearchParams(text)), [text]);
  const put = useCallback(
    (change: EstateChange): void => {
      // The URL itself: what the last rendering knows of it may be older.
      setSearch(() => withEstate(new URLSearchParams(window.location.search), change), { replace: true, preventScrollReset: true });
    },
    [setSearch],
  );
  return { url, put };
}
