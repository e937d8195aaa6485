/** What a process of ours is given: its environment, and whose home folder is read. */
import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import { secretVariables } from './accounts/environment.ts';

/** The environment with its secrets, which from here on only this copy holds: no child and no later code sees them. */
export function takeEnvironment(): Record<string, string | undefined> {
  const env = { ...process.env };
  for (const name of secretVariables) delete process.env[name];
  return env;
}

/** The home folder; the root where there is none, as for a user without an entry: never a folder relative to where we stand. */
export function homeFolder(): string {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : '/';
  } catch {
    return '/';
  }
}
