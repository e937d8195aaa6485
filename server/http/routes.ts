/** Every route but the calls: sign-in, facts about the console, health, and the console's files. */
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { type Access, fullAccess } from '../../catalogue/access.ts';
import { type Service, services } from '../../catalogue/services.ts';
import { isRecord } from '../../catalogue/validate.ts';
import type { Account } from '../accounts/account.ts';
import { accountFor, defaultAccount, dialectOf, type Registry } from '../accounts/registry.ts';
import type { SourceProblem } from '../accounts/source.ts';
import { accessTo, highestRole, isAdmin } from '../auth/grants.ts';
import type { People } from '../auth/people.ts';
import { seenBy } from '../auth/permission.ts';
import { holderOfLink, type Person } from '../auth/person.ts';
import { ownError } from '../errors.ts';
import type { History } from '../history/history.ts';
import type { Log } from '../log.ts';
import type { Sessions } from '../session.ts';
import type { SignIn } from '../sign-in.ts';
import type { ServeStatic } from '../static.ts';
import type { Store } from '../store/store.ts';
import type { Authenticator } from './auth.ts';
import { maxSignInBytes } from './body.ts';
import { refuseUnauthenticated, withJson } from './calls.ts';
import { type Cookies, isBrowser } from './cookies.ts';
import { addHistoryRoutes } from './history.ts';
import { addPeopleRoutes } from './people.ts';
import type { createProbes } from './probes.ts';
import { sendEmpty, sendJson } from './respond.ts';

interface RouteOptions {
  readonly authenticate: Authenticator;
  readonly cookies: Cookies;
  readonly clientOf: (request: Request) => string;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  /** Null where the sign-in link is the only way in. */
  readonly people: People | null;
  readonly url: () => string;
  readonly registry: Registry;
  readonly sourceProblems: readonly SourceProblem[];
  readonly defaultRegion: string;
  readonly version: string;
  readonly probes: ReturnType<typeof createProbes>;
  readonly serveStatic: ServeStatic;
  readonly log: Log;
  readonly store: Store;
  readonly history: History;
  /** The last session has ended: with a one-time token nobody could sign in again. */
  readonly onEmpty: () => void;
}

export function createRoutes(options: RouteOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.enable('strict routing');
  app.enable('case sensitive routing');
  for (const [path, probe] of Object.entries(options.probes)) app.get(path, probe);
  app.post('/api/session', (request, response) => signInto(options, request, response));
  app.get('/api/session', async (request, response) => {
    const asker = await options.authenticate(request);
    if (!asker.ok) return refuseUnauthenticated(response, asker);
    return sendJson(response, 200, '{"signedIn":true}');
  });
  app.delete('/api/session', (request, response) => signOut(options, request, response));
  app.get('/api/console', async (request, response) => {
    const asker = await options.authenticate(request);
    if (!asker.ok) return refuseUnauthenticated(response, asker);
    return sendJson(response, 200, JSON.stringify(consoleFacts(options, asker.person)));
  });
  addHistoryRoutes(app, options);
  addPeopleRoutes(app, options);
  app.all('/api/session', refuseMethod('GET, HEAD, POST, DELETE'));
  app.all('/api/console', refuseMethod('GET, HEAD'));
  app.all('/api/sessions', refuseMethod('GET, HEAD'));
  app.use('/api', (_request, response) => sendJson(response, 404, ownError('NotFound', 'There is nothing here.')));
  app.use(async (request, response) => {
    const facts = async () => {
      const asker = await options.authenticate(request);
      return asker.ok ? JSON.stringify(consoleFacts(options, asker.person)) : null;
    };
    const found = await options.serveStatic(request, response, request.path, facts);
    if (found === 'absent') sendJson(response, 404, ownError('NotFound', 'There is nothing here.'));
  });
  const failed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    options.log.defect('request-failed', error);
    sendJson(response, 500, ownError('InternalError', 'Something went wrong in Weft itself. Its log knows more.'));
  };
  app.use(failed);
  return app;
}

const refuseMethod = (allow: string) => (_request: Request, response: Response) =>
  sendJson(response, 405, ownError('MethodNotAllowed', 'This method is not used here.'), ['Allow', allow]);

function signInto(options: RouteOptions, request: Request, response: Response) {
  const { sessions, signIn, people, cookies, clientOf, log, history } = options;
  const take = async (body: unknown) => {
    // A link that lets anybody do everything has no place beside people with roles.
    if (people !== null) return sendJson(response, 401, ownError('TokenRefused', 'People sign in by the provider here, not by a link.'));
    const token = isRecord(body) ? body.token : undefined;
    if (typeof token !== 'string' || token.length > 512) {
      return sendJson(response, 400, ownError('BadRequest', 'The body must be {"token": "…"}.'));
    }
    const check = signIn.use(token, clientOf(request));
    if (check.ok) {
      const { id, gaveWay } = await sessions.open(!isBrowser(request));
      log.info('signed-in');
      history.event('signed-in', { person: holderOfLink });
      if (gaveWay) log.warn('session-replaced', { why: 'The session that was used longest ago was ended to make room.' });
      return sendEmpty(response, 204, ['Set-Cookie', cookies.set(request, id, sessions.lifeMs / 1000)]);
    }
    // Whoever guesses must not fill the log too: what comes too early is answered, not written down.
    if (check.why === 'wait') return refuseUnauthenticated(response, { ok: false, status: 429, ms: check.ms });
    log.warn('sign-in-refused', { why: check.why });
    history.event('sign-in-refused', { code: 'TokenRefused' });
    return sendJson(response, 401, ownError('TokenRefused', 'This sign-in link is wrong or has been used. A new start prints a new one.'));
  };
  const failed = (error: unknown): void => {
    log.defect('request-failed', error);
    sendJson(response, 500, ownError('InternalError', 'Something went wrong in Weft itself. Its log knows more.'));
  };
  withJson(request, response, (body) => void take(body).catch(failed), maxSignInBytes);
}

async function signOut(options: RouteOptions, request: Request, response: Response) {
  const { authenticate, cookies, sessions, people, url, log, history, onEmpty } = options;
  const asker = await authenticate(request);
  const record = asker.ok ? sessions.get(asker.session) : undefined;
  const cleared = ['Set-Cookie', cookies.clear(request), 'Clear-Site-Data', '"cache"'];
  if (asker.ok) {
    await sessions.close(asker.session);
    log.info('signed-out');
    history.event('signed-out', { person: asker.person });
    if (people === null && sessions.size === 0) onEmpty();
  }
  const next = people && record ? await people.endSessionUrl(record, `${url()}/sign-in`) : null;
  if (next !== null) return sendJson(response, 200, JSON.stringify({ next }), cleared);
  // Not "cookies": those of localhost belong to every program that listens on it, whatever its port. Not "storage": it
  // holds nothing secret, and the language a person chose need not be chosen again.
  return sendEmpty(response, 204, cleared);
}

/** What the console must know of this server: no key is in it, of endpoints only where they are; of accounts only the asker's. */
function consoleFacts({ registry: all, sourceProblems, defaultRegion, version }: RouteOptions, person: Person) {
  const registry = seenBy(all, person);
  const names = Object.keys(services) as Service[];
  const reachable = names.filter((service) => accountFor(registry, service, undefined) !== undefined);
  return {
    mode: registry.mode,
    endpoints: Object.fromEntries(reachable.map((service) => [service, registry.originOf(service, defaultRegion)])),
    accounts: registry.accounts().map((account) => ({
      ...account.toJSON(),
      dialect: dialectOf(registry, account),
      ...limitsOf(registry, account, person),
    })),
    defaultAccount: defaultAccount(registry)?.id ?? null,
    defaultRegion,
    // Whoever sees a part of the accounts is not told where keys of others lie.
    sourceProblems: isAdmin(person.grants) ? sourceProblems : [],
    ...(person === holderOfLink ? {} : { person: { name: person.name, email: person.email, role: highestRole(person.grants) } }),
    version,
  };
}

/** What the person may not do in the account; nothing is said where there is nothing. */
function limitsOf(registry: Registry, account: Account, { grants }: Person): { readonly access?: Access; readonly readOnly?: true } {
  const access = accessTo(grants, account);
  return {
    ...(access === null || access === fullAccess ? {} : { access }),
    ...(registry.readOnly?.(account) ? { readOnly: true } : {}),
  };
}
