/** Questions about a family that its catalogue data alone answers. Pure; knows no family by name. */
import { decodeRow } from '../../catalogue/decode.ts';
import type { ActionData, Family, FamilyRef, Field, Fields } from '../../catalogue/define.ts';
import { familyOfId, looksLikeId } from '../../catalogue/ids.ts';
import type { FamilyModule, ModuleOf } from '../../catalogue/lazy.ts';
import { plainName } from '../../catalogue/names.ts';
import type { AnyRow } from '../../catalogue/row-of.ts';
import { isRecord } from '../../catalogue/values.ts';
import { rowsField } from './rows.ts';
import { unreadableOf } from './unreadable.ts';

export type { AnyRow } from '../../catalogue/row-of.ts';
export type Params = Readonly<Record<string, unknown>>;

interface BoundAction {
  /** "vpc:DescribeVpcs" */
  readonly name: string;
  readonly data: ActionData;
}

/** The action that the family prefers for an operation, or undefined when it has none. */
export function operation<O extends string>(module: ModuleOf<unknown, O>, name: NoInfer<O>): BoundAction | undefined {
  const action = module.data.operations[name]?.[0];
  const data = action === undefined ? undefined : module.actions[action];
  return action !== undefined && data ? { name: action, data } : undefined;
}

/** Whether an action is destructive: its menu items and its button are red. */
export const takesAway = ({ kind, danger }: ActionData): boolean => kind === 'delete' || danger === 'destroys';

/** @throws when the family has no such operation: the page asking for it should not exist. */
export function requireOperation<O extends string>(module: ModuleOf<unknown, O>, name: NoInfer<O>): BoundAction {
  const found = operation(module, name);
  if (!found) throw new Error(`the family "${module.data.family}" has no operation "${name}"`);
  return found;
}

/** The id of a row; of one that cannot be read, the key that stands for it in lists. */
export const idOf = (module: FamilyModule, row: AnyRow): string => unreadableOf(row)?.key ?? String(row[module.data.id] ?? '');

/** The name that a form's values, or a call's parameters, give to a resource of the family; '' when they give none. */
export function nameGiven({ data }: { readonly data: Pick<FamilyModule['data'], 'name' | 'nameParam'> }, values: Params): string {
  const spelled = [data.name, data.nameParam].flatMap((name) => (name === undefined ? [] : [plainName(name)]));
  const found = Object.entries(values).find(([param]) => spelled.includes(plainName(param)))?.[1];
  return typeof found === 'string' ? found : '';
}

/** The name a person gave it, or '' when there is none. */
export const nameOf = (module: FamilyModule, row: AnyRow): string => {
  const odd = unreadableOf(row);
  if (odd) return odd.name;
  const value = module.data.name === undefined ? '' : row[module.data.name];
  return typeof value === 'string' ? value : '';
};

/** What a resource is called on its page, in its document's title and in its crumb: its name, else its id. */
export const titleOf = (module: FamilyModule, row: AnyRow, id: string): string => nameOf(module, row) || id;

/** The row, or a part of it, will change by itself. */
export function isPending(module: FamilyModule, row: AnyRow): boolean {
  const { pending, pendingParts } = module.data;
  if (pending?.values.some((value) => String(value) === String(row[pending.field]))) return true;
  const parts = pendingParts ? row[pendingParts.in] : undefined;
  return Array.isArray(parts) && parts.some((part: AnyRow | null) => pendingParts?.values.includes(String(part?.[pendingParts.field])));
}

/** The family, or the one of its variants to which ids with this prefix belong ("ppmg", or a whole id). */
export function refOf(module: FamilyModule, prefixOrId: string | undefined): FamilyRef {
  const { family, variants = {} } = module.data;
  const dash = prefixOrId?.lastIndexOf('-') ?? -1;
  const prefix = dash > 0 ? prefixOrId?.slice(0, dash) : prefixOrId;
  const variant = Object.entries(variants).find(([, own]) => own.prefix === prefix)?.[0];
  return variant === undefined ? family : (`${family}/${variant}` as FamilyRef);
}

/** The fields of one listed row. */
export function rowFields(list: ActionData): Fields {
  const items = rowsField(list);
  return items?.kind === 'list' && items.of.kind === 'struct' ? items.of.fields : {};
}

/** Whether rows of the family tell tags: in the module of accounts of today alone. */
export const tellsTags = (module: FamilyModule): boolean => {
  const list = operation(module, 'list');
  return list !== undefined && Object.hasOwn(rowFields(list.data), 'TagSet');
};

/** A list of keys and values, which is drawn and entered as tags are. */
export const isTags = (field: Field | undefined): boolean =>
  field?.kind === 'list' && field.of.kind === 'struct' && Object.keys(field.of.fields).join() === 'Key,Value';

/**
 * True for the older of two ids of one thing that rows of the 2017 API carry side by side (`vpcId` beside `unVpcId`): the
 * newer one says it all.
 */
export const isOldId = (fields: Fields, name: string): boolean =>
  Object.hasOwn(fields, `un${name.charAt(0).toUpperCase()}${name.slice(1)}`);

/** The family that a field refers to, looking into lists. */
export function refFamily(field: Field): Family | undefined {
  if (field.kind === 'list') return refFamily(field.of);
  return field.kind === 'ref' ? field.family : undefined;
}

/** The parameter of an action that takes the family's own id. */
export const ownParam = (module: FamilyModule, action: ActionData): string | undefined =>
  Object.entries(action.params).find(([, field]) => refFamily(field) === module.data.family)?.[0] ??
  Object.keys(action.params).find((name) => plainName(name) === plainName(module.data.id));

/**
 * The parameters of an action on a row: its id, and whatever else the action must have and the row tells under the same
 * name, in either generation's spelling. What today's action can do without (`required: false`) is told where the row tells it.
 */
export function rowParams(module: FamilyModule, action: ActionData, row: AnyRow): Params {
  const own = ownParam(module, action);
  const told = new Map(Object.entries(row).map(([name, value]) => [plainName(name), value]));
  return Object.fromEntries(
    Object.entries(action.params).flatMap(([name, field]): [string, unknown][] => {
      const asked = field.required !== undefined;
      const value = name === own ? row[module.data.id] : asked ? told.get(plainName(name)) : undefined;
      return value === undefined || value === null ? [] : [[name, field.kind === 'list' && !Array.isArray(value) ? [value] : value]];
    }),
  );
}

/** The parameters without ids that are none: a log of a CCN tells its VPC as "", and is changed without one. */
export const withoutBlankIds = ({ params }: ActionData, values: Params): Params =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const field = Object.hasOwn(params, name) ? params[name] : undefined;
      return field?.kind !== 'ref' || field.required === true || (value !== '' && value !== null);
    }),
  );

/** The parameters that narrow a list to the rows that refer to `id` of `family`; null when the list cannot be narrowed so. */
export function whereRef(list: ActionData, family: Family, id: string): Params | null {
  for (const [name, field] of Object.entries(list.params)) {
    if (field.kind === 'filters') {
      const key = Object.entries(field.keys).find(([, value]) => refFamily(value) === family)?.[0];
      if (key !== undefined) return { [name]: [{ Name: key, Values: [id] }] };
    } else if (refFamily(field) === family) {
      return { [name]: field.kind === 'list' ? [id] : id };
    }
  }
  return null;
}

/** The parameters that ask a list for one resource of the list's own family: ids before filters (filters may match nothing silently). */
export function whereId(module: FamilyModule, id: string): Params | null {
  const list = operation(module, 'list');
  if (!list) return null;
  const own = Object.entries(list.data.params).find(([, field]) => field.kind !== 'filters' && refFamily(field) === module.data.family);
  if (own) return { [own[0]]: own[1].kind === 'list' ? [id] : id };
  return whereRef(list.data, module.data.family, id);
}

/**
 * The fields of a row that name what it stands within, by their families: those that whoever makes one must say (a subnet's
 * VPC, an interface's VPC and subnet). What else a row refers to may change, or be anywhere.
 */
export function parentFields(module: FamilyModule): ReadonlyMap<Family, readonly string[]> {
  const needed = Object.values(operation(module, 'create')?.data.params ?? {}).filter(({ required }) => required);
  const parents = new Set(needed.map(refFamily));
  const list = operation(module, 'list');
  const fields = Object.entries(list ? rowFields(list.data) : {});
  const found = new Map<Family, readonly string[]>();
  for (const [name, field] of fields) {
    const family = field.kind === 'ref' ? field.family : undefined;
    if (family === undefined || family === module.data.family || !parents.has(family)) continue;
    found.set(family, [...(found.get(family) ?? []), name]);
  }
  return found;
}

/** The resources that parameters name, by their families; none of a family that they name two of. */
export function namedIn({ params: fields }: Pick<ActionData, 'params'>, params: Params): ReadonlyMap<Family, string> {
  const named = Object.entries(fields).flatMap(([name, field]): [Family, string][] => {
    const id = params[name];
    return field.kind === 'ref' && typeof id === 'string' && looksLikeId(field.family, id, false) ? [[field.family, id]] : [];
  });
  return new Map(named.filter(([family]) => named.filter(([other]) => other === family).length === 1));
}

interface Reference {
  /** Where the row names it: "VpcId", "RouteSet.GatewayId". */
  readonly field: string;
  /** Null for what belongs to another service, as an instance. */
  readonly family: Family | null;
  readonly ids: readonly string[];
}

/** What other services have and these name. Zones, projects and the like are no resources. */
const otherServices = new Set<string>(['instance', 'disk', 'log-topic']);

/** The family of an id in a field; null for what is another service's, undefined for what is no id of a resource. */
function familyIn(field: Field, id: string): Family | null | undefined {
  if (field.kind === 'ref') return field.family;
  const spelled = field.kind === 'foreign' || field.kind === 'text' ? familyOfId(id) : undefined;
  return spelled ?? (field.kind === 'foreign' && otherServices.has(field.of) ? null : undefined);
}

/** Every plain value of a field, however deep, with the field it stands in. */
function* valuesWithin(path: string, field: Field, value: unknown): Generator<readonly [path: string, field: Field, value: unknown]> {
  if (field.kind === 'list') {
    for (const item of Array.isArray(value) ? value : [value]) yield* valuesWithin(path, field.of, item);
  } else if (field.kind === 'struct') {
    if (!isRecord(value)) return;
    for (const [name, inner] of Object.entries(field.fields)) yield* valuesWithin(`${path}.${name}`, inner, value[name]);
  } else yield [path, field, value];
}

/** What a row refers to: ids of other resources in its fields and in the parts of these. Not itself, nor by names and descriptions. */
export function referencesOf(module: FamilyModule, row: AnyRow): Reference[] {
  const list = operation(module, 'list');
  if (!list) return [];
  const fields = rowFields(list.data);
  const found = new Map<string, { field: string; family: Family | null; ids: Set<string> }>();
  for (const [name, shape] of Object.entries(fields)) {
    if (isOldId(fields, name)) continue;
    for (const [field, kind, id] of valuesWithin(name, shape, row[name])) {
      if (typeof id !== 'string' || id === '' || id === row[module.data.id] || (kind.kind === 'text' && !/Id$/.test(field))) continue;
      const family = familyIn(kind, id);
      if (family === undefined) continue;
      const key = `${field} ${family}`;
      const known = found.get(key) ?? { field, family, ids: new Set<string>() };
      found.set(key, { ...known, ids: known.ids.add(id) });
    }
  }
  return [...found.values()].map(({ ids, ...reference }) => ({ ...reference, ids: [...ids] }));
}

/** Whether rows of `module` may name a resource of `family`, in a field or in a part of one. */
export function mayName(module: FamilyModule, family: Family): boolean {
  const names = (field: Field): boolean =>
    field.kind === 'list'
      ? names(field.of)
      : field.kind === 'struct'
        ? Object.values(field.fields).some(names)
        : refFamily(field) === family;
  const list = operation(module, 'list');
  return list !== undefined && module.data.family !== family && Object.values(rowFields(list.data)).some(names);
}

/** True when rows of `module` name a resource of `family` in one of their fields. */
export function refersTo(module: FamilyModule, family: Family): boolean {
  const list = operation(module, 'list');
  if (!list || module.data.family === family) return false;
  return Object.values(rowFields(list.data)).some((field) => refFamily(field) === family);
}

/**
 * The whole row in an answer, where the answer holds one: an object that reads as a listed row. An answer that only names
 * the new id is no row.
 */
export function rowIn(module: FamilyModule, answer: AnyRow): AnyRow | null {
  const list = operation(module, 'list');
  if (!list) return null;
  const fields = rowFields(list.data);
  if (Object.values(fields).every((field) => field.optional)) return null;
  for (const value of [answer, ...Object.values(answer)]) {
    const { row, problems } = decodeRow(fields, value);
    if (problems.length === 0) return row;
  }
  return null;
}

/** The id of the resource that an answer tells of, at its top or one level below. */
export function idIn(module: FamilyModule, answer: AnyRow): string | null {
  for (const value of [answer, ...Object.values(answer)]) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const id = (value as AnyRow)[module.data.id];
    if (typeof id === 'string' && id !== '') return id;
  }
  return null;
}

/**
 * The row with the parameters of an update put in where the names agree, and the kinds of value too: a parameter may share
 * its name with something of another make (the rules of one direction, and both directions' rules).
 */
export function patchRow(row: AnyRow, params: Params): AnyRow {
  const kind = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);
  const change = Object.entries(params).filter(([name, value]) => Object.hasOwn(row, name) && kind(row[name]) === kind(value));
  return { ...row, ...Object.fromEntries(change) };
}
