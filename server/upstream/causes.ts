/** Why there is no answer, told apart by the codes of the system, of TLS and of undici. */

/** What stood in the way of a connection, or broke it. */
export type FailureCause =
  /** The name of the endpoint has no address, or nobody could be asked for it. */
  | 'name'
  /** A machine answered that nothing listens there. */
  | 'refused'
  /** No way to that network or machine. */
  | 'no-route'
  /** The certificate is not vouched for, is for another name or out of time; or the other side speaks no TLS. */
  | 'tls'
  /** The proxy refused to pass the connection on, or answered nonsense. */
  | 'proxy'
  /** Nobody answered the attempt to connect. */
  | 'connect-timeout'
  /** The other side ended the connection. */
  | 'reset'
  /** The answer was not whole when its time was up. */
  | 'answer-timeout';

export interface TransportFailure {
  readonly why: 'unreachable' | 'lost' | 'timeout' | 'too-large' | 'unreadable';
  readonly cause: FailureCause | null;
  /** For the log. */
  readonly code: string;
}

const causes: readonly (readonly [RegExp, FailureCause])[] = [
  [/^(?:ENOTFOUND|EAI_)/, 'name'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'no-route'],
  [/^(?:CERT_|UNABLE_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO|CRL_|INVALID_CA|PATH_LENGTH|HOSTNAME_MISMATCH)/, 'tls'],
  [/^WEFT_PROXY/, 'proxy'],
  [/^(?:UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'connect-timeout'],
  [/^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, 'reset'],
];

/** What came is no HTTP, or its headers have no end. */
const noHttp = /^(?:HPE_|UND_ERR_HEADERS_OVERFLOW$|ERR_ASSERTION$|HTTPParserError$)/;

/** The error's code; a parser's error has none but its name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** `sent`: whether anything of the request may have left. */
export function failureOf(error: unknown, sent: boolean): TransportFailure {
  const code = codeOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return { why: 'too-large', cause: null, code };
  if (noHttp.test(code)) return { why: 'unreadable', cause: null, code };
  const cause = causes.find(([pattern]) => pattern.test(code))?.[1] ?? null;
  return { why: sent ? 'lost' : 'unreachable', cause: sent && cause === null ? 'reset' : cause, code };
}
