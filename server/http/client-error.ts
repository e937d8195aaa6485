/** Answers what is no HTTP, or comes too slowly: the parser's own objections. */
import type { Duplex } from 'node:stream';
import { securityHeaders } from './headers.ts';

export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): unknown {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : timedOut(error)
        ? '408 Request Timeout'
        : '400 Bad Request';
  const headers = Object.entries({ ...securityHeaders, 'Cache-Control': 'no-store', 'Content-Length': '0', Connection: 'close' });
  // A client that does not close its side would hold the connection for ever.
  const hard = setTimeout(() => socket.destroy(), 1_000).unref();
  socket.once('close', () => clearTimeout(hard));
  return socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
}

const timedOut = (error: NodeJS.ErrnoException): boolean => error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
