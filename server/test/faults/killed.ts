/** One run with real processes: server and demo cloud on one folder, killed at drawn moments under work, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chanceOf } from '../../../tests/support/random.ts';
import { within } from '../../../tests/support/within.ts';
import { openStore } from '../../store/store.ts';
import { Ledger } from './ledger.ts';
import { type Call, work } from './people.ts';
import { historyFaults, personAt, type RunReport, rowsBy } from './run.ts';

const token = 'faults-token-0123456789';
const rounds = 2;
const peopleAtOnce = 3;

interface Process {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<unknown>;
}

/** So long a process may take to start and to stop, milliseconds. */
const processMs = 60_000;
/** And a whole run. */
const runMs = 400_000;

/** `entry`: the built server's file, beside which the built simulator lies. */
async function launch(entry: string, home: string, data: string): Promise<Process> {
  const env = { PATH: process.env.PATH, HOME: home, PORT: '0', WEFT_TOKEN: token, WEFT_DATA: data };
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const first = Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]);
  try {
    const [line] = (await within(processMs, 'the start of a server', first)) as [unknown];
    const [url] = /http:\/\/[\d.:]+/.exec(String(line)) ?? [];
    if (url === undefined) throw new Error(`the server did not start again: ${String(line)}`);
    return { child, url, ended };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function stopInOrder({ child, ended }: Process): Promise<number | null> {
  child.kill('SIGTERM');
  const [code] = (await within(processMs, 'a stop', ended)) as [number | null];
  return code;
}

/** The demo cloud of a server; null while it is being started anew. */
function cloudOf(server: ChildProcess): number | null {
  try {
    const [first = ''] = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ');
    // "" would be 0, and 0 is every process of this group.
    return Number(first) > 0 ? Number(first) : null;
  } catch {
    return null;
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended since.
  }
}

async function data(call: Call, action: string, params: Record<string, unknown>): Promise<Readonly<Record<string, unknown>>> {
  const answer = await call(action, params);
  return ((answer?.body as { data?: Record<string, unknown> } | undefined)?.data ?? { status: answer?.status }) as Record<string, unknown>;
}

/** Waits until the demo cloud, which may be on its way back, answers a list. */
async function rowsOf(call: Call): Promise<Awaited<ReturnType<typeof rowsBy>>> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await rowsBy((action, params) => data(call, action, params));
    } catch (error) {
      if (tries === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Nothing of it is left when it resolves. */
export async function killedRun(seed: number, entry: string): Promise<RunReport> {
  const broken: string[] = [];
  const told = { done: 0, 'not-done': 0, unknown: 0 };
  const nothing: RunReport = { seed, wrong: [], history: [], broken, told, requests: 0, suffered: 0 };
  const held: Held = { server: null, isOver: false };
  return within(runMs, `the run ${seed}`, runAndKill(seed, entry, broken, held)).catch((error: unknown) => {
    held.isOver = true;
    held.server?.child.kill('SIGKILL');
    broken.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
    return nothing;
  });
}

/** The server of a run, for whoever ends that before its time. */
interface Held {
  server: Process | null;
  isOver: boolean;
}

async function runAndKill(seed: number, entry: string, broken: string[], held: Held): Promise<RunReport> {
  const chance = chanceOf(seed);
  const home = mkdtempSync(join(tmpdir(), 'weft-killed-'));
  const folder = join(home, 'data');
  const ledger = new Ledger();
  const begin = async (): Promise<Process> => {
    if (held.isOver) throw new Error('the run is over');
    held.server = await launch(entry, home, folder);
    return held.server;
  };
  let server = await begin();
  try {
    const before = await rowsOf(await personAt(() => server.url, token));
    let answers = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { child } = server;
      let gone = false;
      const deathAt = answers + 3 + chance.below(20);
      // The cloud alone is started anew by the server, under the feet of those who work.
      const target = chance.happens(0.4) ? 'cloud' : 'server';
      let struck = false;
      const strike = (): void => {
        if (target === 'server') struck = child.kill('SIGKILL');
        else {
          const cloud = cloudOf(child);
          if (cloud === null) return;
          killQuietly(cloud);
          struck = true;
        }
      };
      const people = await Promise.all(Array.from({ length: peopleAtOnce }, () => personAt(() => server.url, token)));
      const days = people.map((call, at) => {
        const counted: Call = async (action, params, reason) => {
          const answer = await call(action, params, reason);
          answers += 1;
          gone ||= answer === null;
          if (!struck && answers >= deathAt) strike();
          return answer;
        };
        const person = round * peopleAtOnce + at;
        return work({ call: counted, chance: chance.fork(10 + person), ledger, person, steps: 8, stop: () => gone });
      });
      await Promise.all(days);
      if (!struck) strike();
      if (target === 'server') {
        await within(processMs, 'the end of a killed server', server.ended);
        server = await begin();
        // Who was signed in still is: that was acknowledged too.
        for (const call of people) if ((await call('DescribeRegions', {}))?.status === 401) ledger.faults.push('a session is gone');
      }
    }
    const rows = await rowsOf(await personAt(() => server.url, token));
    for (const id of before.keys()) rows.delete(id);
    const code = await stopInOrder(server);
    if (code !== 0) broken.push(`a stop ended with ${code}`);
    const store = await openStore({ data: folder, databaseUrl: null, onError: (error) => broken.push(String(error)) });
    const history = await historyFaults(store, ledger).finally(store.close);
    broken.push(...ledger.faults);
    return { seed, wrong: ledger.check(rows), history, broken, told: ledger.counts, requests: answers, suffered: rounds };
  } finally {
    server.child.kill('SIGKILL');
    await within(processMs, 'the end of a server', server.ended);
    rmSync(home, { recursive: true, force: true });
  }
}
