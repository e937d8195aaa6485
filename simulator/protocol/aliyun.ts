/** Alibaba Cloud's RPC style (document 004): signature 1.0 in the parameters, or ACS3-HMAC-SHA256 in headers. */
import { createHash, createHmac } from 'node:crypto';
import { isRegion } from '../../catalogue/regions.ts';
import type { AccountRow } from '../accounts/table.ts';
import { CloudError } from '../errors.ts';
import { type KeyCheck, sameText, signsOneOf } from './keys.ts';
import { findPlan, flatParamsOf, isVersion } from './plans.ts';
import { type ApiRequest, formType, hasType, header, hostSpellings, pairsOf, signatureIn, type Wire, type WireRequest } from './request.ts';

const commonParams = new Set([
  'Action',
  'Version',
  'Format',
  'AccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'SignatureType',
  'Timestamp',
  'RegionId',
  'SecurityToken',
]);

/** HTTP status of the refusals that are not 400. */
const statuses: Readonly<Record<string, number>> = {
  'InvalidAction.NotFound': 404,
  NoSuchVersion: 404,
  'InvalidAccessKeyId.NotFound': 404,
  'InvalidSecurityToken.MismatchWithAccessKey': 403,
  'Forbidden.Intl': 403,
  'Forbidden.BidUser': 403,
  Throttling: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
};

/** A signature is good for so many seconds before and after it was made. */
const validSeconds = 900;

/** Percent-encoding that leaves only letters, digits and "-_.~" as they are. */
const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (pairs: ReadonlyMap<string, string>): string =>
  [...pairs.keys()]
    .sort()
    .map((name) => `${percent(name)}=${percent(pairs.get(name) ?? '')}`)
    .join('&');

/** Query string and form body together: this style lets both carry parameters. */
function allPairs(request: WireRequest): Map<string, string> {
  const pairs = pairsOf(request.query);
  if (request.method === 'POST' && hasType(request, formType)) {
    for (const [name, value] of pairsOf(request.body.toString('utf8'))) pairs.set(name, value);
  }
  return pairs;
}

function accountOf(judge: KeyCheck, keyId: string): AccountRow {
  const account = judge.account(keyId);
  if (!account) throw new CloudError('InvalidAccessKeyId.NotFound', 'There is no such AccessKeyId.');
  return account;
}

function checkTime(text: string, judge: KeyCheck): void {
  const seconds = Date.parse(text) / 1000;
  if (Number.isNaN(seconds)) throw new CloudError('InvalidTimeStamp.Format', `"${text}" is not a time of the form YYYY-MM-DDThh:mm:ssZ.`);
  if (Math.abs(judge.seconds() - seconds) > validSeconds) {
    throw new CloudError('InvalidTimeStamp.Expired', `The time ${text} is more than fifteen minutes from now.`);
  }
}

const mismatch = (): CloudError => new CloudError('SignatureDoesNotMatch', 'The signature is not the one this request should have.');

/** The second half of temporary keys. @throws CloudError when it is missing, another's, or given for keys that have none. */
function checkToken(account: AccountRow, token: string): void {
  if (token === (account.token ?? '')) return;
  if (token === '') throw new CloudError('MissingSecurityToken', 'Temporary keys need their SecurityToken.');
  throw new CloudError('InvalidSecurityToken.MismatchWithAccessKey', 'The SecurityToken does not belong to this AccessKeyId.');
}

function checkNonce(judge: KeyCheck, keyId: string, nonce: string): void {
  if (!judge.isFresh(`${keyId} ${nonce}`)) throw new CloudError('SignatureNonceUsed', 'This nonce was used before.');
}

function verifyRpc(request: WireRequest, pairs: ReadonlyMap<string, string>, judge: KeyCheck): AccountRow {
  for (const name of ['AccessKeyId', 'Signature', 'SignatureNonce', 'Timestamp']) {
    if (!pairs.get(name)) throw new CloudError('MissingParameter', `The common parameter ${name} is missing.`);
  }
  checkTime(pairs.get('Timestamp') ?? '', judge);
  const account = accountOf(judge, pairs.get('AccessKeyId') ?? '');
  const signed = new Map(pairs);
  signed.delete('Signature');
  const text = `${request.method}&${percent('/')}&${percent(canonicalQuery(signed))}`;
  const algorithm = pairs.get('SignatureMethod') === 'HMAC-SHA256' ? 'sha256' : 'sha1';
  if (!signsOneOf(algorithm, `${account.secretKey}&`, [text], signatureIn(pairs))) throw mismatch();
  checkToken(account, pairs.get('SecurityToken') ?? '');
  checkNonce(judge, account.secretId, pairs.get('SignatureNonce') ?? '');
  return account;
}

const acs3 = /^ACS3-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

function verifyAcs3(request: WireRequest, judge: KeyCheck): AccountRow {
  const parts = acs3.exec(header(request, 'authorization'));
  if (!parts) throw mismatch();
  const [, keyId = '', signed = '', signature = ''] = parts;
  checkTime(header(request, 'x-acs-date'), judge);
  const account = accountOf(judge, keyId);
  const hash = createHash('sha256').update(request.body).digest('hex');
  if (header(request, 'x-acs-content-sha256') !== hash) throw mismatch();
  const query = canonicalQuery(pairsOf(request.query));
  const good = hostSpellings(request).some((host) => {
    const lines = signed.split(';').map((name) => `${name}:${(name === 'host' ? host : header(request, name)).trim()}\n`);
    const canonical = `${request.method}\n${request.path}\n${query}\n${lines.join('')}\n${signed}\n${hash}`;
    const text = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
    return sameText(createHmac('sha256', account.secretKey).update(text).digest('hex'), signature);
  });
  if (!good) throw mismatch();
  checkToken(account, header(request, 'x-acs-security-token'));
  checkNonce(judge, keyId, header(request, 'x-acs-signature-nonce'));
  return account;
}

function read(request: WireRequest, judge: KeyCheck): ApiRequest {
  const pairs = allPairs(request);
  const inHeaders = request.headers.authorization !== undefined;
  const account = inHeaders ? verifyAcs3(request, judge) : verifyRpc(request, pairs, judge);
  const action = inHeaders ? header(request, 'x-acs-action') : (pairs.get('Action') ?? '');
  const version = inHeaders ? header(request, 'x-acs-version') : (pairs.get('Version') ?? '');
  if (!action) throw new CloudError('MissingParameter', 'The common parameter Action is missing.');
  if (!isVersion('aliyun-rpc', version)) throw new CloudError('NoSuchVersion', `There is no version ${version}.`);
  const plan = findPlan('aliyun-rpc', version, action);
  if (!plan) throw new CloudError('InvalidAction.NotFound', `The version ${version} has no action ${action}.`);
  const region = pairs.get('RegionId') ?? '';
  const params = flatParamsOf(plan, pairs, commonParams);
  return { account, plan, region: isRegion(region) ? region : 'ap-guangzhou', params };
}

const xmlEntities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' };

function xml(name: string, value: unknown): string {
  if (Array.isArray(value)) return `<${name}>${value.map((item) => xml(name.replace(/s$/, ''), item)).join('')}</${name}>`;
  if (typeof value === 'object' && value !== null) {
    return `<${name}>${Object.entries(value)
      .map(([key, inner]) => xml(key, inner))
      .join('')}</${name}>`;
  }
  return `<${name}>${String(value).replace(/[<>&"']/g, (char) => xmlEntities[char] ?? '')}</${name}>`;
}

/** XML unless the call asks for JSON; calls signed in headers always get JSON. */
function encoded(request: WireRequest, status: number, root: string, fields: Record<string, unknown>) {
  const wantsJson = request.headers.authorization !== undefined || /[?&]?Format=JSON\b/i.test(`${request.query}&${formText(request)}`);
  return wantsJson
    ? { status, type: 'application/json', body: JSON.stringify(fields) }
    : { status, type: 'text/xml', body: `<?xml version="1.0" encoding="UTF-8"?>${xml(root, fields)}` };
}

const formText = (request: WireRequest): string => (hasType(request, formType) ? request.body.toString('utf8') : '');

export const aliyunWire = (judge: KeyCheck): Wire => ({
  read: (request) => read(request, judge),
  success: (result, requestId, request, action) =>
    encoded(request, 200, `${action.slice(action.indexOf(':') + 1)}Response`, { ...result, RequestId: requestId }),
  failure: (error, requestId, request) =>
    encoded(request, statuses[error.code] ?? 400, 'Error', {
      RequestId: requestId,
      HostId: header(request, 'host'),
      Code: error.code,
      Message: error.message,
    }),
});
