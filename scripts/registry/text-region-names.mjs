// The names of the regions in every language, in one table: every page shows one, before any text is loaded.
import { literal } from '../support/families.mjs';
import { languageCodes, textsIn } from '../support/languages.mjs';

export const file = 'catalogue/text/region-names.ts';

export function render(root) {
  const names = {};
  for (const language of languageCodes(root)) {
    for (const [region, name] of Object.entries(textsIn(root, `catalogue/text/${language}/regions.json`))) {
      names[region] = { ...names[region], [language]: name };
    }
  }
  return `
import type { Language } from '../languages.ts';

export const namesOfRegions: Readonly<Record<string, Readonly<Record<Language, string>>>> = ${literal(names)};
`;
}
