/**
 * A relay between the server and the simulated cloud: it passes every call on unchanged, notes what was sent, and rewrites
 * the answers of the actions that a test names. So a page is seen with rows that no simulator makes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Dialect } from '../../catalogue/binding.ts';
import { services } from '../../catalogue/services.ts';
import { controlToken } from './sim.ts';

// biome-ignore lint/suspicious/noExplicitAny: an answer of any shape, which the test takes to pieces
type Json = any;

/** What an answer becomes; of API 3.0 it is given what is inside `Response`. Changing it in place does too. */
type Rewrite = (answer: Json) => unknown;

interface RelayedCall {
  /** "vpc"; empty where no signature of API 3.0 names it. */
  readonly service: string;
  /** "DescribeVpcs" */
  readonly action: string;
  /** The query and the body as they were sent. */
  readonly text: string;
}

export interface Relay {
  readonly url: string;
  /** The simulated cloud behind it. */
  readonly cloud: string;
  /** What a server needs in its environment to reach the cloud through the relay. */
  readonly env: Readonly<Record<string, string>>;
  /** Every call since the last `clear`. */
  readonly calls: () => readonly RelayedCall[];
  /** Rewrites the answers of an action until `clear`; an action has one rewriter. */
  readonly rewrite: (action: string, change: Rewrite) => void;
  /** Breaks off every connection until it is told otherwise: the cloud does not answer. */
  readonly cut: (away: boolean) => void;
  readonly clear: () => void;
  readonly stop: () => Promise<void>;
}

const keys = { secretId: 'AKIDrelayrelayrelayrelayrelayrelay00', secretKey: 'relayrelayrelayrelayrelayrelay00' };

/** The simulated cloud alone. Resolves with its URL when it listens. */
function startCloud(): Promise<{ child: ChildProcess; url: string }> {
  const entry = join(process.cwd(), 'dist', 'simulator', 'main.js');
  const args = ['--seed', 'demo', '--secret-id', keys.secretId, '--secret-key', keys.secretKey, '--with-parent'];
  const env = { ...process.env, WEFT_SIMULATOR_TOKEN: controlToken };
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the simulated cloud ended before it listened')));
    createInterface({ input: child.stdout }).once('line', (line) => resolve({ child, url: (JSON.parse(line) as { url: string }).url }));
  });
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** The service that a signature of API 3.0 is made for: "Credential=…/2026-11-28/vpc/tc3_request". */
const serviceOf = ({ headers }: IncomingMessage): string => /\/([^/]+)\/tc3_request/.exec(headers.authorization ?? '')?.[1] ?? '';

/** The action that a call names, in a header (TC3) or among its form's or query's values (2017). */
function actionOf(message: IncomingMessage, text: string): string {
  const header = message.headers['x-tc-action'];
  if (typeof header === 'string') return header;
  return new URLSearchParams(text.replace(/^[^?]*\?/, '')).get('Action') ?? '';
}

function rewritten(body: Buffer, change: Rewrite): Buffer {
  const whole = JSON.parse(body.toString('utf8')) as { Response?: unknown };
  const inner = whole.Response;
  if (inner === undefined) return Buffer.from(JSON.stringify(change(whole) ?? whole));
  return Buffer.from(JSON.stringify({ ...whole, Response: change(inner) ?? inner }));
}

/** Starts the simulated cloud and the relay before it. Under `today` nothing answers where the 2017 API was. */
export async function startRelay(dialect: Dialect = 'documents'): Promise<Relay> {
  const { child, url: cloud } = await startCloud();
  const changes = new Map<string, Rewrite>();
  let calls: RelayedCall[] = [];
  let away = false;
  const forward = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (away) return void message.socket.destroy();
    const body = await bodyOf(message);
    const [path = '', query = ''] = (message.url ?? '').split('?');
    const text = body.length > 0 ? body.toString('utf8') : query;
    const action = actionOf(message, text);
    calls.push({ service: serviceOf(message), action, text: `${query}\n${body.toString('utf8')}` });
    const { hostname, port } = new URL(cloud);
    if (dialect === 'today' && path === services.vpc2017.path) return void message.socket.destroy();
    // The Host that was signed is passed on with everything else.
    const options = { hostname, port, method: message.method, path: message.url, headers: message.headers };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => request(options, resolve).once('error', reject).end(body));
    const change = changes.get(action);
    const told = await bodyOf(answer);
    const said = change && answer.statusCode === 200 ? rewritten(told, change) : told;
    const { 'transfer-encoding': _chunked, ...headers } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': said.length }).end(said);
  };
  const server = createServer((message, response) => {
    forward(message, response).catch(() => message.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    cloud,
    env: {
      TENCENTCLOUD_SECRET_ID: keys.secretId,
      TENCENTCLOUD_SECRET_KEY: keys.secretKey,
      // A service of the other vendor needs keys of its own.
      WEFT_DIALECT: dialect,
      WEFT_ENDPOINTS: Object.entries(services)
        .filter(([, { vendor }]) => vendor === 'tencent')
        .map(([service]) => `${service}=${url}`)
        .join(','),
    },
    calls: () => calls,
    rewrite: (action, change) => void changes.set(action, change),
    cut: (gone) => {
      away = gone;
    },
    clear: () => {
      changes.clear();
      calls = [];
      away = false;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}
