/** Reads a request's body, up to a limit. */
import type { IncomingMessage } from 'node:http';

export const maxBodyBytes = 256 * 1024;

/** Whoever has not signed in yet may send a token and no more. */
export const maxSignInBytes = 1024;

type BodyReading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'too-large' | 'broken' | 'not-utf8' };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Calls back once. The rest of a body that is too large is not read; the caller closes the connection. */
export function readBody(request: IncomingMessage, most: number, done: (reading: BodyReading) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  let settled = false;
  const settle = (reading: BodyReading): void => {
    if (settled) return;
    settled = true;
    done(reading);
  };
  if (Number(request.headers['content-length'] ?? 0) > most) {
    settle({ ok: false, why: 'too-large' });
    return;
  }
  // It can have been given up while it was found out who asks.
  if (request.destroyed) {
    settle({ ok: false, why: 'broken' });
    return;
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) {
      chunks.length = 0;
      request.pause();
      settle({ ok: false, why: 'too-large' });
      return;
    }
    chunks.push(chunk);
  });
  request.on('end', () => {
    try {
      settle({ ok: true, text: decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)) });
    } catch {
      settle({ ok: false, why: 'not-utf8' });
    }
  });
  request.on('error', () => settle({ ok: false, why: 'broken' }));
  request.on('close', () => settle({ ok: false, why: 'broken' }));
}
