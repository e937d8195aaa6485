import { describe, expect, it } from 'vitest';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import type { Region } from '../../../catalogue/regions.ts';
import { type InRegion, scarceQuotas, tightSubnets } from './capacity-findings.ts';

const vpc = (VpcId: string, CidrBlock: string, region: Region = 'ap-guangzhou'): InRegion<Vpc> => ({
  region,
  row: { VpcId, CidrBlock, VpcName: VpcId, IsDefault: false, EnableMulticast: false, CreatedTime: '2026-01-01 00:00:00' },
});

const subnet = (SubnetId: string, CidrBlock: string, AvailableIpAddressCount: number, VpcId = 'vpc-1'): InRegion<Subnet> => ({
  region: 'ap-guangzhou',
  row: {
    SubnetId,
    VpcId,
    CidrBlock,
    AvailableIpAddressCount,
    SubnetName: SubnetId,
    IsDefault: false,
    EnableBroadcast: false,
    Zone: 'ap-guangzhou-1',
    RouteTableId: 'rtb-1',
    CreatedTime: '2026-01-01 00:00:00',
  },
});

describe('subnets nearly out of addresses', () => {
  it('are those with a tenth of their block or less, the fullest first', () => {
    const found = tightSubnets([
      subnet('roomy', '10.0.0.0/24', 200),
      subnet('edge', '10.0.1.0/24', 25),
      subnet('above', '10.0.2.0/24', 26),
      subnet('full', '10.0.3.0/24', 0),
      subnet('large', '10.1.0.0/16', 6553),
    ]);
    expect(found.map(({ row, size }) => [row.SubnetId, size])).toEqual([
      ['full', 256],
      ['edge', 256],
      ['large', 65536],
    ]);
  });

  it('leave out what cannot be read', () => {
    expect(tightSubnets([subnet('odd', '10.0.0.0/33', 0), subnet('none', '10.0.0.0/24', Number.NaN)])).toEqual([]);
  });
});

describe('quotas nearly used up', () => {
  const { row: small } = vpc('vpc-1', '10.0.0.0/16');
  const { row: other } = vpc('vpc-2', '10.1.0.0/16');
  const subnets = ['a', 'b', 'c', 'd'].map((name) => subnet(name, '10.0.0.0/24', 200).row);
  const countable = { region: 'ap-guangzhou', vpcs: [small, other], subnets } as const;

  it('are those of which four fifths are used, with the VPC that is the fullest, the fullest quota first', () => {
    expect(scarceQuotas([{ ...countable, limits: { '0': 2, '1': 5 } }])).toEqual([
      { region: 'ap-guangzhou', used: 2, limit: 2, vpc: null },
      { region: 'ap-guangzhou', used: 4, limit: 5, vpc: small },
    ]);
    expect(scarceQuotas([{ ...countable, limits: { '0': 3, '1': 6 } }])).toEqual([]);
  });

  it('are not guessed where the cloud tells no limit', () => {
    expect(scarceQuotas([{ ...countable, limits: {} }])).toEqual([]);
  });
});
