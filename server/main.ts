/** The process: environment in, signals out. */

import { url as inspectorUrl } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { homeFolder, takeEnvironment } from './process-environment.ts';
import { stopSignals } from './process-safety.ts';
import { type RunningServer, start } from './start.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const sameWishMs = 300;

async function main(): Promise<void> {
  const env = takeEnvironment();
  const config = readConfig(env);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (config.remote) {
    process.stderr.write('Other machines can reach this server. It speaks plain http: a TLS proxy must stand in front of it.\n');
  }
  let running: RunningServer | null = null;
  const stopped: { at: number | null } = { at: null };
  // Whoever started us may stop listening to what we say.
  process.stdout.on('error', () => {});
  const stop = (signal: NodeJS.Signals): void => {
    // A second signal means: now. One that comes with the first is the same wish, told by a terminal and by a parent.
    if (stopped.at !== null && Date.now() - stopped.at > sameWishMs) process.exit(1);
    if (stopped.at !== null) return;
    stopped.at = Date.now();
    if (running === null) process.exit(0);
    running.log.info('stopping', { signal });
    running.stop().then(() => process.exit(0));
  };
  for (const signal of stopSignals) process.on(signal, stop);
  if (inspectorUrl() !== undefined) {
    process.stderr.write('The inspector of this process is open: whoever reaches it can read every key. Start without --inspect.\n');
  }
  running = await start({
    config,
    env,
    home: homeFolder(),
    web: beside('../web'),
    simulator: beside('../simulator/main.js'),
    version: manifest.version,
    say,
  });
  const { log } = running;
  process.on('unhandledRejection', (error) => log.defect('unhandled-rejection', error));
  process.on('uncaughtException', (error) => {
    // What state this leaves is not known: write it down and end; data on disk is always whole.
    log.defect('uncaught-exception', error);
    log.flush();
    process.exit(1);
  });
}

main().catch((error: unknown) => {
  // A mistake in the configuration is told in its own words; anything else is a defect and shows where it is.
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
