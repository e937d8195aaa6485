// All families at once, for the packages that need every action: the server, the simulator, tests.
import { camelCase, familyNames } from '../support/families.mjs';

export const file = 'catalogue/families/modules.ts';

export const render = (root) => `
${familyNames(root)
  .map((name) => `export * as ${camelCase(name)} from './${name}/index.ts';\n`)
  .join('')}`;
