/** What the server's tests share: a whole Weft on a free port, a scripted cloud behind it, and plain HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { readConfig } from '../config.ts';
import { History } from '../history/history.ts';
import type { Recorder } from '../history/recorder.ts';
import { createLog } from '../log.ts';
import { type StartOptions, start } from '../start.ts';
import { openStore } from '../store/store.ts';

/** Runs after the test, the last one first. Not by a hook of this module: files share it, and only the first would have it. */
export const later = (step: () => unknown): void => onTestFinished(async () => void (await step()));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-server-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly at: number;
}

interface ScriptedCloud {
  readonly url: string;
  readonly heard: ReceivedRequest[];
}

export type CloudScript = (heard: ReceivedRequest, response: ServerResponse, count: number) => void;

/** A cloud that does what the script says. */
export async function startCloud(script: CloudScript): Promise<ScriptedCloud> {
  const heard: ReceivedRequest[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (piece: string) => {
      body += piece;
    });
    incoming.on('end', () => {
      const entry = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body, at: Date.now() };
      heard.push(entry);
      script(entry, response, heard.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

export const reply = (response: ServerResponse, body: unknown, status = 200, headers: OutgoingHttpHeaders = {}): void => {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** An API 3.0 answer. */
export const api3 = (fields: Record<string, unknown>, requestId = 'req-1') => ({ Response: { ...fields, RequestId: requestId } });
export const api3Error = (code: string, message = 'No.', requestId = 'req-1') =>
  api3({ Error: { Code: code, Message: message } }, requestId);

export const token = 'canary-token-0123456789';
export const keys = { id: 'AKIDcanary0000id', key: 'canarysecretkey0000' };

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly json: () => { data?: Record<string, unknown>; requestId?: string | null; outcome?: string; error?: Record<string, unknown> };
}

export interface RequestInit {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  /** Aborted, who asks is gone. */
  readonly signal?: AbortSignal;
}

/** One request, exactly as given; unlike fetch it lets Host, Origin and Cookie be set. */
export function ask(url: string, { method = 'GET', headers = {}, body, signal }: RequestInit = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false, ...(signal ? { signal } : {}) }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, json: () => JSON.parse(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Writes bytes to the port and reads until the other side closes. */
export function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      text += piece;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
    socket.setTimeout(15_000, () => reject(new Error(`no end after: ${text}`)));
  });
}

export const apiHeaders = { 'X-Weft': '1', 'Content-Type': 'application/json' } as const;
export const bearer = { ...apiHeaders, Authorization: `Bearer ${token}` } as const;

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly logs: string[];
  readonly said: string[];
  readonly stop: () => Promise<void>;
  /** A call by the bearer token. */
  readonly call: (name: string, params?: Record<string, unknown>, more?: Record<string, unknown>) => Promise<Reply>;
}

export interface TestServerOptions {
  /** Environment beside the usual one; undefined leaves a variable out. */
  readonly env?: Record<string, string | undefined>;
  /** Where vpc and vpc2017 go. */
  readonly cloud?: string;
  readonly options?: Partial<StartOptions>;
}

export async function startWeft({ env: more = {}, cloud, options = {} }: TestServerOptions = {}): Promise<TestServer> {
  const env: Record<string, string | undefined> = {
    PORT: '0',
    WEFT_DATA: 'none',
    WEFT_TOKEN: token,
    TENCENTCLOUD_SECRET_ID: keys.id,
    TENCENTCLOUD_SECRET_KEY: keys.key,
    ...(cloud === undefined ? {} : { WEFT_ENDPOINTS: `vpc=${cloud},vpc2017=${cloud}` }),
    ...more,
  };
  const logs: string[] = [];
  const said: string[] = [];
  const running = await start({
    config: readConfig(env),
    env,
    home: temporaryFolder(),
    web: join(temporaryFolder(), 'absent'),
    simulator: join(temporaryFolder(), 'absent.js'),
    version: '0.0.0',
    say: (line) => said.push(line),
    logTo: (line) => logs.push(line),
    // Looks for a lost write follow each other at once.
    sleep: async () => {},
    // The real cloud is nobody's test.
    identities: false,
    // Calls are counted: those of the history’s own readings are told in its own tests.
    observes: false,
    ...options,
  });
  later(running.stop);
  const call = (name: string, params: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): Promise<Reply> =>
    ask(`${running.url}/api/call/${name.replace(':', '/')}`, {
      method: 'POST',
      headers: bearer,
      body: JSON.stringify({ region: 'ap-guangzhou', params, ...rest }),
    });
  return { url: running.url, port: Number(new URL(running.url).port), logs, said, stop: running.stop, call };
}

/** Signs in and gives the Cookie header; `browser` sends what a browser on localhost sends. */
export async function signIn(weft: TestServer, browser = true): Promise<Record<string, string>> {
  const fetched: Record<string, string> = browser
    ? { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', Origin: new URL(weft.url).origin }
    : {};
  const given = await ask(`${weft.url}/api/session`, {
    method: 'POST',
    headers: { ...apiHeaders, ...fetched },
    body: JSON.stringify({ token: /token=(\S+)/.exec(weft.said.at(-1) ?? '')?.[1] }),
  });
  if (given.status !== 204) throw new Error(`sign-in answered ${given.status}: ${given.text}`);
  return { ...apiHeaders, ...fetched, Cookie: given.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '' };
}

/** A Weft in front of a cloud that does what the script says. */
export async function weftTo(script: CloudScript, more: TestServerOptions = {}): Promise<{ cloud: ScriptedCloud; weft: TestServer }> {
  const cloud = await startCloud(script);
  return { cloud, weft: await startWeft({ cloud: cloud.url, ...more }) };
}

/** A recorder for a handler of calls without a server around it: what it writes is gone with the test. */
export async function forgetfulRecorder(): Promise<Recorder> {
  const store = await openStore({ data: null, databaseUrl: null, onError: () => {} });
  later(() => store.close());
  const redact = (text: string): string => text;
  return { history: await History.open({ store, log: createLog({ redact, write: () => {} }), redact }), observer: null };
}

/** Asks again until it is as expected: on a slow machine that takes its time. */
export const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 15_000 });
