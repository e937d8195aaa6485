/** Checks the chain: every record that was edited, removed, added or put elsewhere is found, and named by its place. */
import type { HistoryTable, StoreSchema } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { sealOf } from './record.ts';

/** Records that are read at a time. */
const step = 500;

interface Verification {
  readonly records: number;
  /** The seal of the last record: noted elsewhere, it also tells later that nothing was rewritten as a whole. */
  readonly head: string;
  readonly faults: readonly string[];
  /** Writes whose outcome is not written yet. */
  readonly open: number;
}

interface Walk {
  seq: number;
  hash: string;
  readonly seals: Set<string>;
  readonly intents: Set<string>;
  readonly faults: string[];
}

/** `noted`: a seal that was written down elsewhere, which must be among them. */
export async function verifyHistory({ db }: Store, noted?: string): Promise<Verification> {
  const walk: Walk = { seq: 0, hash: '', seals: new Set(), intents: new Set(), faults: [] };
  let head: StoreSchema['historyHead'] | undefined;
  for (let from = 0; ; ) {
    const rows = await db.selectFrom('history').selectAll().where('seq', '>', from).orderBy('seq').limit(step).execute();
    const named = await namesOf(db, rows);
    for (const row of rows) checkRecord(walk, row, named.get(row.entry) ?? new Set());
    from = rows.at(-1)?.seq ?? from;
    if (rows.length > 0) continue;
    head = await db.selectFrom('historyHead').selectAll().where('id', '=', 1).executeTakeFirst();
    // Servers that run go on writing: only where nothing follows was the head read together with the last record.
    const more = await db.selectFrom('history').select('seq').where('seq', '>', from).limit(1).executeTakeFirst();
    if (more === undefined) break;
  }
  if (head === undefined) walk.faults.push('Which record is the last is not written down any more.');
  else if (head.seq > walk.seq) walk.faults.push(`${placesOf(walk.seq + 1, head.seq)} at the end.`);
  else if (head.seq !== walk.seq || head.hash !== walk.hash)
    walk.faults.push(`The last record, ${walk.seq}, is not the one that was written last.`);
  if (noted !== undefined && !walk.seals.has(noted))
    walk.faults.push(`No record has the seal ${noted}: the history was rewritten since it was noted.`);
  return { records: walk.seals.size, head: walk.hash, faults: walk.faults, open: walk.intents.size };
}

const placesOf = (from: number, to: number): string => (from === to ? `Record ${from} is missing` : `Records ${from} to ${to} are missing`);

function checkRecord(walk: Walk, row: HistoryTable, named: ReadonlySet<string>): void {
  const what = `Record ${row.seq} (${row.kind}${row.action === null ? '' : ` ${row.action}`}, ${timeOf(row.at)})`;
  const gap = row.seq !== walk.seq + 1;
  if (gap) walk.faults.push(`${placesOf(walk.seq + 1, row.seq - 1)}, before ${what}.`);
  if (sealOf(row) !== row.hash) walk.faults.push(`${what} was changed.`);
  else if (row.prev !== walk.hash && !gap)
    walk.faults.push(`${what} does not follow the one before it: it was put there, or others were taken away.`);
  const missing = resourcesIn(row.body).filter((id) => !named.has(id));
  if (missing.length > 0) walk.faults.push(`${what} is not found any more by ${missing.join(', ')}.`);
  if (row.kind === 'intent') walk.intents.add(row.entry);
  else if (row.kind === 'outcome') walk.intents.delete(row.entry);
  walk.seq = row.seq;
  walk.hash = row.hash;
  walk.seals.add(row.hash);
}

const timeOf = (at: number): string => (Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at));

function resourcesIn(body: string): string[] {
  try {
    const { resources } = JSON.parse(body) as { readonly resources?: readonly { readonly id: string }[] };
    return (resources ?? []).map(({ id }) => id);
  } catch {
    return [];
  }
}

async function namesOf(db: Store['db'], rows: readonly HistoryTable[]): Promise<Map<string, Set<string>>> {
  const entries = [...new Set(rows.map(({ entry }) => entry))];
  const named = new Map<string, Set<string>>();
  if (entries.length === 0) return named;
  const found = await db.selectFrom('historyResources').select(['entry', 'resource']).where('entry', 'in', entries).execute();
  for (const { entry, resource } of found) named.set(entry, (named.get(entry) ?? new Set()).add(resource));
  return named;
}
