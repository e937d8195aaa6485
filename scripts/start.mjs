// `npm start`: brings what is missing, builds what is old, then becomes the server (same process, so that signals reach it).
import './support/signals.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { followParent } from './support/follow-parent.mjs';
import { at } from './support/root.mjs';

await ensure();
await build();
const entry = at('dist', 'server', 'main.js');
followParent();
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
