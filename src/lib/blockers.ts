/** What stands in the way of a deletion, derived from the catalogue: rows of other families that refer to the resource. */
import type { Family } from '../../catalogue/define.ts';
import type { FamilyModule } from '../../catalogue/lazy.ts';
import { type AnyRow, operation, type Params, refersTo, refFamily, rowFields, whereRef } from './family.ts';

/**
 * The families that a deletion changes and whose rows hold lists of things that may name what is deleted: a peering takes
 * the routes through it out of route tables. They are read whole, since no list can be narrowed by such a part.
 */
export function losers(module: FamilyModule, others: readonly FamilyModule[]): FamilyModule[] {
  const changes = operation(module, 'delete')?.data.changes ?? [];
  return others.filter((other) => {
    const list = operation(other, 'list');
    if (!list || other.data.family === module.data.family || !changes.includes(other.data.family)) return false;
    if (Object.values(list.data.params).some((field) => field.required)) return false;
    return Object.values(rowFields(list.data)).some((field) => field.kind === 'list' && field.of.kind === 'struct');
  });
}

/** What a row loses with `id`: the parts of its lists that name it, told by the first block, address or id they have beside. */
export function partsNaming(module: FamilyModule, row: AnyRow, id: string): string[] {
  const list = operation(module, 'list');
  return Object.entries(list ? rowFields(list.data) : {}).flatMap(([name, field]) => {
    const parts = row[name];
    if (field.kind !== 'list' || field.of.kind !== 'struct' || !Array.isArray(parts)) return [];
    const told = Object.entries(field.of.fields).filter(([, { kind }]) => kind === 'cidr' || kind === 'address' || kind === 'ref');
    return (parts as readonly (AnyRow | null)[]).flatMap((part) => {
      if (!part || !Object.values(part).includes(id)) return [];
      const word = told.map(([key]) => part[key]).find((value) => typeof value === 'string' && value !== '' && value !== id);
      return [typeof word === 'string' ? word : id];
    });
  });
}

interface BlockerQuestion {
  readonly module: FamilyModule;
  /** "vpc:DescribeSubnets" */
  readonly name: string;
  readonly params: Params;
}

/**
 * The lists to ask for what blocks the deletion of `id`: every family whose rows refer to this one and whose list can be
 * narrowed by it. Families that the deletion itself changes go with the resource (a VPC's default route table) and block
 * nothing; where one of their members does, the cloud says so.
 */
export function blockerQuestions(module: FamilyModule, id: string, others: readonly FamilyModule[]): BlockerQuestion[] {
  const cascades = operation(module, 'delete')?.data.changes ?? [];
  return others.flatMap((other) => {
    const list = operation(other, 'list');
    const { family } = module.data;
    if (!list || other.data.family === family || cascades.includes(other.data.family) || !refersTo(other, family)) return [];
    const params = whereRef(list.data, family, id);
    return params ? [{ module: other, name: list.name, params }] : [];
  });
}

/** The ids of `family` that a row names. */
export function idsNamed(module: FamilyModule, row: AnyRow, family: Family): string[] {
  const list = operation(module, 'list');
  if (!list) return [];
  return Object.entries(rowFields(list.data)).flatMap(([name, field]) => {
    if (refFamily(field) !== family) return [];
    const value = row[name];
    return (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');
  });
}
