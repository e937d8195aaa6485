/** A list as data: what its columns are, and searching, sorting and narrowing its rows. Pure; knows no React. */
import { cidrOrNull, contains, parseAddress } from '../../catalogue/address.ts';
import { textOf } from './text.ts';

export type Value = string | number | boolean | null | undefined;
type SortAs = 'text' | 'number' | 'cidr' | 'time';

/** How IPv6 is sorted and found; see ipv6-order.ts. */
export interface Ipv6Order {
  /** A number that orders blocks and addresses; null for a text that is neither. */
  rank(text: string): bigint | null;
  /** Which blocks hold the address or block; null for a text that is neither. */
  inside(word: string): ((block: string) => boolean) | null;
}

/** The part of a column that is data. `value` is what is sorted, searched and exported, whatever is drawn. */
export interface DataColumn<R> {
  /** The API's own field name where the column is a field; it stands in URLs and exports. */
  readonly id: string;
  value(row: R): Value;
  readonly sortAs?: SortAs;
  /** Of a column of blocks, where the account's rows may have IPv6. */
  readonly ipv6?: Ipv6Order;
  /** What the cell says, where that is not `value`: words for a code, a name for an id. Rows are sorted by it. */
  cellText?(row: R): Value;
  /** The values that the rows are narrowed by, where a row has several: any of them may be the wanted one. */
  values?(row: R): readonly string[];
  /** More words under which a row is found: the name behind an id. */
  searchText?(row: R): string;
}

export interface Sort {
  readonly id: string;
  readonly descending: boolean;
}

const haystacks = new WeakMap<readonly DataColumn<never>[], WeakMap<object, string>>();

/** All words of a row in lower case, kept as long as the row and the columns live. */
function haystack<R extends object>(columns: readonly DataColumn<R>[], row: R): string {
  let rows = haystacks.get(columns);
  if (!rows) {
    rows = new WeakMap();
    haystacks.set(columns, rows);
  }
  const known = rows.get(row);
  if (known !== undefined) return known;
  const made = columns
    .map((column) => (column.searchText ? `${textOf(column.value(row))}\n${column.searchText(row)}` : textOf(column.value(row))))
    .join('\n')
    .toLowerCase();
  rows.set(row, made);
  return made;
}

/**
 * The rows in which every word of the query stands. An address or a block also finds the blocks that contain it:
 * "10.0.3.7" finds the subnet it lives in.
 */
export function search<R extends object>(rows: readonly R[], columns: readonly DataColumn<R>[], query: string): readonly R[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const blocks = columns.filter((column) => column.sortAs === 'cidr');
  const tests = words.map((word) => {
    const inside = insideOf(word, blocks.find(({ ipv6 }) => ipv6)?.ipv6);
    if (!inside || blocks.length === 0) return (row: R): boolean => haystack(columns, row).includes(word);
    return (row: R): boolean => haystack(columns, row).includes(word) || blocks.some((column) => blocksIn(column, row).some(inside));
  });
  return rows.filter((row) => tests.every((test) => test(row)));
}

/** What a column of blocks tells: the one that sorts, and the others that are searched. */
const blocksIn = <R>(column: DataColumn<R>, row: R): string[] => [
  textOf(column.value(row)),
  ...(column.searchText?.(row).split(/\s+/) ?? []),
];

function insideOf(word: string, order: Ipv6Order | undefined): ((block: string) => boolean) | null {
  if (word.includes(':')) return order?.inside(word) ?? null;
  const address = parseAddress(word);
  const wanted = address === null ? cidrOrNull(word) : { base: address, prefix: 32 };
  if (!wanted) return null;
  return (block) => {
    const outer = cidrOrNull(block);
    return outer !== null && contains(outer, wanted);
  };
}

/** Made when first needed: the first use of Intl costs a page ten milliseconds. */
let collator: Intl.Collator | undefined;

function compareTexts(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b);
}

/** Numbers are those of IPv4; IPv6 stands behind them. */
type Rank = number | bigint;

/** Strict parsing is slow beside sorting, and the same blocks are sorted again and again. */
const ranks = new Map<string, number>();
const mostRanks = 100_000;

const isRank = (key: Value | Rank): key is Rank => typeof key === 'number' || typeof key === 'bigint';

function rankOfIpv4(text: string): number {
  const address = parseAddress(text);
  const block = address === null ? cidrOrNull(text) : { base: address, prefix: 32 };
  return block ? block.base * 64 + block.prefix : Number.NaN;
}

/** A block or an address as one number that orders by family, by address, then by size: larger blocks first. NaN for neither. */
function cidrRank(value: Value, order: Ipv6Order | undefined): Rank {
  const text = textOf(value);
  if (text.includes(':')) return order?.rank(text) ?? Number.NaN;
  const known = ranks.get(text);
  if (known !== undefined) return known;
  const rank = rankOfIpv4(text);
  if (ranks.size >= mostRanks) ranks.clear();
  ranks.set(text, rank);
  return rank;
}

function compareAs(kind: SortAs): (a: Value | Rank, b: Value | Rank) => number {
  if (kind === 'text') return (a, b) => compareTexts(textOf(a), textOf(b));
  if (kind === 'time') return (a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);
  if (kind === 'cidr') return (a, b) => (isRank(a) && isRank(b) ? (a < b ? -1 : a > b ? 1 : 0) : 0);
  return (a, b) => Number(a) - Number(b);
}

const isMissing = (value: Value | Rank): boolean => value === null || value === undefined || value === '' || Number.isNaN(value);

/** The rows in order; stable, and rows without a value stand last in either direction. */
export function sortRows<R>(rows: readonly R[], columns: readonly DataColumn<R>[], sort: Sort | null): readonly R[] {
  const column = sort && columns.find((candidate) => candidate.id === sort.id);
  if (!sort || !column) return rows;
  const kind = column.sortAs ?? 'text';
  const compare = compareAs(kind);
  // Each value is computed once, not in every comparison.
  const tell = column.cellText ?? column.value;
  const keyed = rows.map((row): [Value | Rank, R] => [kind === 'cidr' ? cidrRank(tell(row), column.ipv6) : tell(row), row]);
  const sign = sort.descending ? -1 : 1;
  keyed.sort(([a], [b]) => {
    const missing = Number(isMissing(a)) - Number(isMissing(b));
    return missing !== 0 || (isMissing(a) && isMissing(b)) ? missing : sign * compare(a, b);
  });
  return keyed.map(([, row]) => row);
}

/** Column → the values of which one must be there. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** What a row is narrowed by; a row without any has the empty text. */
function facetsOf<R>(column: DataColumn<R>, row: R): readonly string[] {
  const several = column.values?.(row) ?? [textOf(column.value(row))];
  return several.length > 0 ? several : [''];
}

export function filterRows<R>(rows: readonly R[], columns: readonly DataColumn<R>[], filters: Filters): readonly R[] {
  const tests = Object.entries(filters).flatMap(([id, values]) => {
    const column = columns.find((candidate) => candidate.id === id);
    if (!column || values.length === 0) return [];
    const wanted = new Set(values);
    return [(row: R): boolean => facetsOf(column, row).some((value) => wanted.has(value))];
  });
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** The different values of a column with how often each stands there, the natural order first; null when there are too many to choose from. */
export function facet<R>(rows: readonly R[], column: DataColumn<R>, most = 40): FacetValue[] | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of facetsOf(column, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > most) return null;
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => compareTexts(a.value, b.value));
}

/** From the ids in view order: everything between two of them, both included. */
export function between(ids: readonly string[], from: string, to: string): readonly string[] {
  const a = ids.indexOf(from);
  const b = ids.indexOf(to);
  if (a < 0 || b < 0) return b < 0 ? [] : [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
