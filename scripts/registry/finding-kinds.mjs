// The kinds of findings: one file each in network/findings/kinds/, which exports the kind under the file's name.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { camelCase } from '../support/families.mjs';

export const file = 'network/findings/all-kinds.ts';

export function render(root) {
  const names = readdirSync(path.join(root, 'network/findings/kinds'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
  return `
import type { FindingKind } from './kind.ts';
${names.map((name) => `import { ${camelCase(name)} } from './kinds/${name}.ts';\n`).join('')}
export const kindsOfFindings = [
${names.map((name) => `  ${camelCase(name)},\n`).join('')}] as const satisfies readonly FindingKind[];
`;
}
