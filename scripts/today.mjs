// `node scripts/today.mjs <cloud.json>`: writes anew catalogue/spec/undescribed.json, what VPC actions take that no family describes, and
// catalogue/spec/today.json, the part of today's API 3.0 that the catalogue
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

/** Structures that the fields name, and those that these name, into `into`. */
function gather(fields, structs, into) {
  for (const { type } of fields) {
    const struct = type.replace(/\[\]$/, '');
    if (!structs[struct] || into[struct]) continue;
    into[struct] = structs[struct];
    gather(structs[struct], structs, into);
  }
}

const picked = {};
for (const name of Object.keys(actions).sort()) {
  const [service, action] = name.split(':');
  const { actions: all, structs } = services[service] ?? { actions: {}, structs: {} };
  if (!all[action] && actions[name].source === 'today') throw new Error(`today's API has no ${name}`);
  if (!all[action]) continue;
  picked[service] ??= { actions: {}, structs: {} };
  picked[service].actions[action] = all[action];
  gather([...all[action].in, ...all[action].out], structs, picked[service].structs);
}

/** What the explorer needs of a parameter. */
const taken = (fields) => fields.map(({ name, type, optional }) => ({ name, type, ...(optional ? { optional } : {}) }));
const undescribed = { actions: {}, structs: {} };
for (const [action, data] of Object.entries(services.vpc.actions)) {
  if (actions[`vpc:${action}`]) continue;
  undescribed.actions[action] = taken(data.in);
  gather(data.in, services.vpc.structs, undescribed.structs);
}
for (const [name, fields] of Object.entries(undescribed.structs)) undescribed.structs[name] = taken(fields);

/** One line a thing, so that a difference can be read. */
const lines = (things) =>
  Object.keys(things)
    .sort()
    .map((name) => `      ${JSON.stringify(name)}: ${JSON.stringify(things[name])}`)
    .join(',\n');
const partOf = ([service, parts]) =>
  `  ${JSON.stringify(service)}: {\n${Object.entries(parts)
    .map(([part, things]) => `    ${JSON.stringify(part)}: {\n${lines(things)}\n    }`)
    .join(',\n')}\n  }`;
for (const [name, what] of Object.entries({ today: picked, undescribed: { vpc: undescribed } })) {
  const file = at('catalogue', 'spec', `${name}.json`);
  writeFileSync(file, `{\n${Object.entries(what).map(partOf).join(',\n')}\n}\n`);
  spawnSync(process.execPath, [at('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', file], { stdio: 'inherit' });
  say(`catalogue/spec/${name}.json: written anew.`);
}
