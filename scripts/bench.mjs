// `npm run bench -- <name> …`: one measurement by name, printed as a table. Nothing is asserted: machines differ.
import { readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { bringChromium } from './chromium.mjs';
import { ensure } from './ensure.mjs';
import { at, say } from './support/root.mjs';

const names = readdirSync(at('bench')).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (wanted.length === 0 || unknown.length > 0) {
  say(`Usage: npm run bench -- ${names.join(' | ')}`);
  process.exit(2);
}
await ensure({ dev: true });
await build();
const { runTypeScript } = await import('./support/typescript.mjs');
const browser = ['first-load', 'list', 'rules', 'map'];
for (const name of wanted) {
  if (browser.includes(name)) process.env.CHROMIUM_PATH ??= (await bringChromium({ measuring: true })) ?? '';
  await runTypeScript(`bench/${name}.ts`);
}
