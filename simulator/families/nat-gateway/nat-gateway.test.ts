/** NAT gateways, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { newAccount } from '../../testing/client.ts';
import { itRefuses, ofElsewhere } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('nat-gateway', (outcome) => !outcome.includes('TranslationNatRule'));
const { call2017, word2017, call3, code3 } = stage;
let vpcId: string;

beforeEach(async () => {
  vpcId = (await stage.vpc()).id;
});

interface Nat {
  natId: string;
  state: number;
  productionStatus: number;
  eipSet: string[];
  eipCount: number;
  maxConcurrent: number;
}
const wanted = (more = {}) => ({ vpcId, natName: 'out', maxConcurrent: 1_000_000, autoAllocEipNum: 1, ...more });
const list = async (params = {}) => (await call2017('DescribeNatGateway', params)) as unknown as { totalCount: number; data: Nat[] };
const only = async (): Promise<Nat> => (await list()).data[0] as Nat;
const make = async (more = {}): Promise<Nat> => {
  await call2017('CreateNatGateway', wanted(more));
  return only();
};
const bill = async (billId: unknown) =>
  ((await call2017('QueryNatGatewayProductionStatus', { billId })).data as { status: number; errorCode: string }).status;
const task = async (taskId: unknown) => ((await call2017('DescribeVpcTaskResult', { taskId })).data as { status: number }).status;
const freeEip = async (): Promise<string> => (await stage.freeEip()).AddressIp;
const statusOf = async (ip: string): Promise<unknown> => {
  const answer = await call3('DescribeAddresses', { Filters: [{ Name: 'address-ip', Values: [ip] }] });
  return (answer.AddressSet as { AddressStatus: string }[])[0]?.AddressStatus;
};

it('is ordered, and grows by another order', async () => {
  await stage.speed('nat-gateway', { seconds: 60 });
  const ip = await freeEip();
  const { billId } = await call2017('CreateNatGateway', wanted({ autoAllocEipNum: 1, assignedEipSet: [ip] }));
  expect(typeof billId).toBe('string');
  expect(await bill(billId)).toBe(2);
  expect(await only()).toMatchObject({ natName: 'out', state: 1, productionStatus: 0, bandwidth: 100, eipCount: 2, vpcId });
  const { natId } = await only();
  expect(await word2017('DeleteNatGateway', { vpcId, natId })).toBe('ActionLocked');
  await stage.control('clock', { advance: 61 });
  expect(await bill(billId)).toBe(0);
  const made = await only();
  expect(made).toMatchObject({ state: 0, productionStatus: 1 });
  expect(made.eipSet).toContain(ip);
  expect(await statusOf(ip)).toBe('BIND');
  const upgraded = await call2017('UpgradeNatGateway', { vpcId, natId, maxConcurrent: 3_000_000 });
  expect(await only()).toMatchObject({ productionStatus: 3, maxConcurrent: 1_000_000 });
  await stage.control('clock', { advance: 61 });
  expect(await bill(upgraded.billId)).toBe(0);
  expect(await only()).toMatchObject({ productionStatus: 1, maxConcurrent: 3_000_000 });
  expect(await word2017('UpgradeNatGateway', { vpcId, natId, maxConcurrent: 1_000_000 })).toBe('InvalidParameter');
  expect((await call2017('DescribeVpcEx', { vpcId })).data).toMatchObject([{ natNum: 1 }]);
});

it('binds and unbinds elastic IPs, but keeps one', async () => {
  const { natId, eipSet } = await make();
  const ip = await freeEip();
  const bound = await call2017('EipBindNatGateway', { vpcId, natId, assignedEipSet: [ip], autoAllocEipNum: 1 });
  expect(await task(bound.taskId)).toBe(0);
  expect((await only()).eipSet).toHaveLength(3);
  const unbind = (assignedEipSet: string[]) => word2017('EipUnBindNatGateway', { vpcId, natId, assignedEipSet });
  expect(await unbind([await freeEip()])).toBe('ResourceNotFound');
  expect(await unbind(eipSet)).toBe('');
  expect(await statusOf(eipSet[0] ?? '')).toBe('UNBIND');
  expect((await only()).eipSet).toContain(ip);
  expect(await word2017('EipBindNatGateway', { vpcId, natId, assignedEipSet: [ip] })).toBe('ResourceInUse');
  expect(await word2017('EipBindNatGateway', { vpcId, natId, autoAllocEipNum: 3 })).toBe('LimitExceeded');
  expect(await word2017('EipBindNatGateway', { vpcId, natId, assignedEipSet: ['198.51.100.7'] })).toBe('ResourceNotFound');
  expect(await word2017('EipBindNatGateway', { vpcId, natId })).toBe('InvalidParameter');
  expect(await word2017('EipBindNatGateway', { vpcId, natId, autoAllocEipNum: 0 })).toBe('InvalidParameter');
});

it('carries routes, which go with it, and frees its elastic IPs', async () => {
  const { natId, eipSet } = await make();
  expect(await code3('DeleteVpc', { VpcId: vpcId })).toBe('ResourceInUse');
  const tables = await call2017('DescribeRouteTable', { vpcId });
  const [{ unRouteTableId: routeTableId }] = tables.data as [{ unRouteTableId: string }];
  const routeSet = [{ destinationCidrBlock: '0.0.0.0/0', nextType: 8, nextHub: natId }];
  expect(await word2017('CreateRoute', { vpcId, routeTableId, routeSet })).toBe('');
  const routes = async () => ((await call3('DescribeRouteTables')).RouteTableSet as { RouteSet: unknown[] }[])[0]?.RouteSet;
  expect(await routes()).toMatchObject([{ GatewayType: 'NAT', GatewayId: natId }]);
  const { taskId } = await call2017('DeleteNatGateway', { vpcId, natId });
  expect(await task(taskId)).toBe(0);
  expect(await routes()).toEqual([]);
  expect((await list()).totalCount).toBe(0);
  expect(await statusOf(eipSet[0] ?? '')).toBe('UNBIND');
  expect(await code3('DeleteVpc', { VpcId: vpcId })).toBe('');
});

it('is found and renamed', async () => {
  const { natId } = await make();
  expect(await word2017('ModifyNatGateway', { vpcId, natId, natName: 'renamed' })).toBe('');
  expect((await list({ natName: 'nam', orderField: 'natId', vpcId, natId })).data).toMatchObject([{ natName: 'renamed', bandwidth: 100 }]);
  expect(await word2017('ModifyNatGateway', { vpcId, natId, bandwidth: 10 })).toBe('');
  expect((await list({ natName: 'out' })).totalCount).toBe(0);
});

it('has a price', async () => {
  const { data } = await call2017('InquiryNatPrice', { maxConcurrent: 2_000_000 });
  const sample = { price: 150, totalCost: 150, realTotalCost: 150, timeSpan: 1, timeUnit: 'h', goodsNum: 1, policy: 100, unitPrice: 150 };
  expect(data).toEqual([sample]);
  expect(await word2017('InquiryNatPrice', { maxConcurrent: 20_000_000 })).toBe('InvalidParameter');
  expect(await word2017('QueryNatGatewayProductionStatus', { billId: '1' })).toBe('ResourceNotFound');
});

const longName = 'x'.repeat(26);
const whereOf = async (more = {}) => ({ vpcId, natId: (await make()).natId, ...more });
/** What each action about one gateway takes. */
const aboutOne = {
  'vpc2017:DescribeNatGateway': whereOf,
  'vpc2017:ModifyNatGateway': () => whereOf({ bandwidth: 5 }),
  'vpc2017:UpgradeNatGateway': () => whereOf({ maxConcurrent: 3_000_000 }),
  'vpc2017:DeleteNatGateway': whereOf,
  'vpc2017:EipBindNatGateway': () => whereOf({ autoAllocEipNum: 1 }),
  'vpc2017:EipUnBindNatGateway': () => whereOf({ assignedEipSet: ['198.51.100.7'] }),
};
const lastOf = async () => {
  const { natId, eipSet } = await make();
  return { vpcId, natId, assignedEipSet: eipSet };
};

itRefuses(stage, [
  ['vpc2017:CreateNatGateway', 'a VPC that is not there', 'InvalidVpc.NotFound', () => wanted({ vpcId: 'vpc-00000000' })],
  ['vpc2017:CreateNatGateway', '26 characters of name', 'InvalidNatGatewayName', () => wanted({ natName: longName })],
  ['vpc2017:CreateNatGateway', 'one more than the quota', 'NatGatewayLimitExceeded', wanted, () => stage.quota('nat-gateways-per-vpc', 0)],
  ['vpc2017:ModifyNatGateway', '26 characters of name', 'InvalidNatGatewayName', () => whereOf({ natName: longName })],
  ['vpc2017:EipUnBindNatGateway', 'the last elastic IP', 'NatGatewayEipNotEmpty', lastOf],
  ...ofElsewhere(stage, aboutOne, 'InvalidNatGatewayId.NotFound', { natId: 'nat-00000000' }),
]);

/** The same gateways as API 3.0 of today tells them. */
interface TodaysNat {
  NatGatewayId: string;
  State: string;
  NetworkState: string;
  PublicIpAddressSet: { PublicIpAddress: string }[];
}
const todays = async (params = {}) =>
  (await call3('DescribeNatGateways', params)) as unknown as { TotalCount: number; NatGatewaySet: TodaysNat[] };
const wantedToday = (more = {}) => ({ VpcId: vpcId, NatGatewayName: 'out', AddressCount: 1, ...more });

it('is made, told, changed and deleted by the actions of today, in the same world', async () => {
  await stage.speed('nat-gateway', { seconds: 60 });
  const { NatGatewaySet, TotalCount } = await call3('CreateNatGateway', wantedToday({ MaxConcurrentConnection: 1_000_000 }));
  expect(TotalCount).toBe(1);
  const [made] = NatGatewaySet as [TodaysNat];
  const { natId, eipSet } = await only();
  expect(made).toEqual({
    NatGatewayId: natId,
    NatGatewayName: 'out',
    VpcId: vpcId,
    State: 'PENDING',
    NetworkState: 'UNAVAILABLE',
    MaxConcurrentConnection: 1_000_000,
    InternetMaxBandwidthOut: 100,
    PublicIpAddressSet: eipSet.map((PublicIpAddress) => ({ PublicIpAddress })),
    CreatedTime: expect.any(String),
  });
  expect(await code3('DeleteNatGateway', { NatGatewayId: natId })).toBe('ResourceInUse');
  await stage.control('clock', { advance: 61 });
  expect((await todays()).NatGatewaySet).toMatchObject([{ State: 'AVAILABLE', NetworkState: 'AVAILABLE' }]);
  expect(await code3('ModifyNatGatewayAttribute', { NatGatewayId: natId, NatGatewayName: 'renamed', InternetMaxBandwidthOut: 20 })).toBe(
    '',
  );
  expect((await list()).data).toMatchObject([{ natName: 'renamed', bandwidth: 20 }]);
  expect(await code3('ResetNatGatewayConnection', { NatGatewayId: natId, MaxConcurrentConnection: 3_000_000 })).toBe('');
  expect((await todays()).NatGatewaySet).toMatchObject([{ State: 'UPDATING' }]);
  await stage.control('clock', { advance: 61 });
  const ip = await freeEip();
  expect(await code3('AssociateNatGatewayAddress', { NatGatewayId: natId, PublicIpAddresses: [ip] })).toBe('');
  await stage.control('clock', { advance: 61 });
  expect((await only()).eipSet).toContain(ip);
  expect(await code3('DisassociateNatGatewayAddress', { NatGatewayId: natId, PublicIpAddresses: [ip] })).toBe('');
  await stage.control('clock', { advance: 61 });
  expect(await statusOf(ip)).toBe('UNBIND');
  expect(await code3('DeleteNatGateway', { NatGatewayId: natId })).toBe('');
  expect((await todays()).NatGatewaySet).toMatchObject([{ State: 'DELETING' }]);
  await stage.control('clock', { advance: 61 });
  expect(await todays()).toMatchObject({ TotalCount: 0, NatGatewaySet: [] });
});

it('is found today by ids and filters, of which several values may be given, page by page', async () => {
  const ids: string[] = [];
  for (const NatGatewayName of ['one', 'two', 'three']) {
    const { NatGatewaySet } = await call3('CreateNatGateway', wantedToday({ NatGatewayName }));
    ids.push((NatGatewaySet as [TodaysNat])[0].NatGatewayId);
  }
  const found = async (params: object) => (await todays(params)).NatGatewaySet.map(({ NatGatewayId }) => NatGatewayId).sort();
  expect(await found({ NatGatewayIds: ids.slice(1) })).toEqual(ids.slice(1).sort());
  expect(await found({ Filters: [{ Name: 'nat-gateway-name', Values: ['one', 'three'] }] })).toEqual([ids[0], ids[2]].sort());
  expect(await found({ Filters: [{ Name: 'vpc-id', Values: [vpcId] }] })).toEqual([...ids].sort());
  expect((await todays({ Offset: 1, Limit: 1 })).TotalCount).toBe(3);
  expect(await found({ Offset: 2, Limit: 5 })).toHaveLength(1);
});

const lost = { NatGatewayId: 'nat-00000000' };
const full = 'LimitExceeded.PublicIpAddressPerNatGatewayLimitExceeded';
const noAddress = 'UnsupportedOperation.PublicIpAddressIsNotExisted';
const mine = async (more = {}) => ({ NatGatewayId: (await make()).natId, ...more });
const busy = async (more = {}) => {
  await stage.speed('nat-gateway', { seconds: 60 });
  return mine(more);
};
const elsewhere = { PublicIpAddresses: ['198.51.100.7'] };
const takenAddress = async () => ({ PublicIpAddresses: [(await make({ natName: 'other' })).eipSet[0]] });

itRefuses(stage, [
  ['vpc:DescribeNatGateways', 'an id that is not there', 'ResourceNotFound', { NatGatewayIds: [lost.NatGatewayId] }],
  ['vpc:CreateNatGateway', 'a VPC that is not there', 'ResourceNotFound', () => wantedToday({ VpcId: 'vpc-00000000' })],
  ['vpc:CreateNatGateway', 'too many addresses', full, () => wantedToday({ AddressCount: 5 })],
  ['vpc:CreateNatGateway', 'an address that is not there', noAddress, () => wantedToday(elsewhere)],
  ['vpc:CreateNatGateway', 'an address in use', 'ResourceInUse.Address', async () => wantedToday(await takenAddress())],
  [
    'vpc:CreateNatGateway',
    'one more than the quota',
    'LimitExceeded.NatGatewayPerVpcLimitExceeded',
    async () => {
      await stage.quota('nat-gateways-per-vpc', 0);
      return wantedToday();
    },
  ],
  ['vpc:ModifyNatGatewayAttribute', 'a gateway that is not there', 'ResourceNotFound', { ...lost, NatGatewayName: 'x' }],
  ['vpc:DeleteNatGateway', 'a gateway that is not there', 'ResourceNotFound', lost],
  ['vpc:DeleteNatGateway', 'one that is being made', 'ResourceInUse', () => busy()],
  ['vpc:ResetNatGatewayConnection', 'a gateway that is not there', 'ResourceNotFound', { ...lost, MaxConcurrentConnection: 3_000_000 }],
  ['vpc:ResetNatGatewayConnection', 'one that is being made', 'ResourceInUse', () => busy({ MaxConcurrentConnection: 3_000_000 })],
  ['vpc:ResetNatGatewayConnection', 'a smaller size', 'UnsupportedOperation', () => mine({ MaxConcurrentConnection: 1 })],
  ['vpc:AssociateNatGatewayAddress', 'a gateway that is not there', 'ResourceNotFound', { ...lost, AddressCount: 1 }],
  ['vpc:AssociateNatGatewayAddress', 'one that is being made', 'ResourceInUse', () => busy({ AddressCount: 1 })],
  ['vpc:AssociateNatGatewayAddress', 'too many addresses', full, () => mine({ AddressCount: 5 })],
  ['vpc:AssociateNatGatewayAddress', 'an address that is not there', noAddress, () => mine(elsewhere)],
  ['vpc:AssociateNatGatewayAddress', 'an address in use', 'ResourceInUse.Address', async () => mine(await takenAddress())],
  ['vpc:DisassociateNatGatewayAddress', 'a gateway that is not there', 'ResourceNotFound', { ...lost, ...elsewhere }],
  ['vpc:DisassociateNatGatewayAddress', 'one that is being made', 'ResourceInUse', () => busy(elsewhere)],
  [
    'vpc:DisassociateNatGatewayAddress',
    'the last address',
    'UnsupportedOperation.PublicIpAddressDisassociate',
    async () => {
      const { natId, eipSet } = await make();
      return { NatGatewayId: natId, PublicIpAddresses: eipSet };
    },
  ],
]);

it('tells accounts of today its type, zone and subnet, and nobody else', async () => {
  await call2017('CreateNatGateway', wanted({ autoAllocEipNum: 1 }));
  expect(await only()).not.toHaveProperty('natProductVersion');
  const modern = await newAccount(stage.me.url, { dialect: 'today' });
  await stage.as(modern, async () => {
    const { id: VpcId } = await stage.vpc();
    await call3('CreateNatGateway', { NatGatewayName: 'out', VpcId, AddressCount: 1 });
    expect((await call3('DescribeNatGateways')).NatGatewaySet).toMatchObject([{ NatProductVersion: 1, Zone: 'ap-guangzhou-1' }]);
  });
});

it('is made today of a type, in a zone and a subnet, and protected from deletion until that is switched off', async () => {
  const modern = await newAccount(stage.me.url, { dialect: 'today' });
  await stage.as(modern, async () => {
    const { id: VpcId } = await stage.vpc();
    const SubnetId = await stage.subnet(VpcId);
    const placed = { NatProductVersion: 2, Zone: 'ap-guangzhou-3', SubnetId, DeletionProtectionEnabled: true };
    const made = await call3('CreateNatGateway', { NatGatewayName: 'out', VpcId, AddressCount: 1, ...placed });
    const [{ NatGatewayId }] = made.NatGatewaySet as [{ NatGatewayId: string }];
    const read = async () => (await call3('DescribeNatGateways')).NatGatewaySet;
    await call3('ModifyNatGatewayAttribute', { NatGatewayId, NatGatewayName: 'renamed' });
    expect(await read()).toMatchObject([{ NatGatewayName: 'renamed', ...placed }]);
    expect(await code3('DeleteNatGateway', { NatGatewayId })).toBe('UnsupportedOperation.DeletionProtectionEnabled');
    await call3('ModifyNatGatewayAttribute', { NatGatewayId, DeletionProtectionEnabled: false });
    expect(await code3('DeleteNatGateway', { NatGatewayId })).toBe('');
  });
});

itRefuses(stage, [
  [
    'vpc:DeleteNatGateway',
    'one that is protected from it',
    'UnsupportedOperation.DeletionProtectionEnabled',
    async () => {
      const asked = { NatGatewayName: 'out', VpcId: vpcId, AddressCount: 1, DeletionProtectionEnabled: true };
      const [made] = (await call3('CreateNatGateway', asked)).NatGatewaySet as [{ NatGatewayId: string }];
      return { NatGatewayId: made.NatGatewayId };
    },
  ],
]);
