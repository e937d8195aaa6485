/** For tests: the catalogue's view of an action and the documents' view of it, in the same words, and how they differ. */
import type { ActionData, Field, Fields } from './define.ts';
import { type Protocol, services } from './services.ts';

/** A row of a parameter or result table, as `actions.json` has it. */
interface SpecField {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean | null;
  readonly default?: string | number | boolean | null;
  readonly allowedValues?: readonly (string | number | boolean)[];
  readonly maxLength?: number;
  readonly lengthUnit?: string;
  readonly maxItems?: number;
  readonly maxValuesPerFilter?: number;
  readonly range?: { readonly min?: number; readonly max?: number };
  readonly printedAs?: string | readonly string[];
  readonly filterKeys?: readonly { readonly name: string }[];
}

export interface SpecAction {
  readonly product: string;
  readonly generation: string;
  readonly action: string;
  readonly alsoSpelled: readonly string[];
  readonly line: number;
  readonly inputs: readonly SpecField[];
  readonly outputs: readonly SpecField[];
  readonly errors: readonly { readonly code: string }[];
  readonly async: { readonly field: string; readonly pollWith: string | null; readonly inTable?: string | null } | null;
  readonly sampleRequest?: Readonly<Record<string, string>> | null;
}

export interface SpecStructure {
  readonly name: string;
  readonly fields: readonly SpecField[];
}

const generations: Readonly<Record<Protocol, string>> = { api3: 'v3', api2017: 'v2', 'aliyun-rpc': 'aliyun-rpc' };

/** The name of a documented action in the catalogue. The documents call a product as its host is called: "cdb/v2" is at cdb.api.… */
export const nameOfSpec = (action: SpecAction): string => {
  const [service = '?'] =
    Object.entries(services).find(
      ([, { host, protocol }]) => host.startsWith(`${action.product}.`) && generations[protocol] === action.generation,
    ) ?? [];
  return `${service}:${action.action}`;
};

/** "Filters.N" and "routeSet.n.nextHub" → "Filters", "routeSet.nextHub": list marks left out. */
const bareName = (name: string): string =>
  name
    .split('.')
    .filter((step, index) => index === 0 || !/^[nN]$/.test(step))
    .join('.');

const envelope = new Set(['code', 'message', 'codeDesc', 'RequestId']);

/** The rows of a table with those of the structures that they name. */
function withStructures(rows: readonly SpecField[], structures: ReadonlyMap<string, SpecStructure>): Map<string, SpecField> {
  const all = new Map<string, SpecField>();
  const add = (row: SpecField, name: string): void => {
    all.set(name, row);
    const structure = structures.get(row.type.replace(/^Array of /, ''));
    if (structure && !/Filter/.test(structure.name)) for (const field of structure.fields) add(field, `${name}.${field.name}`);
  };
  for (const row of rows) {
    const name = bareName(row.name);
    if (!all.has(name)) add(row, name);
  }
  return all;
}

/** Every field of the catalogue by its bare name. */
function flat(fields: Fields, at = '', all = new Map<string, Field>()): Map<string, Field> {
  for (const [name, field] of Object.entries(fields)) {
    all.set(at + name, field);
    const inner = innermost(field);
    if (inner.kind === 'struct') flat(inner.fields, `${at}${name}.`, all);
  }
  return all;
}

const innermost = (field: Field): Field => (field.kind === 'list' ? innermost(field.of) : field);

/** Where the two differ, each as "params.VpcName.max: 60, documented 50". */
export function compare(spec: SpecAction, action: ActionData, structures: readonly SpecStructure[]): string[] {
  const named = new Map(structures.map((structure) => [structure.name, structure]));
  const found: string[] = [];
  const differ = (at: string, ours: unknown, documented: unknown): void => {
    if (JSON.stringify(ours) !== JSON.stringify(documented)) found.push(`${at}: ${show(ours)}, documented ${show(documented)}`);
  };
  differ('line', action.line, spec.line);
  differ('errors', [...new Set(action.errors)].sort(), [...new Set(spec.errors.map(({ code }) => code))].sort());
  differ('async.poll', action.async?.poll.split(':')[1], spec.async?.pollWith ?? undefined);
  if (action.async && spec.async?.pollWith) differ('async.field', action.async.field, asyncField(spec));
  for (const spelling of spec.alsoSpelled) if (!action.alsoSpelled?.includes(spelling)) found.push(`alsoSpelled: lacks ${spelling}`);
  compareFields('params', flat(action.params), withStructures(spec.inputs, named), differ);
  const outputs = spec.outputs.filter(({ name }) => !envelope.has(name));
  compareFields('results', flat(action.results), withParents(withStructures(outputs, named)), differ);
  return found;
}

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).replaceAll('"', ''));

const asyncField = ({ async: work }: SpecAction): string =>
  work && (work.inTable === 'data' || work.inTable === null) && !work.field.startsWith('data') ? `data.${work.field}` : (work?.field ?? '');

/** A table that has "data.n.vpcId" has a `data`, even when it has no row of its own. */
function withParents(rows: Map<string, SpecField>): Map<string, SpecField> {
  for (const name of [...rows.keys()]) {
    const steps = name.split('.');
    for (let length = 1; length < steps.length; length++) {
      const parent = steps.slice(0, length).join('.');
      if (!rows.has(parent)) rows.set(parent, { name: parent, type: 'Array' });
    }
  }
  return rows;
}

type DifferenceHandler = (at: string, ours: unknown, documented: unknown) => void;

function compareFields(
  side: 'params' | 'results',
  ours: Map<string, Field>,
  documented: Map<string, SpecField>,
  differ: DifferenceHandler,
): void {
  for (const name of new Set([...ours.keys(), ...documented.keys()])) {
    const field = ours.get(name);
    const row = documented.get(name);
    const at = `${side}.${name}`;
    if (!field || !row) differ(at, field ? 'present' : 'absent', row ? 'present' : 'absent');
    else {
      compareType(at, field, row, differ);
      if (side === 'params') compareParam(at, field, row, differ);
    }
  }
}

/** Kinds that a documented type may have here. */
function compareType(at: string, field: Field, row: SpecField, differ: DifferenceHandler): void {
  const inner = innermost(field);
  const type = row.type.replace(/^Array of /, '');
  const ok =
    {
      String: !['integer', 'decimal', 'flag', 'struct', 'filters'].includes(inner.kind) || inner.wire === 'String',
      Int: ['integer', 'choice', 'foreign', 'ref'].includes(inner.kind),
      Integer: ['integer', 'choice'].includes(inner.kind) || inner.wire === 'Integer',
      Float: inner.kind === 'decimal',
      Bool: inner.kind === 'flag',
      Boolean: inner.kind === 'flag',
      Timestamp: inner.kind === 'time',
      Filter: inner.kind === 'filters',
      FilterObject: inner.kind === 'filters',
      Array: field.kind === 'list',
      Object: inner.kind === 'struct' || inner.kind === 'open',
    }[type] ?? inner.kind === 'struct';
  if (!ok) differ(`${at}.type`, field.kind === 'list' ? `list of ${inner.kind}` : field.kind, row.type);
  else if (row.type.startsWith('Array of') && !['list', 'filters'].includes(field.kind)) differ(`${at}.type`, field.kind, row.type);
}

function compareParam(at: string, field: Field, row: SpecField, differ: DifferenceHandler): void {
  const inner = innermost(field);
  differ(`${at}.required`, field.required ?? false, row.required ?? false);
  differ(`${at}.default`, asText(field.default), asText(row.default ?? undefined));
  const values = field.kind === 'list' && row.allowedValues ? inner : field;
  if (values.kind !== 'flag') {
    differ(`${at}.values`, values.kind === 'choice' ? values.values.map(String).sort() : undefined, row.allowedValues?.map(String).sort());
  }
  if ('max' in inner && inner.kind === 'text') differ(`${at}.max`, inner.max, row.maxLength);
  else if (row.maxLength !== undefined) differ(`${at}.max`, undefined, row.maxLength);
  if (inner.kind === 'text' && row.lengthUnit === 'byte') differ(`${at}.unit`, inner.unit, 'byte');
  if (row.range && inner.kind === 'integer') differ(`${at}.range`, [inner.min, inner.max], [row.range.min ?? 0, row.range.max]);
  if (row.maxItems !== undefined) differ(`${at}.items`, 'max' in field ? field.max : undefined, row.maxItems);
  if (row.maxValuesPerFilter !== undefined) differ(`${at}.filterValues`, 'maxValues' in field && field.maxValues, row.maxValuesPerFilter);
  if (row.filterKeys && field.kind === 'filters') {
    differ(`${at}.keys`, Object.keys(field.keys).sort(), row.filterKeys.map(({ name }) => name).sort());
  }
  for (const printed of [row.printedAs ?? []].flat()) {
    const spelling = bareName(printed).split('.').at(-1) as string;
    const known = spelling === at.split('.').at(-1) || field.alsoSpelled?.includes(spelling);
    if (!known) differ(`${at}.spelling`, 'unknown', spelling);
  }
}

const asText = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
