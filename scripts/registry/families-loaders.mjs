// One family at a time, for the browser: a page loads those that it shows. Written out, so that every bundler splits them.
import { familiesOfToday, familyNames, keyOf } from '../support/families.mjs';

export const file = 'catalogue/families/loaders.ts';

export const render = (root) => `
import type { Family } from '../define.ts';
import type { FamilyModule, TodayModule } from '../module.ts';

export const loaders: Readonly<Record<Family, () => Promise<FamilyModule>>> = {
${familyNames(root)
  .map((name) => `  ${keyOf(name)}: () => import('./${name}/index.ts'),\n`)
  .join('')}};

/** What accounts of today call, of the families that say so: only where somebody speaks it. */
export const todayLoaders: Readonly<Partial<Record<Family, () => Promise<TodayModule>>>> = {
${familiesOfToday(root)
  .map((name) => `  ${keyOf(name)}: () => import('./${name}/today.ts'),\n`)
  .join('')}};
`;
