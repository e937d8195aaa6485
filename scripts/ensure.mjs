// Brings what a fresh clone lacks: a Node that is new enough (checked), the locked dependencies (installed), the registries (written).
import { readFileSync } from 'node:fs';
import { writeRegistries } from './registry.mjs';
import { withLock } from './support/lock.mjs';
import { at, isMain, publicEnv, run, say } from './support/root.mjs';

const oldestNode = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  say(`Weft needs Node ${oldestNode.join('.')} or later; this is ${process.version}. Install a newer Node and run the command again.`);
  process.exit(1);
}

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(at(file), 'utf8')).packages;
  } catch {
    return null;
  }
};

/**
 * True when node_modules holds every version that the lock names. npm writes node_modules/.package-lock.json last, so an install that was
 * cut short counts as missing. Packages for other platforms (optional) may be absent; so may test tools when only running is asked for.
 */
function installed({ dev }) {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (wanted === null || found === null) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional, dev: forTests }]) =>
      name === '' || optional || devOptional || (forTests && !dev) || found[name]?.version === version,
  );
}

/** Writes the registries that folders have outgrown. Ends the process, in words, when a folder lacks something. */
async function register() {
  try {
    await writeRegistries();
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

/**
 * Makes sure that this Node will do, that the locked dependencies are there (`dev`: those for tests too) and that the registries are
 * current. Ends the process when it cannot.
 */
export async function ensure({ dev = false } = {}) {
  checkNode();
  await install({ dev });
  // Afterwards: the generator reads texts with an installed package.
  await register();
}

async function install({ dev }) {
  if (installed({ dev })) return;
  await withLock('install', async () => {
    if (installed({ dev })) return;
    say('Installing the locked dependencies (npm ci) …');
    // --include=dev: with NODE_ENV=production npm would leave out what `npm test` needs.
    const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { env: publicEnv() });
    if (code === 0 && installed({ dev })) return;
    say(`npm ci failed (exit code ${code}). Its words are above; \`npm ci\` must work before Weft can start.`);
    process.exit(1);
  });
}

if (isMain(import.meta.url)) await ensure({ dev: true });
