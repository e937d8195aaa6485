/** Peerings, through the wire: of one account and of two, within a region and between regions. */
import { beforeEach, expect, it } from 'vitest';
import { call2017 as callAs, call3 as callThree, control, type Target, word2017 as wordAs } from '../../testing/client.ts';
import { itRefuses, itRefusesByFault, ofEach, type RefusalCase } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('peering');
const { call2017, word2017, call3, code3 } = stage;
type Account = Target & { readonly uin: string };
let vpcId: string;
let other: Account;
let otherVpc: string;

const vpcOfAccount = async (account: Target, cidrBlock: string): Promise<string> =>
  (await callAs(account, 'CreateVpc', { vpcName: 'theirs', cidrBlock })).unVpcId as string;

beforeEach(async () => {
  vpcId = (await stage.vpc()).id;
  other = await stage.newAccount();
  otherVpc = await vpcOfAccount(other, '172.16.0.0/16');
});

const toOther = (more = {}) => ({ vpcId, peerVpcId: otherVpc, peerUin: other.uin, peeringConnectionName: 'theirs', ...more });
const ask = async (more = {}) => (await call2017('CreateVpcPeeringConnection', toOther(more))).peeringConnectionId as string;
const statesOf = async (account: Target, region = 'ap-guangzhou'): Promise<unknown[]> => {
  const { data } = await callAs({ ...account, region }, 'DescribeVpcPeeringConnections');
  return (data as { state: number }[]).map(({ state }) => state);
};
const by = (account: Target, action: string, peeringConnectionId: string) =>
  wordAs(account, `${action}VpcPeeringConnection`, { peeringConnectionId });
const advance = (seconds: number) => control(stage.me.url, 'POST', 'clock', { advance: seconds });
const routeTo = async (account: Target, vpc: string, peering: string, destination: string) => {
  const { data } = await callAs(account, 'DescribeRouteTable', { vpcId: vpc });
  const routeTableId = (data as { unRouteTableId: string }[])[0]?.unRouteTableId;
  const routeSet = [{ destinationCidrBlock: destination, nextType: 4, nextHub: peering }];
  return wordAs(account, 'CreateRoute', { vpcId: vpc, routeTableId, routeSet });
};
const routesOf = async (account: Target, vpc: string) => {
  const { data } = await callAs(account, 'DescribeRouteTable', { vpcId: vpc });
  return ((data as { routeTableSet: unknown[] }[])[0]?.routeTableSet.length ?? 0) - 1;
};

it('within one account is active at once', async () => {
  const second = await stage.vpc('192.168.0.0/16');
  const id = await ask({ peerVpcId: second.oldId, peerUin: stage.me.uin, peeringConnectionName: 'ours' });
  const { totalCount, data } = await call2017('DescribeVpcPeeringConnections', { vpcId: second.id, state: 1 });
  expect(totalCount).toBe(1);
  expect((data as unknown[])[0]).toMatchObject({ peeringConnectionId: id, unVpcId: vpcId, unPeerVpcId: second.id, uin: stage.me.uin });
  expect((await call2017('DescribeVpcEx', { vpcId })).data).toMatchObject([{ vpcPeerNum: 1 }]);
  expect(await code3('DeleteVpc', { VpcId: second.id })).toBe('ResourceInUse');
});

it('is accepted by the account that was asked, and carries routes of both sides until either deletes it', async () => {
  const id = await ask();
  expect(await statesOf(other)).toEqual([0]);
  expect(await routeTo(stage.me, vpcId, id, '172.16.1.0/24')).toBe('InvalidRouteNextHub.NotFound');
  expect(await by(stage.me, 'Accept', id)).toBe('UnauthorizedOperation');
  expect(await by(other, 'Accept', id)).toBe('Success');
  expect(await statesOf(stage.me)).toEqual([1]);
  expect(await by(other, 'Reject', id)).toBe('OperationFailed');
  expect(await routeTo(stage.me, vpcId, id, '192.168.0.0/24')).toBe('InvalidDestinationCidr');
  expect(await routeTo(stage.me, vpcId, id, '172.16.1.0/24')).toBe('Success');
  expect(await routeTo(other, otherVpc, id, '10.0.1.0/24')).toBe('Success');
  expect([await routesOf(stage.me, vpcId), await routesOf(other, otherVpc)]).toEqual([1, 1]);
  expect(await by(other, 'Delete', id)).toBe('Success');
  expect([await routesOf(stage.me, vpcId), await routesOf(other, otherVpc)]).toEqual([0, 0]);
  expect(await statesOf(stage.me)).toEqual([]);
});

it('may be rejected, and is nothing to a third account', async () => {
  const id = await ask();
  expect(await by(await stage.newAccount(), 'Accept', id)).toBe('InvalidPeeringConnection.NotFound');
  expect(await by(stage.me, 'Reject', id)).toBe('UnauthorizedOperation');
  expect(await by(other, 'Reject', id)).toBe('Success');
  expect(await statesOf(stage.me)).toEqual([3]);
  expect(await by(stage.me, 'Enable', id)).toBe('OperationFailed');
  expect(await by(stage.me, 'Delete', id)).toBe('Success');
});

it('expires after seven days, until the account that asked asks again', async () => {
  const id = await ask();
  await advance(7 * 86_400 - 60);
  expect(await by(stage.me, 'Enable', id)).toBe('OperationFailed');
  await advance(60);
  expect(await statesOf(other)).toEqual([2]);
  expect(await by(other, 'Accept', id)).toBe('OperationFailed');
  expect(await by(other, 'Enable', id)).toBe('UnauthorizedOperation');
  expect(await by(stage.me, 'Enable', id)).toBe('Success');
  expect(await statesOf(stage.me)).toEqual([0]);
  await advance(6 * 86_400);
  expect(await by(other, 'Accept', id)).toBe('Success');
});

it('between regions takes tasks, and has a bandwidth', async () => {
  const shanghai = { ...other, region: 'ap-shanghai' };
  const peerVpcId = await vpcOfAccount(shanghai, '192.168.0.0/16');
  await stage.speed('peering', { reads: 1 });
  const wanted = { ...toOther(), peerVpcId, peerRegion: 'sh', bandwidth: '50' };
  const { taskId } = await call2017('CreateVpcPeeringConnectionEx', wanted);
  const status = async (task: unknown) => ((await call2017('DescribeVpcTaskResult', { taskId: task })).data as { status: number }).status;
  expect([await status(taskId), await status(taskId)]).toEqual([2, 0]);
  const { data } = await call2017('DescribeVpcPeeringConnections');
  const [{ peeringConnectionId }] = data as [{ peeringConnectionId: string }];
  expect(await statesOf(shanghai, 'ap-shanghai')).toEqual([0]);
  expect(await statesOf(other)).toEqual([]);
  expect(await wordAs(shanghai, 'AcceptVpcPeeringConnectionEx', { peeringConnectionId })).toBe('Success');
  expect(await statesOf(stage.me)).toEqual([1]);
  const modified = await call2017('ModifyVpcPeeringConnectionEx', { peeringConnectionId, bandwidth: 100, peeringConnectionName: 'wide' });
  expect([await status(modified.taskId), await status(modified.taskId)]).toEqual([2, 0]);
  expect(await routeTo(stage.me, vpcId, peeringConnectionId, '192.168.1.0/24')).toBe('Success');
  const deleted = await call2017('DeleteVpcPeeringConnectionEx', { peeringConnectionId });
  expect(await word2017('DeleteVpcPeeringConnectionEx', { peeringConnectionId })).toBe('ActionLocked');
  expect(await routesOf(stage.me, vpcId)).toBe(1);
  expect([await status(deleted.taskId), await status(deleted.taskId)]).toEqual([2, 0]);
  expect(await routesOf(stage.me, vpcId)).toBe(0);
});

it('the other steps between regions follow the same rules', async () => {
  const id = await ask();
  const ex = (account: Target, action: string) => wordAs(account, `${action}VpcPeeringConnectionEx`, { peeringConnectionId: id });
  await advance(8 * 86_400);
  expect(await ex(stage.me, 'Enable')).toBe('Success');
  expect(await ex(stage.me, 'Reject')).toBe('UnauthorizedOperation');
  expect(await ex(other, 'Reject')).toBe('Success');
  expect(await statesOf(other)).toEqual([3]);
  expect(await wordAs(stage.me, 'ModifyVpcPeeringConnectionEx', { peeringConnectionId: id, bandwidth: 10 })).toBe('InvalidParameter');
});

const none = 'pcx-00000000';
const longName = 'x'.repeat(61);
const [create, createEx] = ['vpc2017:CreateVpcPeeringConnection', 'vpc2017:CreateVpcPeeringConnectionEx'] as const;
/** What a peering between regions is asked for with. */
const between = { peerRegion: 'ap-guangzhou', bandwidth: 10 };
const creations = { [create]: () => toOther(), [createEx]: () => toOther(between) };
const overlapping = async () => ({ peerVpcId: await vpcOfAccount(other, '10.0.128.0/20') });
const list = 'vpc2017:DescribeVpcPeeringConnections';
const renaming = { peeringConnectionId: none, peeringConnectionName: 'x' };
const renamings = { 'vpc2017:ModifyVpcPeeringConnection': renaming, 'vpc2017:ModifyVpcPeeringConnectionEx': renaming };
const aboutOne = {
  ...renamings,
  'vpc2017:DeleteVpcPeeringConnection': {},
  'vpc2017:DeleteVpcPeeringConnectionEx': {},
  'vpc2017:AcceptVpcPeeringConnection': {},
  'vpc2017:AcceptVpcPeeringConnectionEx': {},
  'vpc2017:RejectVpcPeeringConnection': {},
  'vpc2017:RejectVpcPeeringConnectionEx': {},
  'vpc2017:EnableVpcPeeringConnection': {},
  'vpc2017:EnableVpcPeeringConnectionEx': {},
  [list]: {},
};

itRefuses(stage, [
  ...ofEach(creations, 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }),
  ...ofEach(creations, 'a peer VPC that is not there', 'InvalidVpc.NotFound', { peerVpcId: 'vpc-00000000' }),
  ...ofEach(creations, 'an account that is not there', 'InvalidVpc.NotFound', { peerUin: '1' }),
  ...ofEach(creations, '61 characters of name', 'InvalidPeeringConnectionName', { peeringConnectionName: longName }),
  ...ofEach(creations, 'blocks that overlap', 'PeeringConnectionVpcConflict', overlapping),
  ...ofEach(creations, 'one more than the quota', 'PeeringConnectionLimitExceeded', {}, () => stage.quota('peerings-per-vpc', 0)),
  [createEx, 'a peer that is no VPC', 'InvalidVpc.NotFound', () => toOther({ ...between, type: 2 })],
  [create, 'a pair that has one', 'PeeringConnectionVpcConflict', () => toOther(), ask],
  ...ofEach(aboutOne, 'a peering that is not there', 'InvalidPeeringConnection.NotFound', { peeringConnectionId: none }),
  ...ofEach(renamings, '61 characters of name', 'InvalidPeeringConnectionName', { peeringConnectionName: longName }),
  [list, 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }],
]);

itRefusesByFault(stage, 'peering', () => ({ peeringConnectionId: none }));

/** The same peerings as API 3.0 of today tells them. */
const todays = async (params = {}) => (await call3('DescribeVpcPeeringConnections', params)).PeerConnectionSet as Record<string, unknown>[];
const wantedToday = (more = {}) => ({
  SourceVpcId: vpcId,
  DestinationVpcId: otherVpc,
  DestinationUin: other.uin,
  DestinationRegion: 'ap-guangzhou',
  PeeringConnectionName: 'theirs',
  ...more,
});
const makeToday = async (more = {}) => (await call3('CreateVpcPeeringConnection', wantedToday(more))).PeeringConnectionId as string;

it('is asked for, told, renamed and deleted by the actions of today, in the same world', async () => {
  const PeeringConnectionId = await makeToday();
  expect(await statesOf(other)).toEqual([0]);
  expect(await todays({ PeeringConnectionIds: [PeeringConnectionId] })).toEqual([
    {
      PeeringConnectionId,
      PeeringConnectionName: 'theirs',
      SourceVpcId: vpcId,
      PeerVpcId: otherVpc,
      SourceUin: Number(stage.me.uin),
      DestinationUin: Number(other.uin),
      AppId: expect.any(Number),
      State: 'PENDING',
      CreateTime: expect.any(String),
      DestinationVpcId: otherVpc,
    },
  ]);
  expect(await code3('AcceptVpcPeeringConnection', { PeeringConnectionId })).toBe('UnsupportedOperation.VpcPeerPurviewError');
  expect(await by(other, 'Accept', PeeringConnectionId)).toBe('Success');
  expect(await code3('ModifyVpcPeeringConnection', { PeeringConnectionId, PeeringConnectionName: 'renamed' })).toBe('');
  expect(await todays({ Filters: [{ Name: 'vpc-id', Values: [vpcId] }] })).toMatchObject([
    { PeeringConnectionName: 'renamed', State: 'ACTIVE' },
  ]);
  expect(await code3('DeleteVpcPeeringConnection', { PeeringConnectionId })).toBe('');
  expect(await todays()).toEqual([]);
});

it('is one action today within a region and between regions', async () => {
  const shanghai = { ...stage.me, region: 'ap-shanghai' };
  const far = await vpcOfAccount(shanghai, '192.168.0.0/16');
  const between = {
    DestinationVpcId: far,
    DestinationUin: stage.me.uin,
    DestinationRegion: 'ap-shanghai',
    Bandwidth: 50,
    Type: 'VPC_PEER',
  };
  const PeeringConnectionId = await makeToday(between);
  expect(await todays()).toMatchObject([{ PeeringConnectionId, PeerVpcId: far, State: 'ACTIVE' }]);
  expect(await statesOf(shanghai, 'ap-shanghai')).toEqual([1]);
  expect(await code3('ModifyVpcPeeringConnection', { PeeringConnectionId, Bandwidth: 100 })).toBe('');
  expect(await code3('DeleteVpcPeeringConnection', { PeeringConnectionId })).toBe('');
});

it('tells an account of today where its ends are, how wide it is and how it is paid for; each can be changed alone', async () => {
  const me = await stage.newAccount({ dialect: 'today' });
  const as = (region: string) => ({ ...me, region });
  const near = await vpcOfAccount(as('ap-guangzhou'), '10.1.0.0/16');
  const far = await vpcOfAccount(as('ap-shanghai'), '10.2.0.0/16');
  const beside = await vpcOfAccount(as('ap-guangzhou'), '10.3.0.0/16');
  const ask = { ...wantedToday({ SourceVpcId: near, DestinationUin: me.uin }), DestinationVpcId: far, DestinationRegion: 'ap-shanghai' };
  const wide = { Bandwidth: 300, ChargeType: 'POSTPAID_BY_MONTH_95', QosLevel: 'PT' };
  const { PeeringConnectionId } = await callThree(me, 'CreateVpcPeeringConnection', { ...ask, ...wide });
  const told = async (id: unknown) =>
    ((await callThree(me, 'DescribeVpcPeeringConnections', { PeeringConnectionIds: [id] })).PeerConnectionSet as unknown[])[0];
  const ends = { SourceRegion: 'ap-guangzhou', DestinationRegion: 'ap-shanghai', Type: 'VPC_PEER', DestinationVpcId: far };
  expect(await told(PeeringConnectionId)).toMatchObject({ ...ends, ...wide });
  await callThree(me, 'ModifyVpcPeeringConnection', { PeeringConnectionId, PeeringConnectionName: 'renamed' });
  expect(await told(PeeringConnectionId)).toMatchObject({ ...wide, PeeringConnectionName: 'renamed' });
  await callThree(me, 'ModifyVpcPeeringConnection', { PeeringConnectionId, ChargeType: 'POSTPAID_BY_DAY_MAX' });
  expect(await told(PeeringConnectionId)).toMatchObject({ ...wide, ChargeType: 'POSTPAID_BY_DAY_MAX' });
  const inside = { DestinationVpcId: beside, DestinationRegion: 'ap-guangzhou' };
  const made = await callThree(me, 'CreateVpcPeeringConnection', { ...ask, ...inside });
  expect(await told(made.PeeringConnectionId)).toMatchObject({ Bandwidth: 0, DestinationRegion: 'ap-guangzhou' });
});

it('is accepted and rejected today by the account that was asked', async () => {
  const asked = async () => (await callAs(other, 'CreateVpcPeeringConnection', fromOther())).peeringConnectionId as string;
  const fromOther = () => ({ vpcId: otherVpc, peerVpcId: vpcId, peerUin: stage.me.uin, peeringConnectionName: 'mine' });
  const first = await asked();
  expect(await code3('AcceptVpcPeeringConnection', { PeeringConnectionId: first })).toBe('');
  expect(await statesOf(other)).toEqual([1]);
  expect(await by(other, 'Delete', first)).toBe('Success');
  expect(await code3('RejectVpcPeeringConnection', { PeeringConnectionId: await asked() })).toBe('');
  expect(await statesOf(other)).toEqual([3]);
});

const lost = { PeeringConnectionId: none };
itRefuses(stage, [
  ['vpc:DescribeVpcPeeringConnections', 'an id that is not there', 'ResourceNotFound', { PeeringConnectionIds: [none] }],
  ['vpc:CreateVpcPeeringConnection', 'a VPC that is not there', 'ResourceNotFound', () => wantedToday({ SourceVpcId: 'vpc-00000000' })],
  [
    'vpc:CreateVpcPeeringConnection',
    '61 characters of name',
    'InvalidParameterValue',
    () => wantedToday({ PeeringConnectionName: longName }),
  ],
  [
    'vpc:CreateVpcPeeringConnection',
    'no bandwidth between regions',
    'UnsupportedOperation',
    () => wantedToday({ DestinationRegion: 'ap-shanghai' }),
  ],
  [
    'vpc:CreateVpcPeeringConnection',
    'blocks that overlap',
    'UnsupportedOperation.VpcPeerCidrConflict',
    async () => wantedToday({ DestinationVpcId: await vpcOfAccount(other, '10.0.128.0/20') }),
  ],
  [
    'vpc:CreateVpcPeeringConnection',
    'one more than the quota',
    'LimitExceeded.VpcPeerAvaLimitExceeded',
    async () => {
      await stage.quota('peerings-per-vpc', 0);
      return wantedToday();
    },
  ],
  ['vpc:ModifyVpcPeeringConnection', 'a peering that is not there', 'ResourceNotFound', { ...lost, PeeringConnectionName: 'x' }],
  ['vpc:ModifyVpcPeeringConnection', '61 characters of name', 'InvalidParameterValue', { ...lost, PeeringConnectionName: longName }],
  [
    'vpc:ModifyVpcPeeringConnection',
    'a bandwidth within one region',
    'InvalidParameter',
    async () => ({ PeeringConnectionId: await makeToday(), Bandwidth: 10 }),
  ],
  ['vpc:DeleteVpcPeeringConnection', 'a peering that is not there', 'ResourceNotFound', lost],
  ...(['Accept', 'Reject'] as const).flatMap((verb): RefusalCase[] => [
    [`vpc:${verb}VpcPeeringConnection`, 'a peering that is not there', 'ResourceNotFound', lost],
    [
      `vpc:${verb}VpcPeeringConnection`,
      'the account that asked',
      'UnsupportedOperation.VpcPeerPurviewError',
      async () => ({ PeeringConnectionId: await makeToday() }),
    ],
    [
      `vpc:${verb}VpcPeeringConnection`,
      'one that is connected',
      'UnsupportedOperation.VpcPeerInvalidStateChange',
      async () => {
        const second = await stage.vpc('192.168.0.0/16');
        return { PeeringConnectionId: await makeToday({ DestinationVpcId: second.id, DestinationUin: stage.me.uin }) };
      },
    ],
  ]),
]);
