/** Three versions of a form's values: those it began with, those entered, and those that stand in the cloud by now. Pure. */
import type { Field, Fields } from '../../catalogue/define.ts';
import { type FormValues, sentAlike } from './form.ts';

/** Something that two people changed, each in another way; or, without `mine`, that was changed under a form. */
export interface Clash {
  /** The field, or the part of it: "IKEOptionsSpecification.IKEVersion". */
  readonly path: string;
  readonly base: unknown;
  readonly theirs: unknown;
  /** Absent where the form itself does not set it. */
  readonly mine?: unknown;
  /** What both changes give together, where they do not contradict each other. */
  readonly both?: unknown;
}

interface MergedValues {
  /** What is entered over what stands: a clash still holds what is entered. */
  readonly values: FormValues;
  readonly clashes: readonly Clash[];
  /** Paths that nobody touched here and that somebody changed there: they follow. */
  readonly followed: readonly string[];
}

const record = (value: unknown): FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FormValues) : {};

/** Field by field, into structures. Lists are one value each: their order may mean something. */
export function mergeValues(fields: Fields, base: FormValues, mine: FormValues, theirs: FormValues, at = ''): MergedValues {
  const values: Record<string, unknown> = { ...theirs, ...mine };
  const clashes: Clash[] = [];
  const followed: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const path = at + name;
    if (field.kind === 'struct') {
      const inner = mergeValues(field.fields, record(base[name]), record(mine[name]), record(theirs[name]), `${path}.`);
      values[name] = inner.values;
      clashes.push(...inner.clashes);
      followed.push(...inner.followed);
    } else if (sentAlike(field, mine[name], base[name])) {
      values[name] = theirs[name];
      if (!sentAlike(field, theirs[name], base[name])) followed.push(path);
    } else if (!sentAlike(field, theirs[name], base[name]) && !sentAlike(field, mine[name], theirs[name])) {
      const [was, own, other] = [base[name], mine[name], theirs[name]];
      clashes.push({ path, base: was, mine: own, theirs: other, ...bothOf(field, was, own, other) });
    }
  }
  return { values, clashes, followed };
}

/** Lists of plain values, of which neither side changed the order: what either added is there, what either took away is not. */
function bothOf(field: Field, base: unknown, mine: unknown, theirs: unknown): { readonly both?: readonly unknown[] } {
  if (field.kind !== 'list' || field.of.kind === 'struct' || field.of.kind === 'list') return {};
  const [was, own, other] = [base, mine, theirs].map((list) => (Array.isArray(list) ? list.map(String).filter(Boolean) : []));
  if (!was || !own || !other || !sameOrder(was, own) || !sameOrder(was, other)) return {};
  const kept = other.filter((item) => own.includes(item) || !was.includes(item));
  return { both: [...kept, ...own.filter((item) => !was.includes(item) && !other.includes(item))] };
}

const sameOrder = (a: readonly string[], b: readonly string[]): boolean => {
  const left = a.filter((item) => b.includes(item));
  const right = b.filter((item) => a.includes(item));
  return left.length === right.length && left.every((item, index) => item === right[index]);
};

/** What was told before and is told otherwise now, of facts that a form does not set but hangs on. */
export function changedFacts(before: FormValues, now: FormValues): Clash[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((path) =>
    JSON.stringify(before[path] ?? null) === JSON.stringify(now[path] ?? null)
      ? []
      : [{ path, base: before[path] ?? null, theirs: now[path] ?? null }],
  );
}

export type ClashChoice = 'theirs' | 'mine' | 'both';

/** The values with each clash decided. What is not decided stays as it was entered. */
export function decideClashes(values: FormValues, clashes: readonly Clash[], choices: Readonly<Record<string, ClashChoice>>): FormValues {
  return clashes.reduce((now, clash) => {
    const choice = choices[clash.path];
    if (choice === undefined || choice === 'mine' || !Object.hasOwn(clash, 'mine')) return now;
    return put(now, clash.path.split('.'), choice === 'both' ? clash.both : clash.theirs);
  }, values);
}

function put(values: FormValues, [name = '', ...rest]: readonly string[], value: unknown): FormValues {
  return { ...values, [name]: rest.length === 0 ? value : put(record(values[name]), rest, value) };
}
