/**
 * A TCP proxy that does to connections what networks do. It knows where a request begins (a client sends one at a time) and
 * where its answer begins, and draws for each request what befalls it: the n-th request of a seed always suffers the same.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Chance } from './random.ts';

const wireFaults = [
  'latency',
  /** The request never leaves; its connection is reset. */
  'reset-before',
  /** The request arrives whole, and its connection is reset before any of the answer is passed on. */
  'reset-after',
  /** The connection is reset at once when the request has been passed on: it may arrive or not. */
  'reset-meanwhile',
  'half-answer',
  /** The answer comes byte by byte, with pauses. */
  'slow-answer',
  /** The request arrives; what comes back has no end. */
  'endless-body',
  'garbage',
  'wrong-json',
  'server-error',
  /** Nothing comes back; the request arrives. */
  'silence-after',
  /** Nothing comes back, and the request arrives late, when nobody waits for it any more. */
  'late-arrival',
  /** The answer is whole, its connection stays half open. */
  'slow-close',
] as const;

type WireFault = (typeof wireFaults)[number];

interface FaultProxyOptions {
  /** Where it leads to; read for each connection, since a cloud that was killed comes back elsewhere. */
  readonly port: () => number;
  readonly chance: Chance;
  /** The share of requests that suffer, 0 to 1; read for each. */
  readonly share: () => number;
  readonly faults?: readonly WireFault[];
  /** Milliseconds after which whoever waits has given up. */
  readonly patienceMs: number;
}

interface FaultProxy {
  readonly port: number;
  /** What each request suffered, in the order of their beginnings. */
  readonly suffered: readonly (WireFault | null)[];
  /** Resolves when nothing that was sent is still on its way; rejects where that takes ten times the patience. */
  readonly rest: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const json = (status: string, body: string): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Those that whoever asks must wait out are drawn less often: a run of mostly silence would show little else. */
const silent: ReadonlySet<WireFault> = new Set(['silence-after', 'late-arrival']);

function drawn(chance: Chance, faults: readonly WireFault[]): WireFault {
  const fault = chance.pick(faults);
  return silent.has(fault) && chance.happens(0.7) ? chance.pick(faults) : fault;
}

/** What comes back in the place of an answer. */
const lies: Partial<Record<WireFault, string>> = {
  garbage: '\u0016\u0003\u0001\u0000garbage\r\n\r\n',
  'wrong-json': json('200 OK', '{"Response":{"TotalCount":"many","VpcSet":'),
  'server-error': json('503 Service Unavailable', '<html>busy</html>'),
};

export async function startFaultProxy({ port, chance, share, faults = wireFaults, patienceMs }: FaultProxyOptions): Promise<FaultProxy> {
  const suffered: (WireFault | null)[] = [];
  const sockets = new Set<Socket>();
  /** Connections to the cloud whose client is gone: what they carry may still take effect. */
  const lingering = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;
  const after = (ms: number, act: () => void): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };
  const befall = (): Fate => {
    // By its number, whatever else happens at the same time.
    const draws = chance.fork(suffered.length);
    const fault = draws.happens(share()) ? drawn(draws, faults) : null;
    suffered.push(fault);
    return { fault, pause: 1 + draws.below(30), answered: false };
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const cloud = connect({ port: port(), host: '127.0.0.1', allowHalfOpen: true });
    keep(client);
    keep(cloud);
    client.once('close', () => {
      if (cloud.destroyed) return;
      lingering.add(cloud);
      cloud.once('close', () => lingering.delete(cloud));
    });
    join({ client, cloud, after, befall, patienceMs });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    suffered,
    rest: async () => {
      const latest = performance.now() + patienceMs * 10;
      while (timers.size > 0 || lingering.size > 0) {
        if (performance.now() > latest) throw new Error(`still on its way: ${timers.size} timers, ${lingering.size} connections`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    stop: () =>
      new Promise((resolve) => {
        stopped = true;
        for (const timer of timers) clearTimeout(timer);
        timers.clear();
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** What befalls a request. */
interface Fate {
  readonly fault: WireFault | null;
  /** Milliseconds. */
  readonly pause: number;
  answered: boolean;
}

interface Wire {
  readonly client: Socket;
  readonly cloud: Socket;
  readonly after: After;
  readonly befall: () => Fate;
  readonly patienceMs: number;
}

/** Passes on what each side sends, as far as it is fated to arrive. */
function join({ client, cloud, after, befall, patienceMs }: Wire): void {
  let fate: Fate | null = null;
  const reset = (): void => {
    client.resetAndDestroy();
    cloud.destroy();
  };
  client.on('data', (piece) => {
    // After an answer began, whatever comes next begins another request.
    if (fate === null || fate.answered) fate = befall();
    const { fault, pause } = fate;
    const forward = (): void => void (cloud.destroyed || cloud.write(piece));
    if (fault === 'reset-before') reset();
    else if (fault === 'latency') after(pause, forward);
    else if (fault === 'late-arrival') after(patienceMs + pause, forward);
    else forward();
    if (fault === 'reset-meanwhile') after(0, () => client.resetAndDestroy());
    if (fault === 'endless-body') pourEndlessly(client, after);
  });
  cloud.on('data', (piece) => {
    const { fault, pause, answered } = fate ?? { fault: null, pause: 0, answered: true };
    if (fate) fate.answered = true;
    // What was asked has happened, and nobody hears of it any more.
    if (client.destroyed) cloud.destroy();
    if (fault === 'reset-after') reset();
    else answer(client, piece, fault, !answered, { after, pause, reset });
  });
  client.on('close', () => {
    if (fate === null || fate.answered) cloud.destroy();
    // A request that is on its way still arrives; whether it is ever answered is not waited for without end.
    const bound = setTimeout(() => cloud.destroy(), patienceMs * 4);
    if (cloud.destroyed) clearTimeout(bound);
    else cloud.once('close', () => clearTimeout(bound));
  });
  client.on('end', () => void client.end());
  cloud.on('close', () => client.destroy());
  cloud.on('end', () => client.end());
}

/** Faults of which whoever asked never sees the cloud's own answer. */
const unheard: ReadonlySet<WireFault> = new Set(['silence-after', 'late-arrival', 'endless-body', 'reset-meanwhile']);

interface Means {
  readonly after: After;
  readonly pause: number;
  readonly reset: () => void;
}

function answer(client: Socket, piece: Buffer, fault: WireFault | null, begins: boolean, { after, pause, reset }: Means): void {
  if (fault !== null && unheard.has(fault)) return;
  const lie = fault === null ? undefined : lies[fault];
  if (lie !== undefined) {
    if (begins) client.write(lie, 'latin1');
  } else if (fault === 'half-answer') client.write(piece.subarray(0, Math.ceil(piece.length / 2)), reset);
  else if (fault === 'slow-answer') trickle(client, piece, after);
  else {
    client.write(piece);
    if (fault === 'slow-close') after(pause, () => client.end());
  }
}

type After = (ms: number, act: () => void) => void;

/** In pieces: a few at once, a few with a pause between. */
function trickle(client: Socket, bytes: Buffer, after: After): void {
  const size = Math.max(1, Math.ceil(bytes.length / 4));
  for (let at = 0, pause = 0; at < bytes.length; at += size, pause += 8) {
    after(pause, () => void (client.destroyed || client.write(bytes.subarray(at, at + size))));
  }
}

const endlessHead = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;

function pourEndlessly(client: Socket, after: After): void {
  const pour = (): void => {
    if (client.destroyed) return;
    if (client.write(chunk)) after(1, pour);
    else client.once('drain', () => after(1, pour));
  };
  client.write(endlessHead);
  pour();
}
