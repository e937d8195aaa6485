/** What the signing proxy costs: the same calls straight to the simulated cloud and through Weft's server, in turn. */
import { startProduct } from '../e2e/support/product.ts';
import { simAt } from '../e2e/support/sim.ts';
import { signedCall } from './support/cloud.ts';
import { type LoadResult, load, post } from './support/load.ts';
import { median, spread, table } from './support/numbers.ts';

const region = 'ap-chengdu';
const vpcs = 1_000;
const runs = 5;
const seconds = 3;
const token = 'a-fixed-token-for-the-benchmark';

const product = await startProduct({ env: { WEFT_TOKEN: token, WEFT_RATE: '0' } });
try {
  const sim = simAt(product.simulator);
  await sim.fill({ region, vpcs });
  const account = (await sim.accounts())[0];
  if (!account) throw new Error('the demo world has no account');
  // No two calls in flight are the same, or the server would send one for both.
  const params = (n: number, rows: number) => ({ Offset: String(n % vpcs), Limit: String(rows) });
  const { host } = new URL(product.url);
  const headers = { host, authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-weft': '1' };

  const shapes = [
    { rows: 1, connections: 1 },
    { rows: 20, connections: 1 },
    { rows: 1, connections: 10 },
    { rows: 20, connections: 10 },
  ];
  const lines: string[][] = [];
  for (const { rows, connections } of shapes) {
    const direct: LoadResult[] = [];
    const through: LoadResult[] = [];
    const straight = (n: number): string => signedCall(product.simulator, account, region, 'DescribeVpcs', params(n, rows));
    const proxied = (n: number): string =>
      post('/api/call/vpc/DescribeVpcs', headers, JSON.stringify({ region, params: { Offset: n % vpcs, Limit: rows } }));
    for (let run = 0; run <= runs; run += 1) {
      const time = run === 0 ? 1 : seconds; // The first warms up.
      const one = await load({ url: product.simulator, connections, seconds: time, request: straight });
      const other = await load({ url: product.url, connections, seconds: time, request: proxied });
      if (run === 0) continue;
      direct.push(one);
      through.push(other);
    }
    const of = (results: readonly LoadResult[], key: 'perSecond' | 'p50' | 'p99'): number[] => results.map((result) => result[key]);
    const added = (key: 'p50' | 'p99'): string => (median(of(through, key)) - median(of(direct, key))).toFixed(2);
    const failed = [...direct, ...through].reduce((sum, result) => sum + result.failed, 0);
    lines.push([
      `${rows} row${rows > 1 ? 's' : ''}`,
      String(connections),
      spread(of(direct, 'perSecond'), 0),
      spread(of(through, 'perSecond'), 0),
      `${median(of(direct, 'p50')).toFixed(2)} → ${median(of(through, 'p50')).toFixed(2)}`,
      added('p50'),
      added('p99'),
      String(failed),
    ]);
    const failure = [...direct, ...through].find(({ firstFailure }) => firstFailure !== '');
    if (failure) console.error(failure.firstFailure);
  }
  table(`Signing proxy against direct calls, DescribeVpcs of 1,000; median (range) of ${runs} runs of ${seconds} s each`, [
    ['answer', 'connections', 'direct calls/s', 'proxied calls/s', 'p50 ms', 'added p50 ms', 'added p99 ms', 'failed'],
    ...lines,
  ]);
} finally {
  await product.stop();
}
