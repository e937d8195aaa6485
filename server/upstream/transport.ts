/** Carries one request to the cloud and its answer back, over kept-alive connections. */
import { isUtf8 } from 'node:buffer';
import { type Dispatcher, Pool } from 'undici';
import { Cancellation } from './cancellation.ts';
import { type FailureCause, failureOf, type TransportFailure } from './causes.ts';
import type { SignedRequest } from './signed-request.ts';
import { createTunnel, type ProxyAddress } from './tunnel.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** The cloud's clock in milliseconds, from its Date header, or null. */
  readonly date: number | null;
}

/**
 * Why there is no answer. `sent` is false only when it is certain that no byte of the request left: only then may a
 * write be sent again.
 */
export class TransportError extends Error {
  readonly sent: boolean;
  readonly why: TransportFailure['why'] | 'cancelled';
  override readonly cause: FailureCause | null;

  constructor(why: TransportError['why'], sent: boolean, code: string, cause: FailureCause | null = null) {
    super(`${why} (${code})`);
    this.why = why;
    this.sent = sent;
    this.cause = cause;
  }
}

export interface TransportLimits {
  readonly connectMs: number;
  /** From the moment a call has its slot to the last byte of its answer: connecting, waiting and reading together. */
  readonly answerMs: number;
  readonly maxBytes: number;
  /** Calls of one action and account that are under way at once. */
  readonly connections: number;
}

export const usualLimits: TransportLimits = { connectMs: 5_000, answerMs: 20_000, maxBytes: 16 * 1024 * 1024, connections: 32 };

/** How connections leave this machine. */
interface Egress {
  /** Certificates of every authority that is trusted, as PEM; undefined takes Node's own. */
  readonly ca: readonly string[] | undefined;
  /** The proxy on the way to an origin, or null. */
  readonly proxyFor: (origin: string) => ProxyAddress | null;
}

const direct: Egress = { ca: undefined, proxyFor: () => null };

/**
 * One pool of connections for each origin; who waits for one waits in the call queue, so a pool opens as many as it is asked for.
 * undici follows no redirect by itself, and verifies certificates.
 */
export class HttpTransport {
  readonly #pools = new Map<string, Pool>();
  readonly #limits: TransportLimits;
  readonly #outward: Egress;

  constructor(limits: TransportLimits = usualLimits, outward: Egress = direct) {
    this.#limits = limits;
    this.#outward = outward;
  }

  #pool(origin: string): Pool {
    const known = this.#pools.get(origin);
    if (known) return known;
    const { connectMs, maxBytes } = this.#limits;
    const { ca } = this.#outward;
    const proxy = this.#outward.proxyFor(origin);
    const pool = new Pool(origin, {
      pipelining: 1,
      // Certificates are verified: said outright, because an environment variable could switch it off.
      connect: proxy
        ? createTunnel({ proxy, connectMs, ca })
        : { timeout: connectMs, rejectUnauthorized: true, ...(ca ? { ca: [...ca] } : {}) },
      // One deadline of our own holds for all of it.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: maxBytes,
      maxHeaderSize: 32 * 1024,
      keepAliveTimeout: 4_000,
    });
    this.#pools.set(origin, pool);
    return pool;
  }

  /** Rejects with `TransportError`, `timeoutMs` from now at the latest. Any status is an answer. */
  post(origin: string, request: SignedRequest, cancellation: Cancellation, timeoutMs = this.#limits.answerMs): Promise<HttpAnswer> {
    const { path, headers, body } = request;
    return this.#exchange(origin, { path, method: 'POST', headers, body }, cancellation, timeoutMs);
  }

  /** The same for a question without a body: the metadata service of a machine. */
  get(origin: string, path: string, timeoutMs: number): Promise<HttpAnswer> {
    return this.#exchange(origin, { path, method: 'GET', headers: [] }, new Cancellation(), timeoutMs);
  }

  #exchange(origin: string, options: Dispatcher.DispatchOptions, cancellation: Cancellation, timeoutMs: number): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      let sent = false;
      let settled = false;
      let abort: ((error: Error) => void) | null = null;
      let status = 0;
      let date: number | null = null;
      const chunks: Buffer[] = [];
      const settle = (finish: () => void): void => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        off();
        finish();
      };
      const fail = (error: TransportError): void =>
        settle(() => {
          abort?.(error);
          reject(error);
        });
      const timer = setTimeout(
        () => fail(new TransportError('timeout', sent, 'deadline', sent ? 'answer-timeout' : 'connect-timeout')),
        timeoutMs,
      );
      const off = cancellation.on(() => queueMicrotask(() => fail(new TransportError('cancelled', sent, 'cancelled'))));
      this.#pool(origin).dispatch(options, {
        onRequestStart(controller) {
          // Who gave up before there was a connection must not send after all.
          if (settled) return controller.abort(new Error('given up'));
          sent = true;
          abort = (error) => controller.abort(error);
        },
        onResponseStart(_controller, statusCode, headers) {
          status = statusCode;
          date = clockOf(headers.date);
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          settle(() => {
            const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
            if (isUtf8(bytes)) resolve({ status, text: bytes.toString('utf8'), date });
            else reject(new TransportError('unreadable', true, 'not-utf8'));
          });
        },
        onResponseError(_controller, error) {
          const { why, cause, code } = failureOf(error, sent);
          settle(() => reject(new TransportError(why, sent, code, cause)));
        },
      });
    });
  }

  /** Ends every connection; for shutdown, after the calls have had their time. */
  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.allSettled(pools.map((pool) => pool.destroy()));
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
