// `npm run migrate` and its like: what is done to the store from outside the server. The first argument names it, the others pass through.
import './support/signals.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { at } from './support/root.mjs';

await ensure();
await build(['store-tools']);
const entry = at('dist', 'store-tools', 'main.js');
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
