/** The CDN service, by Alibaba's client. */
import RPCClient from '@alicloud/pop-core';
import { expect, it } from 'vitest';
import { refusal, type SdkStage, type Values } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  it.each(['GET', 'POST'])('the CDN service is opened once, by %s', async (method) => {
    const { secretId: accessKeyId, secretKey: accessKeySecret } = stage.me.keys;
    const endpoint = stage.cloud.url;
    const client = new RPCClient({ accessKeyId, accessKeySecret, endpoint, apiVersion: '2014-11-11' });
    const open = (params: Values) => client.request<{ RequestId: string }>('OpenCdnService', params, { method });
    expect(await refusal(open({ InternetChargeType: 'PayByMoon' }))).toBe('InvalidInternetChargeType.ValueNotSupported');
    expect(await refusal(open({}))).toBe('MissingParameter');
    expect(await open({ InternetChargeType: 'PayByTraffic' })).toEqual({ RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/i) });
    stage.heard('alicdn:OpenCdnService', {});
    expect(await refusal(open({ InternetChargeType: 'PayByTraffic' }))).toBe('CdnService.HasOpened');
  });
}
