/** Opening the CDN service, through Alibaba's wire. */
import { createHmac, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { itRefuses, itRefusesByFault } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('cdn-service');

/** One call, signed with HMAC-SHA1. */
async function open(params: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const { url, keys } = stage.me;
  const all: Record<string, string> = {
    Action: 'OpenCdnService',
    Version: '2014-11-11',
    Format: 'JSON',
    AccessKeyId: keys.secretId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    InternetChargeType: 'PayByTraffic',
    ...params,
  };
  const query = Object.keys(all)
    .sort()
    .map((name) => `${name}=${encodeURIComponent(all[name] ?? '')}`)
    .join('&');
  const signature = createHmac('sha1', `${keys.secretKey}&`)
    .update(`GET&%2F&${encodeURIComponent(query)}`)
    .digest('base64');
  const response = await fetch(`${url}/?${query}&Signature=${encodeURIComponent(signature)}`);
  return { status: response.status, text: await response.text() };
}

async function refused(params: Record<string, string> = {}): Promise<string> {
  const { status, text } = await open(params);
  const code = (JSON.parse(text) as { Code?: string }).Code ?? '';
  expect(status === 200).toBe(code === '');
  stage.recorder.note('alicdn:OpenCdnService', code);
  return code;
}

it('happens once, in JSON or in XML', async () => {
  const { status, text } = await open({ Format: 'XML', InternetChargeType: 'PayByBandwidth' });
  expect(status).toBe(200);
  expect(text).toMatch(/<OpenCdnServiceResponse><RequestId>[^<]+<\/RequestId><\/OpenCdnServiceResponse>$/);
});

it('answers the request id alone', async () => {
  const { text } = await open();
  expect(Object.keys(JSON.parse(text) as object)).toEqual(['RequestId']);
});

const customer = (fact: string) => () => stage.put('cdn-customer', { Customer: 'self', [fact]: true });
const action = 'alicdn:OpenCdnService';

itRefuses({ codeOf: (_action, params) => refused({ ...params } as Record<string, string>) }, [
  [action, 'a way of charging that there is not', 'InvalidInternetChargeType.ValueNotSupported', { InternetChargeType: 'PayByMood' }],
  [action, 'a service that is open', 'CdnService.HasOpened', {}, () => open()],
  [action, 'an international account', 'Forbidden.Intl', {}, customer('International')],
  [action, 'a bidder', 'Forbidden.BidUser', {}, customer('Bidder')],
  [action, 'an account without a real name', 'NoRealNameAuthentication', {}, customer('WithoutRealName')],
  [action, 'an account without a profile', 'FUWU_BIZ_COMMODITY_VERIFY_FAIL_USERPROFILECOMPLETE', {}, customer('WithoutProfile')],
  [action, 'an account that cannot pay', 'FUWU_BIZ_COMMODITY_VERIFY_FAIL_INVALID_PAY_METHOD', {}, customer('WithoutPayMethod')],
  [action, 'an account without money', 'InsufficientBalance', {}, customer('WithoutBalance')],
]);

/** Answers the code, and then holds that nothing was opened. */
const keptShut = async () => {
  const code = await refused();
  expect(await refused()).toBe('');
  return code;
};
itRefusesByFault(stage, 'cdn-service', () => ({}), { codeOf: keptShut });
