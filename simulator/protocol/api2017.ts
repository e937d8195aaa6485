/** The 2017 API: `GET|POST /v2/index.php` (7744-8075). */
import { type Region, regionOf } from '../../catalogue/regions.ts';
import { CloudError } from '../errors.ts';
import type { KeyCheck } from './keys.ts';
import { messageFor } from './language.ts';
import { numericCode, wordFor } from './numeric-codes.ts';
import { findPlan, flatParamsOf } from './plans.ts';
import type { ApiRequest, Wire, WireRequest } from './request.ts';
import { flatParams, type V1Dialect, v1Params, verifyV1 } from './v1.ts';

const v1: V1Dialect = { expired: 'RequestReplayed', validSeconds: 7200 };

const commonParams: ReadonlySet<string> = new Set(v1Params);

/** The region a call means where it names none: the parameter is optional (7781). */
const usualRegion: Region = 'ap-guangzhou';

function read(request: WireRequest, judge: KeyCheck): ApiRequest {
  const pairs = flatParams(request);
  const account = verifyV1(request, pairs, judge, v1);
  const used = `${account.secretId} ${pairs.get('Timestamp')} ${pairs.get('Nonce')}`;
  if (!judge.isFresh(used)) throw new CloudError('RequestReplayed', 'This Nonce was used before with this Timestamp.');
  const action = pairs.get('Action') ?? '';
  const plan = findPlan('api2017', '', action);
  if (!plan) throw new CloudError('InvalidAction', `There is no action ${action}.`);
  const named = pairs.get('Region');
  const region = named ? regionOf(named) : usualRegion;
  if (!region) throw new CloudError('UnsupportedRegion', `There is no region ${named}.`);
  return { account, plan, region, params: flatParamsOf(plan, pairs, commonParams) };
}

export const api2017Wire = (judge: KeyCheck): Wire => ({
  read: (request) => read(request, judge),
  success: (result) => {
    const fields = JSON.stringify(result);
    const body = fields === '{}' ? '' : `,${fields.slice(1, -1)}`;
    return { status: 200, type: 'application/json', body: `{"code":0,"message":"","codeDesc":"Success"${body}}` };
  },
  failure: (error, _requestId, request, plan) => {
    const word = wordFor(error.code, plan?.service);
    const body = JSON.stringify({ code: numericCode(error.code), message: `(${word})${messageFor(error, request)}`, codeDesc: word });
    return { status: 200, type: 'application/json', body };
  },
});
