/** The HTTP server: the guard first, then calls on the bare server, then Express for everything else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Registry } from './accounts/registry.ts';
import type { SourceProblem } from './accounts/source.ts';
import type { People } from './auth/people.ts';
import { createCallHandler } from './call.ts';
import { ownError } from './errors.ts';
import type { Front } from './front.ts';
import { createGuard, type Guard, type GuardOptions, mostHeaders, type RequestRefusal } from './guard.ts';
import type { Recorder } from './history/recorder.ts';
import { createAuthenticate, isStillIn } from './http/auth.ts';
import { callPrefix, createCallRoute } from './http/calls.ts';
import { createClientOf } from './http/client-address.ts';
import { answerClientError } from './http/client-error.ts';
import { trackConnections } from './http/connections.ts';
import { createCookies } from './http/cookies.ts';
import { createMount } from './http/mount.ts';
import { createProbes } from './http/probes.ts';
import { sendEmpty, sendJson } from './http/respond.ts';
import { createRoutes } from './http/routes.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Sessions } from './session.ts';
import type { SignIn } from './sign-in.ts';
import type { ServeStatic } from './static.ts';
import type { Store } from './store/store.ts';
import type { UpstreamClient } from './upstream/client.ts';

interface AppOptions {
  readonly registry: Registry;
  readonly upstream: UpstreamClient;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  /** Null where the sign-in link is the only way in. */
  readonly people: People | null;
  /** By which URL browsers reach the server, without a slash at its end. */
  readonly url: () => string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly front: Front;
  /** Names under which browsers reach it through a proxy; none: this machine only. */
  readonly hosts: readonly string[];
  /** Sources of keys that cannot be used. */
  readonly sourceProblems: readonly SourceProblem[];
  readonly defaultRegion: string;
  readonly version: string;
  readonly trouble: () => Promise<readonly string[]>;
  readonly serveStatic: ServeStatic;
  readonly store: Store;
  readonly recorder: Recorder;
  readonly onEmpty: () => void;
  /** Waits between attempts to reconcile a lost write. For tests. */
  readonly sleep?: (ms: number) => Promise<void>;
}

export interface App {
  readonly server: Server;
  /** Says by which names the server may be addressed. Until then every request is refused: the port is not known before. */
  readonly answerTo: (addresses: GuardOptions) => void;
  /** Takes no new connections; those that wait for nothing are closed, the others after their answer. Resolves when all are. */
  readonly drain: (mostMs: number) => Promise<void>;
  /** Says that it is not ready any more; requests are still served. */
  readonly leave: () => void;
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
  const { log, metrics } = options;
  let stopping = false;
  let guard: Guard = createGuard({ hosts: new Set(), origins: new Set() });
  const cookies = createCookies(options.front.basePath);
  const clientOf = createClientOf(options.front.isProxy);
  const authenticate = createAuthenticate({ ...options, cookies, clientOf });
  const handleCall = createCallHandler(options);
  const call = createCallRoute({ authenticate, handleCall, isStillIn: (session) => isStillIn(options.sessions, session), log, metrics });
  const probes = createProbes({
    metrics,
    trouble: options.trouble,
    isStopping: () => stopping,
    metricsToken: options.front.metricsToken,
    behindProxy: options.hosts.length > 0,
  });
  const routes = createRoutes({ ...options, history: options.recorder.history, authenticate, cookies, clientOf, probes });
  const refuse = refuserOf(options);
  const place = createMount(options.front.basePath);
  const server = createServer(serverOptions, (request, response) => {
    const { url = '' } = request;
    const where = place(url);
    if (where.kind === 'inside') request.url = where.url;
    const objection = guard(request);
    if (objection) refuse(objection, request, response, url);
    else if (where.kind === 'door') sendEmpty(response, 308, ['Location', where.to]);
    else if (where.kind === 'outside') sendJson(response, 404, ownError('NotFound', 'There is nothing here.'));
    else if (where.url.startsWith(callPrefix)) void call(request, response);
    else routes(request, response);
  });
  const connections = trackConnections(server);
  server.maxHeadersCount = mostHeaders;
  server.on('clientError', answerClientError);
  return {
    server,
    answerTo: (addresses) => {
      guard = createGuard(addresses);
    },
    leave: () => {
      stopping = true;
    },
    drain: (mostMs) =>
      new Promise((resolve) => {
        stopping = true;
        const hard = setTimeout(() => server.closeAllConnections(), mostMs);
        server.close(() => {
          clearTimeout(hard);
          resolve();
        });
        connections.stop();
      }),
  };
}

type RefuseRequest = (refusal: RequestRefusal, request: IncomingMessage, response: ServerResponse, url: string) => void;

/** Answers what the guard refuses, and writes it down. */
const refuserOf =
  ({ log, metrics, recorder }: AppOptions): RefuseRequest =>
  ({ status, code, message, allow, event }, { method, headers }, response, url) => {
    const facts = { why: message, status, method: method ?? '', path: url.split('?', 1)[0] ?? '' };
    log.warn('refused', { ...facts, host: headers.host ?? '', ...(headers.origin === undefined ? {} : { origin: headers.origin }) });
    metrics.refused(status);
    if (event) recorder.history.event(event, { body: { host: headers.host ?? '', origin: headers.origin ?? '' } });
    sendJson(response, status, ownError(code, message), ['Connection', 'close', ...(allow === undefined ? [] : ['Allow', allow])]);
  };
