/** Elastic IPs of today, by the official client of API 3.0. */
import { beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  describe('elastic IPs', () => {
    beforeEach(async () => stage.use(await stage.newAccount({ dialect: 'today' })));

    it('are taken for a line and a way of paying, found by both, widened together, and paid otherwise', async () => {
      const client = stage.vpc();
      const monthly = { InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH', AddressChargePrepaid: { Period: 12 } };
      const { AddressSet: lines = [] } = await client.AllocateAddresses({
        AddressCount: 2,
        AddressName: '电信',
        InternetServiceProvider: 'CTCC',
        InternetMaxBandwidthOut: 100,
        ...monthly,
      });
      const { AddressSet: plain = [] } = await client.AllocateAddresses({});
      const found = async (Name: string, value: string) =>
        (await client.DescribeAddresses({ Filters: [{ Name, Values: [value] }] })).AddressSet?.map(({ AddressId }) => must(AddressId));
      expect((await found('address-isp', 'CTCC'))?.toSorted()).toEqual(lines.toSorted());
      expect(await found('address-isp', 'BGP')).toEqual(plain);
      expect(await found('address-type', 'AnycastEIP')).toEqual([]);
      await client.ModifyAddressesBandwidth({ AddressIds: lines, InternetMaxBandwidthOut: 200 });
      expect(await refusal(client.ModifyAddressesBandwidth({ AddressIds: plain, InternetMaxBandwidthOut: 200 }))).toBe(
        'InvalidParameterValue.BandwidthOutOfRange',
      );
      const [AddressId = ''] = lines;
      const hourly = { InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR', InternetMaxBandwidthOut: 50 };
      await client.ModifyAddressInternetChargeType({ AddressId, ...hourly });
      const { AddressSet } = await client.DescribeAddresses({ AddressIds: lines });
      const paid = Object.fromEntries(must(AddressSet).map((row) => [row.AddressId, [row.InternetChargeType, row.Bandwidth]]));
      expect(paid).toEqual({
        [AddressId]: ['BANDWIDTH_POSTPAID_BY_HOUR', 50],
        [must(lines[1])]: ['BANDWIDTH_PREPAID_BY_MONTH', 200],
      });
    });

    it('are followed by their tasks, which the cloud may take its time for', async () => {
      const client = stage.vpc();
      const { AddressSet = [] } = await client.AllocateAddresses({});
      await stage.control('transitions', { family: 'eip', speed: { seconds: 30 } });
      const { TaskId } = await client.ModifyAddressesBandwidth({ AddressIds: AddressSet, InternetMaxBandwidthOut: 5 });
      const result = async () => (await client.DescribeTaskResult({ TaskId: Number(TaskId) })).Result;
      const width = async () => (await client.DescribeAddresses({ AddressIds: AddressSet })).AddressSet?.[0]?.Bandwidth;
      expect([await result(), await width()]).toEqual(['RUNNING', 1]);
      await stage.control('clock', { advance: 31 });
      expect([await result(), await width()]).toEqual(['SUCCESS', 5]);
    });
  });
}
