// `npm run dev`: the console with hot reload on Vite's own port, the server and the simulator rebuilt and restarted when their sources change.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import { createServer } from 'vite';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { at, root, runNode, say } from './support/root.mjs';

await ensure({ dev: true });
await build();

const port = process.env.PORT ?? '4400';
const target = `http://127.0.0.1:${port}`;
const token = process.env.WEFT_TOKEN ?? randomBytes(24).toString('base64url');
let server = null;

function startServer() {
  const started = spawn(process.execPath, [at('dist/server/main.js')], {
    cwd: root,
    env: { ...process.env, PORT: port, WEFT_TOKEN: token },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  server = started;
  started.on('exit', (code) => {
    if (server === started && code !== 0) say(`The server ended (${code}). It starts again after the next change.`);
  });
}

/** Stops the running server and waits until its port is free again. */
async function stopServer() {
  const running = server;
  server = null;
  if (running === null || running.exitCode !== null || running.signalCode !== null) return;
  await new Promise((resolve) => {
    running.once('exit', resolve);
    running.kill('SIGTERM');
  });
}

async function rebuild() {
  const code = await runNode('scripts/build.mjs', ['server', 'simulator']);
  if (code !== 0) return; // what is wrong stands above; the old server goes on
  await stopServer();
  startServer();
}

startServer();
let timer;
let work = Promise.resolve();
for (const folder of ['server', 'simulator', 'catalogue', 'network']) {
  watch(at(folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(rebuild);
    }, 150);
  });
}

// vite.config.ts sends /api there, in that server's own name.
process.env.WEFT_SERVER = target;
const vite = await createServer({ configFile: at('vite.config.ts'), root, server: { host: '127.0.0.1' } });
await vite.listen();
const { port: webPort } = vite.httpServer.address();
say(`Weft, reloading on change: http://127.0.0.1:${webPort}/sign-in#token=${token}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all([vite.close(), stopServer()]);
    process.exit(0);
  });
}
