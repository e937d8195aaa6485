/**
 * TC3-HMAC-SHA256, Tencent Cloud's third signature (not in the documents; published with API 3.0 after them).
 *
 * Signs POST requests with a JSON body, the form this server sends. Signed headers: content-type, host, x-tc-action.
 */
import { createHash, createHmac } from 'node:crypto';

interface Tc3Request {
  readonly secretId: string;
  readonly secretKey: string;
  /** Value of the Host header, as it is sent (with the port where there is one). */
  readonly host: string;
  /** Product in the credential scope: "vpc". */
  readonly product: string;
  readonly action: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

export const tc3ContentType = 'application/json; charset=utf-8';

const signedHeaders = 'content-type;host;x-tc-action';

/** Derived keys are good for one day, one product and one secret: the secret is part of the key, or a wrong one would sign well. */
const derivedKeys = new Map<string, Buffer>();
const mostDerivedKeys = 256;

const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
const sha256 = (data: string): string => createHash('sha256').update(data).digest('hex');

function derivedKey(secretKey: string, date: string, product: string): Buffer {
  const name = `${date}\n${product}\n${secretKey}`;
  const known = derivedKeys.get(name);
  if (known) return known;
  if (derivedKeys.size >= mostDerivedKeys) derivedKeys.clear();
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), product), 'tc3_request');
  derivedKeys.set(name, key);
  return key;
}

let dayOf = { day: -1, text: '' };

/** UTC date "2019-02-25" of a time in seconds; computed once a day. */
function dateOf(timestamp: number): string {
  const day = Math.floor(timestamp / 86_400);
  if (dayOf.day !== day) dayOf = { day, text: new Date(timestamp * 1000).toISOString().slice(0, 10) };
  return dayOf.text;
}

/** Value of the Authorization header. */
export function signTc3(request: Tc3Request): string {
  const date = dateOf(request.timestamp);
  const scope = `${date}/${request.product}/tc3_request`;
  const canonical =
    `POST\n/\n\ncontent-type:${tc3ContentType}\nhost:${request.host}\nx-tc-action:${request.action.toLowerCase()}\n\n` +
    `${signedHeaders}\n${sha256(request.body)}`;
  const text = `TC3-HMAC-SHA256\n${request.timestamp}\n${scope}\n${sha256(canonical)}`;
  const signature = createHmac('sha256', derivedKey(request.secretKey, date, request.product))
    .update(text)
    .digest('hex');
  return `TC3-HMAC-SHA256 Credential=${request.secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
