/** Evidence of what became of a write whose answer was lost: the rows of the list that the catalogue names. */
import { type ActionData, type FamilyData, type Fields, isRead, type LookUp } from '../../catalogue/define.ts';
import { familyData } from '../../catalogue/index.ts';
import { plainName } from '../../catalogue/names.ts';
import { rowsAt } from '../../catalogue/rows.ts';
import { isRecord } from '../../catalogue/validate.ts';

type Params = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/** The created row can be older than the moment of sending by this much: both clocks count whole seconds. */
const toleranceMs = 2_000;

/**
 * The parameters of the look-up's read, or null when the write said too little to be looked up. A name in `where` is a
 * parameter of the list or a key of its filters; a value that starts with "=" is itself what is asked for.
 */
export function reconcileParams(lookUp: LookUp, list: ActionData, written: Params): Record<string, unknown> | null {
  const params: Record<string, unknown> = {};
  const filters: { Name: string; Values: string[] }[] = [];
  const filterField = Object.entries(list.params).find(([, field]) => field.kind === 'filters');
  for (const [name, from] of Object.entries(lookUp.where)) {
    const value = from.startsWith('=') ? from.slice(1) : written[from];
    if (value === undefined || value === null || value === '') continue;
    const field = Object.hasOwn(list.params, name) ? list.params[name] : undefined;
    if (field) params[name] = field.kind === 'list' && !Array.isArray(value) ? [value] : value;
    else filters.push({ Name: name, Values: (Array.isArray(value) ? value : [value]).map(String) });
  }
  if (filters.length > 0) {
    if (!filterField) return null;
    params[filterField[0]] = filters;
  }
  return Object.keys(params).length > 0 && isRead(list) ? params : null;
}

interface Evidence {
  /** Every row of the list that fits `where`; empty when the cloud says there is no such thing. */
  readonly rows: readonly Row[];
  /** The cloud's time in milliseconds when the write was sent. */
  readonly sentAt: number;
  /** Ids of the rows that fitted just before the write was sent; null when that could not be read. */
  readonly before: ReadonlySet<string> | null;
  /** Whether this server has given the id out as what another call made. */
  readonly isHandedOut: (id: string) => boolean;
  /** Another create that looks like this one is under way, or its outcome is not known. */
  readonly contested: boolean;
}

export type Verdict = { readonly outcome: 'done'; readonly row: Row | null } | { readonly outcome: 'not-done' | 'unknown' };

/** What the rows say about the write. */
export function judgeOutcome(lookUp: LookUp, written: Params, list: ActionData, evidence: Evidence): Verdict {
  const { rows } = evidence;
  switch (lookUp.expect) {
    case 'absent':
      return rows.length === 0 ? { outcome: 'done', row: null } : { outcome: 'not-done' };
    case 'same':
      return judgeSame(lookUp, written, rows);
    case 'exists':
      return judgeExists(lookUp, written, list, evidence);
  }
}

function judgeSame(lookUp: LookUp, written: Params, rows: readonly Row[]): Verdict {
  const given = comparisons(lookUp, written);
  if (given.length === 0) return { outcome: 'unknown' };
  const row = rows.find((candidate) => given.every(([field, value]) => asText(candidate[field]) === value));
  return row ? { outcome: 'done', row } : { outcome: 'not-done' };
}

/**
 * The write's row has the written values, was not there before the write was sent, was made after that, and is nothing that
 * another call has been told it made. One that is left is the write's, unless another create like it may have made it too;
 * where the list before is not known, a row of the very moment may be a namesake's. What cannot be told apart is unknown.
 */
function judgeExists(lookUp: LookUp, written: Params, list: ActionData, evidence: Evidence): Verdict {
  const { rows, sentAt, before, isHandedOut, contested } = evidence;
  const given = comparisons(lookUp, written);
  const alike = rows.filter((row) => given.every(([field, value]) => asText(row[field]) === value));
  const timeField = createdField(list);
  const timeOf = (row: Row): number => (timeField === null ? Number.NaN : cloudTime(row[timeField]));
  const fresh = alike.filter((row) => {
    const ids = idsOf(lookUp.by, list, row);
    if (ids.some((id) => before?.has(id) || isHandedOut(id))) return false;
    return Number.isNaN(timeOf(row)) || timeOf(row) >= sentAt - toleranceMs;
  });
  const [row] = fresh;
  if (row === undefined) return { outcome: 'not-done' };
  const isTold = before === null ? timeOf(row) > sentAt + toleranceMs : idsOf(lookUp.by, list, row).length > 0;
  return fresh.length === 1 && !contested && isTold ? { outcome: 'done', row } : { outcome: 'unknown' };
}

/** Ids of the rows, for telling later which of them were there. */
export const idsOfRows = (lookUp: LookUp, list: ActionData, rows: readonly Row[]): Set<string> =>
  new Set(rows.flatMap((row) => idsOf(lookUp.by, list, row)));

/** The ids by which a row is known: the 2017 generation gives old and new ones side by side ("vpcId", "unVpcId"). */
function idsOf(name: string, list: ActionData, row: Row): string[] {
  const known = idField.get(name);
  const plain = known === undefined ? (Object.keys(itemFields(list)).find((field) => /^[a-z]*Id$/i.test(field)) ?? '') : known;
  const wanted = plainName(plain);
  return Object.entries(row).flatMap(([field, value]) => {
    const fits = [wanted, `Un${wanted}`, `Uniq${wanted}`].includes(plainName(field));
    return fits && typeof value === 'string' && value !== '' ? [value] : [];
  });
}

/** The field that holds the id, by the list that shows it. */
const idField: ReadonlyMap<string, string> = new Map(
  Object.values(familyData).flatMap((family: FamilyData) =>
    [family, ...Object.values(family.variants ?? {})].flatMap(({ id, operations }) =>
      Object.values(operations)
        .flat()
        .map((name): [string, string] => [name, id]),
    ),
  ),
);

const comparisons = (lookUp: LookUp, written: Params): [string, string][] =>
  Object.entries(lookUp.compare ?? {})
    .filter(([, param]) => written[param] !== undefined && written[param] !== null)
    .map(([field, param]) => [field, asText(written[param])]);

/** Text of a value for comparison; lists in any order. */
const asText = (value: unknown): string => (Array.isArray(value) ? value.map(String).sort().join(',') : String(value));

function itemFields(list: ActionData): Fields {
  const items = list.paging && list.results[list.paging.items];
  return items?.kind === 'list' && items.of.kind === 'struct' ? items.of.fields : {};
}

/** The field of the listed rows that says when they were created, or null. */
function createdField(list: ActionData): string | null {
  return Object.entries(itemFields(list)).find(([name, field]) => field.kind === 'time' && /^creat/i.test(name))?.[0] ?? null;
}

/** "2018-04-25 10:26:26", China Standard Time, as milliseconds; NaN for anything else. */
function cloudTime(value: unknown): number {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/.test(value)) return Number.NaN;
  return Date.parse(`${value.replace(' ', 'T')}+08:00`);
}

/**
 * What the write would have answered, as far as the found row tells: the row itself where the answer holds one resource,
 * else the answer's fields that the row has under the same name.
 */
export function resultFromRow(write: ActionData, row: Row | null): Record<string, unknown> {
  if (row === null) return {};
  const entries = Object.entries(write.results);
  const [first] = entries;
  if (first && entries.length === 1 && first[1].kind === 'struct') {
    const { fields } = first[1];
    return { [first[0]]: Object.fromEntries(Object.entries(row).filter(([name]) => Object.hasOwn(fields, name))) };
  }
  return Object.fromEntries(Object.entries(row).filter(([name]) => Object.hasOwn(write.results, name)));
}

/** The rows and the total of one page of a list's answer. */
export function pageOf(list: ActionData, data: string): { rows: Row[]; total: number } {
  const found = rowsAt(list, JSON.parse(data));
  const rows = found?.rows.filter(isRecord) ?? [];
  const total = Number(found?.total);
  return { rows, total: Number.isNaN(total) ? rows.length : total };
}
