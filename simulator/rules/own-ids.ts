/** Which resources of a family an answer, or the parameters of a call, are about: told by the shape of their ids. */
import type { Family } from '../../catalogue/define.ts';
import { looksLikeId } from '../../catalogue/ids.ts';

/** The ids of the family that a value names, at any depth. */
export function idsIn(family: Family, value: unknown): string[] {
  if (typeof value === 'string') return looksLikeId(family, value, false) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((inner) => idsIn(family, inner)) : [];
}

/** A row's own id: it refers to no other of its family under a field before it. */
export const ownId = (family: Family, row: Readonly<Record<string, unknown>>): string | undefined =>
  Object.values(row).find((value): value is string => typeof value === 'string' && looksLikeId(family, value, false));
