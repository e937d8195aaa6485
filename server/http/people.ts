/** Routes of people: to the provider and back, which ways of signing in there are, and the list of sessions. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';
import { entryId, mayEnd, type People, type SessionEntry } from '../auth/people.ts';
import { holderOfLink, type Person } from '../auth/person.ts';
import { ProviderError } from '../auth/provider.ts';
import { ownError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { SessionRecord, Sessions } from '../session.ts';
import type { Authenticator } from './auth.ts';
import { refuseUnauthenticated } from './calls.ts';
import type { Cookies } from './cookies.ts';
import { sendEmpty, sendJson } from './respond.ts';

interface PeopleRouteOptions {
  readonly authenticate: Authenticator;
  readonly cookies: Cookies;
  readonly sessions: Sessions;
  readonly people: People | null;
  readonly url: () => string;
  readonly log: Log;
}

const beginPath = '/sign-in/provider';
const backPath = '/sign-in/back';

export function addPeopleRoutes(app: Express, options: PeopleRouteOptions): void {
  const { authenticate, sessions, people } = options;
  // Whoever is not signed in may know how it is done, and nothing else.
  app.get('/api/sign-in', (_request, response) => sendJson(response, 200, JSON.stringify({ provider: people?.label ?? null })));
  if (people !== null) {
    app.get(beginPath, (request, response) => begin(options, people, request, response));
    app.get(backPath, (request, response) => finish(options, people, request, response));
  }
  app.get('/api/sessions', async (request, response) => {
    const asker = await authenticate(request);
    if (!asker.ok) return refuseUnauthenticated(response, asker);
    const found = await entriesFor(options, asker.person, asker.session);
    return sendJson(response, 200, JSON.stringify({ sessions: found.map(({ entry }) => entry) }));
  });
  app.delete('/api/sessions/:id', async (request, response) => {
    const asker = await authenticate(request);
    if (!asker.ok) return refuseUnauthenticated(response, asker);
    const found = (await entriesFor(options, asker.person, asker.session)).find(({ entry }) => entry.id === request.params.id);
    // One that is not theirs to end is not told from one that is none.
    if (!found) return sendJson(response, 404, ownError('NotFound', 'There is no such session.'));
    await sessions.close(found.hash);
    options.log.info('session-ended', { why: 'It was ended in the list of sessions.' });
    return sendEmpty(response, 204);
  });
}

/** The person's own sessions; everybody's for admins. */
async function entriesFor({ sessions, people }: PeopleRouteOptions, asker: Person, current: string) {
  const ownerOf = (record: SessionRecord): Person => (record.person && people ? people.describe(record.person) : holderOfLink);
  return (await sessions.list())
    .filter((record) => mayEnd(asker, ownerOf(record)))
    .sort((one, other) => other.seen - one.seen || other.created - one.created)
    .map(({ hash, created, seen, script = false, ...record }) => {
      const { name, email } = ownerOf({ hash, created, seen, ...record });
      const entry: SessionEntry = { id: entryId(hash), person: { name, email }, created, seen, script, current: hash === current };
      return { hash, entry };
    });
}

const redirect = (response: ServerResponse, path: string, cookies: readonly string[]): void =>
  sendEmpty(response, 303, ['Location', path, ...cookies.flatMap((cookie) => ['Set-Cookie', cookie])]);

const queryOf = (request: IncomingMessage): URLSearchParams => new URL(request.url ?? '/', 'http://weft').searchParams;

/** The page to come back to: a path of the console, never another site's. */
function pathIn(text: string | null): string {
  if (text === null || text.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\') || text.startsWith('/sign-in'))
    return '';
  return text;
}

/** `url` is the console's, which may stand under a path. */
const signInPage = (url: string, query: Readonly<Record<string, string>>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const { pathname } = new URL(`${url}/sign-in`);
  return given.length === 0 ? pathname : `${pathname}?${new URLSearchParams(given)}`;
};

async function begin(options: PeopleRouteOptions, people: People, request: IncomingMessage, response: ServerResponse) {
  const { cookies, log } = options;
  const url = options.url();
  const from = pathIn(queryOf(request).get('from'));
  // The provider sends the browser back to one name; the cookie must be of that name too.
  if (request.headers.host !== new URL(url).host) {
    return redirect(response, `${url}${beginPath}${from && `?from=${encodeURIComponent(from)}`}`, []);
  }
  try {
    const { url: there, kept, seconds } = await people.begin(`${url}${backPath}`, from);
    return redirect(response, there, [cookies.setPending(request, kept, seconds)]);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log.warn('provider', { why: error.failure });
    return redirect(response, signInPage(url, { trouble: error.failure, from }), []);
  }
}

async function finish(options: PeopleRouteOptions, people: People, request: IncomingMessage, response: ServerResponse) {
  const { cookies, sessions } = options;
  const url = options.url();
  const arrival = await people.finish(new URL(`${url}${backPath}?${queryOf(request)}`), cookies.pendingOf(request));
  const cleared = cookies.clearPending(request);
  const from = pathIn(arrival.from);
  if (!arrival.ok) return redirect(response, signInPage(url, { trouble: arrival.trouble, from }), [cleared]);
  // Not to the page itself: a chain of redirects that another site began carries no strict cookie. The sign-in page goes on from there.
  const cookie = cookies.set(request, arrival.session, sessions.lifeMs / 1_000);
  return redirect(response, signInPage(url, { done: '1', from }), [cookie, cleared]);
}
