// `npm run doctor`: what reading alone can tell of keys, permissions and the way to the cloud. Arguments pass through; stdout is the report.
import './support/signals.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { at } from './support/root.mjs';

await ensure();
await build(['doctor']);
const entry = at('dist', 'doctor', 'main.js');
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
