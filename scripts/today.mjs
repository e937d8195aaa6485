// `node scripts/today.mjs <cloud.json>`: writes catalogue/spec/today.json anew, the part of today's API 3.0 that the catalogue
// describes (actions that the documents have too are there as today has them), from names, types, marks, filter keys, value tokens and error codes of the official SDKs: `{ services: { vpc: { actions: { CreateVpc:
// { in, out, errors } }, structs: { Vpc: [{ name, type }] } } } }`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { at, say } from './support/root.mjs';
import { runTypeScript } from './support/typescript.mjs';

const [source] = process.argv.slice(2);
if (!source)
  throw new Error(
    'say where the whole of it is: node scripts/today.mjs <cloud.json>. It is no part of the repository: made from the official SDKs, in the shape that the first lines of this file show',
  );
const { services } = JSON.parse(readFileSync(source, 'utf8'));
const { actions } = await runTypeScript('catalogue/index.ts');

const picked = {};
for (const name of Object.keys(actions).sort()) {
  const [service, action] = name.split(':');
  const { actions: all, structs } = services[service] ?? { actions: {}, structs: {} };
  if (!all[action] && actions[name].source === 'today') throw new Error(`today's API has no ${name}`);
  if (!all[action]) continue;
  picked[service] ??= { actions: {}, structs: {} };
  picked[service].actions[action] = all[action];
  const visit = (fields) => {
    for (const { type } of fields) {
      const struct = type.replace(/\[\]$/, '');
      if (!structs[struct] || picked[service].structs[struct]) continue;
      picked[service].structs[struct] = structs[struct];
      visit(structs[struct]);
    }
  };
  visit([...all[action].in, ...all[action].out]);
}
/** One line a thing, so that a difference can be read. */
const lines = (things) =>
  Object.keys(things)
    .sort()
    .map((name) => `      ${JSON.stringify(name)}: ${JSON.stringify(things[name])}`)
    .join(',\n');
const text = Object.entries(picked).map(
  ([service, { actions: of, structs }]) =>
    `  ${JSON.stringify(service)}: {\n    "actions": {\n${lines(of)}\n    },\n    "structs": {\n${lines(structs)}\n    }\n  }`,
);
const file = at('catalogue', 'spec', 'today.json');
writeFileSync(file, `{\n${text.join(',\n')}\n}\n`);
spawnSync(process.execPath, [at('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', file], { stdio: 'inherit' });
say('catalogue/spec/today.json: written anew.');
