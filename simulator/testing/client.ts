/** A client of the simulated cloud for tests: signs in each of the ways itself, so that any part can be got wrong. */
import { createHash, createHmac } from 'node:crypto';
import type { Dialect } from '../../catalogue/binding.ts';
import { flatten } from '../../catalogue/wire.ts';

export interface Keys {
  readonly secretId: string;
  readonly secretKey: string;
}

export interface Target {
  readonly url: string;
  readonly keys: Keys;
  readonly region?: string;
  /** Whose answers hold exactly what today's cloud tells. */
  readonly dialect?: Dialect;
}

type Params = Readonly<Record<string, unknown>>;

/** What a test may get wrong on purpose. */
export interface CallFlaws {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of the signed body. */
  readonly body?: string;
  readonly timestamp?: number;
  readonly version?: string;
  readonly region?: string;
  readonly common?: Readonly<Record<string, string>>;
}

export type Answer3 = { readonly Error?: { Code: string; Message: string }; readonly RequestId: string } & Record<string, unknown>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The headers of a TC3-signed POST of this body. */
export function tc3Headers(target: Target, action: string, body: string, spoil: CallFlaws = {}): Record<string, string> {
  const timestamp = spoil.timestamp ?? Math.floor(Date.now() / 1000);
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/vpc/tc3_request`;
  const host = new URL(target.url).host;
  const canonical = `POST\n/\n\ncontent-type:application/json\nhost:${host}\n\ncontent-type;host\n${sha256(body)}`;
  const key = hmac(hmac(hmac(`TC3${target.keys.secretKey}`, date), 'vpc'), 'tc3_request');
  const signature = hmac(key, `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
  return {
    'Content-Type': 'application/json',
    'X-TC-Action': action,
    'X-TC-Version': spoil.version ?? '2017-03-12',
    'X-TC-Region': spoil.region ?? target.region ?? 'ap-guangzhou',
    'X-TC-Timestamp': String(timestamp),
    Authorization: `TC3-HMAC-SHA256 Credential=${target.keys.secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`,
    ...spoil.headers,
  };
}

/** One call of API 3.0, signed with TC3. @returns what stands in `Response`. */
export async function call3(target: Target, action: string, params: Params = {}, spoil: CallFlaws = {}): Promise<Answer3> {
  const body = JSON.stringify(params);
  const response = await fetch(target.url, {
    method: 'POST',
    headers: tc3Headers(target, action, body, spoil),
    body: spoil.body ?? body,
  });
  return ((await response.json()) as { Response: Answer3 }).Response;
}

/** The code with which API 3.0 refuses; "" when it does not. */
export const code3 = async (target: Target, action: string, params: Params = {}, spoil: CallFlaws = {}): Promise<string> =>
  (await call3(target, action, params, spoil)).Error?.Code ?? '';

/** One call of API 3.0 with the first signature, from flat pairs. @returns what stands in `Response`. */
export async function form3(target: Target, action: string, pairs: Readonly<Record<string, string>>, method = 'POST'): Promise<Answer3> {
  const form = signed1(target, method, '/', {}, { Action: action, Version: '2017-03-12', ...pairs });
  const url = method === 'GET' ? `${target.url}/?${form}` : target.url;
  const response = await fetch(url, { method, ...(method === 'GET' ? {} : { body: form }) });
  return ((await response.json()) as { Response: Answer3 }).Response;
}

export type Answer2017 = { readonly code: number; readonly message: string; readonly codeDesc: string } & Record<string, unknown>;

/** The parameters of a call with the first signature, signed. */
export function signed1(
  target: Target,
  method: string,
  path: string,
  params: Params,
  common: Readonly<Record<string, string>>,
): URLSearchParams {
  const all: Record<string, string> = {
    Timestamp: String(Math.floor(Date.now() / 1000)),
    Nonce: String(Math.floor(Math.random() * 1e12)),
    SecretId: target.keys.secretId,
    Region: target.region ?? 'ap-guangzhou',
    ...flatten(params),
    ...common,
  };
  for (const name of Object.keys(common)) if (all[name] === '') delete all[name];
  const text = Object.keys(all)
    .sort()
    .map((name) => `${name.replaceAll('_', '.')}=${all[name]}`)
    .join('&');
  const algorithm = all.SignatureMethod === 'HmacSHA256' ? 'sha256' : 'sha1';
  const host = new URL(target.url).host;
  const signature = createHmac(algorithm, target.keys.secretKey).update(`${method}${host}${path}?${text}`).digest('base64');
  return new URLSearchParams({ ...all, Signature: signature, ...(common.Signature ? { Signature: common.Signature } : {}) });
}

/** One call of the 2017 API, by POST. An empty common parameter is left out. */
export async function call2017(
  target: Target,
  action: string,
  params: Params = {},
  common: Readonly<Record<string, string>> = {},
): Promise<Answer2017> {
  const path = '/v2/index.php';
  const form = signed1(target, 'POST', path, params, { Action: action, ...common });
  const response = await fetch(target.url + path, { method: 'POST', body: form });
  return (await response.json()) as Answer2017;
}

/** The word with which the 2017 API refuses; "Success" when it does not. */
export const word2017 = async (
  target: Target,
  action: string,
  params: Params = {},
  common: Readonly<Record<string, string>> = {},
): Promise<string> => (await call2017(target, action, params, common)).codeDesc;

const tokens = new Map<string, string>();

/** Lets `control` and `controlHeaders` speak to the cloud at this URL. */
export const knowToken = (url: string, token: string): void => void tokens.set(url, token);

export const controlHeaders = (url: string): Record<string, string> => ({ authorization: `Bearer ${tokens.get(url) ?? ''}` });

/** One call of the control API. @throws Error with the status and the answer when it refuses. */
export async function control(url: string, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/_sim/${path}`, {
    method,
    headers: controlHeaders(url),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** A new account of its own, so that a test shares nothing with its neighbours. */
export async function newAccount(url: string, wishes: Params = {}): Promise<Target & { readonly uin: string }> {
  const { uin, secretId, secretKey } = (await control(url, 'POST', 'accounts', wishes)) as Record<'uin' | 'secretId' | 'secretKey', string>;
  return { url, keys: { secretId, secretKey }, uin, ...(wishes.dialect === 'today' ? { dialect: 'today' } : {}) };
}
