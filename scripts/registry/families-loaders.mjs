// One family at a time, for the browser: a page loads those that it shows. Written out, so that every bundler splits them.
import { familyNames, keyOf } from '../support/families.mjs';

export const file = 'catalogue/families/loaders.ts';

export const render = (root) => `
import type { Family } from '../define.ts';
import type { FamilyModule } from '../module.ts';

export const loaders: Readonly<Record<Family, () => Promise<FamilyModule>>> = {
${familyNames(root)
  .map((name) => `  ${keyOf(name)}: () => import('./${name}/index.ts'),\n`)
  .join('')}};
`;
