// `npm run simulator -- …`: the simulated cloud alone. Arguments pass through; stdout carries its one line of JSON and nothing else.
import './support/signals.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { followParent } from './support/follow-parent.mjs';
import { at } from './support/root.mjs';

await ensure();
await build(['simulator']);
const entry = at('dist', 'simulator', 'main.js');
followParent();
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
