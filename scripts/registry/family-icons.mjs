// The icons that the families name, of the families that have a folder in src: a bundler cannot find an icon by its name.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { familyData, familyNames, keyOf } from '../support/families.mjs';

export const file = 'src/families/icons.ts';

export function render(root) {
  const icons = familyNames(root)
    .filter((name) => existsSync(path.join(root, 'src/families', name)))
    .map((name) => [name, familyData(root, name).icon]);
  const names = [...new Set(icons.map(([, icon]) => icon))].sort();
  return `
import {
${names.map((name) => `  ${name},\n`).join('')}} from 'lucide-react';

export const icons = {
${icons.map(([family, icon]) => `  ${keyOf(family)}: ${icon},\n`).join('')}};
`;
}
