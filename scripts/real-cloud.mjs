// `npm run real-cloud`: writes docs/real-cloud.md anew.
import { writeFileSync } from 'node:fs';
import { ensure } from './ensure.mjs';
import { at, say } from './support/root.mjs';

await ensure({ dev: true });
const { runTypeScript } = await import('./support/typescript.mjs');
const { realCloudPage } = await runTypeScript('catalogue/real-cloud.ts');
writeFileSync(at('docs', 'real-cloud.md'), await realCloudPage());
say('docs/real-cloud.md: written anew.');
