// Programs of development dependencies, started by path: `npx` would ask the network when one is missing.
import { runNode } from './root.mjs';

const programs = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

export const tool = (name, args, options) => runNode(programs[name], args, options);
