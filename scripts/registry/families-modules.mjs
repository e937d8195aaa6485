// All families at once, for the packages that need every action: the server, the simulator, tests.
import { camelCase, familiesOfToday, familyNames } from '../support/families.mjs';

export const file = 'catalogue/families/modules.ts';

export const render = (root) => {
  const spoken = familiesOfToday(root);
  const imports = spoken.map(
    (name) =>
      `import * as ${camelCase(name)}Documents from './${name}/index.ts';\nimport * as ${camelCase(name)}Today from './${name}/today.ts';\n`,
  );
  const one = (name) =>
    spoken.includes(name)
      ? `export const ${camelCase(name)} = withToday(${camelCase(name)}Documents, ${camelCase(name)}Today);\n`
      : `export * as ${camelCase(name)} from './${name}/index.ts';\n`;
  return `
import { withToday } from '../module.ts';
${imports.join('')}
${familyNames(root).map(one).join('')}`;
};
