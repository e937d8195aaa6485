/** The data folder: whose it is, who else uses it, what is not followed, and a disk that takes no writes. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { innerFolder, openDataFolder } from '../folder.ts';
import { lockFolder } from '../lock.ts';
import { ask, later, signIn, startWeft, type TestServer, temporaryFolder } from './kit.ts';

const isRoot = process.getuid?.() === 0;

const fresh = (): string => {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder, { mode: 0o700 });
  return folder;
};

/** A small file system of its own; null where this user may not mount one. */
function mounted(options: string): string | null {
  const folder = fresh();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `mode=700,${options}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  later(() => execFileSync('umount', ['-l', folder]));
  return folder;
}

describe('the lock', () => {
  it('goes to one of many who come at once, every time, and to the next when that one is gone', async () => {
    const folder = fresh();
    for (let round = 0; round < 10; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
      const held = tries.filter((one) => one.status === 'fulfilled');
      expect(held).toHaveLength(1);
      for (const one of held) one.value();
    }
  });

  it('is the same by whatever path the folder is reached', async () => {
    const folder = fresh();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(folder, link);
    later(await lockFolder(folder));
    await expect(lockFolder(link)).rejects.toThrow(new RegExp(`Another Weft is using the data in .*\\(process ${process.pid}\\)`));
  });

  it('is no file that leads elsewhere', async () => {
    const folder = fresh();
    const elsewhere = join(temporaryFolder(), 'elsewhere');
    symlinkSync(elsewhere, join(folder, 'server.lock'));
    await expect(lockFolder(folder)).rejects.toThrow(/cannot be written: it is a link/);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('without flock(1) is a socket in the folder, for one alone too', async () => {
    const before = process.env.PATH;
    process.env.PATH = '/nowhere';
    later(() => {
      process.env.PATH = before;
    });
    const folder = fresh();
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(/Another Weft/);
    release();
    // What is left of it is known for dead.
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => lockFolder(folder)));
    expect(tries.filter((one) => one.status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });
});

describe('the folder', () => {
  it.skipIf(!isRoot)('of another user is refused, as are folders in it', () => {
    const folder = fresh();
    chownSync(folder, 12_345, 12_345);
    expect(() => openDataFolder(folder)).toThrow(/belongs to another user of this machine \(12345\).*Run: chown 0 /);
    const own = fresh();
    mkdirSync(join(own, 'simulator'));
    chownSync(join(own, 'simulator'), 12_345, 12_345);
    expect(() => innerFolder(own, 'simulator')).toThrow(/belongs to another user/);
  });

  it.skipIf(!isRoot)('holds no sessions that another user wrote', async () => {
    const folder = fresh();
    writeFileSync(join(folder, 'sessions.json'), '{}', { mode: 0o600 });
    chownSync(join(folder, 'sessions.json'), 12_345, 12_345);
    await expect(startWeft({ env: { WEFT_DATA: folder } })).rejects.toThrow(/sessions\.json belongs to another user/);
  });

  it.each([
    ['a link', (path: string) => symlinkSync('/etc/hostname', path), /cannot be read: it is a link/],
    ['a folder', (path: string) => mkdirSync(path), /is no file/],
    ['a pipe', (path: string) => execFileSync('mkfifo', ['-m', '600', path]), /is no file/],
    ['readable by others', (path: string) => writeFileSync(path, '{}', { mode: 0o644 }), /can be read by other users/],
  ])('with %s for its sessions is refused', async (_what, make, words) => {
    const folder = fresh();
    make(join(folder, 'sessions.json'));
    await expect(startWeft({ env: { WEFT_DATA: folder } })).rejects.toThrow(words);
  });

  it('with a link for the demo cloud’s data is refused', () => {
    const folder = fresh();
    symlinkSync(temporaryFolder(), join(folder, 'simulator'));
    expect(() => innerFolder(folder, 'simulator')).toThrow(/is a link, which may lead anywhere/);
  });

  it('is written without following links that lie in wait, and nothing is left beside', async () => {
    const folder = fresh();
    const victim = join(temporaryFolder(), 'victim');
    writeFileSync(victim, 'untouched');
    symlinkSync(victim, join(folder, 'sessions.json.next'));
    const weft = await startWeft({ env: { WEFT_DATA: folder } });
    await signIn(weft);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(readdirSync(folder).filter((name) => !name.startsWith('weft.db'))).toEqual(['server.lock', 'sessions.json.next']);
  });

  it('that is a file, or lies below one, is told as such', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => openDataFolder(file)).toThrow(/cannot be made: something that is no folder has that name/);
    expect(() => openDataFolder(join(file, 'below'))).toThrow(/cannot be made: a part of the path is no folder/);
  });

  it('that is read-only is told as such, not as another Weft', async (context) => {
    const folder = isRoot ? mounted('ro') : fresh();
    if (folder === null) return context.skip('this user may not mount');
    if (!isRoot) chmodSync(folder, 0o500);
    await expect(startWeft({ env: { WEFT_DATA: folder } })).rejects.toThrow(
      /cannot be written: (?:it is on a read-only|this user may not)/,
    );
  });

  it.for([0, 4_096])(
    'on a disk with %i bytes left loses nobody who is signed in, keeps serving, and keeps them again when there is room',
    async (left, context) => {
      const folder = mounted('size=512k');
      if (folder === null) return context.skip('this user may not mount');
      const env = { WEFT_DATA: folder };
      const weft = await startWeft({ env });
      const filler = join(folder, 'filler');
      const people = [await signIn(weft)];
      expect(() => writeFileSync(filler, 'x'.repeat(600_000))).toThrow(/ENOSPC/);
      truncateSync(filler, statSync(filler).size - left);
      // What is there of a log is written over first.
      for (let more = 0; more < 40; more += 1) people.push(await signIn(weft));
      expect(weft.logs.filter((line) => line.includes('sessions-not-kept'))).toHaveLength(1);
      const isIn = async (server: TestServer, headers: Record<string, string>) =>
        (await ask(`${server.url}/api/session`, { headers: { ...headers, Origin: server.url } })).status === 200;
      expect(await Promise.all(people.map((person) => isIn(weft, person)))).toEqual(people.map(() => true));
      rmSync(filler);
      people.push(await signIn(weft));
      await weft.stop();
      const next = await startWeft({ env });
      expect(await Promise.all(people.map((person) => isIn(next, person)))).toEqual(people.map(() => true));
    },
  );

  it('whose sessions are damaged has nobody signed in, and says so', async () => {
    const folder = fresh();
    writeFileSync(join(folder, 'sessions.json'), '{"version":1,"salt":"00","sessi', { mode: 0o600 });
    const weft = await startWeft({ env: { WEFT_DATA: folder } });
    expect(weft.logs.filter((line) => line.includes('sessions-lost'))).toEqual([expect.stringContaining('sessions.json is damaged')]);
    expect(existsSync(join(folder, 'sessions.json'))).toBe(false);
  });
});
