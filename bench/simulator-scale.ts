/**
 * A large simulated cloud: 10,000 VPCs, 100,000 subnets, 200,000 network interfaces with an address each. How long it
 * takes to make, to write out and to bring back, how much memory it takes, and how fast any list of it is answered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, signedCall, signedCall2017, startCloud } from './support/cloud.ts';
import { load } from './support/load.ts';
import { percentile, spread, table } from './support/numbers.ts';
import { largeQuestions, otherQuestions, type Question, type Sample, size } from './support/questions.ts';

const region = 'ap-guangzhou';
const runs = 5;
/** Of one question in one run. A 99th percentile needs a hundred. */
const times = 120;
const rounds = 3;

const call = (cloud: Cloud, name: string, params: Readonly<Record<string, unknown>>): string => {
  const [service = '', action = ''] = name.split(':');
  return (service === 'vpc' ? signedCall : signedCall2017)(cloud.url, cloud, region, action, params);
};

/** One request outside the measurement. @returns the answer's body. */
async function ask(cloud: Cloud, name: string, params: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const [head = '', body = ''] = call(cloud, name, params).split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => line.split(': ') as [string, string]).filter(([key]) => !/^(?:host|content-length)$/.test(key));
  const answer = await fetch(`${cloud.url}${first.split(' ')[1]}`, { method: 'POST', headers, body });
  return (await answer.json()) as Record<string, unknown>;
}

/** Ids from all over the world. */
async function sampleOf(cloud: Cloud): Promise<Sample> {
  const ids = async (action: string, set: string, id: string, total: number): Promise<string[]> => {
    const found: string[] = [];
    for (let offset = 0; offset < total; offset += total / 10) {
      const { Response } = await ask(cloud, `vpc:${action}`, { Offset: offset, Limit: 100 });
      found.push(...((Response as Record<string, Record<string, string>[]>)[set]?.map((row) => row[id] ?? '') ?? []));
    }
    return found;
  };
  const { vpcs, subnetsPerVpc, enisPerSubnet } = size;
  return {
    vpcs: await ids('DescribeVpcs', 'VpcSet', 'VpcId', vpcs),
    subnets: await ids('DescribeSubnets', 'SubnetSet', 'SubnetId', vpcs * subnetsPerVpc),
    enis: await ids('DescribeNetworkInterfaces', 'NetworkInterfaceSet', 'NetworkInterfaceId', vpcs * subnetsPerVpc * enisPerSubnet),
  };
}

interface Timings {
  readonly p50: number[];
  readonly p99: number[];
  failed: number;
}

/** Puts one question so many times and adds its percentiles to `timed`. */
async function put(cloud: Cloud, question: Question, timed: Timings | undefined): Promise<void> {
  const { name, params, after } = question;
  const requests = (n: number): string[] => [...(after ? [call(cloud, after.name, after.params(n))] : []), call(cloud, name, params(n))];
  const each = after ? 2 : 1;
  let waiting: string[] = [];
  const result = await load({
    url: cloud.url,
    connections: 1,
    requests: times * each,
    request: (n) => {
      if (n % each === 0) waiting = requests(n / each);
      return waiting[n % each] ?? '';
    },
  });
  if (result.failed > 0) console.error(`${name}, ${question.about}: ${result.firstFailure}`);
  const own = result.times.filter((_, n) => n % each === each - 1);
  timed?.p50.push(percentile(own, 0.5));
  timed?.p99.push(percentile(own, 0.99));
  if (timed) timed.failed += result.failed;
}

/** All questions in turn, several times over, so that what else the machine does meets all of them. */
async function questions(cloud: Cloud): Promise<string[][]> {
  const sample = await sampleOf(cloud);
  const asked = [...largeQuestions(sample), ...otherQuestions(sample)];
  const results = new Map(asked.map((question): [Question, Timings] => [question, { p50: [], p99: [], failed: 0 }]));
  for (let run = 0; run <= runs; run += 1)
    for (const question of asked) await put(cloud, question, run === 0 ? undefined : results.get(question));
  return [...results].map(([{ name, about }, { p50, p99, failed }]) => [name, about, spread(p50, 2), spread(p99, 2), String(failed)]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const shown = ({ controlToken }: Cloud) => ({ authorization: `Bearer ${controlToken}` });

const memory = async (cloud: Cloud): Promise<{ rss: number; peak: number }> =>
  ((await (await fetch(`${cloud.url}/_sim/state`, { headers: shown(cloud) })).json()) as { memory: { rss: number; peak: number } }).memory;

/** Seconds and MB of making, writing and bringing back the world, by name. */
async function wholes(folder: string): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  const note = (name: string, value: number): void => {
    found[name] = [...(found[name] ?? []), value];
  };
  for (let round = 0; round < rounds; round += 1) {
    const data = join(folder, String(round));
    let cloud = await startCloud();
    try {
      note('fill, s', await timed(() => cloud.sim.fill({ region, ...size })));
      note('memory after it, MB', (await memory(cloud)).rss / 1e6);
      let snapshot = '';
      note(
        'GET /_sim/snapshot, s',
        await timed(async () => {
          snapshot = await (await fetch(`${cloud.url}/_sim/snapshot`, { headers: shown(cloud) })).text();
        }),
      );
      note('its size, MB', Buffer.byteLength(snapshot) / 1e6);
      note(
        'PUT /_sim/snapshot, s',
        await timed(() => fetch(`${cloud.url}/_sim/snapshot`, { method: 'PUT', headers: shown(cloud), body: snapshot })),
      );
      note('memory after both, MB', (await memory(cloud)).rss / 1e6);
      note('most memory so far, MB', (await memory(cloud)).peak / 1e6);
      await cloud.stop();
      cloud = await startCloud('--data', data);
      note('fill with --data, s', await timed(() => cloud.sim.fill({ region, ...size })));
      await cloud.stop();
      note(
        'start from that folder, s',
        await timed(async () => {
          cloud = await startCloud('--data', data);
        }),
      );
      note('memory after it, from the folder, MB', (await memory(cloud)).rss / 1e6);
    } finally {
      await cloud.stop();
    }
  }
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'));
const before = loadavg()[0] ?? 0;
try {
  const cloud = await startCloud();
  try {
    await cloud.sim.fill({ region, ...size });
    table(`Lists of a large world, signed, one connection, at most 100 rows; ms, median (range) of ${runs} runs of ${times} calls`, [
      ['list', 'question', 'p50 ms', 'p99 ms', 'failed'],
      ...(await questions(cloud)),
    ]);
    const { rss, peak } = await memory(cloud);
    console.log(`\nMemory after all of them: ${(rss / 1e6).toFixed(0)} MB, at most ${(peak / 1e6).toFixed(0)} MB`);
  } finally {
    await cloud.stop();
  }
  const whole = Object.entries(await wholes(folder)).map(([name, values]) => [name, spread(values, 1)]);
  table(`The large world as a whole; median (range) of ${rounds} runs`, [['what', 'value'], ...whole]);
  console.log(`\nLoad of the machine: ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
