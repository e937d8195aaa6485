/** The simulated cloud's one HTTP port: finds the generation, answers in its envelope, survives anything sent to it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { isRead } from '../../catalogue/define.ts';
import { perform } from '../dispatch.ts';
import { CloudError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import { DataFolderError } from '../store/folder.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import { aliyunWire } from './aliyun.ts';
import { api3Wire } from './api3.ts';
import { api2017Wire } from './api2017.ts';
import { judgeOf } from './keys.ts';
import type { Plan } from './plans.ts';
import type { Wire, WireRequest, WireResponse } from './request.ts';

interface CloudOptions {
  readonly world: World;
  readonly faults: Faults;
  readonly machineTime: () => number;
  /** Makes changes last. Undefined where nothing is kept. */
  readonly store: Store | undefined;
  /** Answers what is under `/_sim/`. */
  readonly control: (request: WireRequest) => Promise<WireResponse>;
  /** Told of what should never happen; the caller gets InternalError. */
  readonly onBug: (error: unknown) => void;
}

/** The 10 MB that API 3.0's current clients are allowed; the control API takes whole snapshots. */
const largestBody = 10 * 1024 * 1024;
const largestControlBody = 512 * 1024 * 1024;

export function createCloud(options: CloudOptions): Server {
  const { clock } = options.world;
  const judge = judgeOf(options.world, options.machineTime);
  const wires = { api3: api3Wire(judge), api2017: api2017Wire(judge), aliyun: aliyunWire(judge) };

  const pick = (request: WireRequest): Wire | undefined => {
    if (request.path === '/v2/index.php') return wires.api2017;
    if (request.path !== '/') return undefined;
    return speaksAliyun(request) ? wires.aliyun : wires.api3;
  };

  const server = createServer({ maxHeaderSize: 65_536, keepAliveTimeout: 65_000 }, (req, res) => {
    collect(req, res, clock, (request) => {
      if (request.path.startsWith('/_sim/')) {
        options.control(request).then(
          (encoded) => send(res, encoded, clock),
          (error) => fail(res, error, options),
        );
        return;
      }
      const wire = pick(request);
      if (!wire) return send(res, plain(404, `There is nothing at ${request.path.slice(0, 100)}.`), clock);
      if (request.method !== 'GET' && request.method !== 'POST') return send(res, plain(405, 'Only GET and POST are understood.'), clock);
      answer(options, wire, request, res);
    });
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else socket.destroy();
  });
  return server;
}

/** The two vendors share a path; only Alibaba's calls name an AccessKeyId or sign with ACS3. */
function speaksAliyun(request: WireRequest): boolean {
  const { authorization } = request.headers;
  if (authorization !== undefined) return authorization.startsWith('ACS3-');
  if (/(?:^|&)AccessKeyId=/.test(request.query)) return true;
  return request.method === 'POST' && request.body.includes('AccessKeyId=') && /(?:^|&)AccessKeyId=/.test(request.body.toString('latin1'));
}

/** Handles one API call from signature to answer. */
function answer(options: CloudOptions, wire: Wire, request: WireRequest, res: ServerResponse): void {
  const { clock } = options.world;
  const requestId = options.world.random.uuid();
  let plan: Plan | undefined;
  const refuse = (error: unknown): void => {
    const isKnown = error instanceof CloudError || error instanceof DataFolderError;
    if (!isKnown) options.onBug(error);
    const refusal =
      error instanceof CloudError ? error : new CloudError('InternalError', isKnown ? notKept : 'The simulated cloud failed.');
    send(res, wire.failure(refusal, requestId, request, plan), clock);
  };
  try {
    const asked = wire.read(request);
    plan = asked.plan;
    const { waitMs, drop, fate } = options.faults.meet(asked);
    const { store } = options;
    const isWrite = !isRead(asked.plan.data);
    const work = (): void => {
      // While the world is being replaced nothing else happens to it.
      if (store?.replacing) return void store.replacing.then(() => attempt(work, refuse));
      if (drop === 'before') return void res.socket?.destroy();
      if (isWrite && store?.trouble) throw new CloudError('InternalError', notKept);
      const { result, changes, revert } = perform(options.world, asked, fate);
      const finish = (): void => {
        if (drop === 'after') res.socket?.destroy();
        else send(res, wire.success(result, requestId, request, asked.plan.name), clock);
      };
      if (changes.length === 0 || !store) finish();
      // A read may move tasks on. That is undone where it cannot be kept, and happens again with the next one.
      else
        store
          .keep({ changes, revert })
          .then(finish, isWrite ? refuse : finish)
          .catch(refuse);
    };
    if (waitMs === 0) work();
    else setTimeout(() => attempt(work, refuse), waitMs);
  } catch (error) {
    refuse(error);
  }
}

const notKept = 'The data folder takes no changes at the moment. Nothing was done.';

function attempt(work: () => void, refuse: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    refuse(error);
  }
}

/** Reads the whole body, or refuses it as soon as it is too large. */
function collect(req: IncomingMessage, res: ServerResponse, clock: Clock, done: (request: WireRequest) => void): void {
  // A client that speaks to a proxy names the whole URL (RFC 9112, 3.2.2).
  const url = (req.url ?? '/').replace(/^https?:\/\/[^/?]*\/?/i, '/');
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const isControl = path.startsWith('/_sim/');
  const largest = isControl ? largestControlBody : largestBody;
  const whole = isControl ? bufferFor(req.headers['content-length']) : undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  let refused = false;
  req.on('data', (chunk: Buffer) => {
    if (refused) return;
    if (whole) chunk.copy(whole, length);
    else chunks.push(chunk);
    length += chunk.length;
    if (length <= largest) return;
    refused = true;
    chunks.length = 0;
    res.setHeader('Connection', 'close');
    send(res, plain(413, `A request body has at most ${largest} bytes.`), clock);
  });
  req.on('end', () => {
    if (refused) return;
    const body = whole ?? (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    done({ method: req.method ?? 'GET', path, query, headers: req.headers, body });
  });
  // A client that goes away in the middle of its request has nothing to be told.
  req.on('error', () => undefined);
  res.on('error', () => undefined);
}

/** A snapshot of a large world is written into its place as it arrives, rather than kept twice while its pieces are joined. */
function bufferFor(contentLength: string | undefined): Buffer | undefined {
  const length = Number(contentLength);
  return length > largestBody && length <= largestControlBody ? Buffer.allocUnsafe(length) : undefined;
}

/** The second that was last written out, and its text: most answers of a second share it. */
let lastSecond = Number.NaN;
let lastDate = '';

/** The world's time as a Date header tells it. A client that compares it with what the cloud's rows say must find one clock. */
function dateOf(clock: Clock): string {
  const second = Math.floor(clock.now() / 1000);
  if (second === lastSecond) return lastDate;
  lastSecond = second;
  lastDate = new Date(second * 1000).toUTCString();
  return lastDate;
}

function send(res: ServerResponse, { status, type, body }: WireResponse, clock: Clock): void {
  if (res.headersSent || res.destroyed) return;
  if (typeof body !== 'string') {
    res.writeHead(status, ['Content-Type', type, 'Date', dateOf(clock)]);
    // A client that goes away in the middle ends it.
    pipeline(Readable.from(body), res, () => undefined);
    return;
  }
  const length = Buffer.byteLength(body);
  res.writeHead(status, ['Content-Type', type, 'Content-Length', String(length), 'Date', dateOf(clock)]);
  // Pure ASCII, the usual case, need not be encoded: measured 10 to 20 % more lists a second.
  res.end(body, length === body.length ? 'latin1' : 'utf8');
}

/** Refusals of HTTP itself, before a generation is known, in the envelope of the newest one. */
const plain = (status: number, message: string): WireResponse => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ Response: { Error: { Code: 'InvalidParameter', Message: message }, RequestId: '' } }),
});

function fail(res: ServerResponse, error: unknown, { onBug, world }: CloudOptions): void {
  onBug(error);
  send(res, { status: 500, type: 'application/json', body: JSON.stringify({ error: 'The simulated cloud failed.' }) }, world.clock);
}
