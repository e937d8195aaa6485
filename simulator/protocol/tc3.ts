/** TC3-HMAC-SHA256, as the current clients of API 3.0 sign: everything but the parameters is in headers. */
import { createHmac, hash as digest } from 'node:crypto';
import type { AccountRow } from '../accounts/table.ts';
import { CloudError } from '../errors.ts';
import { type KeyCheck, sameText } from './keys.ts';
import { header, hostSpellings, type WireRequest } from './request.ts';

const authorization =
  /^TC3-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{4}-\d\d-\d\d)\/([^/,\s]+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** A signature is good for so many seconds before and after it was made. */
const validSeconds = 300;

/**
 * The account that signed the request.
 * @throws CloudError AuthFailure.* (820-827)
 */
export function verifyTc3(request: WireRequest, judge: KeyCheck): AccountRow {
  const parts = authorization.exec(header(request, 'authorization'));
  if (!parts) throw new CloudError('AuthFailure.SignatureFailure', 'The Authorization header is not of the form of TC3-HMAC-SHA256.');
  const [, secretId = '', date = '', service = '', signed = '', signature = ''] = parts;
  const timestamp = header(request, 'x-tc-timestamp');
  checkTime(timestamp, date, judge.seconds());
  const account = judge.account(secretId);
  if (!account) throw new CloudError('AuthFailure.SecretIdNotFound', 'There is no such SecretId.');
  const names = signed.split(';');
  if (!names.includes('host') || !names.includes('content-type')) {
    throw new CloudError('AuthFailure.SignatureFailure', 'The signed headers must include content-type and host.');
  }
  const scope = `${date}/${service}/tc3_request`;
  const key = signingKey(account.secretKey, date, service);
  let good = false;
  for (const canonical of canonicalRequests(request, names, signed)) {
    const text = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`;
    good = sameText(createHmac('sha256', key).update(text).digest('hex'), signature);
    if (good) break;
  }
  if (!good) throw new CloudError('AuthFailure.SignatureFailure', 'The signature is not the one this request should have.');
  const token = header(request, 'x-tc-token');
  if (token !== (account.token ?? '')) throw new CloudError('AuthFailure.TokenFailure', 'The token does not belong to this SecretId.');
  return account;
}

function checkTime(timestamp: string, date: string, now: number): void {
  if (!/^\d{1,12}$/.test(timestamp)) throw new CloudError('MissingParameter', 'The header X-TC-Timestamp must hold a UNIX time.');
  if (Math.abs(now - Number(timestamp)) > validSeconds) {
    throw new CloudError('AuthFailure.SignatureExpire', `The timestamp ${timestamp} is more than five minutes from now.`);
  }
  if (utcDate(Math.floor(Number(timestamp) / 86_400)) !== date) {
    throw new CloudError('AuthFailure.SignatureFailure', 'The date of the credential is not the UTC date of the timestamp.');
  }
}

/** "2026-11-21" of a day since 1970; the last one asked for is kept, because it is nearly always the same. */
let lastDay = { day: 0, date: '1970-01-01' };
function utcDate(day: number): string {
  if (day !== lastDay.day) lastDay = { day, date: new Date(day * 86_400_000).toISOString().slice(0, 10) };
  return lastDay.date;
}

const sha256 = (text: string | Buffer): string => digest('sha256', text);

/** The same request as a client may have written it down: with the host's port or without, values in lower case or as sent. */
function* canonicalRequests(request: WireRequest, names: readonly string[], signed: string): Generator<string> {
  const unsigned = header(request, 'x-tc-content-sha256') === 'UNSIGNED-PAYLOAD';
  const hash = sha256(unsigned ? 'UNSIGNED-PAYLOAD' : request.method === 'GET' ? '' : request.body);
  // A boundary of a multipart body may have capitals, whatever the other headers are.
  const isLower = names.every((name) => !/[A-Z]/.test(header(request, name)));
  for (const query of querySpellings(request)) {
    for (const host of hostSpellings(request)) {
      for (const lower of isLower ? [true] : [true, false]) {
        let lines = '';
        for (const name of names) {
          const value = (name === 'host' ? host : header(request, name)).trim();
          lines += `${name}:${lower ? value.toLowerCase() : value}\n`;
        }
        yield `${request.method}\n/\n${query}\n${lines}\n${signed}\n${hash}`;
      }
    }
  }
}

/** The query string as it came, and with its pairs sorted. A POST signs it too, though its parameters are in the body. */
function querySpellings({ query }: WireRequest): string[] {
  if (!query.includes('&')) return [query];
  const sorted = query.split('&').sort().join('&');
  return sorted === query ? [query] : [query, sorted];
}

/** Derived keys by secret, date and service: all three, or a wrong secret would pass with another's key. */
const derived = new Map<string, Buffer>();
const mostDerived = 1000;

function signingKey(secret: string, date: string, service: string): Buffer {
  const name = `${date}/${service}/${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const key = hmac(hmac(hmac(`TC3${secret}`, date), service), 'tc3_request');
  if (derived.size >= mostDerived) derived.clear();
  derived.set(name, key);
  return key;
}
