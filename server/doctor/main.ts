/** The doctor's process. */
import { homeFolder, takeEnvironment } from '../process-environment.ts';
import { runDoctor } from './doctor.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

runDoctor({ args: process.argv.slice(2), env: takeEnvironment(), home: homeFolder(), say }).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
