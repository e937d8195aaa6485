// Builds what is older than its sources: the console into dist/web, the server and the simulator into one file each.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint } from './support/fingerprint.mjs';
import { withLock } from './support/lock.mjs';
import { at, isMain, root, runNode, say } from './support/root.mjs';

const common = ['catalogue', 'network', 'package.json', 'package-lock.json', 'scripts/build.mjs', 'tsconfig.json'];

const targets = {
  web: { proof: 'index.html', inputs: [...common, 'src', 'public', 'index.html', 'vite.config.ts', 'vite.first-files.ts'] },
  server: { proof: 'main.js', inputs: [...common, 'server', 'vite.server.config.ts'], entry: 'server/main.ts' },
  doctor: { proof: 'main.js', inputs: [...common, 'server', 'vite.server.config.ts'], entry: 'server/doctor/main.ts' },
  'store-tools': { proof: 'main.js', inputs: [...common, 'server', 'vite.server.config.ts'], entry: 'server/store-tools/main.ts' },
  simulator: { proof: 'main.js', inputs: [...common, 'simulator', 'vite.server.config.ts'], entry: 'simulator/main.ts' },
};

const stampOf = (name) => at('dist', '.stamps', name);

function isCurrent(name) {
  const { proof, inputs } = targets[name];
  if (!existsSync(stampOf(name)) || !existsSync(at('dist', name, proof))) return false;
  return readFileSync(stampOf(name), 'utf8') === fingerprint(inputs);
}

const source = (name) => targets[name].entry ?? 'vite.config.ts';

/** Outputs to build: those whose sources exist and changed. */
const stale = (names) => names.filter((name) => existsSync(at(source(name))) && !isCurrent(name));

/** Builds beside the old output and swaps the folders, so that a reader never meets half a build. */
async function buildOne(vite, name) {
  const { entry, inputs } = targets[name];
  const stamp = fingerprint(inputs);
  const outDir = at('dist', `.next-${name}`);
  const output = { outDir, emptyOutDir: true };
  const config = entry
    ? { configFile: at('vite.server.config.ts'), build: { ...output, ssr: at(entry) } }
    : { configFile: at('vite.config.ts'), build: output };
  await vite.build({ root, logLevel: 'warn', mode: 'production', ...config });
  const old = at('dist', `.old-${name}`);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(at('dist', name))) renameSync(at('dist', name), old);
  renameSync(outDir, at('dist', name));
  rmSync(old, { recursive: true, force: true });
  mkdirSync(at('dist', '.stamps'), { recursive: true });
  writeFileSync(stampOf(name), stamp);
}

async function buildHere(names) {
  await withLock('build', async () => {
    const wanted = stale(names);
    if (wanted.length === 0) return;
    const began = performance.now();
    const vite = await import('vite');
    const results = await Promise.allSettled(wanted.map((name) => buildOne(vite, name)));
    const failures = results.flatMap((result, i) => (result.status === 'rejected' ? [`${wanted[i]}: ${result.reason.message}`] : []));
    if (failures.length > 0) throw new Error(`The build failed.\n${failures.join('\n')}`);
    say(`Built ${wanted.join(', ')} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  });
}

/** What `npm start` needs: the others are built when they are asked for. */
const served = Object.keys(targets).filter((name) => name !== 'doctor' && name !== 'store-tools');

/** Builds the named outputs (those of `npm start` by default) where they are out of date, in a process of its own. Ends the process when the build fails. */
export async function build(names = served) {
  if (stale(names).length === 0) return;
  const code = await runNode('scripts/build.mjs', names);
  if (code !== 0) process.exit(code);
}

if (isMain(import.meta.url)) {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !Object.hasOwn(targets, name));
  if (unknown.length > 0) {
    say(`Nothing is called ${unknown.join(', ')}. There are: ${Object.keys(targets).join(', ')}.`);
    process.exit(2);
  }
  const { ensure } = await import('./ensure.mjs');
  await ensure();
  try {
    await buildHere(named.length > 0 ? named : served);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
