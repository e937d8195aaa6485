/** Writes answers on the bare server. */
import type { ServerResponse } from 'node:http';
import { jsonHeaders } from './headers.ts';

/** Sends JSON text in one piece. `extra` are names and values in turn. */
export function sendJson(response: ServerResponse, status: number, body: string, extra: readonly string[] = []): void {
  if (response.headersSent || response.destroyed) return;
  const length = Buffer.byteLength(body);
  response.writeHead(status, [...jsonHeaders, 'Content-Length', String(length), ...extra]);
  // As text it is joined to the headers; pure ASCII, the usual case, need not be encoded.
  response.end(body, length === body.length ? 'latin1' : 'utf8');
}

/** An answer without a body. */
export function sendEmpty(response: ServerResponse, status: number, extra: readonly string[] = []): void {
  if (response.headersSent || response.destroyed) return;
  const headers = status === 204 ? jsonHeaders.slice(0, -2) : [...jsonHeaders, 'Content-Length', '0'];
  response.writeHead(status, [...headers, ...extra]);
  response.end();
}
