/** The session's cookie: how it is named, found and written. */
import type { IncomingMessage } from 'node:http';

/** A browser on localhost or https says where a request comes from; scripts do not. */
export const isBrowser = (request: IncomingMessage): boolean => request.headers['sec-fetch-site'] !== undefined;

export interface Cookies {
  /** The session id that the request carries, or null. A cookie given twice counts as none. */
  readonly sessionIdOf: (request: IncomingMessage) => string | null;
  /** The header that hands a session to whoever asks. */
  readonly set: (request: IncomingMessage, id: string, seconds: number) => string;
  readonly clear: (request: IncomingMessage) => string;
  /** What a browser keeps while it is at the provider. */
  readonly pendingOf: (request: IncomingMessage) => string | null;
  readonly setPending: (request: IncomingMessage, kept: string, seconds: number) => string;
  readonly clearPending: (request: IncomingMessage) => string;
}

/** The value of the one cookie of that name, or null. */
function cookieNamed({ headers: { cookie } }: IncomingMessage, name: string): string | null {
  if (cookie === undefined) return null;
  const start = `${name}=`;
  const found = cookie.split('; ').filter((pair) => pair.startsWith(start));
  return found.length === 1 ? (found[0] as string).slice(start.length) : null;
}

/**
 * Browsers on a trustworthy origin bind `__Host-` cookies to this very host; a client that is none would throw a Secure cookie
 * away over plain http. Under a base path the cookie is sent there only, so that no neighbour on the same host is sent it:
 * browsers take `__Host-` for the root alone (docs/decisions/0091-a-base-path.md).
 */
export function createCookies(basePath: string): Cookies {
  const browserCookie = basePath === '' ? '__Host-weft' : '__Secure-weft';
  const cookieName = (request: IncomingMessage): string => (isBrowser(request) ? browserCookie : 'weft');
  const pendingName = (request: IncomingMessage): string => `${cookieName(request)}-pending`;
  const secure = (request: IncomingMessage): string => (isBrowser(request) ? '; Secure' : '');
  const attributes = (request: IncomingMessage): string => `Path=${basePath || '/'}; HttpOnly; SameSite=Strict${secure(request)}`;
  // It comes back from another site, which a strict cookie would not survive.
  const pending = (request: IncomingMessage): string => `Path=${basePath || '/'}; HttpOnly; SameSite=Lax${secure(request)}`;
  return {
    sessionIdOf: (request) => cookieNamed(request, cookieName(request)),
    pendingOf: (request) => cookieNamed(request, pendingName(request)),
    setPending: (request, kept, seconds) => `${pendingName(request)}=${kept}; Max-Age=${seconds}; ${pending(request)}`,
    clearPending: (request) => `${pendingName(request)}=; Max-Age=0; ${pending(request)}`,
    set: (request, id, seconds) => `${cookieName(request)}=${id}; Max-Age=${seconds}; ${attributes(request)}`,
    clear: (request) => `${cookieName(request)}=; Max-Age=0; ${attributes(request)}`,
  };
}
