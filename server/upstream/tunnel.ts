/** A connection through an HTTP proxy: CONNECT to the endpoint, then TLS with the endpoint itself inside. */
import { type RequestOptions, request } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Socket } from 'node:net';
import { buildConnector } from 'undici';

export interface ProxyAddress {
  /** Scheme, host and port of the proxy; its user and password are in `authorization`. */
  readonly origin: string;
  /** Value of Proxy-Authorization, or null. */
  readonly authorization: string | null;
}

interface TunnelOptions {
  readonly proxy: ProxyAddress;
  readonly connectMs: number;
  /** Certificates of the authorities that vouch for proxy and endpoint, as PEM; undefined takes Node's own. */
  readonly ca: readonly string[] | undefined;
}

/** What the proxy did instead of passing the connection on. */
class ProxyError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

type Connector = buildConnector.connector;

/** Opens connections for undici. Every failure comes before a byte of a request was sent. */
export function createTunnel({ proxy, connectMs, ca }: TunnelOptions): Connector {
  const tls = { timeout: connectMs, rejectUnauthorized: true, ...(ca ? { ca: [...ca] } : {}) };
  const inside = buildConnector(tls);
  return (options, callback) => {
    const port = options.port === '' ? '443' : options.port;
    openTunnel(proxy, `${options.hostname}:${port}`, tls).then(
      (httpSocket) => inside({ ...options, httpSocket }, callback),
      (error: Error) => callback(error, null),
    );
  };
}

function openTunnel({ origin, authorization }: ProxyAddress, path: string, tls: { timeout: number; ca?: string[] }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { protocol, hostname, port } = new URL(origin);
    const headers = { Host: path, ...(authorization === null ? {} : { 'Proxy-Authorization': authorization }) };
    const options: RequestOptions = { method: 'CONNECT', host: hostname.replace(/^\[|\]$/g, ''), port, path, headers, agent: false };
    const asked = protocol === 'https:' ? requestTls({ ...options, ...tls, rejectUnauthorized: true }) : request(options);
    const timer = setTimeout(() => asked.destroy(new ProxyError('WEFT_PROXY_TIMEOUT')), tls.timeout);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    asked.once('connect', (response, socket, head) => {
      clearTimeout(timer);
      if (response.statusCode === 200 && head.length === 0) return resolve(socket as Socket);
      socket.destroy();
      return fail(new ProxyError(`WEFT_PROXY_${response.statusCode}`));
    });
    // An answer that is no tunnel: a portal's page, for one.
    asked.once('response', (response) => {
      response.destroy();
      fail(new ProxyError(`WEFT_PROXY_${response.statusCode}`));
    });
    asked.once('error', (error: NodeJS.ErrnoException) =>
      fail(new ProxyError(`WEFT_PROXY_${error.code ?? 'FAILED'}`.replace('WEFT_PROXY_WEFT_', 'WEFT_'))),
    );
    asked.end();
  });
}
