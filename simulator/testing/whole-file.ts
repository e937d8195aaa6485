/** Checks over all tests of a file, which do not disturb a run of some of them, in any order. */
import { afterAll, type RunnerTask } from 'vitest';

const hasPassed = (task: Readonly<RunnerTask>): boolean =>
  task.type === 'suite' ? task.tasks.every(hasPassed) : task.result?.state === 'pass';

/** Runs the check after the file's tests when all of them have run and passed; it fails the file. Call it at the top of the file. */
export function onceAllPassed(check: (file: string) => void | Promise<void>): void {
  // biome-ignore lint/correctness/noEmptyPattern: Vitest hands out the file second, and refuses a first argument that is a name
  afterAll(({}, file) => (hasPassed(file) ? check(file.name) : undefined));
}
