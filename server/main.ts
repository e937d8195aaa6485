/** The process: environment in, signals out. */
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { secretVariables } from './accounts/environment.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { start } from './start.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The environment with its secrets, which from here on only this copy holds: no child and no later code sees them. */
function takeEnvironment(): Record<string, string | undefined> {
  const env = { ...process.env };
  for (const name of secretVariables) delete process.env[name];
  return env;
}

async function main(): Promise<void> {
  const env = takeEnvironment();
  const config = readConfig(env);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (config.remote) {
    process.stderr.write('Other machines can reach this server. It speaks plain http: a TLS proxy must stand in front of it.\n');
  }
  const running = await start({
    config,
    env,
    home: homedir(),
    web: beside('../web'),
    simulator: beside('../simulator/main.js'),
    version: manifest.version,
    say,
  });
  let stopping = false;
  // Whoever started us may stop listening to what we say.
  process.stdout.on('error', () => {});
  const stop = (signal: NodeJS.Signals): void => {
    // A second signal means: now.
    if (stopping) process.exit(1);
    stopping = true;
    running.log.info('stopping', { signal });
    running.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('unhandledRejection', (error) => running.log.defect('unhandled-rejection', error));
  process.on('uncaughtException', (error) => {
    // What state this leaves is not known: write it down and end; data on disk is always whole.
    running.log.defect('uncaught-exception', error);
    running.log.flush();
    process.exit(1);
  });
}

main().catch((error: unknown) => {
  // A mistake in the configuration is told in its own words; anything else is a defect and shows where it is.
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
