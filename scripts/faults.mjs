// `npm run faults -- --runs 10000 --seed 1`: random work under random faults. `--killed 50` begins with as many runs of real
// processes that are killed. The same seed draws the same.
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { runTypeScript } from './support/typescript.mjs';

await ensure({ dev: true });
await build(['server', 'simulator']);
await runTypeScript('server/test/faults/main.ts');
