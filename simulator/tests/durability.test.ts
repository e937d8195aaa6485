/** What is kept survives: the real process, killed under concurrent writes, started again on what it left. */
import { appendFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call3, code3, control, type Target } from '../testing/client.ts';
import { buildSimulator, emptyFolder, type SimulatorProcess, startProcess } from '../testing/process.ts';

let built: Awaited<ReturnType<typeof buildSimulator>>;
let folder: Awaited<ReturnType<typeof emptyFolder>>;
let running: SimulatorProcess | undefined;

beforeAll(async () => {
  built = await buildSimulator();
}, 60_000);
afterAll(() => built.remove());
beforeEach(async () => {
  folder = await emptyFolder();
});
afterEach(async () => {
  await running?.end('SIGKILL');
  running = undefined;
  await folder.remove();
});

const start = async (...more: string[]): Promise<Target> => {
  running = await startProcess(built.main, ['--data', folder.path, '--seed', 'empty', ...more]);
  return running;
};
const end = async (signal: NodeJS.Signals): Promise<number | null | undefined> => {
  const code = await running?.end(signal);
  running = undefined;
  return code;
};

const allNames = async (target: Target): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (let Offset = 0; ; Offset += 100) {
    const rows = (await call3(target, 'DescribeVpcs', { Offset, Limit: 100 })).VpcSet as { VpcId: string; VpcName: string }[];
    for (const { VpcId, VpcName } of rows) names.set(VpcId, VpcName);
    if (rows.length < 100) return names;
  }
};

const make = (target: Target, name: string) => code3(target, 'CreateVpc', { VpcName: name, CidrBlock: '10.0.0.0/16' });
const names = async (target: Target) => [...(await allNames(target)).values()].sort();

/** Creates, renames and deletes until the connection breaks. Tells of each write what was known for sure, and what was not. */
async function write(target: Target, worker: number, sure: Map<string, string | null>, unsure: Set<string>): Promise<void> {
  for (let count = 0; ; count += 1) {
    try {
      const { Vpc } = await call3(target, 'CreateVpc', { VpcName: `w${worker}-${count}`, CidrBlock: '10.0.0.0/16' });
      const { VpcId } = Vpc as { VpcId: string };
      sure.set(VpcId, `w${worker}-${count}`);
      unsure.add(VpcId);
      if (count % 3 === 1) {
        await call3(target, 'ModifyVpcAttribute', { VpcId, VpcName: 'renamed' });
        sure.set(VpcId, 'renamed');
      } else if (count % 3 === 2) {
        await call3(target, 'DeleteVpc', { VpcId });
        sure.set(VpcId, null);
      }
      unsure.delete(VpcId);
    } catch {
      return;
    }
  }
}

/** `WEFT_KILLS=200 npx vitest run simulator/tests/durability.test.ts` for a long look. */
const rounds = Number(process.env.WEFT_KILLS ?? 10);

describe('kill -9 under concurrent writes', () => {
  it('loses nothing that was acknowledged, ten times over', { timeout: 120_000 * rounds }, async () => {
    const sure = new Map<string, string | null>();
    const unsure = new Set<string>();
    let keys: unknown;
    for (let round = 0; round < rounds; round += 1) {
      const target = await start();
      keys ??= target.keys;
      expect(target.keys).toEqual(keys);
      if (round === 0) await control(target.url, 'POST', 'quotas', { type: 'vpcs-per-region', limit: 1_000_000 });
      const names = await allNames(target);
      for (const [id, name] of sure) if (!unsure.has(id)) expect(names.get(id) ?? null).toBe(name);
      for (const id of names.keys()) if (!sure.has(id)) sure.set(id, names.get(id) ?? null);
      unsure.clear();
      for (const [id] of sure) sure.set(id, names.get(id) ?? null);
      const before = sure.size;
      const writers = Array.from({ length: 8 }, (_, worker) => write(target, worker, sure, unsure));
      // Killed after some number of acknowledged writes, not after some time: on any machine there is work under way.
      while (sure.size < before + 20 + (round % 10) * 7) await call3(target, 'DescribeVpcs', { Limit: 1 });
      await end('SIGKILL');
      await Promise.all(writers);
    }
    expect(sure.size).toBeGreaterThan(400);
  });

  it('loses nothing while the world is being folded into a snapshot', { timeout: 120_000 }, async () => {
    const target = await start();
    await control(target.url, 'POST', 'quotas', { type: 'vpcs-per-region', limit: 1_000_000 });
    const sure = new Map<string, string | null>();
    const unsure = new Set<string>();
    const writers = Array.from({ length: 4 }, (_, worker) => write(target, worker, sure, unsure));
    // Each fill replaces the snapshot while the writers go on.
    for (let count = 0; count < 5; count += 1) await control(target.url, 'POST', 'fill', { region: 'ap-beijing', vpcs: 500 });
    const last = control(target.url, 'POST', 'fill', { region: 'ap-beijing', vpcs: 3000 }).catch(() => undefined);
    const before = sure.size;
    while (sure.size < before + 10) await call3(target, 'DescribeVpcs', { Limit: 1 });
    await end('SIGKILL');
    await Promise.all([...writers, last]);
    const again = await start();
    const names = await allNames(again);
    for (const [id, name] of sure) if (!unsure.has(id)) expect(names.get(id) ?? null).toBe(name);
    const { TotalCount } = await call3({ ...again, region: 'ap-beijing' }, 'DescribeVpcs');
    expect(TotalCount).toBeGreaterThanOrEqual(2500);
  });
});

describe('the folder', () => {
  const newestJournal = async () => {
    const files = (await readdir(folder.path)).filter((name) => name.startsWith('journal-')).sort();
    // The last one belongs to the start under way; the one with content is wanted.
    for (const name of files.reverse()) if ((await stat(join(folder.path, name))).size > 0) return join(folder.path, name);
    throw new Error('no journal');
  };

  it('keeps the world, its keys, its quotas and its clock over an orderly end', async () => {
    const target = await start();
    await make(target, 'a');
    await control(target.url, 'POST', 'quotas', { type: 'vpcs-per-region', limit: 1 });
    await control(target.url, 'POST', 'clock', { set: '2031-05-05T00:00:00Z' });
    expect(await end('SIGTERM')).toBe(0);
    const again = await start();
    expect(again.keys).toEqual(target.keys);
    expect(await names(again)).toEqual(['a']);
    expect(await make(again, 'b')).toBe('LimitExceeded');
    expect(await control(again.url, 'GET', 'state')).toMatchObject({ clock: { now: '2031-05-05T00:00:00.000Z', running: false } });
  });

  it('is repaired where a crash cut the last line short', async () => {
    const target = await start();
    for (const name of ['a', 'b', 'c']) await make(target, name);
    await end('SIGKILL');
    const journal = await newestJournal();
    await truncate(journal, (await stat(journal)).size - 25);
    const again = await start();
    expect(await names(again)).toEqual(['a', 'b']);
    await make(again, 'd');
    await end('SIGKILL');
    expect(await names(await start())).toEqual(['a', 'b', 'd']);
  });

  it('is refused where something else damaged it', async () => {
    const target = await start();
    for (const name of ['a', 'b', 'c']) await make(target, name);
    await end('SIGKILL');
    const journal = await newestJournal();
    const lines = (await readFile(journal, 'utf8')).split('\n');
    lines[1] = 'rubbish';
    await writeFile(journal, lines.join('\n'));
    await expect(start()).rejects.toThrow('damaged at line 2');
    await appendFile(journal, '');
  });

  it('belongs to one process at a time, and is free again when that is killed', async () => {
    await start();
    await expect(startProcess(built.main, ['--data', folder.path])).rejects.toThrow('in use by another simulator');
    await end('SIGKILL');
    await start();
  });

  it('takes the keys it is told, then and later', async () => {
    await start('--secret-id', 'AKIDmine', '--secret-key', 'mine');
    await end('SIGTERM');
    expect((await start()).keys).toEqual({ secretId: 'AKIDmine', secretKey: 'mine' });
    await end('SIGTERM');
    const other = await start('--secret-id', 'AKIDother', '--secret-key', 'other');
    expect(await code3(other, 'DescribeVpcs')).toBe('');
  });
});

describe('a limit of the size of files', () => {
  it('refuses what it cannot keep, goes on in a new journal, and loses nothing that was acknowledged', { timeout: 60_000 }, async () => {
    running = await startProcess(
      '-c',
      [`ulimit -f 400; exec "$@"`, 'sh', process.execPath, built.main, '--data', folder.path, '--seed', 'empty'],
      'ignore',
      'sh',
    );
    const target = running;
    await control(target.url, 'POST', 'quotas', { type: 'vpcs-per-region', limit: 1_000_000 });
    const made = new Set<string>();
    let refused = 0;
    for (let count = 0; refused < 2 && count < 5000; count += 20) {
      const batch = Array.from({ length: 20 }, (_, index) => `v${count + index}-${'x'.repeat(40)}`);
      const codes = await Promise.all(batch.map((name) => make(target, name)));
      codes.forEach((code, index) => {
        if (code === '') made.add(batch[index] ?? '');
      });
      if (codes.includes('InternalError')) {
        refused += 1;
        expect(new Set(await names(target))).toEqual(made);
        while (!((await (await fetch(`${target.url}/_sim/health`)).json()) as { ok: boolean }).ok);
      }
    }
    expect(refused).toBe(2);
    await end('SIGKILL');
    expect(new Set(await names(await start()))).toEqual(made);
  });
});

describe('the process', () => {
  it('says where it listens and whose accounts it has', async () => {
    running = await startProcess(built.main, ['--seed', 'demo']);
    const { line } = running;
    expect(Object.keys(line)).toEqual(['url', 'uin', 'secretId', 'secretKey', 'accounts', 'controlToken']);
    expect(line.accounts).toHaveLength(3);
    expect((await call3(running, 'DescribeVpcs')).TotalCount).toBeGreaterThan(5);
  });

  it('ends with its parent when told to', async () => {
    const child = await startProcess(built.main, ['--seed', 'empty', '--with-parent'], 'pipe');
    const gone = new Promise((resolve) => child.child.once('exit', resolve));
    child.child.stdin?.end();
    expect(await gone).toBe(0);
  });

  it('refuses arguments it does not understand', async () => {
    for (const args of [
      ['--colour', 'red'],
      ['--port', 'http'],
      ['--seed', 'moon'],
      ['--secret-id', 'x'],
    ]) {
      await expect(startProcess(built.main, args)).rejects.toThrow('simulator [--port P]');
    }
  });
});
