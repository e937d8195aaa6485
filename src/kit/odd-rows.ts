/** For tests: rows of any family made from the catalogue's own shapes, and every way in which such a row can be odd. */
import type { ActionData, FamilyRef, Field, Fields } from '../../catalogue/define.ts';
import { splitRef } from '../../catalogue/define.ts';
import { idPrefixes } from '../../catalogue/ids.ts';
import type { FamilyModule } from '../../catalogue/lazy.ts';
import { type AnyRow, requireOperation, rowFields } from '../lib/family.ts';

/** A value that a field of this kind can have; `n` tells rows apart. */
function sample(field: Field, n: number): unknown {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return field.wire === 'String' ? String(n) : n;
    case 'flag':
      return false;
    case 'choice':
      return field.values[n % field.values.length];
    case 'cidr':
      return `10.${n % 256}.0.0/16`;
    case 'address':
      return `10.0.0.${n % 256}`;
    case 'time':
      return `2020-01-01 00:00:${String(n % 60).padStart(2, '0')}`;
    case 'ref':
      return `${field.prefix ?? idPrefixes(field.family)[0]}-${String(n).padStart(8, '0')}`;
    case 'list':
      return [sample(field.of, n)];
    case 'struct':
      return Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, sample(inner, n)]));
    case 'foreign':
      return field.wire === 'Integer' ? n : `thing-${n}`;
    case 'open':
    case 'filters':
      return {};
    default:
      return field.wire === 'Integer' ? n : `text ${n}`;
  }
}

const fieldsOf = (module: FamilyModule): Fields => rowFields(requireOperation(module, 'list').data);

/** A good row of a family's list, with everything in it. */
export function goodRow(ref: FamilyRef, module: FamilyModule, n: number): AnyRow {
  const row = Object.fromEntries(Object.entries(fieldsOf(module)).map(([name, field]) => [name, sample(field, n)]));
  const prefix = 'prefix' in module.data ? module.data.prefix : undefined;
  const id = `${prefix ?? idPrefixes(splitRef(ref).family)[0]}-${String(n).padStart(8, '0')}`;
  const { name } = module.data;
  return { ...row, [module.data.id]: id, ...(name === undefined ? {} : { [name]: `row ${n}` }) };
}

export interface OddRow {
  /** "CidrBlock: null" */
  readonly what: string;
  readonly row: AnyRow;
  /** Nothing is wrong with it by the documents: it must read as a good one. */
  readonly good: boolean;
}

const wrongType = (field: Field): unknown => (field.kind === 'list' || field.kind === 'struct' ? 7 : { odd: true });

const isOpen = ({ kind }: Field): boolean => kind === 'open' || kind === 'filters';

/** A row for every field removed, null, of another type, of an unknown value, and one with fields that nobody knows. */
export function oddRows(ref: FamilyRef, module: FamilyModule): readonly OddRow[] {
  let n = 100;
  const base = (): AnyRow => {
    n += 1;
    return goodRow(ref, module, n);
  };
  const made: OddRow[] = [{ what: 'unknown fields', row: { ...base(), SomethingNew: { a: [1, null] }, another_one: 'x' }, good: true }];
  const { id } = module.data;
  for (const [name, field] of Object.entries(fieldsOf(module))) {
    if (name === id) continue;
    const spared = field.optional === true;
    const { [name]: _removed, ...without } = base();
    made.push({ what: `${name}: removed`, row: without, good: spared });
    made.push({ what: `${name}: null`, row: { ...base(), [name]: null }, good: spared });
    made.push({ what: `${name}: another type`, row: { ...base(), [name]: wrongType(field) }, good: isOpen(field) });
    if (field.kind === 'choice') made.push({ what: `${name}: unknown value`, row: { ...base(), [name]: 'NEVER_HEARD_OF' }, good: true });
    if (field.kind === 'list') made.push({ what: `${name}: null within`, row: { ...base(), [name]: [null] }, good: false });
    if (field.kind === 'list' && field.of.kind === 'struct') {
      made.push({
        what: `${name}: empty object within`,
        row: { ...base(), [name]: [{}] },
        good: Object.values(field.of.fields).every((f) => f.optional),
      });
    }
  }
  return made;
}

interface OddAnswer {
  readonly what: string;
  readonly answer: unknown;
  /** By the documents nothing is wrong with it. */
  readonly good: boolean;
  /** The list whose last item alone is odd; null where the answer itself is. */
  readonly place: string | null;
}

/** An answer of a single call, and every way in which it, or the last item of one of its lists, can be odd. */
export function oddAnswers({ results }: Pick<ActionData, 'results'>): readonly OddAnswer[] {
  const good = Object.fromEntries(Object.entries(results).map(([name, field]) => [name, sample(field, 1)]));
  const made: OddAnswer[] = [
    { what: 'good', answer: good, good: true, place: null },
    { what: 'unknown fields', answer: { ...good, SomethingNew: 1 }, good: true, place: null },
    ...[null, 'text', 7, []].map((answer) => ({ what: JSON.stringify(answer), answer, good: false, place: null })),
  ];
  /** `what`: the field, or the one within it that is odd. */
  const odd = (what: string, field: Field, value: unknown, place: string | null, put: (value: unknown) => unknown): void => {
    const without = value === undefined;
    made.push({
      what: `${what} ${JSON.stringify(value) ?? 'removed'}`,
      answer: put(value),
      good: without || value === null ? field.optional === true : isOpen(field),
      place,
    });
  };
  for (const [name, field] of Object.entries(results)) {
    const put = (value: unknown): unknown => ({ ...good, [name]: value });
    for (const value of [undefined, null, wrongType(field)]) odd(`${name}:`, field, value, null, put);
    if (field.kind !== 'list') continue;
    const list = good[name] as readonly unknown[];
    made.push({ what: `${name}: null within`, answer: put([...list, null]), good: false, place: name });
    if (field.of.kind !== 'struct') continue;
    for (const [inner, of] of Object.entries(field.of.fields)) {
      const within = (value: unknown): unknown => put([...list, { ...(list[0] as object), [inner]: value }]);
      for (const value of [undefined, null, wrongType(of)]) odd(`${name}: ${inner}`, of, value, name, within);
    }
  }
  return made;
}
