/** API 3.0: `POST /` with JSON and TC3, or `GET /` and form `POST /` with the v1 signature (628-945). */
import { type ServiceData, services } from '../../catalogue/services.ts';
import { isRecord } from '../../catalogue/validate.ts';
import { respell, unflatten } from '../../catalogue/wire.ts';
import type { AccountRow } from '../accounts/table.ts';
import { CloudError } from '../errors.ts';
import { regionExists } from '../rules/zones.ts';
import type { KeyCheck } from './keys.ts';
import { messageFor } from './language.ts';
import { multipartParams } from './multipart.ts';
import { findPlan, flatParamsOf, isVersion, type Plan } from './plans.ts';
import { type ApiRequest, hasType, header, pairsOf, type Wire, type WireRequest } from './request.ts';
import { verifyTc3 } from './tc3.ts';
import { flatParams, type V1Dialect, v1Params, verifyV1 } from './v1.ts';

const v1: V1Dialect = { expired: 'AuthFailure.SignatureExpire', validSeconds: 300 };

const commonParams: ReadonlySet<string> = new Set([...v1Params, 'Language']);

function planFor(version: string, action: string): Plan {
  if (!action) throw new CloudError('MissingParameter', 'The common parameter Action is missing.');
  if (!version) throw new CloudError('MissingParameter', 'The common parameter Version is missing.');
  if (!isVersion('api3', version)) throw new CloudError('NoSuchVersion', `There is no version ${version}.`);
  const plan = findPlan('api3', version, action);
  if (!plan) throw new CloudError('InvalidAction', `The version ${version} has no action ${action}.`);
  return plan;
}

function regionFor(region: string, { service }: Plan): string {
  const { regionless }: ServiceData = services[service];
  if (regionless) return 'ap-guangzhou';
  if (!region) throw new CloudError('MissingParameter', 'The common parameter Region is missing.');
  if (!regionExists(region)) throw new CloudError('UnsupportedRegion', `There is no region ${region}.`);
  return region;
}

function readTc3(request: WireRequest, judge: KeyCheck): ApiRequest {
  const account = verifyTc3(request, judge);
  const plan = planFor(header(request, 'x-tc-version'), header(request, 'x-tc-action'));
  const region = regionFor(header(request, 'x-tc-region'), plan);
  if (request.method === 'GET') return { account, plan, region, params: unflatten(plan.taken.params, pairsOf(request.query)) };
  if (hasType(request, 'multipart/form-data')) return { account, plan, region, params: multipartParams(plan.taken.params, request) };
  if (!hasType(request, 'application/json')) {
    throw new CloudError('InvalidParameter', 'A signed POST must be of the type application/json or multipart/form-data.');
  }
  const params = jsonParams(request.body);
  return { account, plan, region, params: plan.respelled ? respell(plan.taken.params, params) : params };
}

/** An empty body or `null` is an empty object: so some clients say that there are no parameters. */
function jsonParams(body: Buffer): Record<string, unknown> {
  const text = body.toString('utf8').trim();
  if (text === '' || text === 'null') return {};
  let params: unknown;
  try {
    params = JSON.parse(text);
  } catch {
    throw new CloudError('InvalidParameter', 'The body is not JSON.');
  }
  if (!isRecord(params)) throw new CloudError('InvalidParameter', 'The body must be a JSON object.');
  return params;
}

function readV1(request: WireRequest, judge: KeyCheck): ApiRequest {
  const pairs = flatParams(request);
  const account: AccountRow = verifyV1(request, pairs, judge, v1);
  const plan = planFor(pairs.get('Version') ?? '', pairs.get('Action') ?? '');
  const region = regionFor(pairs.get('Region') ?? '', plan);
  return { account, plan, region, params: flatParamsOf(plan, pairs, commonParams) };
}

export const api3Wire = (judge: KeyCheck): Wire => ({
  read: (request) => (request.headers.authorization === undefined ? readV1(request, judge) : readTc3(request, judge)),
  // Written by hand around the result, which is stringified once.
  success: (result, requestId) => {
    const fields = JSON.stringify(result);
    const body = fields === '{}' ? '{' : `${fields.slice(0, -1)},`;
    return { status: 200, type: 'application/json', body: `{"Response":${body}"RequestId":"${requestId}"}}` };
  },
  failure: (error, requestId, request) => ({
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ Response: { Error: { Code: error.code, Message: messageFor(error, request) }, RequestId: requestId } }),
  }),
});
