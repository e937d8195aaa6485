/** The request of a call as it travels, with placeholders where keys, time and signature go. Pure. */

import { flatten } from '../../../catalogue/wire.ts';
import type { CodeCall } from './code/call.ts';
import { productOf } from './code/call.ts';

/** API 3.0 may be spoken in two ways: JSON signed by TC3 (what Weft sends), or a form with the first signature. */
export type RequestForm = 'json' | 'form';

export const formsOf = ({ data }: CodeCall): readonly RequestForm[] => (data.protocol === 'api3' ? ['json', 'form'] : ['form']);

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** `origin` is where the service is reached; without one, its public address. */
export function requestText(call: CodeCall, form: RequestForm, origin?: string): string {
  const { protocol, host, path } = call.data;
  const url = new URL(path, origin ?? `https://${host}`);
  const head = [`POST ${url.pathname} HTTP/1.1`, `Host: ${url.host}`];
  if (protocol === 'api3' && form === 'json') return jsonRequest(call, head);
  const { own, params } = formParts(call);
  // A line a pair, so that it can be read; on the wire they stand in one line.
  const pairs = [
    ...Object.entries({ ...own.before, ...params }).map(([name, value]) => `${encoded(name)}=${encoded(value)}`),
    ...Object.entries(own.after).map(([name, value]) => `${name}=${value}`),
  ];
  return [...head, 'Content-Type: application/x-www-form-urlencoded; charset=utf-8', '', pairs.join('\n&')].join('\n');
}

function jsonRequest(call: CodeCall, head: readonly string[]): string {
  const { action, data, region, params } = call;
  return [
    ...head,
    'Content-Type: application/json; charset=utf-8',
    `Authorization: TC3-HMAC-SHA256 Credential=<SecretId>/<date>/${productOf(call)}/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=<signature>`,
    `X-TC-Action: ${action}`,
    'X-TC-Timestamp: <timestamp>',
    `X-TC-Version: ${data.version}`,
    `X-TC-Region: ${region}`,
    '',
    JSON.stringify(params, null, 2),
  ].join('\n');
}

interface OwnPairs {
  readonly before: Readonly<Record<string, string>>;
  /** Placeholders: shown as they are, never encoded. */
  readonly after: Readonly<Record<string, string>>;
}

function formParts({ action, data, region, params }: CodeCall): {
  readonly own: OwnPairs;
  readonly params: Readonly<Record<string, string>>;
} {
  if (data.protocol === 'aliyun-rpc') {
    const before = { Action: action, Version: data.version ?? '', Format: 'JSON', SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0' };
    const after = { AccessKeyId: '<AccessKeyId>', SignatureNonce: '<nonce>', Timestamp: '<timestamp>', Signature: '<signature>' };
    return { own: { before, after }, params: flatten(params, 1) };
  }
  const before = { Action: action, Region: region, ...(data.version ? { Version: data.version } : {}), SignatureMethod: 'HmacSHA256' };
  const after = { Timestamp: '<timestamp>', Nonce: '<nonce>', SecretId: '<SecretId>', Signature: '<signature>' };
  return { own: { before, after }, params: flatten(params) };
}
