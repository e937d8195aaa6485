// The icons that the families name, of the families that have a folder in src: a bundler cannot find an icon by its name.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { familyData, familyNames, keyOf } from '../support/families.mjs';
import { at } from '../support/root.mjs';

export const file = 'src/families/icons.ts';

/** Every name that lucide exports. */
const known = new Set(readFileSync(at('node_modules/lucide-react/dist/esm/lucide-react.mjs'), 'utf8').match(/(?<=default as )\w+/g));

export function render(root) {
  const icons = familyNames(root)
    .filter((name) => existsSync(path.join(root, 'src/families', name)))
    .map((name) => [name, familyData(root, name).icon]);
  for (const [family, icon] of icons) {
    if (!known.has(icon))
      throw new Error(`catalogue/families/${family}/index.ts: \`icon\` of \`data\` is ${icon}, which lucide does not have.`);
  }
  const names = [...new Set(icons.map(([, icon]) => icon))].sort();
  return `
import {
${names.map((name) => `  ${name},\n`).join('')}} from 'lucide-react';

export const icons = {
${icons.map(([family, icon]) => `  ${keyOf(family)}: ${icon},\n`).join('')}};
`;
}
