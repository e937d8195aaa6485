/** Puts the server together from its configuration, and takes it down again. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '../catalogue/services.ts';
import type { Account } from './accounts/account.ts';
import { findAccounts } from './accounts/find.ts';
import { type IdentityClient, identify } from './accounts/identity.ts';
import { checkReadOnly, isReadOnly } from './accounts/read-only.ts';
import { askRegions } from './accounts/regions.ts';
import type { Registry } from './accounts/registry.ts';
import { type App, createApp } from './app.ts';
import { type CloudWay, openCloud } from './cloud.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { type Demo, down, startDemo } from './demo.ts';
import { innerFolder } from './folder.ts';
import { addresses } from './guard.ts';
import { createHealth } from './health.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openPeople } from './open-people.ts';
import { openData, openRecorder, type Undo } from './open-store.ts';
import { createRedactor } from './redact.ts';
import { Sessions } from './session.ts';
import { SignIn } from './sign-in.ts';
import { createStatic } from './static.ts';
import { secretsOfUrl } from './store/postgres.ts';
import { openSessionStore } from './store/sessions.ts';
import { isThere, type Store } from './store/store.ts';
import type { HttpTransport, TransportLimits } from './upstream/transport.ts';

export interface StartOptions {
  readonly config: Config;
  /** Environment as it was before its secrets were deleted. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The built console's folder, and the built simulator's entry. */
  readonly web: string;
  readonly simulator: string;
  readonly version: string;
  /** Writes a line for the person who started it: the address and the sign-in link. */
  readonly say: (line: string) => void;
  /** Where log lines go; stderr when left out. */
  readonly logTo?: (line: string) => void;
  /** Waits between attempts to reconcile a lost write, in milliseconds; a timer when left out. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Waits before a call is sent again, in milliseconds; a timer when left out. */
  readonly pause?: (ms: number) => Promise<void>;
  /** Limits of the calls to the cloud, where the usual ones do not fit. */
  readonly limits?: TransportLimits;
  /** Where the metadata service of the machine is; its own place when left out. */
  readonly metadataOrigin?: string;
  /** The identity provider speaks plain http: in tests alone. */
  readonly insecureProvider?: boolean;
  /** Whether the cloud is asked who signs; yes when left out. */
  readonly identities?: boolean;
  /** A database that is open already and stays so after the stop; opened and closed here when left out. */
  readonly store?: Store;
  /** Whether resources are read before and after a write, for the history; yes when left out. */
  readonly observes?: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly log: Log;
  /** Takes no new requests, lets the running ones end for ten seconds, then ends. */
  readonly stop: () => Promise<void>;
}

const drainMs = 10_000;

/** Resolves when the server listens. Rejects with `ConfigError` when it cannot. */
export async function start(options: StartOptions): Promise<RunningServer> {
  const undo: Undo = [];
  try {
    return await assemble(options, undo);
  } catch (error) {
    await unwind(undo);
    throw error;
  }
}

async function assemble(options: StartOptions, undo: Undo): Promise<RunningServer> {
  const { config, say } = options;
  const { accounts, problems, warnings } = findAccounts(options);
  const signIn = new SignIn(config.token);
  const found: { registry: Registry | null } = { registry: null };
  const log = openLog(options, () => [
    ...(found.registry?.accounts() ?? accounts).flatMap((account) => account.secrets()),
    signIn.token,
    ...secretsOf(config),
  ]);
  undo.push(log.flush);
  for (const why of [...warnings, ...problems.map(({ source, reason }) => `${source}: ${reason}`)]) log.warn('credentials', { why });
  const store = options.store ?? (await openData(config, log, undo));
  const { cloud, metrics } = openMeasuredCloud(options, log, undo);
  const { transport, upstream } = cloud;
  const demo = accounts.length > 0 ? null : await openDemo(options, log, transport);
  if (demo) undo.push(demo.stop);
  const registry = registryOf(config, demo, accounts, cloud);
  found.registry = registry;
  const name = config.host.includes(':') ? `[${config.host}]` : config.host;
  const origin = (): string => (config.remote ? `https://${config.hosts[0]}` : `http://${name}:${portOf(server)}`);
  const url = (): string => origin() + config.front.basePath;
  const link = (): string => `${url()}/sign-in#token=${encodeURIComponent(signIn.token ?? '')}`;
  if (!demo) await askWho(accounts, cloud, options, log);
  checkReadOnly(config.readOnly, registry.accounts());
  const sessions = await openSessions(config, store, accounts, log);
  metrics.watch('weft_sessions', () => sessions.size);
  const recorder = await openRecorder({ store, log, registry, upstream, observes: options.observes ?? true }, undo);
  metrics.watch('weft_history_failures', () => recorder.history.failures);
  const people = openPeople({ ...options, sessions, history: recorder.history, log }, undo);
  const app = createApp({
    registry,
    store,
    recorder,
    upstream,
    sessions,
    people,
    url: () => namedUrl(config) ?? url(),
    metrics,
    front: config.front,
    hosts: config.hosts,
    signIn,
    log,
    sourceProblems: problems,
    defaultRegion: config.region,
    version: options.version,
    trouble: createHealth({ data: config.data, demo, askDatabase: store.shared ? () => isThere(store) : undefined }),
    serveStatic: createStatic(options.web, config.front.basePath),
    ...(options.sleep ? { sleep: options.sleep } : {}),
    onEmpty: () => renewLink(signIn, () => say(`Signed out. Sign in again: ${link()}`)),
  });
  const { server } = app;
  await listen(server, config);
  undo.push(() => leave(app, config.front.stopDelayMs));
  const port = portOf(server);
  app.answerTo(addresses(port, config.hosts, config.remote ? undefined : name));
  say(`Weft is at ${url()} — sign in: ${people === null ? link() : `${url()}/sign-in`}`);
  log.info('listening', { port, mode: registry.mode, accounts: registry.accounts().length });
  return { url: url(), log, stop: () => unwind(undo) };
}

/** Under which name people reach it, where settings name one. */
const namedUrl = ({ hosts: [host], front }: Config): string | null =>
  host === undefined ? null : `https://${host.replace(/:443$/, '')}${front.basePath}`;

/** A link that can be used once is made anew when nobody is signed in any more. */
function renewLink(signIn: SignIn, onNew: () => void): void {
  if (signIn.fixed) return;
  signIn.renew();
  onNew();
}

function registryOf(config: Config, demo: Demo | null, accounts: readonly Account[], cloud: CloudWay): Registry {
  const common: Pick<Registry, 'dialect' | 'readOnly'> = {
    dialect: config.dialect,
    readOnly: (account) => isReadOnly(config.readOnly, account, registry.accounts()),
  };
  const registry: Registry = demo
    ? { ...common, mode: 'demo', accounts: demo.accounts, originOf: demo.origin, down: () => (demo.running() ? null : down) }
    : { ...common, mode: 'real', accounts: () => accounts, originOf: cloud.originOf };
  return registry;
}

function openMeasuredCloud(options: StartOptions, log: Log, undo: Undo): { cloud: CloudWay; metrics: Metrics } {
  const onSkew = (_origin: string, offsetMs: number): void => log.warn('clock-skew', { offsetMs: Math.round(offsetMs) });
  const metrics = createMetrics();
  undo.push(metrics.stop);
  const cloud = openCloud({ ...options, onSkew, onAttempt: metrics.attempt });
  metrics.watch('weft_queue_waiting', () => cloud.upstream.waiting);
  undo.push(() => cloud.transport.close());
  return { cloud, metrics };
}

/** Whoever sends requests here is told first, and only then turned away. */
async function leave(app: App, delayMs: number): Promise<void> {
  app.leave();
  if (delayMs > 0) await sleep(delayMs);
  await app.drain(drainMs - delayMs);
}

/** So long the start waits to be told who signs; later answers count too. */
const identityMs = 4_000;

/**
 * Asks who signs for each account, and where it may work. Where services are sent elsewhere, so that their keys are another
 * cloud's, the real STS is not told of them: each is asked only when it is sent somewhere too.
 */
async function askWho(accounts: readonly Account[], cloud: CloudWay, { config, identities = true }: StartOptions, log: Log): Promise<void> {
  const { elsewhere } = config.endpoints;
  for (const { id, source } of accounts) log.info('account', { why: `${id}: ${source}` });
  const isOurs = (service: Service): boolean => Object.keys(elsewhere).length === 0 || elsewhere[service] !== undefined;
  if (!identities) return;
  const { upstream, originOf } = cloud;
  const asker: IdentityClient = { send: (call, how) => upstream.send(call, how), originOf, region: config.region };
  const ask = async (account: Account): Promise<void> => {
    if (isOurs('sts')) await identify(account, asker);
    const trouble = account.trouble();
    if (trouble !== null) log.warn('account', { why: `${account.id}: ${trouble.code}: ${trouble.reason}` });
    else if (isOurs('region')) await askRegions(account, asker);
  };
  const asked = accounts.filter(({ vendor }) => vendor === 'tencent').map(ask);
  const patience = new AbortController();
  await Promise.race([Promise.all(asked), sleep(identityMs, null, { signal: patience.signal, ref: false })]);
  patience.abort();
}

/** Secrets of the settings, beside those of accounts and the token. */
const secretsOf = ({ databaseUrl, front, provider }: Config): (string | null)[] => [
  ...(databaseUrl === null ? [] : secretsOfUrl(databaseUrl)),
  front.metricsToken,
  provider?.clientSecret ?? null,
];

/** Logs never hold a secret of an account, nor the token. */
function openLog({ logTo }: StartOptions, secrets: () => (string | null)[]): Log {
  const redact = createRedactor(() => secrets().filter((secret) => secret !== null));
  return createLog({ redact, ...(logTo ? { write: logTo } : {}) });
}

/** Undoes in the opposite order, whatever fails. */
async function unwind(undo: Undo): Promise<void> {
  for (const step of undo.splice(0).reverse()) await Promise.resolve(step()).catch(() => {});
}

function openDemo({ config, simulator }: StartOptions, log: Log, transport: HttpTransport): Promise<Demo> {
  const data = config.data === null ? null : innerFolder(config.data, 'simulator');
  const onMoved = (oldOrigin: string): void => void transport.forget(oldOrigin);
  return startDemo({ entry: simulator, port: config.simulatorPort, data, log, onMoved });
}

/** Sessions end when the token, an endpoint or an account is another one than they were opened for. */
async function openSessions(
  { data, token, endpoints, provider, life }: Config,
  store: Store,
  accounts: readonly Account[],
  log: Log,
): Promise<Sessions> {
  // Whoever came in by the link must not stay in when people have roles, nor the other way round.
  const byProvider = provider === null ? [] : [provider.issuer, provider.clientId];
  const binding = JSON.stringify([token, endpoints, accounts.map((account) => account.binding()), ...byProvider]);
  const onDamaged = (file: string): void =>
    log.warn('sessions-lost', { why: `${file} is damaged: whoever was signed in must sign in again.` });
  const kept = await openSessionStore({ store, data, binding, onDamaged });
  return Sessions.over(kept, { life, onError: (error) => log.defect('sessions-not-kept', error) });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(new ConfigError(`Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=${port + 1}`));
      } else if (error.code === 'EADDRNOTAVAIL') {
        reject(new ConfigError(`HOST is ${host}, which is no address of this machine.`));
      } else if (error.code === 'EACCES')
        reject(new ConfigError(`Port ${port} may not be used by this user. Choose one above 1023: PORT=4400`));
      else reject(error);
    });
    server.listen(port, host, () => resolve());
  });
}
