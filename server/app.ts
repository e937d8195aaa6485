/** The HTTP server: the guard first, then calls on the bare server, then Express for everything else. */
import { createServer, type Server } from 'node:http';
import type { Registry } from './accounts/registry.ts';
import type { SourceProblem } from './accounts/source.ts';
import { createCallHandler } from './call.ts';
import { ownError } from './errors.ts';
import { createGuard, type Guard, type GuardOptions, mostHeaders } from './guard.ts';
import { createAuthenticate, isStillIn } from './http/auth.ts';
import { callPrefix, createCallRoute } from './http/calls.ts';
import { trackConnections } from './http/connections.ts';
import { securityHeaders } from './http/headers.ts';
import { sendJson } from './http/respond.ts';
import { createRoutes } from './http/routes.ts';
import type { Log } from './log.ts';
import type { Sessions } from './session.ts';
import type { SignIn } from './sign-in.ts';
import type { ServeStatic } from './static.ts';
import type { UpstreamClient } from './upstream/client.ts';

interface AppOptions {
  readonly registry: Registry;
  readonly upstream: UpstreamClient;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly log: Log;
  /** Sources of keys that cannot be used. */
  readonly sourceProblems: readonly SourceProblem[];
  readonly defaultRegion: string;
  readonly version: string;
  readonly trouble: () => Promise<readonly string[]>;
  readonly serveStatic: ServeStatic;
  readonly onEmpty: () => void;
  /** Waits between attempts to reconcile a lost write. For tests. */
  readonly sleep?: (ms: number) => Promise<void>;
}

interface App {
  readonly server: Server;
  /** Says by which names the server may be addressed. Until then every request is refused: the port is not known before. */
  readonly answerTo: (addresses: GuardOptions) => void;
  /** Takes no new connections; those that wait for nothing are closed, the others after their answer. Resolves when all are. */
  readonly drain: (mostMs: number) => Promise<void>;
}

/** Limits against clients that send slowly, too much, or nothing (milliseconds). */
const serverOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  // The guard answers a missing Host as it answers a wrong one.
  requireHostHeader: false,
  insecureHTTPParser: false,
} as const;

export function createApp(options: AppOptions): App {
  const { log } = options;
  let guard: Guard = createGuard({ hosts: new Set(), origins: new Set() });
  const authenticate = createAuthenticate(options.sessions, options.signIn);
  const handleCall = createCallHandler(options);
  const call = createCallRoute({ authenticate, handleCall, isStillIn: (session) => isStillIn(options.sessions, session), log });
  const routes = createRoutes({ ...options, authenticate });
  const server = createServer(serverOptions, (request, response) => {
    const objection = guard(request);
    if (objection) {
      const { method, url = '', headers } = request;
      const facts = { why: objection.message, status: objection.status, method: method ?? '', path: url.split('?', 1)[0] ?? '' };
      log.warn('refused', { ...facts, host: headers.host ?? '', ...(headers.origin === undefined ? {} : { origin: headers.origin }) });
      sendJson(response, objection.status, ownError(objection.code, objection.message), [
        'Connection',
        'close',
        ...(objection.allow === undefined ? [] : ['Allow', objection.allow]),
      ]);
      return;
    }
    if (request.url?.startsWith(callPrefix)) void call(request, response);
    else routes(request, response);
  });
  const connections = trackConnections(server);
  server.maxHeadersCount = mostHeaders;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : timedOut(error)
          ? '408 Request Timeout'
          : '400 Bad Request';
    const headers = Object.entries({ ...securityHeaders, 'Cache-Control': 'no-store', 'Content-Length': '0', Connection: 'close' });
    // A client that does not close its side would hold the connection for ever.
    const hard = setTimeout(() => socket.destroy(), 1_000).unref();
    socket.once('close', () => clearTimeout(hard));
    return socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  });
  return {
    server,
    answerTo: (addresses) => {
      guard = createGuard(addresses);
    },
    drain: (mostMs) =>
      new Promise((resolve) => {
        const hard = setTimeout(() => server.closeAllConnections(), mostMs);
        server.close(() => {
          clearTimeout(hard);
          resolve();
        });
        connections.stop();
      }),
  };
}

const timedOut = (error: NodeJS.ErrnoException): boolean => error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
