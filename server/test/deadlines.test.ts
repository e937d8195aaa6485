/** Clouds that answer slowly, by halves or never: each call ends in time, and the calls beside it do not notice. */
import { type OutgoingHttpHeaders, request } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { api3, ask, bearer, type CloudScript, later, reply, startWeft, type TestServer, token, weftTo } from './kit.ts';

const limits = { connectMs: 500, answerMs: 300, maxBytes: 1_000_000, connections: 8 };
const create = { VpcName: 'a', CidrBlock: '10.0.0.0/16' };
const empty = api3({ TotalCount: 0, VpcSet: [] });

/** A cloud below HTTP: `onRequest` gets the bare socket when a request has come in. */
async function startRaw(onRequest: (socket: Socket) => void): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', () => {
      asked += 1;
      onRequest(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

/** Sends a piece of the text every 50 ms, for ever. */
function drip(socket: Socket, head: string, piece = '1'): void {
  socket.write(head);
  const timer = setInterval(() => socket.write(piece), 50);
  socket.on('close', () => clearInterval(timer));
}

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

const dripping: [string, (socket: Socket) => void, string][] = [
  ['a byte of the body at a time', (socket) => drip(socket, `${ok}Content-Length: 1000000\r\n\r\n{"Response":`), 'CloudTimeout'],
  ['a byte of the headers at a time', (socket) => drip(socket, `${ok}X-Long: `), 'CloudTimeout'],
  ['headers and no body', (socket) => socket.write(`${ok}Content-Length: 10\r\n\r\n`), 'CloudTimeout'],
  ['a body without an end', (socket) => socket.write(`${ok}\r\n{"Response":{"RequestId":"r"}}`), 'CloudTimeout'],
  ['nothing', () => {}, 'CloudTimeout'],
  ['a hint that more will come, again and again', (socket) => drip(socket, '', 'HTTP/1.1 103 Early Hints\r\n\r\n'), 'CloudTimeout'],
  ['half of an answer and an end', (socket) => socket.end(`${ok}Content-Length: 100\r\n\r\n{"Resp`), 'CloudUnreachable.Reset'],
  ['an end at once', (socket) => socket.end(), 'CloudUnreachable.Reset'],
  ['no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'CloudUnreadable'],
  ['headers without end', (socket) => socket.end(`${ok}X: ${'x'.repeat(60_000)}\r\n\r\n{}`), 'CloudUnreadable'],
];

describe('a cloud that sends', () => {
  it.each(dripping)('%s: a read ends in time, told by its cause', async (_what, onRequest, code) => {
    const cloud = await startRaw(onRequest);
    const weft = await startWeft({ cloud: cloud.url, options: { limits } });
    const began = Date.now();
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json().error?.code]).toEqual([502, code]);
    expect(Date.now() - began).toBeLessThan(8_000);
  });

  it.each(dripping)('%s: a write is sent once and its outcome is unknown', async (_what, onRequest) => {
    const cloud = await startRaw(onRequest);
    const weft = await startWeft({ cloud: cloud.url, options: { limits } });
    const answer = await weft.call('vpc:CreateVpc', create);
    expect([answer.status, answer.json().error]).toMatchObject([504, { code: 'OutcomeUnknown', outcome: 'unknown' }]);
  });
});

describe('a cloud that is slow', () => {
  /** Holds the answers of one action; everything else is answered at once. */
  const holding = (action: string, held: (() => void)[]): CloudScript => {
    return (heard, response) => {
      if (heard.headers['x-tc-action'] === action) held.push(() => reply(response, empty));
      else reply(response, empty);
    };
  };

  it('in one action leaves the others alone, however many calls hang', async () => {
    const { weft } = await weftTo(holding('DescribeVpcs', []), { options: { limits: { ...limits, answerMs: 15_000 } } });
    const hanging = crowd(weft, bearer, 200);
    const began = Date.now();
    const others = ['vpc:DescribeSubnets', 'vpc:DescribeRouteTables', 'vpc:DescribeAddresses'];
    for (const name of others) expect((await weft.call(name)).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(5_000);
    await hanging.leave();
  }, 30_000);

  it('for one person answers another one in the same action', async () => {
    const held: (() => void)[] = [];
    const script: CloudScript = (heard, response) => {
      if (heard.body.includes('"Limit":"7"')) reply(response, empty);
      else held.push(() => reply(response, empty));
    };
    const { weft } = await weftTo(script, { options: { limits: { ...limits, answerMs: 15_000 } } });
    const greedy = await signedIn(weft);
    const modest = await signedIn(weft);
    const hanging = crowd(weft, greedy, 100);
    const began = Date.now();
    expect((await callAs(weft, modest, { Limit: 7 })).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(5_000);
    await hanging.leave();
  }, 30_000);

  it('in connecting only: a write that never left is said not to be done', async () => {
    // An address of documentation: nobody is there.
    const weft = await startWeft({ cloud: 'https://192.0.2.1:81', options: { limits: { ...limits, connectMs: 300 } } });
    const answer = await weft.call('vpc:CreateVpc', create);
    expect(answer.json().error).toMatchObject({
      outcome: 'not-done',
      code: expect.stringMatching(/^Cloud(?:Timeout\.Connect|Unreachable\.)/),
    });
  });
});

describe('people at a throttled cloud', () => {
  it('take turns: a burst by one delays another by seconds at most', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, empty), { env: { WEFT_RATE: '10' } });
    const greedy = await signedIn(weft);
    const modest = await signedIn(weft);
    const burst = crowd(weft, greedy, 300);
    while (cloud.heard.length < 10) await new Promise((resolve) => setImmediate(resolve));
    const began = Date.now();
    expect((await callAs(weft, modest, { Limit: 7 })).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(4_000);
    await burst.leave();
  }, 30_000);

  it('who leave give their places back at once', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, empty), { env: { WEFT_RATE: '10' } });
    const person = await signedIn(weft);
    let left = 0;
    for (let call = 0; call < 600; call += 1) {
      const asked = request(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers: person, agent: false });
      asked.on('error', () => {});
      asked.on('close', () => {
        left += 1;
      });
      asked.end(JSON.stringify({ params: { Offset: call } }), () => setTimeout(() => asked.destroy(), 300));
    }
    while (cloud.heard.length < 10 || left < 600) await new Promise((resolve) => setTimeout(resolve, 5));
    // Nearly all of them would wait for most of a minute, and so would whoever comes after them.
    await vi.waitFor(async () => expect((await callAs(weft, person, { Limit: 7 })).status).toBe(200), { timeout: 10_000, interval: 100 });
  }, 30_000);
});

async function signedIn(weft: TestServer): Promise<Record<string, string>> {
  const headers = { 'Content-Type': 'application/json', 'X-Weft': '1' };
  const given = await ask(`${weft.url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ token }) });
  return { ...headers, Cookie: given.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '' };
}

const callAs = (weft: TestServer, headers: OutgoingHttpHeaders, params: Record<string, unknown>, signal?: AbortSignal) =>
  ask(`${weft.url}/api/call/vpc/DescribeVpcs`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ params }),
    ...(signal ? { signal } : {}),
  });

/** Many calls at once. A server that stops would wait for them, so a test has them leave when it has seen what it wants. */
function crowd(weft: TestServer, headers: OutgoingHttpHeaders, size: number): { readonly leave: () => Promise<void> } {
  const control = new AbortController();
  const calls = Array.from({ length: size }, (_, at) => callAs(weft, headers, { Offset: at }, control.signal).catch(() => null));
  return {
    leave: async () => {
      control.abort();
      await Promise.all(calls);
    },
  };
}
