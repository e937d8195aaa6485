/** Reading a whole list in pages, several at a time, although the list may change under the reading. */

export interface Page<R> {
  readonly rows: readonly R[];
  /** How many rows there are on all pages; null where the answer does not tell. */
  readonly total: number | null;
}

export interface PagedRows<R> {
  readonly rows: readonly R[];
  /** How many rows the cloud says there are, or how many came where it does not say. */
  readonly total: number;
  /** False while pages are still arriving. */
  readonly complete: boolean;
  /** False when the list kept changing, or holds fewer rows than it counts, so that a row may be missing. */
  readonly consistent: boolean;
}

type Ask<R> = (offset: number, limit: number) => Promise<Page<R>>;

interface PagingOptions<R> {
  /** Rows per call. */
  readonly limit: number;
  readonly idOf: (row: R) => string;
  /** Calls in flight at once. */
  readonly concurrency?: number;
  /** Told after every page but the last. */
  readonly onProgress?: (part: PagedRows<R>) => void;
}

const passes = 3;

/** Rows of all pages in page order, each id once. A row that moved to another page while reading comes twice otherwise. */
export function mergePages<R>(pages: readonly (readonly R[] | undefined)[], idOf: (row: R) => string): R[] {
  const seen = new Set<string>();
  const rows: R[] = [];
  for (const page of pages) {
    for (const row of page ?? []) {
      const id = idOf(row);
      if (seen.has(id)) continue;
      seen.add(id);
      rows.push(row);
    }
  }
  return rows;
}

/** Reads a list that has no pages: what one answer holds is all of it, unless it counts more. */
export async function readUnpaged<R>(ask: () => Promise<Page<R>>, idOf: (row: R) => string): Promise<PagedRows<R>> {
  const { rows: told, total } = await ask();
  const rows = mergePages([told], idOf);
  return { rows, total: total ?? rows.length, complete: true, consistent: total === null || rows.length >= total };
}

/**
 * Reads every page. The first tells how many there are; the rest are read `concurrency` at a time.
 * Deletions while reading shift rows to pages that were read before: the totals tell, and the list is read again,
 * three times at most. A page that brings nothing new is the last, whatever the total says. What is still inconsistent then is returned with `consistent: false`.
 * A total that full pages hold exactly may be wrong: a full last page is followed by another. Without a total, or with one that
 * its own page has more rows than, pages are read until one is shorter than those before; the first is followed in any case, as
 * a cloud may give smaller pages than asked for.
 */
export async function readAll<R>(ask: Ask<R>, { limit, idOf, concurrency = 4, onProgress }: PagingOptions<R>): Promise<PagedRows<R>> {
  let result = await readOnce(ask, { limit, idOf, concurrency, ...(onProgress ? { onProgress } : {}) });
  for (let pass = 1; pass < passes && !result.consistent; pass += 1) {
    result = await readOnce(ask, { limit, idOf, concurrency });
  }
  return result;
}

async function readOnce<R>(
  ask: Ask<R>,
  { limit, idOf, concurrency, onProgress }: PagingOptions<R> & { concurrency: number },
): Promise<PagedRows<R>> {
  const first = await ask(0, limit);
  if (first.total === null || first.total < first.rows.length)
    return readUntold(ask, first.rows, { limit, idOf, ...(onProgress ? { onProgress } : {}) });
  const pages: (readonly R[])[] = [first.rows];
  // A cloud that gives smaller pages than asked for would otherwise leave holes.
  const step = first.rows.length > 0 && first.rows.length < Math.min(limit, first.total) ? first.rows.length : limit;
  let total: number = first.total;
  let steady = true;
  let next = 1;
  const arrived = (): void => {
    if (pages.length * step < total || pages.includes(undefined as never)) {
      onProgress?.({ rows: mergePages(pages, idOf), total, complete: false, consistent: true });
    }
  };
  const seen = new Set(first.rows.map(idOf));
  // A total that the pages do not hold would be read towards for ever.
  let ended = false;
  const reader = async (): Promise<void> => {
    while (!ended && next * step < total) {
      const index = next;
      next += 1;
      const page = await ask(index * step, step);
      pages[index] = page.rows;
      if (page.total !== total) steady = false;
      total = page.total ?? total;
      const before = seen.size;
      for (const row of page.rows) seen.add(idOf(row));
      if (seen.size === before) ended = true;
      arrived();
    }
  };
  if (first.rows.length > 0) {
    arrived();
    await Promise.all(Array.from({ length: concurrency }, reader));
  }
  const rows = mergePages(pages, idOf);
  const last = pages.at(-1) ?? [];
  if (steady && !ended && last.length >= step) {
    const further = await readOn(ask, { rows, offset: pages.length * step, page: last, least: step }, { limit: step, idOf, onProgress });
    if (further.length > rows.length) return { rows: further, total: further.length, complete: true, consistent: true };
  }
  const isWhole = pages.length === 1 ? rows.length >= total : steady && rows.length === total;
  return { rows, total, complete: true, consistent: isWhole };
}

/** The pages of a list that tells no total, one after the other. */
async function readUntold<R>(ask: Ask<R>, first: readonly R[], options: PagingOptions<R>): Promise<PagedRows<R>> {
  const begun = { rows: mergePages([first], options.idOf), offset: first.length, page: first, least: 1 };
  const rows = await readOn(ask, begun, options);
  return { rows, total: rows.length, complete: true, consistent: true };
}

/** What has been read, where it ends, its last page, and how many rows that must have to be followed. */
interface Begun<R> {
  readonly rows: readonly R[];
  readonly offset: number;
  readonly page: readonly R[];
  readonly least: number;
}

/** Reads on until a page has fewer rows than one before it, or nothing new. @returns all rows. */
async function readOn<R>(
  ask: Ask<R>,
  begun: Begun<R>,
  {
    limit,
    idOf,
    onProgress,
  }: Pick<PagingOptions<R>, 'limit' | 'idOf'> & { readonly onProgress?: PagingOptions<R>['onProgress'] | undefined },
): Promise<readonly R[]> {
  let { rows, offset, page, least } = begun;
  while (page.length >= least) {
    onProgress?.({ rows, total: rows.length, complete: false, consistent: true });
    least = Math.max(least, page.length);
    const before = page;
    page = (await ask(offset, limit)).rows;
    // A cloud that does not know the offset: rows without ids would seem new for ever.
    if (JSON.stringify(page) === JSON.stringify(before)) break;
    const merged = mergePages([rows, page], idOf);
    if (merged.length === rows.length) break;
    rows = merged;
    offset += page.length;
  }
  return rows;
}

/**
 * The new rows, each replaced by the old object of the same id when nothing in it changed, so that unchanged rows are
 * not rendered again. Compares one level deep and nested values by their JSON.
 */
export function reuseRows<R extends object>(before: readonly R[], after: readonly R[], idOf: (row: R) => string): readonly R[] {
  if (before.length === 0) return after;
  const known = new Map(before.map((row) => [idOf(row), row]));
  let same = before.length === after.length;
  const rows = after.map((row, index) => {
    const old = known.get(idOf(row));
    const kept = old && sameRow(old, row) ? old : row;
    if (kept !== before[index]) same = false;
    return kept;
  });
  return same ? before : rows;
}

function sameRow(a: object, b: object): boolean {
  const left = Object.entries(a);
  const right = b as Record<string, unknown>;
  if (left.length !== Object.keys(right).length) return false;
  return left.every(([key, value]) => {
    const other = right[key];
    if (Object.is(value, other)) return true;
    return typeof value === 'object' && typeof other === 'object' && JSON.stringify(value) === JSON.stringify(other);
  });
}
