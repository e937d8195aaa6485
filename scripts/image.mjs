// `npm run image -- <folder>`: does what deploy/Dockerfile says, in folders instead of layers, where no container engine is at
// hand. Each stage is a folder; `<folder>/run` is what the image would hold. Root's own steps (users, /data) are left out.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { at, isMain, say } from './support/root.mjs';

/** The stages of a Dockerfile with their steps, continuation lines joined. */
export function readDockerfile(text) {
  const stages = [];
  for (const line of text.replace(/\\\n/g, ' ').split('\n')) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === undefined) continue;
    if (word === 'FROM') stages.push({ name: / AS (\w+)/i.exec(rest)?.[1] ?? 'run', steps: [] });
    else stages.at(-1)?.steps.push({ word, rest });
  }
  return stages;
}

/** What a COPY step names: from which stage (the repository where none), which paths, to where. */
export function readCopy(rest) {
  const [, from] = /--from=(\w+)/.exec(rest) ?? [];
  const paths = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
  return { from: from ?? null, paths: paths.slice(0, -1), to: paths.at(-1) };
}

/** Folders that no image takes from the repository. */
const ignored = new Set(readFileSync(at('deploy', 'Dockerfile.dockerignore'), 'utf8').split('\n').filter(Boolean));

function copy(folder, stage, { from, paths, to }) {
  for (const path of paths) {
    const source = from === null ? at(path) : join(folder, from, path.replace(/^\/app\/?/, ''));
    const target = paths.length > 1 || path === '.' || to === './' ? join(stage, path === '.' ? '.' : basename(path)) : join(stage, to);
    cpSync(source, target, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (one) => from !== null || !ignored.has(one.slice(at().length + 1)),
    });
  }
}

/** Does every step of the Dockerfile that needs no root. Returns the folder of the last stage. */
function makeImage(folder) {
  let stage = folder;
  for (const { name, steps } of readDockerfile(readFileSync(at('deploy', 'Dockerfile'), 'utf8'))) {
    stage = join(folder, name);
    mkdirSync(stage, { recursive: true });
    for (const { word, rest } of steps) {
      if (word === 'COPY') copy(folder, stage, readCopy(rest));
      if (word !== 'RUN' || rest.startsWith('install ')) continue;
      say(`${name}: ${rest}`);
      const { status } = spawnSync('sh', ['-c', rest], { cwd: stage, stdio: ['ignore', 'ignore', 'inherit'] });
      if (status !== 0) throw new Error(`"${rest}" ended with ${status}.`);
    }
  }
  return stage;
}

if (isMain(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    say('Usage: npm run image -- <an empty folder>');
    process.exit(2);
  }
  say(`The image’s files are in ${makeImage(resolve(folder))}. Start them there: node dist/server/main.js`);
}
