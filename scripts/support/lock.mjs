// One at a time between processes: two `npm start` in the same clone must not install or build over each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { at } from './root.mjs';

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function dropIfAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner > 0 && !alive(owner)) rmSync(file, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Runs `work` while no other process holds the lock of that name; a lock whose process died is taken over. */
export async function withLock(name, work) {
  const file = at('.cache', `${name}.lock`);
  mkdirSync(at('.cache'), { recursive: true });
  while (!take(file)) {
    dropIfAbandoned(file);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
