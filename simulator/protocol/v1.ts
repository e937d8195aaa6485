/**
 * The first signature of both Tencent generations: HMAC over METHOD + host + path + "?" + the sorted, undecorated
 * parameters (744-781, 8163-8233).
 */

import type { AccountRow } from '../accounts/table.ts';
import { CloudError } from '../errors.ts';
import { type KeyCheck, signsOneOf } from './keys.ts';
import { formType, hasType, hostSpellings, pairsOf, signatureIn, type WireRequest } from './request.ts';

/** Where the generations differ in it. */
export interface V1Dialect {
  /** The code of a timestamp that is too far from now, and how many seconds that is. */
  readonly expired: string;
  readonly validSeconds: number;
}

/** Parameters that say how a call is made, not what it is about. The last one only newer clients send. */
export const v1Params = [
  'Action',
  'Region',
  'Timestamp',
  'Nonce',
  'SecretId',
  'Signature',
  'SignatureMethod',
  'Token',
  'Version',
  'RequestClient',
] as const;

/** Where the parameters are: GET reads only the query string, POST only the body (662). */
export function flatParams(request: WireRequest): Map<string, string> {
  if (request.method === 'GET') return pairsOf(request.query);
  if (!hasType(request, formType)) {
    throw new CloudError('InvalidParameter', `A POST without an Authorization header must be of the type ${formType}.`);
  }
  return pairsOf(request.body.toString('utf8'));
}

const needed = ['Action', 'Timestamp', 'Nonce', 'SecretId', 'Signature'];

/** The account that signed these parameters. @throws CloudError that says why none did. */
export function verifyV1(request: WireRequest, pairs: ReadonlyMap<string, string>, judge: KeyCheck, dialect: V1Dialect): AccountRow {
  for (const name of needed) {
    if (!pairs.get(name)) throw new CloudError('MissingParameter', `The common parameter ${name} is missing.`);
  }
  const timestamp = pairs.get('Timestamp') ?? '';
  const nonce = pairs.get('Nonce') ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !/^\d{1,20}$/.test(nonce)) {
    throw new CloudError('MissingParameter', 'Timestamp must be a UNIX time and Nonce a whole number.');
  }
  if (Math.abs(judge.seconds() - Number(timestamp)) > dialect.validSeconds) {
    throw new CloudError(dialect.expired, `The timestamp ${timestamp} is more than ${dialect.validSeconds / 60} minutes from now.`);
  }
  const account = judge.account(pairs.get('SecretId') ?? '');
  if (!account) throw new CloudError('AuthFailure.SecretIdNotFound', 'There is no such SecretId.');
  const algorithm = pairs.get('SignatureMethod') === 'HmacSHA256' ? 'sha256' : 'sha1';
  if (!signsOneOf(algorithm, account.secretKey, textsToSign(request, pairs), signatureIn(pairs))) {
    throw new CloudError('AuthFailure.SignatureFailure', 'The signature is not the one this request should have.');
  }
  if ((pairs.get('Token') ?? '') !== (account.token ?? '')) {
    throw new CloudError('AuthFailure.TokenFailure', 'The token does not belong to this SecretId.');
  }
  return account;
}

/** With the host's port or without; with "_" in names as they are, or as "." (8163). */
function* textsToSign(request: WireRequest, pairs: ReadonlyMap<string, string>): Generator<string> {
  const names = [...pairs.keys()].filter((name) => name !== 'Signature').sort();
  const joined = (write: (name: string) => string): string => names.map((name) => `${write(name)}=${pairs.get(name)}`).join('&');
  const forms = [joined((name) => name)];
  if (names.some((name) => name.includes('_'))) {
    forms.push(joined((name) => name.replaceAll('_', '.')));
    const renamed = names.map((name): [string, string] => [name.replaceAll('_', '.'), pairs.get(name) ?? '']);
    renamed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    forms.push(renamed.map(([name, value]) => `${name}=${value}`).join('&'));
  }
  for (const host of hostSpellings(request)) {
    for (const form of forms) yield `${request.method}${host}${request.path}?${form}`;
  }
}
