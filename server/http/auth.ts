/** Who asks: by the session's cookie, or, for scripts, by the fixed token as a bearer. */
import type { IncomingMessage } from 'node:http';
import type { Sessions } from '../session.ts';
import type { SignIn } from '../sign-in.ts';
import { isBrowser, sessionIdOf } from './cookies.ts';

export type Asker =
  | { readonly ok: true; readonly session: string }
  | { readonly ok: false; readonly status: 401 }
  | { readonly ok: false; readonly status: 429; readonly ms: number };

/** Name of the one session that all bearers share. */
export const bearerSession = 'bearer';

const nobody: Asker = { ok: false, status: 401 };

export type Authenticate = (request: IncomingMessage) => Asker;

/** Whether an asker who was let in before is still signed in. */
export const isStillIn = (sessions: Sessions, session: string): boolean => session === bearerSession || sessions.isOpen(session);

/** A browser is never let in by a header that a page could set: its Authorization is not even read. */
export function createAuthenticate(sessions: Sessions, signIn: SignIn): Authenticate {
  return (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined && !isBrowser(request)) return byBearer(signIn, authorization);
    const session = sessions.find(sessionIdOf(request));
    return session === null ? nobody : { ok: true, session };
  };
}

function byBearer(signIn: SignIn, authorization: string): Asker {
  // A token that was printed once is for one sign-in, not for every call of a script.
  if (!signIn.fixed || !authorization.startsWith('Bearer ')) return nobody;
  const check = signIn.check(authorization.slice('Bearer '.length));
  if (check.ok) return { ok: true, session: bearerSession };
  return check.why === 'wait' ? { ok: false, status: 429, ms: check.ms } : nobody;
}
