/** The session's cookie: how it is named, found and written. */
import type { IncomingMessage } from 'node:http';

/** For browsers on a trustworthy origin: they bind it to this very host and to secure contexts. */
const browserCookie = '__Host-weft';
/** For clients that are no browsers: over plain http they would throw a Secure cookie away. */
const plainCookie = 'weft';

/** A browser on localhost or https says where a request comes from; scripts do not. */
export const isBrowser = (request: IncomingMessage): boolean => request.headers['sec-fetch-site'] !== undefined;

const cookieName = (request: IncomingMessage): string => (isBrowser(request) ? browserCookie : plainCookie);

/** The session id that the request carries, or null. A cookie given twice counts as none. */
export function sessionIdOf(request: IncomingMessage): string | null {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  const start = `${cookieName(request)}=`;
  const found = cookie.split('; ').filter((pair) => pair.startsWith(start));
  return found.length === 1 ? (found[0] as string).slice(start.length) : null;
}

const attributes = (request: IncomingMessage): string => `Path=/; HttpOnly; SameSite=Strict${isBrowser(request) ? '; Secure' : ''}`;

export const setCookie = (request: IncomingMessage, id: string, seconds: number): string =>
  `${cookieName(request)}=${id}; Max-Age=${seconds}; ${attributes(request)}`;

export const clearCookie = (request: IncomingMessage): string => `${cookieName(request)}=; Max-Age=0; ${attributes(request)}`;
