/** The lock of a data folder: one holder at any moment, whoever begins when and from where, and the cause told to the others. */
import { spawnSync } from 'node:child_process';
import { chown, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder } from '../testing/process.ts';
import { ownFolder } from './folder.ts';
import { type Lock, lockFolder } from './lock.ts';

let folder: Awaited<ReturnType<typeof emptyFolder>>;

beforeEach(async () => {
  folder = await emptyFolder();
  await mkdir(folder.path, { mode: 0o700 });
});
afterEach(() => folder.remove());

const holders = (results: readonly PromiseSettledResult<Lock>[]): Lock[] =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));

describe('the lock', () => {
  it('has one holder of many that begin together, in every round', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 20; round += 1) {
      const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder.path)));
      const [holder, ...others] = holders(results);
      expect(others).toEqual([]);
      await expect(lockFolder(folder.path)).rejects.toThrow(`in use by another simulator (process ${process.pid})`);
      await holder?.release();
    }
    expect((await readdir(folder.path)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('is free when its holder is dead, though its socket still lies there', async () => {
    // A socket that nobody listens at any more, as a killed process leaves it.
    const dead = join(folder.path, `lock-${'0'.repeat(24)}.sock`);
    const script = `require('net').createServer().listen(${JSON.stringify(dead)}, () => process.kill(process.pid, 'SIGKILL'))`;
    spawnSync(process.execPath, ['-e', script]);
    expect(await readdir(folder.path)).toHaveLength(1);
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder.path)));
    expect(holders(results).length).toBeLessThanOrEqual(1);
    for (const lock of holders(results)) await lock.release();
    const lock = await lockFolder(folder.path);
    await lock.release();
    expect((await readdir(folder.path)).filter((name) => name === dead)).toEqual([]);
  });

  it('is held by a holder that says nothing', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(join(folder.path, `lock-${'0'.repeat(24)}.sock`), resolve));
    await expect(lockFolder(folder.path)).rejects.toThrow('in use');
    silent.close();
  });

  it('stands in the folder, so that another network namespace meets it too', async () => {
    const lock = await lockFolder(folder.path);
    const name = (await readdir(folder.path)).find((file) => file.startsWith('lock-')) ?? '';
    const script = `const s = require('net').connect(${JSON.stringify(join(folder.path, name))}); s.on('data', (d) => process.stdout.write(d)); s.on('error', (e) => process.stdout.write(e.code))`;
    // Where this machine lets us, the question comes from a namespace of its own.
    const canLeave = spawnSync('unshare', ['--net', 'true']).status === 0;
    const [command = '', ...args] = [...(canLeave ? ['unshare', '--net'] : []), process.execPath, '-e', script];
    const asked = new Promise<string>((resolve) => {
      import('node:child_process').then(({ execFile }) => execFile(command, args, (_error, stdout) => resolve(stdout)));
    });
    expect(await asked).toBe(`process ${process.pid}`);
    await lock.release();
  });

  it('works in a folder with a long name', async () => {
    const long = join(folder.path, 'x'.repeat(120), 'y'.repeat(120));
    await mkdir(long, { recursive: true });
    const lock = await lockFolder(long);
    await expect(lockFolder(long)).rejects.toThrow('in use');
    await lock.release();
  });
});

describe('the folder', () => {
  it('must be ours, and a link to it must be too', async () => {
    // Root may give a folder away; anybody else finds one that is not theirs.
    const isRoot = process.getuid?.() === 0;
    const foreign = isRoot ? join(folder.path, 'foreign') : '/usr';
    if (isRoot) {
      await mkdir(foreign);
      await chown(foreign, 12_345, 12_345);
    }
    await expect(ownFolder(foreign)).rejects.toThrow(/belongs to user \d+, not to ours/);
    const link = join(folder.path, 'link');
    await symlink(foreign, link);
    await expect(ownFolder(link)).rejects.toThrow(/belongs to user/);
    await rm(link);
    await mkdir(join(folder.path, 'own'));
    await symlink(join(folder.path, 'own'), link);
    expect(await ownFolder(link)).toBe(join(await ownFolder(folder.path), 'own'));
  });

  it('is told what is wrong with it', async () => {
    await writeFile(join(folder.path, 'file'), '');
    await expect(ownFolder(join(folder.path, 'file'))).rejects.toThrow(/cannot be used: .*(no folder|EEXIST)/);
    await expect(ownFolder(join(folder.path, 'file', 'inner'))).rejects.toThrow('it is no folder');
  });
});
