/** The way to the cloud: one request to the proxy, which signs it and sends it on. */
import type { Dialect } from '../../catalogue/binding.ts';
import { currentPath, withBasePath } from '../lib/base-path.ts';
import type { Params } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { ApiError, type ErrorFacts } from './api-error.ts';
import { isGatewayStatus, noteAnswer, noteLoss } from './connection.ts';

export interface Answer<T> {
  readonly data: T;
  readonly requestId: string | null;
}

let onSignedOut = (): void => {
  location.assign(withBasePath(paths.signIn(currentPath())));
};

/** What to do when the session is gone. By default the browser goes to the sign-in page and remembers where it was. */
export function setSignedOutHandler(handler: () => void): void {
  onSignedOut = handler;
}

interface RequestFacts {
  readonly method?: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** It may change something, so that a lost answer leaves its outcome in doubt. */
  readonly writes?: boolean;
}

const lost = (message: string, writes: boolean, cause?: unknown): ApiError => {
  noteLoss();
  // The answer is lost, not necessarily the call: whoever wrote something has to look. Who only read knows nothing less than before.
  const facts = { code: 'ServerUnreachable', message, retryable: true, ...(writes ? { outcome: 'unknown' as const } : {}) };
  return new ApiError(facts, 0, { cause });
};

/** A request to the proxy itself. Every request carries the header that a foreign page cannot send. */
export async function request(path: string, init: RequestFacts = {}): Promise<Response> {
  try {
    const response = await fetch(withBasePath(path), {
      method: init.method ?? 'GET',
      headers: { 'X-Weft': '1', ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      credentials: 'same-origin',
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      ...(init.signal ? { signal: init.signal } : {}),
    });
    // A proxy that stands before it speaks for a server that is away; what the server says itself is JSON.
    const own = response.headers.get('content-type')?.includes('json') ?? false;
    if (isGatewayStatus(response.status) && !own) throw lost(response.statusText, init.writes ?? false);
    noteAnswer();
    return response;
  } catch (cause) {
    if (init.signal?.aborted || cause instanceof ApiError) throw cause;
    throw lost(String(cause), init.writes ?? false, cause);
  }
}

const isErrorBody = (body: unknown): body is { error: ErrorFacts } =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object' && body.error !== null;

/** Reads an answer of the proxy; throws ApiError for everything that is not a success. */
export async function readAnswer(response: Response): Promise<unknown> {
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return body;
  if (isErrorBody(body)) throw new ApiError(body.error, response.status);
  throw new ApiError({ code: `HTTP${response.status}`, message: response.statusText, retryable: response.status >= 500 }, response.status);
}

/** Told by its name, as the clouds name their actions (a test holds the catalogue to it): its data need not be here. */
export const readsOnly = (action: string): boolean => /^(?:Describe|Inquiry|Inquire|Query|Get|List|Check|Download)/.test(action);

/**
 * Calls an action by its own name. `dialect` is what a page takes the account to speak: the server refuses it an action that
 * the account does not have. The explorer leaves it out, and may call any.
 * @throws ApiError with the cloud's code, or the proxy's own one.
 */
export async function callAction(
  scope: Scope,
  name: string,
  params: Params,
  signal?: AbortSignal,
  dialect?: Dialect,
): Promise<Answer<Record<string, unknown>>> {
  const [service = '', action = ''] = name.split(':');
  const body = { account: scope.account, region: scope.region, params, dialect };
  const response = await request(`/api/call/${encodeURIComponent(service)}/${encodeURIComponent(action)}`, {
    method: 'POST',
    body,
    signal,
    writes: !readsOnly(action),
  });
  if (response.status === 401) onSignedOut();
  return (await readAnswer(response)) as Answer<Record<string, unknown>>;
}
