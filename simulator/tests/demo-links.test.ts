/** The demo world has something to show in the lists of what joins networks, guards and watches them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call2017, type Target } from '../testing/client.ts';
import { type Simulator, startSimulator } from '../testing/start.ts';

let simulator: Simulator;
let retail: Target;
let logistics: Target;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'demo' });
  const { url } = simulator;
  const [first, second] = simulator.accounts.map((keys) => ({ url, keys }));
  if (!first || !second) throw new Error('the demo world has two accounts');
  [retail, logistics] = [first, second];
});
afterAll(() => simulator.close());

const rows = async (target: Target, action: string, region = 'ap-guangzhou') =>
  (await call2017({ ...target, region }, action)).data as Record<string, unknown>[];

it('in either account', async () => {
  for (const action of ['DescribeNatGateway', 'DescribeNetworkAcl', 'DescribeFlowLogs', 'DescribeVpcPeeringConnections']) {
    expect((await rows(retail, action)).length, action).toBeGreaterThan(0);
    expect((await rows(logistics, action)).length, action).toBeGreaterThan(0);
  }
  expect(await rows(logistics, 'DescribeVpcClassicLink', 'ap-shanghai')).toHaveLength(2);
});

it('with peerings in each state that people meet', async () => {
  const states = async (region: string) =>
    (await rows(retail, 'DescribeVpcPeeringConnections', region)).map((row) => `${row.peeringConnectionName} ${row.state}`);
  expect(await states('ap-guangzhou')).toEqual(expect.arrayContaining(['云通 TMS 1', '云通 WMS 试点 2', '代收货款 3']));
  expect(await states('ap-shanghai')).toContain('港口报关 0');
});
