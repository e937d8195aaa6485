/**
 * Who may speak to this server at all, judged on the raw request before any route sees it. What a browser sends to a
 * server on localhost, and what only a hostile page makes it send, is in docs/security.md.
 */
import type { IncomingMessage } from 'node:http';
import type { OwnCode } from './errors.ts';

export interface RequestRefusal {
  readonly status: 400 | 403 | 405 | 415 | 421;
  readonly code: OwnCode;
  readonly message: string;
  /** The methods that would do, where it is the method that does not. */
  readonly allow?: string;
  /** What the history calls it, where it tells of it. */
  readonly event?: 'host-refused' | 'origin-refused';
}

export interface GuardOptions {
  /** Exact values of the Host header. */
  readonly hosts: ReadonlySet<string>;
  /** Exact values of the Origin header. */
  readonly origins: ReadonlySet<string>;
}

export type Guard = (request: IncomingMessage) => RequestRefusal | null;

const objection = (status: RequestRefusal['status'], code: OwnCode, message: string): RequestRefusal => ({ status, code, message });

const notHere: RequestRefusal = { ...objection(403, 'Forbidden', 'This server does not answer to that Host.'), event: 'host-refused' };
const foreign: RequestRefusal = { ...objection(403, 'Forbidden', 'Requests from other origins are refused.'), event: 'origin-refused' };
const crossSite: RequestRefusal = {
  ...objection(403, 'Forbidden', 'Requests that another site starts are refused.'),
  event: 'origin-refused',
};
const badPath = objection(400, 'BadRequest', 'The path is not in its canonical form.');
const noQuery = objection(400, 'BadRequest', 'The API takes no query string.');
const twice = objection(400, 'BadRequest', 'A header that decides is given twice.');
const tooMany = objection(400, 'BadRequest', 'There are more headers than any browser sends.');
const noHeader = objection(403, 'Forbidden', 'The header X-Weft: 1 is missing.');
const noMethod: RequestRefusal = {
  ...objection(405, 'MethodNotAllowed', 'This method is not used here.'),
  allow: 'GET, HEAD, POST, DELETE',
};
const onlyRead: RequestRefusal = { ...noMethod, allow: 'GET, HEAD' };
const noType = objection(415, 'UnsupportedMediaType', 'The body must be application/json.');

/** Hosts and origins by which a server on this port may be addressed: loopback, the address it listens on if that is one, and given names. */
export function addresses(port: number, names: readonly string[], own?: string): GuardOptions {
  const hosts = new Set<string>();
  const origins = new Set<string>();
  for (const name of ['127.0.0.1', 'localhost', '[::1]', ...(own === undefined ? [] : [own])]) {
    const host = port === 80 ? name : `${name}:${port}`;
    hosts.add(host);
    origins.add(`http://${host}`);
  }
  for (const name of names) {
    // Browsers leave the default port out; TLS stands in front of every name that is not loopback.
    const host = name.replace(/:443$/, '');
    hosts.add(host);
    origins.add(`https://${host}`);
    if (!/:\d+$/.test(host)) hosts.add(`${host}:443`);
  }
  return { hosts, origins };
}

/** Makes the guard. It answers null where it has no objection. */
export function createGuard({ hosts, origins }: GuardOptions): Guard {
  return (request) => {
    const { method = '', url = '' } = request;
    if (method !== 'GET' && method !== 'POST' && method !== 'HEAD' && method !== 'DELETE') return noMethod;
    if (request.rawHeaders.length >= 2 * mostHeaders) return tooMany;
    const { host, doubled } = decidingHeaders(request.rawHeaders);
    if (host === null || !hosts.has(host)) return notHere;
    if (doubled) return twice;
    const { origin } = request.headers;
    if (origin !== undefined && !origins.has(origin)) return foreign;
    if (!isCanonical(url)) return badPath;
    return url.startsWith('/api/') || url === '/api' ? judgeApi(request, method, url) : judgePage(request, method);
  };
}

/** The parser drops what comes beyond these without a word: whether a header stands there twice could not be told. */
export const mostHeaders = 100;

/** Headers that decide who asks, from where, or how a body is read. Of two, each reader might take another. */
const deciding: ReadonlyMap<string, number> = new Map(
  [
    'authorization',
    'content-encoding',
    'content-length',
    'content-type',
    'cookie',
    'expect',
    'origin',
    'proxy-authorization',
    'sec-fetch-dest',
    'sec-fetch-mode',
    'sec-fetch-site',
    'transfer-encoding',
    'upgrade',
    'x-weft',
  ].map((name, at): [string, number] => [name, 1 << at]),
);

/** The value of the one Host header, null when there is none or more than one; and whether another header that decides is there twice. */
function decidingHeaders(rawHeaders: readonly string[]): { readonly host: string | null; readonly doubled: boolean } {
  let seen = 0;
  let host: string | null = null;
  let hosts = 0;
  let doubled = false;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] as string).toLowerCase();
    if (name === 'host') {
      hosts += 1;
      host = rawHeaders[at + 1] as string;
    } else {
      const bit = deciding.get(name) ?? 0;
      if ((seen & bit) !== 0) doubled = true;
      seen |= bit;
    }
  }
  return { host: hosts === 1 ? host : null, doubled };
}

function judgeApi(request: IncomingMessage, method: string, url: string): RequestRefusal | null {
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return crossSite;
  if (url.includes('?')) return noQuery;
  // Signing in needs none: it carries the token itself, and its content type is one that no foreign page can send unasked.
  const signsIn = method === 'POST' && url === '/api/session';
  if (headers['x-weft'] !== '1' && !signsIn) return noHeader;
  if (method === 'POST' && !isJson(headers['content-type'])) return noType;
  return null;
}

/** Pages and files may be visited from a link anywhere, but not be embedded or fetched by other sites. */
function judgePage(request: IncomingMessage, method: string): RequestRefusal | null {
  if (method === 'POST' || method === 'DELETE') return onlyRead;
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const embedded = site === 'cross-site' || site === 'same-site';
  return embedded && (headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document') ? crossSite : null;
}

const isJson = (type: string | undefined): boolean => type !== undefined && /^application\/json(?: *; *charset=utf-8)?$/i.test(type);

const longestUrl = 4_096;

/**
 * One spelling for each path, so that what was judged is what is routed: only the characters that RFC 3986 gives a path, no
 * empty or dotted segment, no escape of a slash, dot, percent sign, backslash or control character, no absolute form.
 */
export function isCanonical(url: string): boolean {
  if (url.length > longestUrl) return false;
  const question = url.indexOf('?');
  const path = question < 0 ? url : url.slice(0, question);
  if (!/^\/[\w\-.~!$&'()*+,;=:@/%]*$/.test(path) || path.includes('//')) return false;
  if (question >= 0 && !/^[\x21-\x7e]*$/.test(url.slice(question))) return false;
  if (/\/\.{1,2}(?:\/|$)/.test(path)) return false;
  return !path.includes('%') || isPlainlyEscaped(path);
}

function isPlainlyEscaped(path: string): boolean {
  if (/%(?:2[ef5]|5c|[01][0-9a-f]|7f)/i.test(path)) return false;
  try {
    return decodeURIComponent(path).length > 0;
  } catch {
    return false;
  }
}
