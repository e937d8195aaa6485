/** What is deployed: the steps of the image, what compose and systemd start it with. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
// biome-ignore lint/correctness/useImportExtensions: a script that Node runs as it is, with its types in a file beside it
import { readCopy, readDockerfile } from '../scripts/image.mjs';
import { readConfig } from '../server/config.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, 'deploy', file), 'utf8');
const stages = readDockerfile(read('Dockerfile'));
const stepsOf = (word: string): string[] => (stages.at(-1)?.steps ?? []).filter((step) => step.word === word).map(({ rest }) => rest);

it('the image copies what is there, and of what builds it nothing but what it made', () => {
  expect(stages.map(({ name }) => name)).toEqual(['build', 'run']);
  const copies = stages.flatMap(({ name, steps }) =>
    steps.filter(({ word }) => word === 'COPY').map(({ rest }) => ({ stage: name, ...readCopy(rest) })),
  );
  const fromHere = copies.filter(({ from }) => from === null).flatMap(({ paths }) => paths);
  expect(fromHere.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(copies.filter(({ stage }) => stage === 'run').map(({ from, paths }) => [from, ...paths])).toEqual([
    ['build', '/app/package.json'],
    ['build', '/app/node_modules'],
    ['build', '/app/dist'],
  ]);
  // Nobody runs it as root.
  expect(stepsOf('USER')).toEqual(['node']);
});

const built = existsSync(join(root, 'dist/server/main.js'));
if (!built) process.stderr.write('One test of the image is skipped until there is a build: npm run build.\n');

it.skipIf(!built)('the image’s files start with its own command, are found ready by its own check, and stop in order', async () => {
  const app = mkdtempSync(join(tmpdir(), 'weft-image-'));
  onTestFinished(() => rmSync(app, { recursive: true, force: true }));
  for (const path of ['package.json', 'node_modules', 'dist']) symlinkSync(join(root, path), join(app, path));
  const data = join(app, 'data');
  mkdirSync(data, { mode: 0o700 });
  const [command = '[]'] = stepsOf('CMD');
  const [check = ''] = stepsOf('HEALTHCHECK');
  const [program = '', ...args] = JSON.parse(command) as string[];
  expect(program).toBe('node');
  const settings = Object.fromEntries(
    stepsOf('ENV')
      .flatMap((text) => text.split(' '))
      .map((pair) => pair.split('=')),
  );
  const env = { ...settings, PATH: process.env.PATH, HOME: app, PORT: '0', WEFT_DATA: data };
  const child = spawn(process.execPath, args, { cwd: app, env, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const port = /:(\d+) /.exec(line)?.[1] ?? '';
  const [, ...checking] = JSON.parse(check.slice(check.indexOf('['))) as string[];
  execFileSync(process.execPath, checking, { env: { PORT: port } });
  expect(() => execFileSync(process.execPath, checking, { env: { PORT: '1' } })).toThrow();
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('compose starts it with settings that it takes, behind a proxy on this machine', () => {
  const compose = read('compose.yaml');
  const block = /environment:\n((?: {6}\S.*\n)+)/.exec(compose)?.[1] ?? '';
  const given: Record<string, string> = {
    WEFT_HOST: 'weft.example.com',
    WEFT_TOKEN: 'abcdefghij0123456789xyz',
    POSTGRES_PASSWORD: 'secret',
  };
  const env = Object.fromEntries(
    [...block.matchAll(/^ {6}(\w+): "?(.*?)"?$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\$\{(\w+)[^}]*\}/g, (_all, variable: string) => given[variable] ?? ''),
    ]),
  );
  expect(Object.keys(env)).toContain('WEFT_DATABASE_URL');
  const config = readConfig(env);
  expect([config.remote, config.hosts, config.front.stopDelayMs]).toEqual([true, ['weft.example.com'], 3_000]);
  expect(compose).toContain('127.0.0.1:4400:4400');
});

it('systemd ends it as it ends itself, leaves no memory on disk and gives it one folder', () => {
  const unit = new Map(
    read('weft.service')
      .split('\n')
      .filter((line) => line.includes('=') && !line.startsWith('#'))
      .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  expect(Object.fromEntries([...unit].filter(([name]) => /^(?:KillSignal|LimitCORE|NoNewPrivileges|ProtectSystem)$/.test(name)))).toEqual({
    KillSignal: 'SIGTERM',
    LimitCORE: '0',
    NoNewPrivileges: 'yes',
    ProtectSystem: 'strict',
  });
  expect(Number(unit.get('TimeoutStopSec'))).toBeGreaterThan(10);
  expect(unit.get('ExecStart')).toBe('/usr/bin/node /opt/weft/dist/server/main.js');
  expect(unit.get('Environment')).toContain(`WEFT_DATA=/var/lib/${unit.get('StateDirectory')}`);
});
