/** The simulated cloud: signed lists of 20 out of 10,000 VPCs, creations with and without a data folder, then a large world. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, signedCall, startCloud } from './support/cloud.ts';
import { type LoadResult, load } from './support/load.ts';
import { spread, table } from './support/numbers.ts';

const region = 'ap-guangzhou';
const vpcs = 10_000;
const runs = 5;
const seconds = 3;

async function measure(cloud: Cloud, connections: number, request: (n: number) => string): Promise<LoadResult[]> {
  const results: LoadResult[] = [];
  for (let run = 0; run <= runs; run += 1)
    results.push(await load({ url: cloud.url, connections, seconds: run === 0 ? 1 : seconds, request }));
  return results.slice(1); // The first warms up.
}

const row = (name: string, connections: number, results: readonly LoadResult[]): string[] => [
  name,
  String(connections),
  spread(
    results.map(({ perSecond }) => perSecond),
    0,
  ),
  spread(
    results.map(({ p50 }) => p50),
    2,
  ),
  spread(
    results.map(({ p99 }) => p99),
    2,
  ),
  String(results.reduce((sum, { failed }) => sum + failed, 0)),
];

async function lists(): Promise<string[][]> {
  const cloud = await startCloud();
  try {
    await cloud.sim.fill({ region, vpcs });
    const page = (n: number): string =>
      signedCall(cloud.url, cloud, region, 'DescribeVpcs', { Offset: String((n * 20) % vpcs), Limit: '20' });
    return [row('DescribeVpcs, 20 rows of 10,000', 1, await measure(cloud, 1, page)), row('', 10, await measure(cloud, 10, page))];
  } finally {
    await cloud.stop();
  }
}

async function idsOf(cloud: Cloud): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = 0; offset < vpcs; offset += 100) {
    const [head = '', body = ''] = signedCall(cloud.url, cloud, region, 'DescribeVpcs', { Offset: String(offset), Limit: '100' }).split(
      '\r\n\r\n',
    );
    const headers = head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': ') as [string, string]);
    const answer = await fetch(cloud.url, {
      method: 'POST',
      headers: headers.filter(([name]) => !/^(?:host|content-length)$/.test(name)),
      body,
    });
    const { Response } = (await answer.json()) as { Response: { VpcSet: { VpcId: string; CidrBlock: string }[] } };
    ids.push(...Response.VpcSet.map(({ VpcId, CidrBlock }) => `${VpcId} ${CidrBlock.split('.')[1]}`));
  }
  return ids;
}

async function creations(name: string, ...args: string[]): Promise<string[]> {
  const cloud = await startCloud(...args);
  try {
    await cloud.sim.fill({ region, vpcs });
    const ids = await idsOf(cloud);
    let made = 0;
    const create = (): string => {
      const [VpcId = '', second = ''] = (ids[made % ids.length] ?? '').split(' ');
      const third = Math.floor(made / ids.length);
      made += 1;
      const block = `10.${second}.${third}.0/24`;
      return signedCall(cloud.url, cloud, region, 'CreateSubnet', { VpcId, SubnetName: 'bench', CidrBlock: block, Zone: `${region}-1` });
    };
    return row(name, 10, await measure(cloud, 10, create));
  } finally {
    await cloud.stop();
  }
}

const data = mkdtempSync(join(tmpdir(), 'weft-bench-'));
try {
  table(`Simulated cloud: signed calls, verified; median (range) of ${runs} runs of ${seconds} s`, [
    ['call', 'connections', 'calls/s', 'p50 ms', 'p99 ms', 'failed'],
    ...(await lists()),
    await creations('CreateSubnet, in memory'),
    await creations('CreateSubnet, with --data', '--data', data),
  ]);
} finally {
  rmSync(data, { recursive: true, force: true });
}

// The large world has a name of its own, for those who want nothing else measured.
await import('./simulator-scale.ts');
