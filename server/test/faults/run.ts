/** One run in this process: a cloud, a fault proxy before it, a server, people at work; and what does not fit in the end. */
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call3, control } from '../../../simulator/testing/client.ts';
import { type Simulator, startSimulator } from '../../../simulator/testing/start.ts';
import { startFaultProxy } from '../../../tests/support/fault-proxy.ts';
import { type Chance, chanceOf } from '../../../tests/support/random.ts';
import { within } from '../../../tests/support/within.ts';
import { readConfig } from '../../config.ts';
import { searchHistory } from '../../history/search.ts';
import { verifyHistory } from '../../history/verify.ts';
import { type RunningServer, start } from '../../start.ts';
import { openStore, type Store } from '../../store/store.ts';
import { type Answer, Ledger, type ToldOutcome } from './ledger.ts';
import { type Call, keyOfGroup, keyOfVpc, work } from './people.ts';

export interface RunReport {
  readonly seed: number;
  /** What does not fit, in sentences; empty where all is well: between what was told and what is there, */
  readonly wrong: readonly string[];
  /** between what was told and the history, */
  readonly history: readonly string[];
  /** and what is a defect whatever was told: no answer, one without an outcome, a line of the log, a wait that was not ended. */
  readonly broken: readonly string[];
  readonly told: Readonly<Record<ToldOutcome, number>>;
  /** Requests to the cloud, and how many of them suffered. */
  readonly requests: number;
  readonly suffered: number;
}

const token = 'faults-token-0123456789';
const patienceMs = 800;
/** Whoever waits longer than this for an answer is taken to have none. */
const stuckMs = 90_000;

const limits = { connectMs: 500, answerMs: patienceMs, maxBytes: 256 * 1024, connections: 16 };

/** One request of a person's; null where the connection broke. Rejects where no answer is whole in `stuckMs`, or it is no JSON. */
function ask(url: string, path: string, headers: Record<string, string>, body: string): Promise<(Answer & { cookie: string }) | null> {
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
          try {
            resolve({ status: incoming.statusCode ?? 0, body: text === '' ? null : JSON.parse(text), cookie });
          } catch {
            reject(new Error(`an answer that is no JSON: ${text.slice(0, 100)}`));
          }
        });
      },
    );
    const stuck = setTimeout(() => {
      reject(new Error(`${path}: no answer in ${stuckMs} ms`));
      outgoing.destroy();
    }, stuckMs);
    outgoing.on('error', () => resolve(null));
    outgoing.on('close', () => {
      clearTimeout(stuck);
      resolve(null);
    });
    outgoing.end(body);
  });
}

/** Signs a person in and gives the way in which they call. */
export async function personAt(url: () => string, signIn: string): Promise<Call> {
  const answer = await ask(url(), '/api/session', {}, JSON.stringify({ token: signIn }));
  if (answer?.status !== 204) throw new Error(`sign-in was answered ${answer?.status}`);
  return (action, params, reason) =>
    ask(url(), `/api/call/vpc/${action}`, { Cookie: answer.cookie }, JSON.stringify({ region: 'ap-guangzhou', params, reason }));
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

/** So long a run may take, and each of its ends (milliseconds): a machine may be slow, nothing waits for ever. */
const runMs = 150_000;
const endMs = 30_000;

/** Everything that a run needs, ended in the opposite order however the run ends. */
export async function faultRun(seed: number): Promise<RunReport> {
  const ends: { readonly what: string; readonly end: () => Promise<unknown> }[] = [];
  const broken: string[] = [];
  const found = await within(
    runMs,
    `the run ${seed}`,
    oneRun(seed, broken, (what, end) => void ends.push({ what, end })),
  ).catch((error: unknown) => {
    broken.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
    return nothing;
  });
  for (const { what, end } of ends.reverse()) {
    await within(endMs, `the end of ${what}`, end()).catch((error: unknown) => broken.push(String(error)));
  }
  return { seed, ...found, broken };
}

type RunFindings = Omit<RunReport, 'seed' | 'broken'>;

const nothing: RunFindings = { wrong: [], history: [], told: { done: 0, 'not-done': 0, unknown: 0 }, requests: 0, suffered: 0 };

async function oneRun(seed: number, broken: string[], atEnd: (what: string, end: () => Promise<unknown>) => void): Promise<RunFindings> {
  const chance = chanceOf(seed);
  const skew = chance.pick([0, 0, 0, 10 * minute, -10 * minute]);
  const onBug = (bug: unknown): void => void broken.push(`the cloud has a defect: ${String(bug)}`);
  const simulator = await startSimulator({ seed: 'empty', machineTime: () => Date.now() + skew, onBug });
  atEnd('the cloud', () => simulator.close());
  const share = chance.pick([0.1, 0.2, 0.4]);
  const proxy = await startFaultProxy({ port: () => simulator.port, chance: chance.fork(1), share: () => share, patienceMs });
  atEnd('the fault proxy', proxy.stop);
  const store = await openStore({ data: null, databaseUrl: null, onError: (error) => broken.push(`the database: ${String(error)}`) });
  atEnd('the database', store.close);
  const weft = await startServer({ simulator, store, cloudPort: proxy.port }, (line) => {
    // A defect of the server's own is one whatever people were told.
    if (line.includes('"level":"error"')) broken.push(`the log has: ${line.slice(0, 400)}`);
  });
  const stopped = once(weft.stop);
  atEnd('the server', stopped);
  const people = await Promise.all([0, 1, 2].map(() => personAt(() => weft.url, token)));
  await trouble(simulator, chance);
  const ledger = new Ledger();
  const days = people.map((call, person) => work({ call, chance: chance.fork(10 + person), ledger, person, steps: 5 }));
  await Promise.all(days.map((day) => day.catch((error: unknown) => broken.push(`stuck: ${String(error)}`))));
  await proxy.rest();
  await control(simulator.url, 'DELETE', 'faults');
  const [account] = simulator.accounts;
  const keys = { secretId: account?.secretId ?? '', secretKey: account?.secretKey ?? '' };
  const timestamp = Math.floor((Date.now() + skew) / 1_000);
  const rows = await rowsBy((action, params) => call3({ url: simulator.url, keys }, action, params, { timestamp }));
  await within(endMs, 'the stop of the server', stopped());
  broken.push(...ledger.faults);
  return {
    wrong: ledger.check(rows),
    history: await historyFaults(store, ledger),
    told: ledger.counts,
    requests: proxy.suffered.length,
    suffered: proxy.suffered.filter((fault) => fault !== null).length,
  };
}

/** What an act gives the first time, whoever calls it. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | null = null;
  return () => {
    first ??= act();
    return first;
  };
}

/** What is wrong with the history of a server that has ended. */
export async function historyFaults(store: Store, ledger: Ledger): Promise<string[]> {
  const { faults, open } = await verifyHistory(store);
  const entries = new Map<string, string[]>();
  for (let before: number | undefined; ; ) {
    const page = await searchHistory(store, { filters: {}, sight: 'all', before, limit: 200 });
    for (const { kind, reason, outcome } of page.entries) {
      if (kind === 'write') entries.set(reason ?? '', [...(entries.get(reason ?? '') ?? []), outcome ?? 'open']);
    }
    if (page.next === null) break;
    before = page.next;
  }
  return [...faults, ...(open === 0 ? [] : [`${open} writes are open after a stop`]), ...ledger.checkHistory(entries)];
}

const tenth = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms / 10));

interface ServerParts {
  readonly simulator: Simulator;
  readonly store: Store;
  readonly cloudPort: number;
}

function startServer({ simulator, store, cloudPort }: ServerParts, logTo: (line: string) => void): Promise<RunningServer> {
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
    store,
    // A tenth of what the server waits: the cloud is in the same process.
    sleep: tenth,
    pause: tenth,
    identities: false,
    limits,
  });
}
