/** How the ids of each family look. */
import { type Family, families } from './define.ts';
import { manifests } from './families/manifests.ts';
import type { Manifest } from './manifest.ts';

const manifestOf = (family: Family): Manifest => manifests[family];

/** What stands before the dash of an id; several where a family has variants. */
export const idPrefixes = (family: Family): readonly string[] => manifestOf(family).idPrefixes;

const oddPrefixes = (family: Family): readonly string[] => manifestOf(family).oddIdPrefixes ?? [];

/** "ins-…" is first of all an instance, which no family manages. */
const familyOfPrefix = new Map<string, Family>(
  families.flatMap((family) =>
    [...idPrefixes(family), ...oddPrefixes(family)]
      .filter((prefix) => prefix !== 'ins')
      .map((prefix): [string, Family] => [prefix, family]),
  ),
);

/** The family an id belongs to by its spelling ("vpc-2ari9m7h" → vpc), or undefined. */
export function familyOfId(id: string): Family | undefined {
  const dash = id.lastIndexOf('-');
  return dash > 0 && /^[0-9a-z]+$/.test(id.slice(dash + 1)) ? familyOfPrefix.get(id.slice(0, dash)) : undefined;
}

/**
 * True when `id` is spelled as an id of the family: the new form ("vpc-2ari9m7h"), or, where `oldForms` are allowed,
 * the 2017 generation's first ids ("gz_vpc_266", 8277) and bare numbers ("95", 8313). `only` narrows it to one prefix.
 */
export function looksLikeId(family: Family, id: string, oldForms: boolean, only?: string): boolean {
  const dash = id.lastIndexOf('-');
  const prefix = id.slice(0, Math.max(0, dash));
  const known = only === undefined ? [...idPrefixes(family), ...oddPrefixes(family)].includes(prefix) : prefix === only;
  if (known && /^[0-9a-z]+$/.test(id.slice(dash + 1))) return true;
  if (idPrefixes(family).length === 0) return id.length > 0;
  return oldForms && /^(?:[a-z]{2,4}_[a-z]+_\d+|\d+)$/.test(id);
}
