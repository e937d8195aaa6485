/**
 * Rows that cannot be read whole. Such a row is kept out of what the families' code is given as its rows, so that nothing
 * else suffers from it, and shown beside them as what it is.
 */
import { decodeRow, type RowProblem } from '../../catalogue/decode.ts';
import type { Fields } from '../../catalogue/define.ts';
import { asSent } from '../../catalogue/rows.ts';
import { isRecord } from '../../catalogue/values.ts';

type Row = Readonly<Record<string, unknown>>;

export interface UnreadableRow {
  /** '' where the row tells none. */
  readonly id: string;
  readonly name: string;
  /** Tells it apart from every other row: its id, or a name of its own where it has none. */
  readonly key: string;
  readonly problems: readonly RowProblem[];
  /** As it came, in the family's words. */
  readonly raw: unknown;
  /** As the cloud sent it, which under today may spell it otherwise. */
  readonly sent: unknown;
  /** The row for code that knows only good ones: whatever touches a field that cannot be read throws `UnreadableField`. */
  readonly row: Row;
}

/** Thrown where a field is touched that cannot be read. */
class UnreadableField extends Error {
  override readonly name = 'UnreadableField';
  readonly path: string;
  constructor(path: string) {
    super(`the field ${path} could not be read`);
    this.path = path;
  }
}

const facts = new WeakMap<object, UnreadableRow>();

/** What is known of a row that cannot be read whole; undefined for a good one. */
export const unreadableOf = (row: object): UnreadableRow | undefined => facts.get(row);

/** Which fields of a row hold its id and its name. */
interface NameFields {
  readonly id: string;
  readonly name?: string;
}

const wordOf = (raw: unknown, field: string | undefined): string => {
  const value = field !== undefined && isRecord(raw) ? raw[field] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The id of a raw row of any shape; '' where it tells none. */
export const rawId = ({ id }: NameFields, raw: unknown): string => wordOf(raw, id);

/** What tells it apart from every other row of its list; '' where it has no id. */
export function rawKey(naming: NameFields & { readonly idWithin?: string }, raw: unknown): string {
  const id = rawId(naming, raw);
  return id === '' || naming.idWithin === undefined ? id : `${wordOf(raw, naming.idWithin)} ${id}`;
}

export interface RowsOfAnswer {
  readonly rows: readonly Row[];
  readonly unreadable: readonly UnreadableRow[];
}

/** Rows as they came, into those that are as the catalogue says and those that are not. */
export function sortReadable(naming: NameFields, fields: Fields, raws: readonly unknown[]): RowsOfAnswer {
  const rows: Row[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const [index, raw] of raws.entries()) {
    const { row, problems } = decodeRow(fields, raw);
    // A row without a word in the place of its id cannot be told apart, linked to or written to.
    const anonymous = Object.hasOwn(fields, naming.id) && problems.length === 0 && wordOf(row, naming.id) === '';
    if (problems.length === 0 && !anonymous) rows.push(row);
    else {
      // Secrets are covered by the family's names for them: a row that may hold one is shown in these.
      const sent = Object.values(fields).some(({ kind }) => kind === 'secret') ? raw : asSent(raw);
      const found = anonymous ? [{ path: naming.id, issue: 'missing' } as const] : problems;
      unreadable.push(unreadableRow(naming, { raw, sent }, row, found, index));
    }
  }
  return { rows, unreadable };
}

function unreadableRow(
  naming: NameFields,
  { raw, sent }: Pick<UnreadableRow, 'raw' | 'sent'>,
  row: Row,
  problems: readonly RowProblem[],
  index: number,
): UnreadableRow {
  const id = rawId(naming, raw);
  const told: UnreadableRow = {
    id,
    name: wordOf(raw, naming.name),
    key: id === '' ? `?${index}` : id,
    problems,
    raw,
    sent,
    row: guarded(row, '', new Set(problems.map(({ path }) => path))) as Row,
  };
  facts.set(told.row, told);
  return told;
}

/** The prototype of rows with fields that cannot be read. */
class Guarded {}

function guarded(value: object, at: string, bad: ReadonlySet<string>): object {
  return new Proxy(value, {
    // No plain object: what compares rows field by field, as the cache does when a list is read again, goes by the whole.
    getPrototypeOf: () => Guarded.prototype,
    get(target, name, receiver) {
      if (typeof name !== 'string') return Reflect.get(target, name, receiver) as unknown;
      const path = at + name;
      if (bad.has(path) || bad.has('')) throw new UnreadableField(path);
      const inner = Reflect.get(target, name, receiver) as unknown;
      if (typeof inner !== 'object' || inner === null) return inner;
      return [...bad].some((other) => other.startsWith(`${path}.`)) ? guarded(inner, `${path}.`, bad) : inner;
    },
  });
}

/** For React's root: that a row could not be read is shown where it stands, and is no fault of the console's to be logged. */
export function onCaughtError(error: unknown): void {
  if (error instanceof UnreadableField) return;
  // biome-ignore lint/suspicious/noConsole: what React does with such errors when nothing is given
  console.error(error);
}
