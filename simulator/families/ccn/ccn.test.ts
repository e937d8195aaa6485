// Long: one world of CCNs, and every refusal of the family is proved in one file.
/** CCNs, through the wire: attachments of one account and of two, routes in conflict, tables, policies, limits. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, ofEach } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('ccn');
const { call3, code3 } = stage;
let vpcId: string;
let ccnId: string;

type Rows = readonly Record<string, unknown>[];
type Params = Readonly<Record<string, unknown>>;

const make = async (more: Params = {}): Promise<string> =>
  ((await call3('CreateCcn', { CcnName: 'backbone', ...more })).Ccn as { CcnId: string }).CcnId;

beforeEach(async () => {
  vpcId = (await stage.vpc()).id;
  ccnId = await make();
});

const vpc = (InstanceId = vpcId, InstanceRegion = 'ap-guangzhou') => ({ InstanceType: 'VPC', InstanceId, InstanceRegion });
const named = (...ids: readonly string[]) => ({ CcnId: ccnId, Instances: ids.map((id) => vpc(id)) });
const attach = (...ids: readonly string[]) => code3('AttachCcnInstances', named(...ids));
const secondVpc = async (cidr = '10.1.0.0/16'): Promise<string> => (await stage.vpc(cidr)).id;
const attachments = async () =>
  (await call3('DescribeCcnAttachedInstances', { Filters: [{ Name: 'ccn-id', Values: [ccnId] }] })).InstanceSet as Rows;
const routes = async (more: Params = {}) => (await call3('DescribeCcnRoutes', { CcnId: ccnId, ...more })).RouteSet as Rows;
const tables = async () =>
  (await call3('DescribeCcnRouteTables', { Filters: [{ Name: 'ccn-id', Values: [ccnId] }] })).CcnRouteTableSet as Rows;
const tableNamed = async (Name: string): Promise<string> => {
  await call3('CreateCcnRouteTables', { RouteTable: [{ CcnId: ccnId, Name }] });
  return String((await tables()).find(({ RouteTableName }) => RouteTableName === Name)?.CcnRouteTableId);
};
const routeId = async (InstanceId: string): Promise<string> =>
  String((await routes()).find((row) => row.InstanceId === InstanceId)?.RouteId);
/** What the tables of a VPC list. */
const learned = async (of: string) => {
  const { RouteTableSet } = await call3('DescribeRouteTables', { Filters: [{ Name: 'vpc-id', Values: [of] }] });
  return (RouteTableSet as { RouteSet: Rows }[])[0]?.RouteSet ?? [];
};
/** The same calls by another account. */
const by = async <T>(who: Awaited<ReturnType<TestWorld['newAccount']>>, work: () => Promise<T>): Promise<T> => stage.as(who, work);

it('is made, listed, changed and deleted', async () => {
  expect((await call3('DescribeCcns', { CcnIds: [ccnId] })).CcnSet).toMatchObject([
    { CcnName: 'backbone', State: 'AVAILABLE', InstanceCount: 0, RouteTableCount: 1, InstanceChargeType: 'POSTPAID', QosLevel: 'AU' },
  ]);
  expect(await code3('ModifyCcnAttribute', { CcnId: ccnId, CcnName: 'spine', RouteOverlapFlag: true })).toBe('');
  const found = await call3('DescribeCcns', { Filters: [{ Name: 'ccn-name', Values: ['spine'] }] });
  expect(found).toMatchObject({ TotalCount: 1, CcnSet: [{ CcnName: 'spine', CcnDescription: '', RouteOverlapFlag: true }] });
  expect(await by(await stage.newAccount(), () => call3('DescribeCcns'))).toMatchObject({ TotalCount: 0, CcnSet: [] });
  expect(await code3('DeleteCcn', { CcnId: ccnId })).toBe('');
  expect((await call3('DescribeCcns')).TotalCount).toBe(0);
});

it('joins VPCs: their ranges become its routes, and routes of the other’s tables', async () => {
  const other = await secondVpc();
  expect(await attach(vpcId, other)).toBe('');
  expect(await attachments()).toMatchObject([
    { InstanceId: other, State: 'ACTIVE', CidrBlock: ['10.1.0.0/16'], InstanceUin: stage.me.uin, RouteTableName: '_default_rtb' },
    { InstanceId: vpcId, State: 'ACTIVE', InstanceName: 'net' },
  ]);
  expect(await routes()).toMatchObject([
    { DestinationCidrBlock: '10.1.0.0/16', InstanceId: other, Enabled: true, InstanceRegion: 'ap-guangzhou' },
    { DestinationCidrBlock: '10.0.0.0/16', InstanceId: vpcId, Enabled: true },
  ]);
  expect(await routes({ RouteIds: [await routeId(other)] })).toHaveLength(1);
  expect(await routes({ Filters: [{ Name: 'instance-type', Values: ['VPNGW'] }] })).toEqual([]);
  expect(await learned(vpcId)).toMatchObject([
    { DestinationCidrBlock: '10.1.0.0/16', GatewayType: 'CCN', GatewayId: ccnId, RouteType: 'CCN' },
  ]);
  expect(await code3('ModifyCcnAttachedInstancesAttribute', { CcnId: ccnId, Instances: [{ ...vpc(other), Description: 'far' }] })).toBe('');
  expect((await attachments())[0]).toMatchObject({ Description: 'far' });
  expect(await code3('DeleteVpc', { VpcId: other })).toBe('ResourceInUse');
  expect(await code3('DetachCcnInstances', named(other))).toBe('');
  expect([await learned(vpcId), await routes()]).toMatchObject([[], [{ InstanceId: vpcId }]]);
});

it('takes what the VPC has from then on: secondary ranges and IPv6, of which what overlaps is off', async () => {
  const other = await secondVpc();
  await attach(vpcId, other);
  const ofVpc = async () =>
    (await routes())
      .filter(({ InstanceId }) => InstanceId === vpcId)
      .map(({ DestinationCidrBlock, Enabled }) => [DestinationCidrBlock, Enabled])
      .sort();
  await call3('CreateAssistantCidr', { VpcId: vpcId, CidrBlocks: ['10.1.128.0/20', '172.16.0.0/16'] });
  const { Ipv6CidrBlock } = await call3('AssignIpv6CidrBlock', { VpcId: vpcId });
  expect(await ofVpc()).toEqual([
    ['10.0.0.0/16', true],
    ['10.1.128.0/20', false],
    ['172.16.0.0/16', true],
    [Ipv6CidrBlock, true],
  ]);
  expect((await attachments()).find(({ InstanceId }) => InstanceId === vpcId)).toMatchObject({
    CidrBlock: ['10.0.0.0/16', '10.1.128.0/20', '172.16.0.0/16', Ipv6CidrBlock],
  });
  const told = (await learned(other)).map((row) => [row.DestinationCidrBlock, row.DestinationIpv6CidrBlock, row.GatewayId]);
  expect(told).toContainEqual(['', Ipv6CidrBlock, ccnId]);
  expect(told).toContainEqual(['172.16.0.0/16', '', ccnId]);
  await call3('ModifyAssistantCidr', { VpcId: vpcId, OldCidrBlocks: ['172.16.0.0/16'], NewCidrBlocks: ['172.17.0.0/16'] });
  await call3('DeleteAssistantCidr', { VpcId: vpcId, CidrBlocks: ['10.1.128.0/20'] });
  await call3('UnassignIpv6CidrBlock', { VpcId: vpcId, Ipv6CidrBlock });
  expect(await ofVpc()).toEqual([
    ['10.0.0.0/16', true],
    ['172.17.0.0/16', true],
  ]);
});

it('is at work on what is attached and detached, and has its routes when that is done', async () => {
  const other = await secondVpc();
  await attach(other);
  await stage.speed('ccn', { seconds: 5 });
  await attach(vpcId);
  const state = async () => (await attachments()).find(({ InstanceId }) => InstanceId === vpcId)?.State;
  expect([await state(), await routes()]).toMatchObject(['ATTACHING', [{ InstanceId: other }]]);
  expect(await code3('DetachCcnInstances', named(vpcId))).toBe('UnsupportedOperation.MutexOperationTaskRunning');
  expect(await learned(other)).toEqual([]);
  await stage.control('clock', { advance: 6 });
  expect([await state(), (await routes()).length, (await learned(other)).length]).toEqual(['ACTIVE', 2, 1]);
  expect(await code3('DetachCcnInstances', named(vpcId))).toBe('');
  expect([await state(), (await routes()).length]).toEqual(['DETACHING', 1]);
  await stage.control('clock', { advance: 6 });
  expect([await state(), (await attachments()).length]).toEqual([undefined, 1]);
});

it('takes routes that somebody writes, while the VPC is attached', async () => {
  const tableOf = async () => {
    const { RouteTableSet } = await call3('DescribeRouteTables', { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] });
    return (RouteTableSet as { RouteTableId: string }[])[0]?.RouteTableId ?? '';
  };
  const write = async () =>
    code3('CreateRoutes', {
      RouteTableId: await tableOf(),
      Routes: [{ DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'USER_CCN', GatewayId: ccnId }],
    });
  expect(await write()).toBe('InvalidParameterValue');
  await attach(vpcId);
  expect(await write()).toBe('');
  expect(await learned(vpcId)).toMatchObject([{ GatewayType: 'USER_CCN', GatewayId: ccnId }]);
  const older = (await stage.call2017('DescribeRouteTable', { vpcId })).data as { routeTableSet: Rows }[];
  expect(older[0]?.routeTableSet).toMatchObject([{ nextHub: 'Local' }]);
  await code3('DetachCcnInstances', named(vpcId));
  expect(await learned(vpcId)).toEqual([]);
});

it('leaves the later of two routes that overlap off, until the first is disabled or overlaps are allowed', async () => {
  const other = await secondVpc('10.0.0.0/18');
  await attach(vpcId);
  await attach(other);
  expect(await routes()).toMatchObject([
    { InstanceId: other, Enabled: false },
    { InstanceId: vpcId, Enabled: true },
  ]);
  const [first, second] = [await routeId(vpcId), await routeId(other)];
  expect(await code3('DisableCcnRoutes', { CcnId: ccnId, RouteIds: [first] })).toBe('');
  expect(await code3('EnableCcnRoutes', { CcnId: ccnId, RouteIds: [second] })).toBe('');
  expect(await code3('EnableCcnRoutes', { CcnId: ccnId, RouteIds: [first] })).toBe('UnsupportedOperation.CcnRouteCidrOverlap');
  await code3('ModifyCcnAttribute', { CcnId: ccnId, RouteOverlapFlag: true });
  expect(await code3('EnableCcnRoutes', { CcnId: ccnId, RouteIds: [first] })).toBe('');
  expect(await code3('ModifyCcnAttribute', { CcnId: ccnId, RouteOverlapFlag: false })).toBe(
    'UnsupportedOperation.CcnRouteOverlapFlagDisableNotSupported',
  );
});

it('waits for its owner where the VPC is another account’s, and forgets a request after seven days', async () => {
  const owner = await stage.newAccount();
  const foreign = await by(owner, () => make());
  const asked = { CcnId: foreign, Instances: [vpc()] };
  const own = async () => ((await call3('DescribeCcnAttachedInstances')).InstanceSet as Rows).map(({ State }) => State);
  expect(await code3('AttachCcnInstances', { ...asked, CcnUin: owner.uin })).toBe('');
  expect(await own()).toEqual(['PENDING']);
  expect(await by(owner, () => call3('DescribeCcnRoutes', { CcnId: foreign }))).toMatchObject({ TotalCount: 0 });
  await stage.control('clock', { advance: 7 * 24 * 3600 });
  expect(await own()).toEqual(['EXPIRED']);
  expect(await by(owner, () => code3('AcceptAttachCcnInstances', asked))).toBe('UnsupportedOperation.NotPendingCcnInstance');
  expect(await code3('ResetAttachCcnInstances', { ...asked, CcnUin: owner.uin })).toBe('');
  expect(await by(owner, () => code3('RejectAttachCcnInstances', asked))).toBe('');
  expect(await own()).toEqual(['REJECTED']);
  await code3('ResetAttachCcnInstances', { ...asked, CcnUin: owner.uin });
  expect(await by(owner, () => code3('AcceptAttachCcnInstances', asked))).toBe('');
  expect(await own()).toEqual(['ACTIVE']);
  expect(await by(owner, () => call3('DescribeCcnRoutes', { CcnId: foreign }))).toMatchObject({
    RouteSet: [{ InstanceUin: stage.me.uin, Enabled: true }],
  });
  // What stands in another account's CCN is not told.
  expect(await code3('DescribeCcnRoutes', { CcnId: foreign })).toBe('ResourceNotFound');
});

it('has route tables, to which networks are moved, and policies that choose one by the source', async () => {
  await attach(vpcId, await secondVpc());
  const own = await tableNamed('own');
  expect(await code3('ModifyCcnRouteTables', { RouteTableInfo: [{ RouteTableId: own, Name: 'mine', Description: 'd' }] })).toBe('');
  expect(await tables()).toMatchObject([{ RouteTableName: 'mine', RouteTableDescription: 'd' }, { IsDefaultTable: true }]);
  expect(await routes({ Filters: [{ Name: 'route-table-id', Values: [own] }] })).toHaveLength(2);
  const place = { CcnId: ccnId, RouteTableId: own, Instances: [{ InstanceType: 'VPC', InstanceId: vpcId }] };
  expect(await code3('AssociateInstancesToCcnRouteTable', place)).toBe('');
  expect((await attachments()).find(({ InstanceId }) => InstanceId === vpcId)).toMatchObject({ RouteTableId: own });
  const policy = { InstanceType: 'VPC', InstanceId: vpcId, SourceCidrBlock: '10.0.1.0/24', RouteTableId: own };
  expect(await code3('ModifyRouteTableSelectionPolicies', { CcnId: ccnId, SelectionPolicies: [policy] })).toBe('');
  const chosen = async () => (await call3('DescribeRouteTableSelectionPolicies')).RouteSelectionPolicySet as Rows;
  expect(await chosen()).toMatchObject([{ ...policy, RouteTableName: 'mine', InstanceName: 'net' }]);
  expect(await code3('ClearRouteTableSelectionPolicies', { CcnId: ccnId })).toBe('');
  expect(await chosen()).toEqual([]);
  const spare = await tableNamed('spare');
  expect(await code3('DeleteCcnRouteTables', { RouteTableId: [spare] })).toBe('');
  expect(await tables()).toHaveLength(2);
});

it('limits what leaves a region, or what two regions send each other', async () => {
  const limits = async () => (await call3('DescribeCcnRegionBandwidthLimits', { CcnId: ccnId })).CcnRegionBandwidthLimitSet;
  const set = (BandwidthLimit: number, more: Params = {}) =>
    code3('SetCcnRegionBandwidthLimits', {
      CcnId: ccnId,
      CcnRegionBandwidthLimits: [{ Region: 'ap-guangzhou', BandwidthLimit, ...more }],
    });
  expect(await set(50)).toBe('');
  expect(await limits()).toMatchObject([{ Region: 'ap-guangzhou', BandwidthLimit: 50 }]);
  expect(await code3('ModifyCcnRegionBandwidthLimitsType', { CcnId: ccnId, BandwidthLimitType: 'INTER_REGION_LIMIT' })).toBe('');
  expect(await limits()).toEqual([]);
  expect(await set(20, { DstRegion: 'ap-shanghai' })).toBe('');
  expect(await limits()).toMatchObject([{ Region: 'ap-guangzhou', DstRegion: 'ap-shanghai', BandwidthLimit: 20 }]);
  expect(await set(0, { DstRegion: 'ap-shanghai' })).toBe('');
  expect(await limits()).toEqual([]);
});

const lost = { CcnId: 'ccn-00000000' };
const here = () => named(vpcId);
const policyOf = (more: Params = {}) => ({
  InstanceType: 'VPC',
  InstanceId: vpcId,
  SourceCidrBlock: '10.0.1.0/24',
  RouteTableId: 'ccnrtb-1',
  ...more,
});
const defaultTable = async () => String((await tables()).find(({ IsDefaultTable }) => IsDefaultTable)?.CcnRouteTableId);
const placed = async (more: Params = {}) => ({
  CcnId: ccnId,
  RouteTableId: await defaultTable(),
  Instances: [{ InstanceType: 'VPC', InstanceId: vpcId }],
  ...more,
});
const noTable = 'UnsupportedOperation.CcnRouteTableNotExist';
const prepaid = async () => ({ CcnId: await make({ InstanceChargeType: 'PREPAID', BandwidthLimitType: 'INTER_REGION_LIMIT' }) });
const notPostpaid = 'UnsupportedOperation.NotPostpaidCcnOperation';

itRefuses(stage, [
  ['vpc:CreateCcn', 'one more than the quota', 'LimitExceeded', { CcnName: 'x' }, () => stage.quota('ccns-per-account', 1)],
  [
    'vpc:CreateCcn',
    'a prepaid one with limits for whole regions',
    'UnsupportedOperation.PrepaidCcnOnlySupportInterRegionLimit',
    { CcnName: 'x', InstanceChargeType: 'PREPAID', BandwidthLimitType: 'OUTER_REGION_LIMIT' },
  ],
  ['vpc:DescribeCcns', 'one that is not there', 'ResourceNotFound', { CcnIds: ['ccn-00000000'] }],
  ...ofEach(
    {
      'vpc:ModifyCcnAttribute': {},
      'vpc:DeleteCcn': {},
      'vpc:AttachCcnInstances': here,
      'vpc:DetachCcnInstances': here,
      'vpc:AcceptAttachCcnInstances': here,
      'vpc:RejectAttachCcnInstances': here,
      'vpc:ResetAttachCcnInstances': () => ({ ...here(), CcnUin: stage.me.uin }),
      'vpc:ModifyCcnAttachedInstancesAttribute': here,
      'vpc:DescribeCcnRoutes': {},
      'vpc:EnableCcnRoutes': { RouteIds: ['ccnr-00000000'] },
      'vpc:DisableCcnRoutes': { RouteIds: ['ccnr-00000000'] },
      'vpc:AssociateInstancesToCcnRouteTable': placed,
      'vpc:ModifyRouteTableSelectionPolicies': () => ({ SelectionPolicies: [policyOf()] }),
      'vpc:ClearRouteTableSelectionPolicies': {},
      'vpc:SetCcnRegionBandwidthLimits': { CcnRegionBandwidthLimits: [{ Region: 'ap-guangzhou', BandwidthLimit: 1 }] },
      'vpc:ModifyCcnRegionBandwidthLimitsType': {},
    },
    'a CCN that is not there',
    'ResourceNotFound',
    lost,
  ),
  ['vpc:CreateCcnRouteTables', 'a CCN that is not there', 'ResourceNotFound', { RouteTable: [{ ...lost, Name: 'x' }] }],
  [
    'vpc:DeleteCcn',
    'one with a VPC',
    'UnsupportedOperation.ExistCcnInstancesNotSupportDeleteCcn',
    () => ({ CcnId: ccnId }),
    () => attach(vpcId),
  ],
  [
    'vpc:DeleteCcn',
    'one with a table of its own',
    'UnsupportedOperation.ExistCcnCustomRouteTablesNotSupportDeleteCcn',
    () => ({ CcnId: ccnId }),
    () => tableNamed('own'),
  ],
  ['vpc:AttachCcnInstances', 'a VPC that is not there', 'ResourceNotFound', () => named('vpc-00000000')],
  ['vpc:AttachCcnInstances', 'a VPC twice', 'InvalidParameterValue.Duplicate', () => named(vpcId, vpcId)],
  ['vpc:AttachCcnInstances', 'a VPC that is attached', 'UnsupportedOperation.CcnAttached', here, () => attach(vpcId)],
  ['vpc:AttachCcnInstances', 'one more than the quota', 'LimitExceeded', here, () => stage.quota('attachments-per-ccn', 0)],
  [
    'vpc:AttachCcnInstances',
    'an account that nobody has',
    'UnsupportedOperation.UinNotFound',
    () => ({ ...here(), CcnUin: '100000000000' }),
  ],
  [
    'vpc:AttachCcnInstances',
    'a table of another CCN',
    noTable,
    () => ({ CcnId: ccnId, Instances: [{ ...vpc(), RouteTableId: 'ccnrtb-1' }] }),
  ],
  [
    'vpc:DetachCcnInstances',
    'one that is being attached',
    'UnsupportedOperation.MutexOperationTaskRunning',
    here,
    async () => {
      await stage.speed('ccn', { seconds: 60 });
      await attach(vpcId);
    },
  ],
  ...ofEach(
    { 'vpc:DetachCcnInstances': here, 'vpc:AcceptAttachCcnInstances': here, 'vpc:RejectAttachCcnInstances': here },
    'a VPC that is not attached',
    'UnsupportedOperation.CcnNotAttached',
    {},
  ),
  ...ofEach(
    { 'vpc:AcceptAttachCcnInstances': here, 'vpc:RejectAttachCcnInstances': here },
    'one that nobody asks for',
    'UnsupportedOperation.NotPendingCcnInstance',
    {},
    () => attach(vpcId),
  ),
  [
    'vpc:ResetAttachCcnInstances',
    'one that is connected',
    'UnsupportedOperation',
    () => ({ ...here(), CcnUin: stage.me.uin }),
    () => attach(vpcId),
  ],
  [
    'vpc:CreateCcnRouteTables',
    'one more than the quota',
    'UnsupportedOperation.RouteTableExceedPerVbcLimit',
    () => ({ RouteTable: [{ CcnId: ccnId, Name: 'x' }] }),
    () => stage.quota('route-tables-per-ccn', 1),
  ],
  ['vpc:ModifyCcnRouteTables', 'a table that is not there', noTable, { RouteTableInfo: [{ RouteTableId: 'ccnrtb-1' }] }],
  [
    'vpc:ModifyCcnRouteTables',
    'the default table',
    'UnsupportedOperation.NotSupportModifyDefaultCcnRouteTable',
    async () => ({ RouteTableInfo: [{ RouteTableId: await defaultTable(), Name: 'x' }] }),
  ],
  ['vpc:DeleteCcnRouteTables', 'a table that is not there', noTable, { RouteTableId: ['ccnrtb-1'] }],
  [
    'vpc:DeleteCcnRouteTables',
    'the default table',
    'UnsupportedOperation.NotSupportDeleteDefaultCcnRouteTable',
    async () => ({ RouteTableId: [await defaultTable()] }),
  ],
  [
    'vpc:DeleteCcnRouteTables',
    'a table that something is routed by',
    'UnsupportedOperation.RouteTableCanNotDelete',
    async () => {
      const own = await tableNamed('own');
      await attach(vpcId);
      await call3('AssociateInstancesToCcnRouteTable', await placed({ RouteTableId: own }));
      return { RouteTableId: [own] };
    },
  ],
  ['vpc:AssociateInstancesToCcnRouteTable', 'a table that is not there', noTable, () => placed({ RouteTableId: 'ccnrtb-1' })],
  ['vpc:AssociateInstancesToCcnRouteTable', 'a VPC that is not attached', 'UnsupportedOperation.InvalidInstanceState', placed],
  [
    'vpc:ModifyRouteTableSelectionPolicies',
    'a table that is not there',
    noTable,
    () => ({ CcnId: ccnId, SelectionPolicies: [policyOf({ RouteTableId: 'ccnrtb-1' })] }),
  ],
  [
    'vpc:ModifyRouteTableSelectionPolicies',
    'a VPC that is not attached',
    'UnsupportedOperation.InstanceNotExist',
    async () => ({ CcnId: ccnId, SelectionPolicies: [policyOf({ RouteTableId: await defaultTable() })] }),
  ],
  [
    'vpc:ModifyRouteTableSelectionPolicies',
    'a source twice',
    'UnsupportedOperation.NotSupportSameCcnInstanceAndSourceAddress',
    async () => {
      const policy = policyOf({ RouteTableId: await defaultTable() });
      return { CcnId: ccnId, SelectionPolicies: [policy, policy] };
    },
    () => attach(vpcId),
  ],
  [
    'vpc:SetCcnRegionBandwidthLimits',
    'a prepaid CCN',
    notPostpaid,
    async () => ({ ...(await prepaid()), CcnRegionBandwidthLimits: [{ Region: 'ap-guangzhou', BandwidthLimit: 1 }] }),
  ],
  ['vpc:ModifyCcnRegionBandwidthLimitsType', 'a prepaid CCN', notPostpaid, prepaid],
]);

it('attachments are those of the CCN that is named, by a filter or by the parameter', async () => {
  await attach(vpcId);
  const other = await make();
  await call3('AttachCcnInstances', { CcnId: other, Instances: [vpc(await secondVpc())] });
  const found = async (CcnId: string) => {
    const { TotalCount, InstanceSet } = await call3('DescribeCcnAttachedInstances', { CcnId });
    return [TotalCount, (InstanceSet as Rows).map((row) => row.CcnId)];
  };
  expect(await found(ccnId)).toEqual([1, [ccnId]]);
  expect(await found(other)).toEqual([1, [other]]);
  expect(await found('ccn-zzzzzzzz')).toEqual([0, []]);
});
