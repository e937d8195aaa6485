/** Every family of the catalogue, served or not yet: for tests, until all are served. */
import { actionsOf, dataOf } from './families/families.ts';
import * as served from './families/served.ts';
import * as waiting from './families/waiting.ts';

const all = { ...served, ...waiting };

export const allActions = actionsOf(all);
export const allFamilies = dataOf(all);
