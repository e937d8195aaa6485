/** What was done: `GET /api/history` for the newest, `POST /api/history` to search, `GET /api/history/:id` for one entry. */
import type { Express, Request, Response } from 'express';
import { isRecord } from '../../catalogue/validate.ts';
import type { Registry } from '../accounts/registry.ts';
import { accessTo, isAdmin } from '../auth/grants.ts';
import { seenBy } from '../auth/permission.ts';
import type { Person } from '../auth/person.ts';
import { ownError } from '../errors.ts';
import { type HistoryFilters, readEntry, type Sight, searchHistory } from '../history/search.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Authenticator } from './auth.ts';
import { refuseUnauthenticated, withJson } from './calls.ts';
import { sendJson } from './respond.ts';

interface HistoryRouteOptions {
  readonly authenticate: Authenticator;
  readonly registry: Registry;
  readonly store: Store;
  readonly log: Log;
}

const usualLimit = 50;
const mostEntries = 200;
const longestText = 200;

const texts = ['account', 'region', 'family', 'resource', 'person', 'action', 'outcome', 'requestId', 'text'] as const;
const times = ['from', 'to'] as const;

interface Query {
  readonly filters: HistoryFilters;
  readonly before?: number;
  readonly limit: number;
}

/** What is asked for, or what is wrong with it. */
function readQuery(body: unknown): Query | string {
  if (!isRecord(body)) return 'The body must be a JSON object.';
  const known: readonly string[] = [...texts, ...times, 'own', 'before', 'limit'];
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) return `The history is not searched by "${unknown.slice(0, 40)}". It is by ${known.join(', ')}.`;
  const wrongText = texts.find((name) => body[name] !== undefined && (typeof body[name] !== 'string' || body[name].length > longestText));
  if (wrongText !== undefined) return `${wrongText} must be text of ${longestText} characters at most.`;
  const isNumber = (value: unknown): boolean => value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);
  const wrongNumber = [...times, 'before', 'limit'].find((name) => !isNumber(body[name]));
  if (wrongNumber !== undefined) return `${wrongNumber} must be a whole number.`;
  if (body.own !== undefined && typeof body.own !== 'boolean') return 'own must be true or false.';
  const { before, limit = usualLimit, ...filters } = body;
  const given = Object.entries(filters).filter(([, value]) => value !== '' && value !== undefined);
  return {
    filters: Object.fromEntries(given.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\0', '') : value])),
    ...(before === undefined ? {} : { before: Number(before) }),
    limit: Math.min(mostEntries, Math.max(1, Number(limit))),
  };
}

/** Entries of accounts that a person sees, as far as they may read there; who came in is an admin's to know. */
function sightOf(registry: Registry, person: Person): Sight {
  if (isAdmin(person.grants)) return 'all';
  return seenBy(registry, person)
    .accounts()
    .map((account) => ({ account: account.id, read: accessTo(person.grants, account)?.read ?? [] }));
}

export function addHistoryRoutes(app: Express, { authenticate, registry, store, log }: HistoryRouteOptions): void {
  const unreadable = (response: Response, error: unknown): void => {
    log.defect('history-not-read', error);
    sendJson(response, 503, ownError('HistoryUnavailable', 'The history cannot be read now. The server’s log says why.', true));
  };
  const answer = async (response: Response, person: Person, body: unknown): Promise<void> => {
    const query = readQuery(body);
    if (typeof query === 'string') return sendJson(response, 400, ownError('BadRequest', query));
    try {
      const page = await searchHistory(store, { ...query, sight: sightOf(registry, person) });
      return sendJson(response, 200, JSON.stringify(page));
    } catch (error) {
      return unreadable(response, error);
    }
  };
  app.get('/api/history', async (request: Request, response) => {
    const asker = await authenticate(request);
    return asker.ok ? answer(response, asker.person, {}) : refuseUnauthenticated(response, asker);
  });
  app.post('/api/history', async (request: Request, response) => {
    const asker = await authenticate(request);
    if (!asker.ok) return refuseUnauthenticated(response, asker);
    return withJson(request, response, (body) => void answer(response, asker.person, body));
  });
  app.get('/api/history/:id', async (request, response) => {
    const asker = await authenticate(request);
    if (!asker.ok) return refuseUnauthenticated(response, asker);
    const { id } = request.params;
    try {
      const entry = /^[0-9a-f]{24}$/.test(id) ? await readEntry(store, id, sightOf(registry, asker.person)) : null;
      if (entry !== null) return sendJson(response, 200, JSON.stringify(entry));
      return sendJson(response, 404, ownError('NotFound', 'The history has no such entry.'));
    } catch (error) {
      return unreadable(response, error);
    }
  });
}
