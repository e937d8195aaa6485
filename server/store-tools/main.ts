/** The process of the store's tools. */
import { takeEnvironment } from '../process-environment.ts';
import { runTool } from './tools.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

runTool({ args: process.argv.slice(2), env: takeEnvironment(), say }).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
