/** A load from this process: prepared requests over a few connections, each waiting for its answer. Bounded in time. */
import { connect } from 'node:net';
import { percentile } from './numbers.ts';

interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  /** When it ends, by the clock or by a number of requests. */
  readonly seconds?: number;
  readonly requests?: number;
  /** The bytes of the n-th request. */
  readonly request: (n: number) => string;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of every answer, in the order in which they came. */
  readonly times: readonly number[];
  /** Answers other than 200, or holding an error of the cloud. */
  readonly failed: number;
  readonly firstFailure: string;
}

/** A POST with a JSON body as it stands on the wire. */
export function post(path: string, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** Where the answer that begins a buffer ends, or -1 while it is not whole. Only answers with a length are understood. */
function endOf(buffer: Buffer): number {
  const head = buffer.indexOf('\r\n\r\n');
  if (head < 0) return -1;
  const length = /content-length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1];
  if (length === undefined) throw new Error(`an answer without a length:\n${buffer.toString('utf8', 0, head)}`);
  const end = head + 4 + Number(length);
  return buffer.length >= end ? end : -1;
}

/** Refusals of API 3.0 hold an `Error`; those of the 2017 API begin with a code other than 0. */
const isGood = (answer: Buffer): boolean =>
  answer.subarray(0, 12).toString('latin1') === 'HTTP/1.1 200' &&
  !answer.includes('"Error":{') &&
  (!answer.includes('\r\n\r\n{"code":') || answer.includes('\r\n\r\n{"code":0,'));

export async function load({ url, connections, seconds = Infinity, requests = Infinity, request }: LoadOptions): Promise<LoadResult> {
  const { hostname, port } = new URL(url);
  const times: number[] = [];
  let sent = 0;
  let failed = 0;
  let firstFailure = '';
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      let start = 0;
      let waiting: Buffer = Buffer.alloc(0);
      const next = (): void => {
        if (sent >= requests || performance.now() >= until) {
          socket.end();
          resolve();
          return;
        }
        const bytes = request(sent);
        sent += 1;
        start = performance.now();
        socket.write(bytes);
      };
      socket.on('connect', next);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
        const end = endOf(waiting);
        if (end < 0) return;
        times.push(performance.now() - start);
        if (!isGood(waiting)) {
          failed += 1;
          firstFailure ||= waiting.toString('utf8', 0, 600);
        }
        waiting = waiting.subarray(end);
        next();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  const elapsed = (performance.now() - began) / 1000;
  return { perSecond: times.length / elapsed, p50: percentile(times, 0.5), p99: percentile(times, 0.99), times, failed, firstFailure };
}
