/** What was done, as the server's history tells it: nothing of it is asked of the cloud. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { readAnswer, request } from './call.ts';

export interface HistoryEntry {
  readonly id: string;
  readonly seq: number;
  /** Milliseconds of the epoch. */
  readonly at: number;
  readonly kind: 'write' | 'event';
  readonly person: string | null;
  readonly personName: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly service: string | null;
  readonly action: string | null;
  readonly family: string | null;
  readonly reason: string | null;
  /** Of a write: "done", "refused", "not-done", "unknown", or "open" while it is under way. */
  readonly outcome: string | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly ms: number | null;
  readonly resources: readonly { readonly id: string; readonly family: string | null; readonly own: boolean }[];
}

/** How a resource was read beside a write. `by` is the call that told it. */
export type Observation =
  | { readonly kind: 'read'; readonly by: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: 'not-read'; readonly why: string };

export interface EntryDetails extends HistoryEntry {
  readonly details: readonly {
    readonly kind: string;
    readonly at: number;
    readonly hash: string;
    readonly body: Readonly<Record<string, unknown>>;
  }[];
}

export interface HistoryFilters {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly family?: string | undefined;
  readonly resource?: string | undefined;
  /** Only what was about the resource, not what named it. */
  readonly own?: boolean | undefined;
  readonly outcome?: string | undefined;
  readonly requestId?: string | undefined;
  readonly text?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly next: number | null;
}

const pageSize = 50;

/** One page of the history, the newest first. @throws ApiError */
async function readPage(filters: HistoryFilters, before: number | null, limit: number, signal?: AbortSignal): Promise<HistoryPage> {
  const body = { ...filters, limit, ...(before === null ? {} : { before }) };
  return (await readAnswer(await request('/api/history', { method: 'POST', body, signal }))) as HistoryPage;
}

export const historyOptions = (filters: HistoryFilters) =>
  infiniteQueryOptions({
    queryKey: ['history', filters],
    queryFn: ({ pageParam, signal }) => readPage(filters, pageParam, pageSize, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // What was done a moment ago is what is looked for.
    staleTime: 0,
  });

/** Entries that an export holds at most. */
const mostExported = 20_000;

/** Everything that fits, for a file. @throws ApiError */
export async function readWholeHistory(filters: HistoryFilters): Promise<readonly HistoryEntry[]> {
  const all: HistoryEntry[] = [];
  for (let before: number | null = null; all.length < mostExported; ) {
    const { entries, next }: HistoryPage = await readPage(filters, before, 200);
    all.push(...entries);
    if (next === null) break;
    before = next;
  }
  return all;
}

/** An entry that is not there, or that somebody may not see, is null. What comes after a write is still on its way for a moment. */
export const entryOptions = (id: string) =>
  queryOptions({
    queryKey: ['history', 'entry', id],
    queryFn: async ({ signal }): Promise<EntryDetails | null> => {
      try {
        return (await readAnswer(await request(`/api/history/${encodeURIComponent(id)}`, { signal }))) as EntryDetails;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.outcome === 'open' ? 2_000 : false),
  });
