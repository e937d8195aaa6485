/** The signed request of one attempt, in the form of its service's protocol. */
import { randomInt, randomUUID } from 'node:crypto';
import { type Service, type ServiceData, services } from '../../catalogue/services.ts';
import { flatten } from '../../catalogue/wire.ts';
import type { Account } from '../accounts/account.ts';
import { percentEncode, signRpc } from '../sign/aliyun-rpc.ts';
import { signTc3, tc3ContentType } from '../sign/tc3.ts';
import { signV1 } from '../sign/v1.ts';

/** A call whose parameters are valid and in their wire types. */
export interface ApiCall {
  readonly service: Service;
  readonly action: string;
  readonly region: string;
  /** Parameters encoded by the catalogue. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The same as JSON. */
  readonly json: string;
  readonly account: Account;
  /** Scheme, host and port the call goes to. */
  readonly origin: string;
  /** It proves itself by what is in its parameters: no key signs it. */
  readonly unsigned?: true;
}

/** Everything that is sent: nothing of the browser's request is in it but the validated parameters. */
export interface SignedRequest {
  readonly path: string;
  /** Names and values in turn, as undici takes them. */
  readonly headers: string[];
  readonly body: string;
}

const form = 'application/x-www-form-urlencoded; charset=utf-8';

const hosts = new Map<string, string>();

/** Value of the Host header for an origin: the default port is left out. */
function hostOf(origin: string): string {
  const known = hosts.get(origin);
  if (known !== undefined) return known;
  const { host } = new URL(origin);
  hosts.set(origin, host);
  return host;
}

/** `now` is the cloud's time in milliseconds, as far as it is known. Each call draws a new nonce. */
export function buildRequest(call: ApiCall, now: number): SignedRequest {
  const service = services[call.service];
  switch (service.protocol) {
    case 'api3':
      return api3(call, service, now);
    case 'api2017':
      return api2017(call, service, now);
    case 'aliyun-rpc':
      return aliyunRpc(call, service, now);
  }
}

/** What the official SDKs write in the place of a signature (AssumeRoleWithWebIdentity). */
const skipped = { authorization: 'SKIP', token: undefined } as const;

function api3(call: ApiCall, service: ServiceData, now: number): SignedRequest {
  const timestamp = Math.floor(now / 1000);
  const { action, json: body } = call;
  const { authorization, token } = call.unsigned ? skipped : signedTc3(call, service, timestamp);
  const headers = [
    'content-type',
    tc3ContentType,
    'authorization',
    authorization,
    'x-tc-action',
    action,
    'x-tc-timestamp',
    String(timestamp),
    'x-tc-version',
    service.version ?? '',
    'x-tc-region',
    call.region,
  ];
  if (token !== undefined) headers.push('x-tc-token', token);
  return { path: service.path, headers, body };
}

function signedTc3({ account, origin, action, json: body }: ApiCall, service: ServiceData, timestamp: number) {
  const { secretId, secretKey, token } = account.keys();
  const product = service.host.slice(0, service.host.indexOf('.'));
  return { authorization: signTc3({ secretId, secretKey, host: hostOf(origin), product, action, timestamp, body }), token };
}

function api2017(call: ApiCall, service: ServiceData, now: number): SignedRequest {
  const { secretId, secretKey, token } = call.account.keys();
  const params: Record<string, string> = {
    ...flatten(call.params),
    Action: call.action,
    Region: call.region,
    Timestamp: String(Math.floor(now / 1000)),
    Nonce: String(randomInt(1, 2 ** 32)),
    SecretId: secretId,
    SignatureMethod: 'HmacSHA256',
    ...(token === undefined ? {} : { Token: token }),
  };
  const signature = signV1({
    httpMethod: 'POST',
    host: hostOf(call.origin),
    path: service.path,
    params,
    method: 'HmacSHA256',
    secretKey,
    underscoreAsDot: true,
  });
  return { path: service.path, headers: ['content-type', form], body: formOf({ ...params, Signature: signature }) };
}

function aliyunRpc(call: ApiCall, service: ServiceData, now: number): SignedRequest {
  const { secretId, secretKey, token } = call.account.keys();
  const params: Record<string, string> = {
    ...flatten(call.params, 1),
    Action: call.action,
    Version: service.version ?? '',
    Format: 'JSON',
    AccessKeyId: secretId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: `${new Date(now).toISOString().slice(0, 19)}Z`,
    ...(token === undefined ? {} : { SecurityToken: token }),
  };
  const signature = signRpc('POST', params, secretKey);
  return { path: service.path, headers: ['content-type', form], body: formOf({ ...params, Signature: signature }) };
}

const formOf = (params: Readonly<Record<string, string>>): string =>
  Object.entries(params)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
