/** What machines ask of the server: whether it lives, whether it is ready, and what it measures. Needs no session. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ownError } from '../errors.ts';
import { isLoopback } from '../loopback.ts';
import type { Metrics } from '../metrics.ts';
import { securityHeaders } from './headers.ts';
import { sendJson } from './respond.ts';

interface ProbeOptions {
  readonly metrics: Metrics;
  /** What is wrong, in sentences that name no path and no secret. */
  readonly trouble: () => Promise<readonly string[]>;
  /** A stop has begun: no new work should come here. */
  readonly isStopping: () => boolean;
  readonly metricsToken: string | null;
  /** A proxy stands in front, so that a connection of this machine's may be anybody's. */
  readonly behindProxy: boolean;
}

type Probe = (request: IncomingMessage, response: ServerResponse) => void;

/** By path. A probe that fails says so by 503, and why. */
export function createProbes(options: ProbeOptions): Readonly<Record<string, Probe>> {
  const health: Probe = (_request, response) => void answerHealth(options, response, false);
  return {
    '/livez': (_request, response) => sendJson(response, 200, '{"status":"ok"}'),
    '/readyz': (_request, response) => void answerHealth(options, response, options.isStopping()),
    '/healthz': health,
    '/metrics': (request, response) => void answerMetrics(options, request, response),
  };
}

async function answerHealth({ trouble }: ProbeOptions, response: ServerResponse, stopping: boolean): Promise<void> {
  if (stopping) return sendJson(response, 503, JSON.stringify({ status: 'stopping', why: 'The server is being stopped.' }));
  const found = await trouble();
  if (found.length === 0) return sendJson(response, 200, '{"status":"ok"}');
  return sendJson(response, 503, JSON.stringify({ status: 'degraded', why: found.join(' ') }));
}

async function answerMetrics(options: ProbeOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!mayRead(options, request)) {
    return sendJson(response, 401, ownError('NotSignedIn', 'Metrics are read by a bearer token (WEFT_METRICS_TOKEN).'), [
      'WWW-Authenticate',
      'Bearer',
    ]);
  }
  const body = await options.metrics.text();
  response.writeHead(200, {
    ...securityHeaders,
    'Cache-Control': 'no-store',
    'Content-Type': options.metrics.contentType,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** By the token where there is one; else this machine alone, and only where no proxy brings strangers over loopback. */
function mayRead({ metricsToken, behindProxy }: ProbeOptions, { headers, socket }: IncomingMessage): boolean {
  if (metricsToken !== null) {
    const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    return timingSafeEqual(digest(given), digest(metricsToken));
  }
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  return !behindProxy && isLoopback(address) && !('x-forwarded-for' in headers) && !('forwarded' in headers);
}
