/**
 * One row of an answer, held against the shape that the catalogue gives it. It never throws: what a row lacks or has in
 * another type is told as a problem of that row, and what the family does not know stays in it as it came. A value that a
 * closed set does not have is no problem: it is shown as it is.
 */
import type { Field, Fields } from './define.ts';
import { choiceOf, flagOf, isRecord } from './values.ts';

type Values = Readonly<Record<string, unknown>>;

/** `path` is the place in the row: "RouteSet.3.GatewayId"; '' is the row itself. */
export interface RowProblem {
  readonly path: string;
  /** Absent, null, or of another type than the documents give. */
  readonly issue: 'missing' | 'null' | 'type';
}

interface DecodedRow {
  /** The row itself where nothing had to be changed; another spelling of a name, or of a number, is put right in a copy. */
  readonly row: Values;
  readonly problems: readonly RowProblem[];
}

/** Decodes a row by the fields of the family's list. */
export function decodeRow(fields: Fields, raw: unknown): DecodedRow {
  if (!isRecord(raw)) return { row: {}, problems: [{ path: '', issue: raw === null || raw === undefined ? 'null' : 'type' }] };
  const problems: RowProblem[] = [];
  return { row: decodeFields(fields, raw, '', problems), problems };
}

function decodeFields(fields: Fields, values: Values, at: string, problems: RowProblem[]): Values {
  let copy: Record<string, unknown> | null = null;
  for (const [name, field] of Object.entries(fields)) {
    const spelling = Object.hasOwn(values, name) ? name : field.alsoSpelled?.find((other) => Object.hasOwn(values, other));
    const value = spelling === undefined ? undefined : values[spelling];
    const decoded = decodeValue(field, value, at + name, problems);
    if (decoded === value && (spelling === name || spelling === undefined)) continue;
    copy ??= { ...values };
    if (spelling !== undefined && spelling !== name) delete copy[spelling];
    if (decoded === undefined) delete copy[name];
    else copy[name] = decoded;
  }
  return copy ?? values;
}

function decodeValue(field: Field, value: unknown, path: string, problems: RowProblem[]): unknown {
  if (value === undefined || value === null) {
    if (!field.optional) problems.push({ path, issue: value === null ? 'null' : 'missing' });
    return value;
  }
  // An empty text where something else is documented says that there is nothing.
  if (value === '' && field.optional && !isTextual(field)) return undefined;
  const decoded = readValue(field, value, path, problems);
  if (decoded !== wrong) return decoded;
  problems.push({ path, issue: 'type' });
  return value;
}

const wrong = Symbol('of another type');

function readValue(field: Field, value: unknown, path: string, problems: RowProblem[]): unknown {
  switch (field.kind) {
    case 'open':
    case 'filters':
      return value;
    case 'list':
      return Array.isArray(value) ? decodeItems(field.of, value, path, problems) : wrong;
    case 'struct':
      if (field.orText && typeof value === 'string') return value;
      return isRecord(value) ? decodeFields(field.fields, value, `${path}.`, problems) : wrong;
    case 'integer':
    case 'decimal':
      return numberOf(field, value);
    case 'flag':
      return flagOf(value) ?? wrong;
    case 'choice':
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return wrong;
      return choiceOf(field, value) ?? value;
    default:
      return textOf(field, value);
  }
}

function decodeItems(of: Field, items: readonly unknown[], path: string, problems: RowProblem[]): readonly unknown[] {
  let copy: unknown[] | null = null;
  // By index, not by `map`: lists are long and seldom need a copy.
  for (let index = 0; index < items.length; index += 1) {
    const decoded = decodeValue(of, items[index], `${path}.${index}`, problems);
    if (decoded === items[index]) continue;
    copy ??= [...items];
    copy[index] = decoded;
  }
  return copy ?? items;
}

const isTextual = ({ kind }: Field): boolean => !['integer', 'decimal', 'flag', 'list', 'struct', 'choice'].includes(kind);

/** A number that the tables call a String may come as either (16141). */
function numberOf(field: Field, value: unknown): unknown {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string' || !/^-?\d{1,15}(?:\.\d{1,15})?$/.test(value)) return wrong;
  return field.wire === 'String' ? value : Number(value);
}

/** Ids and the like come as bare numbers where the table says so, and now and then where it does not. */
function textOf(field: Field, value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong;
  return field.wire === 'Integer' ? value : String(value);
}
