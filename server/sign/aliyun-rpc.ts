/** Alibaba Cloud's RPC signature, HMAC-SHA1 version 1.0: parameters sorted, percent-encoded twice, keyed by the secret and "&". */
import { createHmac } from 'node:crypto';

/** Percent-encoding of RFC 3986: only letters, digits, "-", "_", "." and "~" stay as they are. */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** The text that is signed. `params` holds every parameter but Signature, raw. */
function rpcStringToSign(httpMethod: 'GET' | 'POST', params: Readonly<Record<string, string>>): string {
  const query = Object.keys(params)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => `${percentEncode(name)}=${percentEncode(params[name] ?? '')}`)
    .join('&');
  return `${httpMethod}&${percentEncode('/')}&${percentEncode(query)}`;
}

/** The signature in Base64, before any URL-encoding. */
export const signRpc = (httpMethod: 'GET' | 'POST', params: Readonly<Record<string, string>>, secret: string): string =>
  createHmac('sha1', `${secret}&`).update(rpcStringToSign(httpMethod, params)).digest('base64');
