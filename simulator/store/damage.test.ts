/** What was written and is not there any more stops the start; only a last line that never was whole is cut off, and told. */
import { cp, mkdir, readdir, readFile, rename, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call3, code3, type Target } from '../testing/client.ts';
import { emptyFolder } from '../testing/process.ts';
import { type Simulator, startSimulator } from '../testing/start.ts';

let folder: Awaited<ReturnType<typeof emptyFolder>>;
let simulator: Simulator | undefined;
let told: string[];

beforeEach(async () => {
  folder = await emptyFolder();
  told = [];
});
afterEach(async () => {
  await simulator?.close();
  simulator = undefined;
  await folder.remove();
});

async function start(): Promise<Target> {
  simulator = await startSimulator({ seed: 'empty', data: folder.path, tell: (notice) => told.push(notice) });
  const [keys] = simulator.accounts;
  if (!keys) throw new Error('no account');
  return { url: simulator.url, keys };
}

async function stop(): Promise<void> {
  await simulator?.close();
  simulator = undefined;
}

const make = (target: Target, VpcName: string) => code3(target, 'CreateVpc', { VpcName, CidrBlock: '10.0.0.0/16' });
const names = async (target: Target) =>
  ((await call3(target, 'DescribeVpcs', { Limit: '100' })).VpcSet as { VpcName: string }[]).map(({ VpcName }) => VpcName).sort();

/** A folder with a snapshot and two journals of three and two changes. */
async function written(): Promise<{ first: string; second: string }> {
  const target = await start();
  for (const name of ['a', 'b\u2028c', 'd']) await make(target, name);
  await stop();
  const next = await start();
  for (const name of ['e', 'f']) await make(next, name);
  await stop();
  const journals = (await readdir(folder.path)).filter((name) => name.startsWith('journal-')).sort();
  const [first = '', second = ''] = journals;
  expect(journals).toHaveLength(2);
  return { first: join(folder.path, first), second: join(folder.path, second) };
}

async function contents(): Promise<Record<string, string>> {
  const files = (await readdir(folder.path)).sort();
  return Object.fromEntries(await Promise.all(files.map(async (name) => [name, await readFile(join(folder.path, name), 'latin1')])));
}

const edit = async (path: string, change: (lines: string[]) => string[]): Promise<void> => {
  const lines = (await readFile(path, 'latin1')).split('\n');
  await writeFile(path, change(lines).join('\n'), 'latin1');
};

const flipped = (line = ''): string => {
  const at = Math.floor(line.length / 2);
  return line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ 1) + line.slice(at + 1);
};

const swapped = (lines: string[]): string[] => [lines[0] ?? '', lines[2] ?? '', lines[1] ?? '', ...lines.slice(3)];

type Damage = [what: string, of: 'first' | 'second' | 'snapshot', change: (lines: string[]) => string[], says: RegExp];

const damages: Damage[] = [
  ['a bit in the middle', 'first', (lines) => lines.with(2, flipped(lines[2])), /line 3/],
  ['a bit of the last line', 'second', (lines) => lines.with(2, flipped(lines[2])), /line 3/],
  ['a bit of the first line', 'second', (lines) => lines.with(0, flipped(lines[0])), /line 1/],
  ['a line that is gone', 'first', (lines) => lines.toSpliced(2, 1), /line 3/],
  ['the last line of a journal that others follow', 'first', (lines) => lines.toSpliced(3, 1), /missing/],
  [
    'the end of the last line of a journal that others follow',
    'first',
    (lines) => lines.toSpliced(4).with(3, lines[3]?.slice(0, -5) ?? ''),
    /line 4/,
  ],
  ['two lines in the wrong order', 'first', swapped, /line 2/],
  ['a line that stands twice', 'second', (lines) => lines.toSpliced(1, 0, lines[1] ?? ''), /line 3/],
  ['a first line that is gone', 'second', (lines) => lines.slice(1), /line 1/],
  ['an empty line', 'first', (lines) => lines.toSpliced(2, 0, ''), /line 3/],
  ['everything', 'first', () => [''], /line 1|missing/],
  ['a bit of a row', 'snapshot', (lines) => lines.with(1, flipped(lines[1])), /line 2/],
  ['a row that is gone', 'snapshot', (lines) => lines.toSpliced(1, 1), /line 2|short/],
  ['the last row', 'snapshot', (lines) => lines.toSpliced(-2, 1), /short/],
  ['the end of the last row', 'snapshot', (lines) => lines.slice(0, -1).with(-1, 'x'), /line \d/],
  ['the head', 'snapshot', (lines) => lines.slice(1), /line 1/],
];

describe('damage stops the start, which names the file and the line and changes nothing', () => {
  it.each(damages)('%s (%s)', async (_what, of, change, says) => {
    const files = { ...(await written()), snapshot: join(folder.path, 'snapshot.jsonl') };
    const whole = await contents();
    await edit(files[of], change);
    const before = await contents();
    expect(before).not.toEqual(whole);
    const failed = start();
    await expect(failed).rejects.toThrow(/snapshot\.jsonl|journal-\d+\.jsonl/);
    await expect(failed).rejects.toThrow(says);
    const { 'control-token': _token, ...after } = await contents();
    const { 'control-token': _old, ...expected } = before;
    expect(after).toEqual(expected);
    expect(told).toEqual([]);
  });

  it('a journal or the snapshot that is gone, or that has another’s name', async () => {
    const { first, second } = await written();
    const spare = `${folder.path}-spare`;
    await cp(folder.path, spare, { recursive: true });
    for (const [spoil, says] of [
      [() => unlink(first), /missing/],
      [() => unlink(join(folder.path, 'snapshot.jsonl')), /snapshot\.jsonl is missing/],
      [() => rename(second, second.replace(/\d(?=\.jsonl)/, '9')), /missing/],
      [() => rename(second, first), /journal/],
    ] as const) {
      await spoil();
      await expect(start()).rejects.toThrow(says);
      await rm(folder.path, { recursive: true });
      await cp(spare, folder.path, { recursive: true });
    }
    expect(await names(await start())).toEqual(['a', 'b\u2028c', 'd', 'e', 'f']);
  });
});

describe('a last line without its end', () => {
  it.each([1, 3, 25, 60])('that lacks %i bytes is cut off, told, and kept in a copy', async (bytes) => {
    const { second } = await written();
    const whole = await readFile(second);
    await truncate(second, whole.length - bytes);
    const target = await start();
    expect(await names(target)).toEqual(['a', 'b\u2028c', 'd', 'e']);
    expect(told).toEqual([expect.stringMatching(/journal-\d+\.jsonl: the last \d+ bytes/)]);
    const copy = (await readdir(folder.path)).find((name) => name.includes('.cut-')) ?? '';
    const start3 = whole.lastIndexOf(10, whole.length - 2) + 1;
    expect(await readFile(join(folder.path, copy))).toEqual(whole.subarray(start3, whole.length - bytes));
    await make(target, 'g');
    await stop();
    expect(await names(await start())).toEqual(['a', 'b\u2028c', 'd', 'e', 'g']);
    expect(told).toHaveLength(1);
  });
});

describe('a journal that was being made when the process ended', () => {
  it.each([0, 1, 4_096, 65_536])('holds %i bytes of the room that it looked for: nothing is lost and nothing is damaged', async (bytes) => {
    const { second } = await written();
    const next = second.replace(/(\d{8})(?=\.jsonl)/, (digits) => String(Number(digits) + 1).padStart(8, '0'));
    await writeFile(next, Buffer.alloc(bytes, 10), { mode: 0o600 });
    const target = await start();
    expect(await names(target)).toEqual(['a', 'b\u2028c', 'd', 'e', 'f']);
    await make(target, 'g');
    await stop();
    expect(await names(await start())).toEqual(['a', 'b\u2028c', 'd', 'e', 'f', 'g']);
    expect(told).toEqual([]);
  });
});

/** The same folder as versions before wrote it: without numbers and checksums. */
async function asBefore(): Promise<void> {
  const bare = (line: string): string => line.replace(/^\d+ [0-9a-f]{8} /, '');
  for (const name of (await readdir(folder.path)).filter((file) => file.endsWith('.jsonl'))) {
    await edit(join(folder.path, name), (lines) => {
      const texts = lines.map(bare);
      if (name !== 'snapshot.jsonl') return texts.filter((text) => !text.startsWith('{'));
      const { journal, rows } = JSON.parse(texts[0] ?? '') as Record<string, number>;
      return texts.with(0, JSON.stringify({ weft: 1, journal, rows }));
    });
  }
}

describe('a folder of the older form', () => {
  it('is read, goes on in the new form, and is damaged where it is damaged', async () => {
    const { first, second } = await written();
    await asBefore();
    const target = await start();
    expect(await names(target)).toEqual(['a', 'b\u2028c', 'd', 'e', 'f']);
    await make(target, 'g');
    await stop();
    expect(await names(await start())).toEqual(['a', 'b\u2028c', 'd', 'e', 'f', 'g']);
    await stop();
    await edit(second, (lines) => lines.with(0, 'rubbish'));
    await expect(start()).rejects.toThrow(/line 1/);
    await edit(first, (lines) => lines.with(1, '[[1'));
    await expect(start()).rejects.toThrow(/line 2/);
  });

  it('has its torn last line cut off too', async () => {
    const { second } = await written();
    await asBefore();
    await truncate(second, (await readFile(second)).length - 9);
    expect(await names(await start())).toEqual(['a', 'b\u2028c', 'd', 'e']);
    expect(told).toHaveLength(1);
  });
});

it('no link is followed: neither one that stands where a file is read, nor one where a file will be written', async () => {
  const { second } = await written();
  const outside = `${folder.path}-outside`;
  await mkdir(outside);
  await writeFile(join(outside, 'theirs'), 'theirs');
  for (const name of ['snapshot.jsonl.new', 'control-token.new']) await symlink(join(outside, 'theirs'), join(folder.path, name));
  await start();
  await stop();
  expect(await readFile(join(outside, 'theirs'), 'utf8')).toBe('theirs');
  await rename(second, join(outside, 'journal'));
  await symlink(join(outside, 'journal'), second);
  await expect(start()).rejects.toThrow(/link/);
});
