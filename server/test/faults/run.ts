/** One run in this process: a cloud, a fault proxy before it, a server, people at work; and what does not fit in the end. */
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call3, control } from '../../../simulator/testing/client.ts';
import { type Simulator, startSimulator } from '../../../simulator/testing/start.ts';
import { startFaultProxy } from '../../../tests/support/fault-proxy.ts';
import { type Chance, chanceOf } from '../../../tests/support/random.ts';
import { readConfig } from '../../config.ts';
import { type RunningServer, start } from '../../start.ts';
import { type Answer, Ledger, type Told } from './ledger.ts';
import { type Call, keyOfGroup, keyOfVpc, work } from './people.ts';

export interface RunReport {
  readonly seed: number;
  /** What does not fit, in sentences; empty where all is well. */
  readonly wrong: readonly string[];
  readonly told: Readonly<Record<Told, number>>;
  /** Requests to the cloud, and how many of them suffered. */
  readonly requests: number;
  readonly suffered: number;
}

const token = 'faults-token-0123456789';
const patienceMs = 800;
/** Whoever waits longer than this for an answer is taken to have none. */
const stuckMs = 90_000;

const limits = { connectMs: 500, answerMs: patienceMs, maxBytes: 256 * 1024, connections: 16 };

/** One request of a person's; null where the connection broke. */
export function ask(
  url: string,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<(Answer & { cookie: string }) | null> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url + path,
      { method: 'POST', headers: { 'X-Weft': '1', 'Content-Type': 'application/json', ...headers }, agent: false },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        incoming.on('error', () => resolve(null));
        incoming.on('end', () => {
          const cookie = incoming.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
          resolve({ status: incoming.statusCode ?? 0, body: text === '' ? null : JSON.parse(text), cookie });
        });
      },
    );
    outgoing.setTimeout(stuckMs, () => reject(new Error('no answer')));
    outgoing.on('error', () => resolve(null));
    outgoing.end(body);
  });
}

/** Signs a person in and gives the way in which they call. */
export async function personAt(url: () => string, signIn: string): Promise<Call> {
  const answer = await ask(url(), '/api/session', {}, JSON.stringify({ token: signIn }));
  if (answer?.status !== 204) throw new Error(`sign-in was answered ${answer?.status}`);
  return (action, params) =>
    ask(url(), `/api/call/vpc/${action}`, { Cookie: answer.cookie }, JSON.stringify({ region: 'ap-guangzhou', params }));
}

/** What the cloud has, by id. `list` answers what stands in a response. */
export async function rowsBy(
  list: (action: string, params: Record<string, unknown>) => Promise<Readonly<Record<string, unknown>>>,
): Promise<Map<string, { key: string; value: string }>> {
  const all = async (action: string, set: string): Promise<Record<string, string>[]> => {
    const found: Record<string, string>[] = [];
    for (;;) {
      const answer = await list(action, { Limit: '100', Offset: String(found.length) });
      const page = answer[set] as Record<string, string>[] | undefined;
      if (page === undefined) throw new Error(`${action}: ${JSON.stringify(answer)}`);
      found.push(...page);
      if (page.length === 0 || found.length >= Number(answer.TotalCount)) return found;
    }
  };
  const rows = new Map<string, { key: string; value: string }>();
  for (const row of await all('DescribeVpcs', 'VpcSet'))
    rows.set(row.VpcId ?? '', { key: keyOfVpc(row.CidrBlock ?? ''), value: row.VpcName ?? '' });
  for (const row of await all('DescribeSecurityGroups', 'SecurityGroupSet')) {
    rows.set(row.SecurityGroupId ?? '', { key: keyOfGroup(row.SecurityGroupDesc ?? ''), value: row.SecurityGroupName ?? '' });
  }
  return rows;
}

/** Troubles that the cloud itself makes, drawn: a storm of refusals, slowness, lost connections, keys that are not known for a while. */
async function trouble(simulator: Simulator, chance: Chance): Promise<void> {
  const orders = [
    { kind: 'error', code: 'RequestLimitExceeded', every: 2, times: 6 },
    { kind: 'error', code: 'InternalError', every: 3, times: 3 },
    { kind: 'error', code: 'AuthFailure.TokenFailure', times: 2 },
    { kind: 'latency', ms: 60, every: 2, times: 6 },
    { kind: 'latency', ms: patienceMs * 2, times: 1 },
    { kind: 'drop-before', every: 2, times: 3 },
    { kind: 'drop-after', every: 2, times: 3 },
    { kind: 'drop-after', action: 'CreateVpc', times: 1 },
    { kind: 'drop-after', action: 'CreateSecurityGroup', times: 2 },
  ];
  for (let count = chance.below(4); count > 0; count -= 1) await control(simulator.url, 'POST', 'faults', chance.pick(orders));
}

const minute = 60_000;

/** @throws Error where the run itself could not be made. */
export async function faultRun(seed: number): Promise<RunReport> {
  const chance = chanceOf(seed);
  const skew = chance.pick([0, 0, 0, 10 * minute, -10 * minute]);
  const bugs: unknown[] = [];
  const simulator = await startSimulator({ seed: 'empty', machineTime: () => Date.now() + skew, onBug: (bug) => bugs.push(bug) });
  const share = chance.pick([0.1, 0.2, 0.4]);
  const proxy = await startFaultProxy({ port: () => simulator.port, chance: chance.fork(1), share: () => share, patienceMs });
  const ledger = new Ledger();
  let weft: RunningServer | null = null;
  try {
    weft = await startServer(simulator, proxy.port, (line) => {
      // A defect of the server's own is a fault whatever people were told.
      if (line.includes('"level":"error"')) ledger.faults.push(`the log has: ${line.slice(0, 400)}`);
    });
    const { url } = weft;
    const people = await Promise.all([0, 1, 2].map(() => personAt(() => url, token)));
    await trouble(simulator, chance);
    const days = people.map((call, person) => work({ call, chance: chance.fork(10 + person), ledger, person, steps: 5 }));
    await Promise.all(days.map((day) => day.catch((error: unknown) => ledger.faults.push(`stuck: ${String(error)}`))));
    await proxy.rest();
    await control(simulator.url, 'DELETE', 'faults');
    const [account] = simulator.accounts;
    const keys = { secretId: account?.secretId ?? '', secretKey: account?.secretKey ?? '' };
    const timestamp = Math.floor((Date.now() + skew) / 1_000);
    const wrong = ledger.check(await rowsBy((action, params) => call3({ url: simulator.url, keys }, action, params, { timestamp })));
    return {
      seed,
      wrong: [...wrong, ...bugs.map((bug) => `the cloud has a defect: ${String(bug)}`)],
      told: ledger.counts,
      requests: proxy.suffered.length,
      suffered: proxy.suffered.filter((fault) => fault !== null).length,
    };
  } finally {
    await weft?.stop();
    await proxy.stop();
    await simulator.close();
  }
}

const tenth = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms / 10));

function startServer(simulator: Simulator, cloudPort: number, logTo: (line: string) => void): Promise<RunningServer> {
  const [account] = simulator.accounts;
  const cloud = `http://127.0.0.1:${cloudPort}`;
  const env = {
    PORT: '0',
    WEFT_DATA: 'none',
    WEFT_TOKEN: token,
    TENCENTCLOUD_SECRET_ID: account?.secretId,
    TENCENTCLOUD_SECRET_KEY: account?.secretKey,
    WEFT_DIALECT: 'documents',
    WEFT_ENDPOINTS: `vpc=${cloud},vpc2017=${cloud}`,
  };
  const absent = join(tmpdir(), 'weft-none-such');
  return start({
    config: readConfig(env),
    env,
    home: absent,
    web: absent,
    simulator: absent,
    version: '0.0.0',
    say: () => {},
    logTo,
    // A tenth of what the server waits: the cloud is in the same process.
    sleep: tenth,
    pause: tenth,
    identities: false,
    limits,
  });
}
