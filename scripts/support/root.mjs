// Shared by all scripts. Built-ins only: on a fresh clone nothing is installed yet.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** An absolute path inside the repository. */
export const at = (...parts) => path.join(root, ...parts);

/** Progress goes to stderr: stdout belongs to the program that a script starts (the simulator prints JSON there). */
export const say = (text) => process.stderr.write(`${text}\n`);

/** The environment without keys and tokens, for tools (npm, vite, apt) that have no use for them. */
export function publicEnv(extra = {}) {
  const secret = /^(TENCENTCLOUD_|ALIBABA_CLOUD_|WEFT_TOKEN$)/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !secret.test(name))), ...extra };
}

/**
 * Runs a program to its end. Resolves to its exit code (128 + signal number when a signal ended it); rejects only when it cannot start.
 * What it prints is shown on stderr unless `stdio` says otherwise.
 */
export function run(command, args, { env = publicEnv(), stdio = ['ignore', 2, 2], cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Runs one of our scripts, or a tool from node_modules, in a Node process of its own. */
export const runNode = (file, args = [], options = {}) => run(process.execPath, [at(file), ...args], options);

/** True when the file was started by hand (`node scripts/<name>.mjs`), false when another script imports it. */
export const isMain = (url) => process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
