/** Alibaba's client, and what modern clients send beyond the documents. */
import RPCClient from '@alicloud/pop-core';
import { vpc } from 'tencentcloud-sdk-nodejs';
import { describe, expect, it } from 'vitest';
import { refusal, type SdkStage, type Values } from '../stage.ts';

export function alibabaStories(stage: SdkStage): void {
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

/** How the official client signs, and how it says the common parameters by each: in headers, or among the others. */
const ways = [undefined, 'HmacSHA1', 'HmacSHA256'] as const;

export function modernFieldStories(stage: SdkStage): void {
  describe('fields that the documents do not know', () => {
    const client = (signMethod: (typeof ways)[number]) => {
      const httpProfile = { protocol: 'http://' as const, endpoint: `127.0.0.1:${stage.cloud.port}` };
      const profile = { language: 'en-US' as const, httpProfile, ...(signMethod ? { signMethod } : {}) };
      return new vpc.v20170312.Client({ credential: { ...stage.me.keys }, region: 'ap-guangzhou', profile });
    };

    it.each(ways)('Language and RequestClient are common parameters (%s)', async (way) => {
      // The client always says who it is; the language it was told above.
      const { Vpc } = await client(way).CreateVpc({ VpcName: 'net', CidrBlock: '10.8.0.0/16' });
      expect(Vpc?.VpcId).toMatch(/^vpc-/);
    });

    it.each(ways)('Tags are a parameter that the action does not have (%s)', async (way) => {
      const tagged = { VpcName: 'net', CidrBlock: '10.8.0.0/16', Tags: [{ Key: 'team', Value: 'web' }] };
      expect(await refusal(client(way).CreateVpc(tagged))).toBe('UnknownParameter');
      expect(await client(way).DescribeVpcs({})).toMatchObject({ TotalCount: 0 });
      const bought = client(way).AllocateAddresses({ AddressCount: 1, InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR' });
      expect(await refusal(bought)).toBe('UnknownParameter');
    });

    it('in the 2017 API RequestClient is tolerated, which its client sends, and nothing else', async () => {
      const ask = stage.capi();
      expect(await ask('DescribeVpcEx')).toMatchObject({ code: 0, totalCount: 0 });
      for (const [name, value] of Object.entries({ Tags: [{ Key: 'team' }], Language: 'en-US', subnetset: 'x' })) {
        expect(await ask('DescribeVpcEx', { [name]: value })).toMatchObject({ code: 4000 });
      }
    });
  });
}
