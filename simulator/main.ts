/**
 * The simulated cloud as a process:
 * `--port P --data DIR --seed demo|empty --secret-id X --secret-key Y --with-parent`.
 * Prints one line of JSON when it listens; ends on SIGTERM, SIGINT, and with `--with-parent` when its stdin ends.
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isSeed } from './seed/index.ts';
import { type SimulatorOptions, startSimulator } from './simulator.ts';

export { type Simulator, type SimulatorOptions, startSimulator } from './simulator.ts';

const usage = 'simulator [--port P] [--data DIR] [--seed demo|empty] [--secret-id X --secret-key Y] [--with-parent]';

/** Fixes the token of the control API, which is otherwise a new one at each start. */
const tokenVariable = 'WEFT_SIMULATOR_TOKEN';

/** @throws Error on an argument that is not understood. */
function optionsFrom(argv: readonly string[]): { options: SimulatorOptions; withParent: boolean } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      seed: { type: 'string', default: 'demo' },
      'secret-id': { type: 'string' },
      'secret-key': { type: 'string' },
      'with-parent': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port takes 0 to 65535, not "${values.port}"`);
  if (!isSeed(values.seed)) throw new Error(`--seed takes demo or empty, not "${values.seed}"`);
  const { data, 'secret-id': secretId, 'secret-key': secretKey } = values;
  if ((secretId === undefined) !== (secretKey === undefined)) throw new Error('--secret-id and --secret-key go together');
  const controlToken = process.env[tokenVariable];
  delete process.env[tokenVariable];
  if (controlToken !== undefined && controlToken.length < 16) throw new Error(`${tokenVariable} must have 16 characters or more`);
  return {
    options: {
      port,
      ...(controlToken === undefined ? {} : { controlToken }),
      seed: values.seed,
      ...(data === undefined ? {} : { data }),
      ...(secretId === undefined || secretKey === undefined ? {} : { secretId, secretKey }),
    },
    withParent: values['with-parent'],
  };
}

async function run(): Promise<void> {
  // On the first Node would open its inspector, on the second end: neither is for others to decide.
  for (const signal of ['SIGUSR1', 'SIGUSR2'] as const) process.on(signal, () => {});
  const { options, withParent } = optionsFrom(process.argv.slice(2));
  const simulator = await startSimulator(options);
  const { name: _name, ...first } = simulator.accounts[0] ?? { name: '', uin: '', secretId: '', secretKey: '' };
  const { url, controlToken, accounts } = simulator;
  process.stdout.write(`${JSON.stringify({ url, ...first, accounts, controlToken })}\n`);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    simulator.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, end);
  if (withParent) {
    process.stdin.on('end', end);
    process.stdin.on('error', end);
    process.stdin.resume();
  }
}

/** True when this file is what `node` was told to run, rather than something that imports it. */
function isEntry(): boolean {
  const { argv } = process;
  return argv[1] !== undefined && realpathSync(argv[1]) === realpathSync(fileURLToPath(import.meta.url));
}

if (isEntry()) {
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(1);
  });
}
