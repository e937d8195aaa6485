/** What modern clients send beyond the documents. */
import { vpc } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/index.js';
import { describe, expect, it } from 'vitest';
import { refusal, type SdkStage } from '../../stage.ts';

/** How the official client signs, and how it says the common parameters by each: in headers, or among the others. */
const ways = [undefined, 'HmacSHA1', 'HmacSHA256'] as const;

export function stories(stage: SdkStage): void {
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

    it.each(ways)('Tags come with a creation, are told by the list, and narrow it (%s)', async (way) => {
      const Tags = [{ Key: 'team', Value: 'web' }];
      await client(way).CreateVpc({ VpcName: 'net', CidrBlock: '10.8.0.0/16', Tags });
      await client(way).CreateVpc({ VpcName: 'other', CidrBlock: '10.8.0.0/16' });
      const { VpcSet = [] } = await client(way).DescribeVpcs({ Filters: [{ Name: 'tag:team', Values: ['web'] }] });
      expect(VpcSet.map(({ VpcName, TagSet }) => [VpcName, TagSet])).toEqual([['net', Tags]]);
    });

    it.each(ways)('a parameter that no cloud knows is refused (%s)', async (way) => {
      const odd = Object.assign({ VpcName: 'net', CidrBlock: '10.8.0.0/16' }, { Colour: 'blue' });
      expect(await refusal(client(way).CreateVpc(odd))).toBe('UnknownParameter');
      expect(await client(way).DescribeVpcs({})).toMatchObject({ TotalCount: 0 });
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
