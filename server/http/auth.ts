/** Who asks: by the session's cookie, or, for scripts, by the fixed token as a bearer. */
import type { IncomingMessage } from 'node:http';
import type { People } from '../auth/people.ts';
import { holderOfLink, type Person } from '../auth/person.ts';
import type { Sessions } from '../session.ts';
import type { SignIn } from '../sign-in.ts';
import { type Cookies, isBrowser } from './cookies.ts';

export type AuthResult =
  | { readonly ok: true; readonly session: string; readonly person: Person }
  /** `replaced`: there was a session, which ended for want of room. */
  | { readonly ok: false; readonly status: 401; readonly replaced?: boolean }
  | { readonly ok: false; readonly status: 429; readonly ms: number };

/** Name of the one session that all bearers share. */
const bearerSession = 'bearer';

const nobody = { ok: false, status: 401 } as const;

interface AuthOptions {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly people: People | null;
  readonly cookies: Cookies;
  /** Whose guesses are counted together. */
  readonly clientOf: (request: IncomingMessage) => string;
}

export type Authenticator = (request: IncomingMessage) => Promise<AuthResult>;

/** Whether an asker who was let in before is still signed in. */
export const isStillIn = async (sessions: Sessions, session: string): Promise<boolean> =>
  session === bearerSession || (await sessions.isOpen(session));

/** A browser is never let in by a header that a page could set: its Authorization is not even read. */
export function createAuthenticate({ sessions, signIn, people, cookies, clientOf }: AuthOptions): Authenticator {
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined && !isBrowser(request)) return byBearer(signIn, authorization, clientOf(request));
    const id = cookies.sessionIdOf(request);
    const session = await sessions.find(id);
    const record = session === null ? undefined : sessions.get(session);
    if (session !== null && record) {
      const person = people === null ? holderOfLink : await people.personOf(record);
      return person === null ? nobody : { ok: true, session, person };
    }
    return sessions.wasReplaced(id) ? { ...nobody, replaced: true } : nobody;
  };
}

function byBearer(signIn: SignIn, authorization: string, client: string): AuthResult {
  const bearer = /^Bearer(?: +(.*))?$/i.exec(authorization);
  // A token that was printed once is for one sign-in, not for every call of a script.
  if (!signIn.fixed || bearer === null) return nobody;
  const check = signIn.check(bearer[1] ?? '', client);
  if (check.ok) return { ok: true, session: bearerSession, person: holderOfLink };
  return check.why === 'wait' ? { ok: false, status: 429, ms: check.ms } : nobody;
}
