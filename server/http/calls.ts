/** `POST /api/call/:service/:action`, in front of Express (docs/decisions/0003-express-and-the-hot-path.md). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HandleCall } from '../call.ts';
import type { CallAnswer } from '../call-answer.ts';
import { ownError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import type { Authenticator, AuthResult } from './auth.ts';
import { maxBodyBytes, readBody } from './body.ts';
import { sendJson } from './respond.ts';
import { parseStrictJson } from './strict-json.ts';

export const callPrefix = '/api/call/';

interface CallRouteOptions {
  readonly authenticate: Authenticator;
  readonly handleCall: HandleCall;
  readonly isStillIn: (session: string) => Promise<boolean>;
  readonly log: Log;
  readonly metrics: Metrics;
}

const replacedWords = 'This session was ended: the server keeps 64, and newer ones have taken its place. Sign in again.';

/** Answers a request that is not signed in, or that tries too often. */
export function refuseUnauthenticated(response: ServerResponse, asker: Extract<AuthResult, { ok: false }>) {
  if (asker.status === 401) {
    const [code, why] = asker.replaced ? (['SessionReplaced', replacedWords] as const) : (['NotSignedIn', 'Sign in first.'] as const);
    return sendJson(response, 401, ownError(code, why));
  }
  const seconds = Math.ceil(asker.ms / 1000);
  return sendJson(response, 429, ownError('TooManyTries', 'Too many wrong tokens. Wait a little.', true), ['Retry-After', String(seconds)]);
}

const closing = ['Connection', 'close'] as const;

/** Reads the body as strict JSON of at most so many bytes and hands it on; answers itself when it cannot be taken. */
export function withJson(request: IncomingMessage, response: ServerResponse, next: (value: unknown) => void, most = maxBodyBytes) {
  readBody(request, most, (reading) => {
    if (!reading.ok) {
      if (reading.why === 'too-large') {
        return sendJson(response, 413, ownError('BodyTooLarge', `The body is larger than ${most / 1024} kB.`), closing);
      }
      return sendJson(response, 400, ownError('BadRequest', 'The body could not be read as UTF-8 text.'), closing);
    }
    const json = parseStrictJson(reading.text);
    return json.ok ? next(json.value) : sendJson(response, 400, ownError('BadRequest', json.why));
  });
}

/** Calls are numbered from a start that differs between processes. */
const numbering = { start: Date.now().toString(36), next: 1 };

export function createCallRoute({ authenticate, handleCall, isStillIn, log, metrics }: CallRouteOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST')
      return sendJson(response, 405, ownError('MethodNotAllowed', 'Calls are made by POST.'), ['Allow', 'POST']);
    const asker = await authenticate(request);
    if (!asker.ok) return refuseUnauthenticated(response, asker);
    const [service = '', action = '', ...more] = (request.url ?? '').slice(callPrefix.length).split('/');
    if (more.length > 0) return sendJson(response, 404, ownError('NotFound', 'There is nothing here.'));
    const began = performance.now();
    const call = `${numbering.start}-${numbering.next}`;
    numbering.next += 1;
    const leaving = new Cancellation();
    response.once('close', () => {
      if (!response.writableFinished) leaving.cancel();
    });
    const answer = async ({ status, body, ...facts }: CallAnswer): Promise<void> => {
      // Who signed out while the call was under way is not shown what it brought.
      if (await isStillIn(asker.session)) sendJson(response, status, body, ['X-Weft-Call', call]);
      else refuseUnauthenticated(response, { ok: false, status: 401 });
      const ms = performance.now() - began;
      log.call({ call, service, action, status, ...facts, ms: Math.round(ms * 100) / 100 });
      metrics.call({ service, action, status, code: facts.code, seconds: ms / 1_000 });
    };
    return withJson(request, response, (body) => {
      handleCall({ service, action, body, session: asker.session, person: asker.person, leaving })
        .then(answer)
        .catch((error: unknown) => {
          log.defect('call-failed', error);
          metrics.call({ service, action, status: 500, code: 'InternalError', seconds: (performance.now() - began) / 1_000 });
          sendJson(response, 500, ownError('InternalError', `Something went wrong in Weft itself. Its log knows the call as ${call}.`));
        });
    });
  };
}
