/** Whose address a request comes from, when proxies of ours stand in between. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { clientOf } from '../sign-in.ts';

/**
 * The connection's own address, unless a proxy of ours holds it: then the last of `X-Forwarded-For` that is no proxy of ours.
 * What stands before that one anybody can write.
 */
export function createClientOf(isProxy: (address: string) => boolean): (request: IncomingMessage) => string {
  const plain = (address: string): string => address.replace(/^::ffff:/i, '');
  return ({ socket, headers }) => {
    const own = plain(socket.remoteAddress ?? '');
    if (!isProxy(own)) return clientOf(own);
    const forwarded = headers['x-forwarded-for'];
    const named = (typeof forwarded === 'string' ? forwarded : '').split(',').map((address) => plain(address.trim()));
    return clientOf(named.findLast((address) => isIP(address) !== 0 && !isProxy(address)) ?? own);
  };
}
