/** A disk that takes no more: what cannot be kept is undone and refused, nothing else suffers, and it goes on by itself. */
import type { FileHandle } from 'node:fs/promises';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call3, code3, control, type Target } from '../testing/client.ts';
import { emptyFolder } from '../testing/process.ts';
import { type Simulator, startSimulator } from '../testing/start.ts';
import { type OpenFile, openOwn } from './folder.ts';

let folder: Awaited<ReturnType<typeof emptyFolder>>;
let simulator: Simulator | undefined;
let told: string[];

/** What the disk refuses: nothing, everything, or what is written to files of a name. */
const disk: { refuses: RegExp | null; code: string } = { refuses: null, code: 'ENOSPC' };

const failure = (): Error => Object.assign(new Error(`${disk.code}: of this test`), { code: disk.code });

/** Half of a refused write reaches the disk, as it does in life. */
const openFile: OpenFile = async (path, flags) => {
  const handle = await openOwn(path, flags);
  const write = handle.appendFile.bind(handle) as (data: string | Uint8Array) => Promise<void>;
  const refusable = async (data: string | Uint8Array): Promise<void> => {
    if (!disk.refuses?.test(path)) return write(data);
    await write(data.slice(0, data.length / 2));
    throw failure();
  };
  return Object.assign(handle, { appendFile: refusable, writeFile: refusable }) as FileHandle;
};

beforeEach(async () => {
  folder = await emptyFolder();
  disk.refuses = null;
  disk.code = 'ENOSPC';
  told = [];
});
afterEach(async () => {
  await simulator?.close();
  simulator = undefined;
  await folder.remove();
});

async function start(): Promise<Target> {
  simulator = await startSimulator({
    seed: 'empty',
    data: folder.path,
    tell: (notice) => told.push(notice),
    store: { openFile, retryMs: 5 },
  });
  const [keys] = simulator.accounts;
  if (!keys) throw new Error('no account');
  return { url: simulator.url, keys };
}

async function again(): Promise<Target> {
  await simulator?.close();
  return start();
}

const make = (target: Target, VpcName: string) => code3(target, 'CreateVpc', { VpcName, CidrBlock: '10.0.0.0/16' });
const names = async (target: Target) =>
  ((await call3(target, 'DescribeVpcs', { Limit: '100' })).VpcSet as { VpcName: string }[]).map(({ VpcName }) => VpcName).sort();
const health = async (target: Target) => {
  const response = await fetch(`${target.url}/_sim/health`);
  return { status: response.status, ...((await response.json()) as { ok: boolean; cause?: string }) };
};
/** Asks until changes are taken again: asking is what passes the time. */
async function recovered(target: Target): Promise<void> {
  while (!(await health(target)).ok);
}

describe('a change that cannot be kept', () => {
  it('is refused, with everything that came after it, and nothing of it is there', async () => {
    const target = await start();
    await control(target.url, 'POST', 'quotas', { type: 'vpcs-per-region', limit: 100 });
    expect(await make(target, 'a')).toBe('');
    const before = await control(target.url, 'GET', 'snapshot');
    disk.refuses = /./;
    const codes = await Promise.all(Array.from({ length: 20 }, (_, index) => make(target, `lost-${index}`)));
    expect(new Set(codes)).toEqual(new Set(['InternalError']));
    expect(await names(target)).toEqual(['a']);
    expect(await control(target.url, 'GET', 'snapshot')).toEqual(before);
    expect(await health(target)).toMatchObject({ status: 503, ok: false, cause: expect.stringContaining('disk is full') });
    // From now on it is refused before it is made, and reads go on.
    expect(await make(target, 'b')).toBe('InternalError');
    for (const [path, body] of [
      ['quotas', { type: 'vpcs-per-region', limit: 1 }],
      ['clock', { set: '2031-05-05T00:00:00Z' }],
      ['reset', { seed: 'demo' }],
      ['fill', { region: 'ap-beijing', vpcs: 3 }],
      ['accounts', {}],
    ] as const) {
      await expect(control(target.url, 'POST', path, body)).rejects.toThrow('507');
    }
    expect(await control(target.url, 'GET', 'snapshot')).toEqual(before);
    disk.refuses = null;
    await recovered(target);
    expect(await make(target, 'c')).toBe('');
    expect(told).toEqual([expect.stringContaining('takes no changes'), expect.stringContaining('takes changes again')]);
    expect(await names(await again())).toEqual(['a', 'c']);
    expect(told).toHaveLength(2);
  });

  it.each(['EIO', 'EFBIG', 'EDQUOT', 'EROFS'])('recovers from %s too, again and again', async (code) => {
    disk.code = code;
    const target = await start();
    for (const round of ['a', 'b', 'c']) {
      expect(await make(target, round)).toBe('');
      disk.refuses = /journal/;
      expect(await make(target, `lost-${round}`)).toBe('InternalError');
      disk.refuses = null;
      await recovered(target);
    }
    expect(await names(await again())).toEqual(['a', 'b', 'c']);
  });

  it('leaves tasks and the clock as they were; reads that would move them on are answered', async () => {
    const target = await start();
    await control(target.url, 'POST', 'transitions', { family: '*', speed: { reads: 1 } });
    const { Vpc } = await call3(target, 'CreateVpc', { VpcName: 'n', CidrBlock: '10.0.0.0/16' });
    const { VpcId } = Vpc as { VpcId: string };
    const gateway = { VpcId, VpnGatewayName: 'g', InternetMaxBandwidthOut: 5, InstanceChargeType: 'POSTPAID_BY_HOUR' };
    expect(await code3(target, 'CreateVpnGateway', gateway)).toBe('');
    disk.refuses = /./;
    const state = async () => ((await call3(target, 'DescribeVpnGateways')).VpnGatewaySet as { State: string }[]).map(({ State }) => State);
    for (let count = 0; count < 5; count += 1) expect(await state()).toEqual(['PENDING']);
    disk.refuses = null;
    await recovered(target);
    expect([await state(), await state()].flat()).toContain('AVAILABLE');
  });
});

describe('a world that cannot be written', () => {
  it('does not take the place of the one that is there', async () => {
    const target = await start();
    await make(target, 'a');
    await control(target.url, 'POST', 'clock', { set: '2031-05-05T00:00:00Z' });
    const snapshot = await control(target.url, 'GET', 'snapshot');
    disk.refuses = /snapshot/;
    for (const [method, path, body] of [
      ['POST', 'reset', { seed: 'demo' }],
      ['POST', 'fill', { region: 'ap-guangzhou', vpcs: 3 }],
      ['PUT', 'snapshot', { ...snapshot, rows: [] }],
    ] as const) {
      await expect(control(target.url, method, path, body)).rejects.toThrow('50');
      expect(await control(target.url, 'GET', 'snapshot')).toEqual(snapshot);
    }
    disk.refuses = null;
    expect(await make(target, 'b')).toBe('');
    const next = await again();
    expect(await names(next)).toEqual(['a', 'b']);
    expect(await control(next.url, 'GET', 'state')).toMatchObject({ clock: { now: '2031-05-05T00:00:00.000Z' } });
  });

  it('takes its place alone: calls that come meanwhile meet the new one, and survive with it', async () => {
    const target = await start();
    await make(target, 'old');
    const replaced = control(target.url, 'POST', 'reset', { seed: 'empty' });
    const codes = await Promise.all(Array.from({ length: 12 }, (_, index) => make(target, `n${index}`)));
    await replaced;
    const there = await names(target);
    expect(there).not.toContain('old');
    expect(codes.every((code) => code === '' || code === 'VpcLimitExceeded' || code === 'LimitExceeded')).toBe(true);
    expect(await names(await again())).toEqual(there);
  });

  it('stops the start, which says why', async () => {
    for (const [code, words] of [
      ['EROFS', 'read-only'],
      ['ENOSPC', 'full'],
      ['EACCES', 'permissions'],
    ] as const) {
      Object.assign(disk, { refuses: /./, code });
      await expect(start()).rejects.toThrow(words);
    }
    disk.refuses = null;
    await start();
  });
});

it('the token of the control API is in a file that only its owner may read', async () => {
  await start();
  const { mode } = await stat(join(folder.path, 'control-token'));
  expect(mode & 0o777).toBe(0o600);
});
