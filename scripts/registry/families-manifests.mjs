// What every page knows of every family, before any family is loaded.
import { familyData, familyNames, literal } from '../support/families.mjs';

export const file = 'catalogue/families/manifests.ts';

function manifestOf(root, name) {
  const { segment, idPrefixes, oddIdPrefixes, group, icon, within, variants, operations } = familyData(root, name);
  return {
    segment,
    idPrefixes,
    oddIdPrefixes,
    group,
    icon,
    within,
    listed: operations.list !== undefined,
    variants: variants && Object.keys(variants),
  };
}

export const render = (root) => `
import type { Manifest } from '../manifest.ts';

export const manifests = ${literal(Object.fromEntries(familyNames(root).map((name) => [name, manifestOf(root, name)])))} as const satisfies Readonly<Record<string, Manifest>>;
`;
