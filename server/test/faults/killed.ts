/** One run with real processes: server and demo cloud on one folder, killed at drawn moments under work, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chanceOf } from '../../../tests/support/random.ts';
import { Ledger } from './ledger.ts';
import { type Call, work } from './people.ts';
import { personAt, type RunReport, rowsBy } from './run.ts';

const token = 'faults-token-0123456789';
const rounds = 2;
const peopleAtOnce = 3;

interface Process {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<unknown>;
}

/** `entry`: the built server's file, beside which the built simulator lies. */
async function launch(entry: string, home: string, data: string): Promise<Process> {
  const env = { PATH: process.env.PATH, HOME: home, PORT: '0', WEFT_TOKEN: token, WEFT_DATA: data };
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [unknown];
  const [url] = /http:\/\/[\d.:]+/.exec(String(line)) ?? [];
  if (url === undefined) throw new Error('the server did not start again');
  return { child, url, ended };
}

const childOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

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

export async function killedRun(seed: number, entry: string): Promise<RunReport> {
  const chance = chanceOf(seed);
  const home = mkdtempSync(join(tmpdir(), 'weft-killed-'));
  const folder = join(home, 'data');
  const ledger = new Ledger();
  let server = await launch(entry, home, folder);
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
        struck = true;
        if (target === 'cloud') process.kill(childOf(child.pid ?? 0), 'SIGKILL');
        else child.kill('SIGKILL');
      };
      const people = await Promise.all(Array.from({ length: peopleAtOnce }, () => personAt(() => server.url, token)));
      const days = people.map((call, at) => {
        const counted: Call = async (action, params) => {
          const answer = await call(action, params);
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
        await server.ended;
        server = await launch(entry, home, folder);
        // Who was signed in still is: that was acknowledged too.
        for (const call of people) if ((await call('DescribeRegions', {}))?.status === 401) ledger.faults.push('a session is gone');
      }
    }
    const rows = await rowsOf(await personAt(() => server.url, token));
    for (const id of before.keys()) rows.delete(id);
    server.child.kill('SIGTERM');
    const [code] = (await server.ended) as [number | null];
    return {
      seed,
      wrong: [...ledger.check(rows), ...(code === 0 ? [] : [`a stop ended with ${code}`])],
      told: ledger.counts,
      requests: answers,
      suffered: rounds,
    };
  } finally {
    server.child.kill('SIGKILL');
    await server.ended;
    rmSync(home, { recursive: true, force: true });
  }
}
