/** What the records of an entry say. */
import type { EntryDetails, Observation } from '../../api/history.ts';

type Body = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the record of that kind says besides the entry's own facts. */
export const bodyOf = ({ details }: EntryDetails, kind: 'intent' | 'outcome' | 'late' | 'state'): Body | undefined =>
  details.find((one) => one.kind === kind)?.body;

export const textIn = (body: Body | undefined, name: string): string | null => {
  const value = body?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

export function sentParams(entry: EntryDetails): Body {
  const params = bodyOf(entry, 'intent')?.params;
  return isRecord(params) ? params : {};
}

/** How the resource was read before the write, or after it; null where it was not looked for, or the answer has not come yet. */
export function observedFacts(entry: EntryDetails, when: 'before' | 'after'): Observation | null {
  const told = when === 'before' ? bodyOf(entry, 'intent')?.before : bodyOf(entry, 'state')?.after;
  if (!isRecord(told)) return null;
  if (told.kind === 'not-read') return { kind: 'not-read', why: String(told.why) };
  const rows = Array.isArray(told.rows) ? told.rows.filter(isRecord) : [];
  return { kind: 'read', by: String(told.by ?? ''), rows };
}

interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that differ, in the order of the row before. */
export const changedFields = (before: Body, after: Body): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'RequestId' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));

/** Marks in the place of secrets: they are no values to go back to. */
export const isMasked = (value: unknown): boolean => /"hmac:[0-9a-f]{16}"/.test(JSON.stringify(value) ?? '');
