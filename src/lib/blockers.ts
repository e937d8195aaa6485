/** What stands in the way of a deletion, derived from the catalogue: rows of other families that refer to the resource. */
import type { Family } from '../../catalogue/define.ts';
import type { FamilyModule } from '../../catalogue/lazy.ts';
import { type AnyRow, operation, type Params, refersTo, refFamily, rowFields, whereRef } from './family.ts';

export interface BlockerQuestion {
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
