/** The built server as a process, with the built simulator beside it: what only a process can show. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { api3, apiHeaders, ask, bearer, keys, later, reply, startCloud, temporaryFolder, token } from './kit.ts';

const root = join(import.meta.dirname, '..', '..');
// Beside the real output, so that a running Weft is left alone; inside the repository, for its node_modules.
const dist = join(root, 'node_modules', '.weft-server-test');

beforeAll(async () => {
  for (const name of ['server', 'simulator']) {
    const output = { outDir: join(dist, name), emptyOutDir: true, ssr: join(root, name, 'main.ts') };
    await build({ root, logLevel: 'error', configFile: join(root, 'vite.server.config.ts'), build: output });
  }
}, 60_000);

interface Run {
  readonly child: ChildProcess;
  readonly url: string;
  readonly line: string;
  readonly stderr: () => string;
  readonly ended: Promise<number | null>;
}

const plainEnv = { PATH: process.env.PATH, PORT: '0', WEFT_TOKEN: token, WEFT_DATA: 'none' };

function launch(env: Record<string, string | undefined>): { child: ChildProcess; stderr: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [join(dist, 'server', 'main.js')], {
    env: { ...plainEnv, HOME: temporaryFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  later(() => {
    child.kill('SIGKILL');
    return ended;
  });
  return { child, stderr: () => text, ended };
}

async function run(env: Record<string, string | undefined> = {}): Promise<Run> {
  const started = launch(env);
  const line = await new Promise<string>((resolve, reject) => {
    if (!started.child.stdout) return reject(new Error('no stdout'));
    createInterface({ input: started.child.stdout }).once('line', resolve);
    return started.ended.then((code) => reject(new Error(`ended with ${code}: ${started.stderr()}`)));
  });
  return { ...started, line, url: /http:\/\/[\d.:]+/.exec(line)?.[0] ?? '' };
}

const call = (url: string, action: string, params: Record<string, unknown> = {}) =>
  ask(`${url}/api/call/vpc/${action}`, { method: 'POST', headers: bearer, body: JSON.stringify({ params }) });

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
};

/** Process numbers of this process's children. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

describe.skipIf(!existsSync('/proc/self/environ'))('the process', () => {
  it('starts the demo cloud and keeps what is made in it over a restart', async () => {
    const WEFT_DATA = join(temporaryFolder(), 'data');
    const first = await run({ WEFT_DATA });
    expect(first.line).toBe(`Weft is at ${first.url} — sign in: ${first.url}/sign-in#token=${token}`);
    expect((await call(first.url, 'CreateVpc', { VpcName: 'kept', CidrBlock: '10.99.0.0/16' })).status).toBe(200);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = await run({ WEFT_DATA });
    const listed = await call(second.url, 'DescribeVpcs', { Filters: [{ Name: 'vpc-name', Values: ['kept'] }] });
    expect(listed.json().data?.TotalCount).toBe(1);
  });

  it('has no secret in its environment or in its child’s once it runs', async () => {
    const cloud = await startCloud((_heard, response) => reply(response, api3({})));
    const real = await run({ TENCENTCLOUD_SECRET_ID: keys.id, TENCENTCLOUD_SECRET_KEY: keys.key, WEFT_ENDPOINTS: `vpc=${cloud.url}` });
    expect((await call(real.url, 'DescribeVpcs')).status).toBe(200);
    expect(childrenOf(real.child.pid ?? 0)).toEqual([]);
    const demo = await run();
    const [simulator] = childrenOf(demo.child.pid ?? 0);
    const environment = readFileSync(`/proc/${simulator}/environ`, 'utf8');
    expect(environment).toContain('PATH=');
    expect(environment).not.toContain(token);
  });

  it('lets a call that is under way end before it ends itself', async () => {
    let answer = (): void => {};
    const cloud = await startCloud((_heard, response) => {
      answer = () => reply(response, api3({ TotalCount: 7 }));
    });
    const weft = await run({ TENCENTCLOUD_SECRET_ID: keys.id, TENCENTCLOUD_SECRET_KEY: keys.key, WEFT_ENDPOINTS: `vpc=${cloud.url}` });
    const asked = call(weft.url, 'DescribeVpcs');
    await until(() => cloud.heard.length === 1);
    weft.child.kill('SIGTERM');
    await until(() =>
      ask(`${weft.url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    answer();
    expect((await asked).json().data).toEqual({ TotalCount: 7 });
    expect(await weft.ended).toBe(0);
  });

  it('takes its demo cloud with it, even when it is killed', async () => {
    const weft = await run();
    const [simulator] = childrenOf(weft.child.pid ?? 0);
    weft.child.kill('SIGKILL');
    await weft.ended;
    await until(() => !existsSync(`/proc/${simulator}`) || /\) Z /.test(readFileSync(`/proc/${simulator}/stat`, 'utf8')));
  });

  it('starts its demo cloud anew when that dies', async () => {
    const weft = await run();
    const [simulator] = childrenOf(weft.child.pid ?? 0);
    process.kill(simulator ?? 0, 'SIGKILL');
    await until(async () => (await ask(`${weft.url}/healthz`)).status === 503);
    await until(async () => (await ask(`${weft.url}/healthz`)).status === 200);
    expect((await call(weft.url, 'DescribeVpcs')).status).toBe(200);
    weft.child.kill('SIGTERM');
    await weft.ended;
    expect(weft.stderr()).toContain('demo-cloud-ended');
  });

  it.each(['SIGINT', 'SIGHUP', 'SIGQUIT'] as const)(
    'ends in good order on %s, at once though browsers hold connections',
    async (signal) => {
      const weft = await run();
      const sockets = Array.from({ length: 8 }, () => connect(Number(new URL(weft.url).port), '127.0.0.1'));
      for (const socket of sockets) socket.on('error', () => {});
      await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
      const began = Date.now();
      weft.child.kill(signal);
      expect(await weft.ended).toBe(0);
      expect(Date.now() - began).toBeLessThan(6_000);
    },
  );

  it('opens no inspector and goes on serving on SIGUSR1 and SIGUSR2, and leaves no memory in a dump', async () => {
    const weft = await run();
    const { pid = 0 } = weft.child;
    const [simulator = 0] = childrenOf(pid);
    for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGUSR1'] as const) {
      weft.child.kill(signal);
      process.kill(simulator, signal);
    }
    for (let asked = 0; asked < 5; asked += 1) expect((await call(weft.url, 'DescribeVpcs')).status).toBe(200);
    expect(weft.stderr()).not.toContain('Debugger listening');
    expect(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim()).toBe('00000000');
  });

  it('starts its demo cloud anew however often it dies', async () => {
    const weft = await run();
    for (let death = 0; death < 3; death += 1) {
      const [simulator] = childrenOf(weft.child.pid ?? 0);
      process.kill(simulator ?? 0, 'SIGKILL');
      await until(async () => (await ask(`${weft.url}/healthz`)).status === 503);
      const refused = await call(weft.url, 'CreateVpc', { VpcName: 'x', CidrBlock: '10.9.0.0/16' });
      expect(refused.json().error).toMatchObject({ code: 'CloudUnreachable', outcome: 'not-done' });
      await until(async () => (await ask(`${weft.url}/healthz`)).status === 200);
    }
    expect((await call(weft.url, 'DescribeVpcs')).status).toBe(200);
  }, 40_000);

  it('is not well while its demo cloud does not answer', async () => {
    const weft = await run();
    const [simulator] = childrenOf(weft.child.pid ?? 0);
    process.kill(simulator ?? 0, 'SIGSTOP');
    later(() => process.kill(simulator ?? 0, 'SIGCONT'));
    await until(async () => (await ask(`${weft.url}/healthz`)).text.includes('does not answer'));
    process.kill(simulator ?? 0, 'SIGCONT');
    await until(async () => (await ask(`${weft.url}/healthz`)).status === 200);
  });

  it('refuses a folder in use from another network too', async (context) => {
    const WEFT_DATA = join(temporaryFolder(), 'data');
    const first = await run({ WEFT_DATA });
    const second = spawnSync('unshare', ['-n', process.execPath, join(dist, 'server', 'main.js')], {
      env: { ...plainEnv, HOME: temporaryFolder(), WEFT_DATA },
      encoding: 'utf8',
    });
    if (second.stderr.includes('unshare')) return context.skip('this user may make no network of its own');
    expect(second.stderr).toContain('Another Weft is using the data');
    first.child.kill('SIGTERM');
    await first.ended;
  });

  it('starts on a folder whose last owner was killed', async () => {
    const WEFT_DATA = join(temporaryFolder(), 'data');
    const first = await run({ WEFT_DATA });
    const opened = await ask(`${first.url}/api/session`, { method: 'POST', headers: apiHeaders, body: JSON.stringify({ token }) });
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await run({ WEFT_DATA });
    const Cookie = opened.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    expect((await ask(`${second.url}/api/session`, { headers: { ...apiHeaders, Cookie } })).status).toBe(200);
  });

  it('says what is wrong in one line and ends, when it cannot start', async () => {
    const wrong = launch({ PORT: 'no' });
    expect([await wrong.ended, wrong.stderr().trim()]).toEqual([1, 'PORT is "no", which is no whole number from 0 to 65535.']);
  });

  it('keeps no open door on a long path of data', async () => {
    const WEFT_DATA = join(temporaryFolder(), 'x'.repeat(120), 'data');
    const first = await run({ WEFT_DATA });
    const second = launch({ WEFT_DATA });
    expect([await second.ended, second.stderr()]).toEqual([1, expect.stringContaining('Another Weft is using the data')]);
    expect(readdirSync(WEFT_DATA)).toContain('simulator');
    first.child.kill('SIGTERM');
    await first.ended;
  });
});
