/** Carries one request to the cloud and its answer back, over kept-alive connections. */
import { Pool } from 'undici';
import type { Outgoing } from './build.ts';
import type { Cancellation } from './cancellation.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The cloud's clock in milliseconds, from its Date header, or null. */
  readonly date: number | null;
}

/**
 * Why there is no answer. `sent` is false only when it is certain that no byte of the request left: only then may a
 * write be sent again.
 */
export class SendError extends Error {
  readonly sent: boolean;
  readonly why: 'unreachable' | 'lost' | 'timeout' | 'too-large' | 'cancelled';

  constructor(why: SendError['why'], sent: boolean, code: string) {
    super(`${why} (${code})`);
    this.why = why;
    this.sent = sent;
  }
}

export interface SendLimits {
  readonly connectMs: number;
  /** From sending to the first byte of the answer, and between two pieces of it. */
  readonly answerMs: number;
  readonly maxBytes: number;
  readonly connections: number;
}

export const usualLimits: SendLimits = { connectMs: 5_000, answerMs: 20_000, maxBytes: 16 * 1024 * 1024, connections: 64 };

const timeouts = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** One pool of connections for each origin. undici follows no redirect by itself, and verifies certificates. */
export class Sender {
  readonly #pools = new Map<string, Pool>();
  readonly #limits: SendLimits;

  constructor(limits: SendLimits = usualLimits) {
    this.#limits = limits;
  }

  #pool(origin: string): Pool {
    const known = this.#pools.get(origin);
    if (known) return known;
    const { connectMs, answerMs, maxBytes, connections } = this.#limits;
    const pool = new Pool(origin, {
      connections,
      pipelining: 1,
      // Said outright, because an environment variable could switch it off.
      connect: { timeout: connectMs, rejectUnauthorized: true },
      headersTimeout: answerMs,
      bodyTimeout: answerMs,
      maxResponseSize: maxBytes,
      maxHeaderSize: 32 * 1024,
      keepAliveTimeout: 4_000,
    });
    this.#pools.set(origin, pool);
    return pool;
  }

  /** Rejects with `SendError`. Any status is an answer. */
  send(origin: string, request: Outgoing, cancellation: Cancellation): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const pool = this.#pool(origin);
      let sent = false;
      let status = 0;
      let date: number | null = null;
      let release = (): void => {};
      const chunks: Buffer[] = [];
      const fail = (error: unknown): void => {
        release();
        reject(cancellation.cancelled ? new SendError('cancelled', sent, 'cancelled') : reasonOf(error, sent));
      };
      const options = { path: request.path, method: 'POST' as const, headers: request.headers, body: request.body };
      pool.dispatch(options, {
        onRequestStart(controller) {
          sent = true;
          release = cancellation.on(() => controller.abort(new Error('cancelled')));
        },
        onResponseStart(_controller, statusCode, headers) {
          status = statusCode;
          date = clockOf(headers.date);
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          release();
          const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
          resolve({ status, text: bytes.toString('utf8'), date });
        },
        onResponseError(_controller, error) {
          fail(error);
        },
      });
    });
  }

  /** Ends idle connections now and busy ones when their answer is in; for shutdown. */
  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.allSettled(pools.map((pool) => pool.close()));
  }

  /** Drops the connections to an origin that is no more: the demo cloud's, when it was started anew. */
  async forget(origin: string): Promise<void> {
    const pool = this.#pools.get(origin);
    this.#pools.delete(origin);
    await pool?.destroy().catch(() => {});
  }
}

/** A Date header changes once a second and is parsed on each answer: the last one is remembered. */
let lastDate = { text: '', time: 0 };

function clockOf(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string') return null;
  if (lastDate.text !== header) lastDate = { text: header, time: Date.parse(header) };
  return Number.isNaN(lastDate.time) ? null : lastDate.time;
}

function reasonOf(error: unknown, sent: boolean): SendError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new SendError('too-large', sent, code);
  if (timeouts.has(code)) return new SendError('timeout', sent, code);
  return new SendError(sent ? 'lost' : 'unreachable', sent, code);
}
