/** Network ACLs, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import type { ActionName } from '../../../catalogue/index.ts';
import { itRefuses, ofEach, ofElsewhere, type RefusalCase } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('network-acl');
const { call2017, word2017, call3, code3 } = stage;
let vpcId: string;
let oldId: string;
let networkAclId: string;

beforeEach(async () => {
  ({ id: vpcId, oldId } = await stage.vpc());
  networkAclId = await newAcl('first');
});

const newAcl = async (networkAclName: string) =>
  ((await call2017('CreateNetworkAcl', { vpcId, networkAclName })).data as { networkAclId: string }).networkAclId;
const list = async (params = {}) =>
  (await call2017('DescribeNetworkAcl', params)) as unknown as { totalCount: number; data: Record<string, unknown>[] };
const rule = (n: number) => ({ desc: `r${n}`, ipProtocol: 'TCP', cidrIp: '10.0.0.2/24', portRange: `${80 + n}`, action: 0 });
const rules = (count: number) => Array.from({ length: count }, (_, n) => rule(n));

it('begins with everything allowed, and is listed in both ways', async () => {
  expect(networkAclId).toMatch(/^acl-[0-9a-z]{8}$/);
  const all = { desc: '', ipProtocol: 'all', cidrIp: '0.0.0.0/0', portRange: 'ALL', action: 1 };
  const { totalCount, data } = await list({ vpcId: oldId, networkAclId });
  expect(totalCount).toBe(1);
  expect(data[0]).toMatchObject({ vpcId: oldId, unVpcId: vpcId, networkAclName: 'first', subnetNum: 0 });
  expect(data[0]?.networkAclEntrySet).toEqual({ ingress: [all], egress: [all] });
  await newAcl('second');
  const older = (params: object) => call2017('DescribeAcl', { vpcId, ...params });
  expect((await older({ limit: 1, offset: 1 })).data).toMatchObject({ totalCount: 2, aclSet: [{ networkAclName: 'first' }] });
  expect((await older({ name: 'sec' })).data).toMatchObject({ totalCount: 1, aclSet: [{ acl: [{ action: '1' }, { name: '' }] }] });
  const names = (await list({ orderField: 'networkAclName', orderDirection: 'asc' })).data.map((row) => row.networkAclName);
  expect(names).toEqual(['first', 'second']);
});

it('replaces the rules of one direction only', async () => {
  expect(await word2017('ModifyNetworkAclEntry', entry(1, rules(2)))).toBe('');
  const set = (await list()).data[0]?.networkAclEntrySet as { ingress: unknown[]; egress: unknown[] };
  expect(set.ingress).toEqual([
    { ...rule(0), ipProtocol: 'tcp' },
    { ...rule(1), ipProtocol: 'tcp' },
  ]);
  expect(set.egress).toHaveLength(1);
});

it('guards the subnets that are bound, which both generations show', async () => {
  const subnet = await stage.subnet(vpcId);
  expect(await word2017('CreateSubnetAclRule', { vpcId, networkAclId, subnetIds: [subnet] })).toBe('');
  const shown = async () => (await call2017('DescribeSubnetEx', { vpcId, getAclIdFlag: 1 })).data;
  expect(await shown()).toMatchObject([{ networkAclId }]);
  expect((await list()).data[0]?.subnetNum).toBe(1);
  const other = await newAcl('other');
  const from = (name: string, id: string) => word2017(name, { vpcId, networkACLId: id, subnetIds: [subnet] });
  expect(await from('DeleteSubnetACLRule', other)).toBe('InvalidSubnet.NotFound');
  expect(await from('DeleteSubnetAclRule', networkAclId)).toBe('');
  expect(await shown()).toMatchObject([{ networkAclId: '0' }]);
  const elsewhere = await stage.subnet((await stage.vpc('172.16.0.0/16')).id, '172.16.1.0/24');
  expect(await word2017('CreateSubnetAclRule', { vpcId, networkAclId, subnetIds: [elsewhere] })).toBe('InvalidSubnet.NotFound');
  expect(await word2017('DeleteNetworkAcl', { vpcId, networkAclId })).toBe('');
});

it('goes with its VPC', async () => {
  expect((await call3('DeleteVpc', { VpcId: vpcId })).Error).toBeUndefined();
  expect((await list()).totalCount).toBe(0);
});

const longName = 'x'.repeat(61);
const full = () => stage.quota('network-acls-per-vpc', 1);
const where = (more = {}) => ({ vpcId, networkAclId, ...more });
const entries = 'vpc2017:ModifyNetworkAclEntry';
const entry = (ruleDirection: number, networkAclEntrySet: unknown[]) => where({ ruleDirection, networkAclEntrySet });
const bound = async () =>
  expect(await word2017('CreateSubnetAclRule', { vpcId, networkAclId, subnetIds: [await stage.subnet(vpcId)] })).toBe('');
const noVpc = 'vpc-00000000';
/** What each action about one ACL takes. */
const aboutOne = {
  'vpc2017:ModifyNetworkAcl': () => where({ networkAclName: 'x' }),
  'vpc2017:DeleteNetworkAcl': where,
  'vpc2017:ModifyNetworkAclEntry': () => where({ ruleDirection: 1, networkAclEntrySet: rules(1) }),
  'vpc2017:CreateSubnetAclRule': () => where({ subnetIds: ['subnet-00000000'] }),
  'vpc2017:DeteleSubnetAclRule': () => where({ subnetIds: ['subnet-00000000'] }),
};

itRefuses(stage, [
  ...ofElsewhere(stage, aboutOne, 'InvalidNetworkAclID.NotFound', { networkAclId: 'acl-00000000' }),
  ['vpc2017:CreateNetworkAcl', 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: noVpc, networkAclName: 'x' }],
  ['vpc2017:CreateNetworkAcl', '61 characters of name', 'InvalidNetworkAclName', () => ({ vpcId, networkAclName: longName })],
  ['vpc2017:CreateNetworkAcl', 'one more than the quota', 'NetworkAcLimitExceeded', () => ({ vpcId, networkAclName: 'x' }), full],
  [
    entries,
    'more rules inwards than the quota',
    'NetworkAclInLimitExceeded',
    () => entry(1, rules(3)),
    () => stage.quota('ingress-rules-per-acl', 2),
  ],
  [
    entries,
    'more rules outwards than the quota',
    'NetworkAclOutLimitExceeded',
    () => entry(0, rules(2)),
    () => stage.quota('egress-rules-per-acl', 1),
  ],
  [entries, 'an action that there is not', 'InvalidParameter', () => entry(0, [{ ...rule(1), action: 2 }])],
  ['vpc2017:DeleteNetworkAcl', 'one that is bound', 'NetworkAclID.InUse', where, bound],
  ['vpc2017:ModifyNetworkAcl', '61 characters of name', 'InvalidNetworkAclName', () => ({ vpcId, networkAclId, networkAclName: longName })],
  ['vpc2017:ModifyNetworkAcl', 'nothing about a new name', '', () => ({ vpcId, networkAclId, networkAclName: 'new' })],
  ['vpc2017:DescribeNetworkAcl', 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: noVpc }],
  ['vpc2017:DescribeNetworkAcl', 'an ACL that is not there', 'InvalidNetworkAclId.NotFound', { networkAclId: 'acl-00000000' }],
]);

it('refuses under its other spelling too', async () => {
  expect(await word2017('CreateNetworkAcL', { vpcId: noVpc, networkAcLName: 'x' })).toBe('InvalidVpc.NotFound');
});

/** The same ACLs as API 3.0 of today tells them. */
interface TodaysAcl {
  NetworkAclId: string;
  IngressEntries: object[];
  EgressEntries: object[];
  SubnetSet: object[];
}
const todays = async (params = {}) => (await call3('DescribeNetworkAcls', params)).NetworkAclSet as TodaysAcl[];
const six = { Protocol: 'TCP', Port: '443', Ipv6CidrBlock: '2001:db8::/64', Action: 'ACCEPT', Description: 'six' };
const four = { Protocol: 'ALL', CidrBlock: '10.0.0.0/8', Action: 'DROP' };

it('is made, told, written in both directions at once, bound and deleted by the actions of today', async () => {
  const { NetworkAcl } = await call3('CreateNetworkAcl', { VpcId: vpcId, NetworkAclName: 'today' });
  const { NetworkAclId } = NetworkAcl as TodaysAcl;
  expect(NetworkAcl).toMatchObject({ VpcId: vpcId, NetworkAclType: 'TRIPLE', SubnetSet: [] });
  const wanted = { NetworkAclId, NetworkAclEntrySet: { Ingress: [six, four], Egress: [four] } };
  expect(await code3('ModifyNetworkAclEntries', wanted)).toBe('');
  const told = { Port: 'ALL', CidrBlock: '10.0.0.0/8', Ipv6CidrBlock: '', Action: 'DROP' };
  expect((await todays({ NetworkAclIds: [NetworkAclId] }))[0]).toMatchObject({
    IngressEntries: [{ ...six, CidrBlock: '' }, told],
    EgressEntries: [told],
  });
  expect(await code3('ModifyNetworkAclEntries', { NetworkAclId, NetworkAclEntrySet: { Egress: [four, four] } })).toBe('');
  expect((await todays({ NetworkAclIds: [NetworkAclId] }))[0]?.IngressEntries).toHaveLength(2);
  const subnet = await stage.subnet(vpcId);
  expect(await code3('AssociateNetworkAclSubnets', { NetworkAclId, SubnetIds: [subnet] })).toBe('');
  expect((await todays({ Filters: [{ Name: 'network-acl-name', Values: ['today'] }] }))[0]?.SubnetSet).toMatchObject([
    { SubnetId: subnet },
  ]);
  expect(((await call3('DescribeSubnets', { SubnetIds: [subnet] })).SubnetSet as object[])[0]).toMatchObject({ NetworkAclId });
  expect(await code3('DeleteNetworkAcl', { NetworkAclId })).toBe('ResourceInUse');
  expect(await code3('DisassociateNetworkAclSubnets', { NetworkAclId, SubnetIds: [subnet] })).toBe('');
  expect(await code3('ModifyNetworkAclAttribute', { NetworkAclId, NetworkAclName: 'renamed' })).toBe('');
  expect((await list({ networkAclId: NetworkAclId })).data).toMatchObject([{ networkAclName: 'renamed' }]);
  expect(await code3('DeleteNetworkAcl', { NetworkAclId })).toBe('');
});

const lost = { NetworkAclId: 'acl-00000000' };
const mine = (more = {}) => ({ NetworkAclId: networkAclId, ...more });
const noSubnet = { SubnetIds: ['subnet-00000000'] };
const five = async () => {
  const made = await call3('CreateNetworkAcl', { VpcId: vpcId, NetworkAclName: 'five', NetworkAclType: 'QUINTUPLE' });
  return (made.NetworkAcl as TodaysAcl).NetworkAclId;
};
const quintuple = async () => ({ NetworkAclId: await five(), NetworkAclEntrySet: { Ingress: [four] } });
const https = { Protocol: 'TCP', SourceCidr: '0.0.0.0/0', DestinationCidr: '10.0.0.0/16', DestinationPort: '443', Action: 'ACCEPT' };
const https6 = { Protocol: 'TCP', SourceIPv6Cidr: '::/0', DestinationIPv6Cidr: '2001:db8::/48', DestinationPort: '443', Action: 'ACCEPT' };
const answers = { Protocol: 'TCP', SourceCidr: '10.0.0.0/16', SourcePort: '443', DestinationCidr: '0.0.0.0/0', Action: 'ACCEPT' };
const ofFive = (NetworkAclQuintupleSet: object) => async () => ({ NetworkAclId: await five(), NetworkAclQuintupleSet });

it('rules of five parts are added behind the others, changed and deleted by their ids, and stay out of the other list', async () => {
  const NetworkAclId = await five();
  const rules = async (direction: string) => {
    const Filters = [{ Name: 'network-acl-direction', Values: [direction] }];
    const { NetworkAclQuintupleSet } = await call3('DescribeNetworkAclQuintupleEntries', { NetworkAclId, Filters });
    return NetworkAclQuintupleSet as { NetworkAclQuintupleEntryId: string }[];
  };
  const done = async (verb: string, NetworkAclQuintupleSet: object) =>
    expect(await code3(`${verb}NetworkAclQuintupleEntries`, { NetworkAclId, NetworkAclQuintupleSet })).toBe('');
  await done('Create', { Ingress: [https], Egress: [answers] });
  await done('Create', { Ingress: [https6] });
  expect(await rules('INGRESS')).toMatchObject([
    { ...https, SourcePort: 'ALL', Priority: 1 },
    { ...https6, Priority: 2 },
  ]);
  expect(await rules('EGRESS')).toMatchObject([{ ...answers, DestinationPort: 'ALL' }]);
  const [first, second] = (await rules('INGRESS')).map(({ NetworkAclQuintupleEntryId }) => ({ NetworkAclQuintupleEntryId }));
  await done('Modify', { Ingress: [{ ...first, ...https, Action: 'DROP' }] });
  await done('Delete', { Ingress: [second] });
  expect(await rules('INGRESS')).toMatchObject([{ ...first, Action: 'DROP', Priority: 1 }]);
  expect((await todays({ NetworkAclIds: [NetworkAclId] }))[0]?.IngressEntries).toEqual([]);
  // As a whole: the direction that is left out stays, and a rule that is named keeps its id.
  const anew = { NetworkAclId, NetworkAclQuintupleSet: { Ingress: [https6, { ...first, ...https }] } };
  expect(await code3('ModifyNetworkAclEntries', anew)).toBe('');
  expect(await rules('INGRESS')).toMatchObject([https6, { ...first, Action: 'ACCEPT' }]);
  expect(await rules('EGRESS')).toMatchObject([answers]);
  expect(await code3('ModifyNetworkAclEntries', { NetworkAclId, NetworkAclQuintupleSet: { Ingress: [], Egress: [] } })).toBe('');
  expect([...(await rules('INGRESS')), ...(await rules('EGRESS'))]).toEqual([]);
});

const byVerb = ['Create', 'Modify', 'Delete'].map((verb) => `vpc:${verb}NetworkAclQuintupleEntries` as ActionName);
const fiveActions = Object.fromEntries(byVerb.map((name) => [name, { NetworkAclQuintupleSet: { Ingress: [https] } }]));

itRefuses(stage, [
  ...ofEach(fiveActions, 'one that is not there', 'ResourceNotFound', lost),
  ...byVerb.map(
    (name, at): RefusalCase => [
      name,
      'an ACL of three parts',
      at === 0 ? 'InvalidParameter.AclTypeMismatch' : 'InvalidParameterValue',
      () => mine({ NetworkAclQuintupleSet: { Ingress: [https] } }),
    ],
  ),
  ['vpc:DescribeNetworkAclQuintupleEntries', 'one that is not there', 'ResourceNotFound', lost],
  ['vpc:DescribeNetworkAclQuintupleEntries', 'an ACL of three parts', 'InvalidParameter.AclTypeMismatch', () => mine()],
  [
    'vpc:CreateNetworkAclQuintupleEntries',
    'ends of two families',
    'InvalidParameterValue',
    ofFive({ Ingress: [{ ...https, SourceCidr: '', SourceIPv6Cidr: '::/0' }] }),
  ],
  [
    'vpc:CreateNetworkAclQuintupleEntries',
    'more rules than the quota',
    'LimitExceeded',
    ofFive({ Ingress: [https, https6] }),
    () => stage.quota('ingress-rules-per-acl', 1),
  ],
  [
    'vpc:ModifyNetworkAclQuintupleEntries',
    'a rule without an action',
    'InvalidParameterValue',
    async () => {
      const NetworkAclId = await five();
      await code3('CreateNetworkAclQuintupleEntries', { NetworkAclId, NetworkAclQuintupleSet: { Ingress: [https] } });
      const { NetworkAclQuintupleSet } = await call3('DescribeNetworkAclQuintupleEntries', { NetworkAclId });
      const [{ NetworkAclQuintupleEntryId } = {}] = NetworkAclQuintupleSet as { NetworkAclQuintupleEntryId?: string }[];
      return { NetworkAclId, NetworkAclQuintupleSet: { Ingress: [{ NetworkAclQuintupleEntryId, SourceCidr: '10.0.0.1' }] } };
    },
  ],
]);

itRefuses(stage, [
  ['vpc:DescribeNetworkAcls', 'one that is not there', 'ResourceNotFound', { NetworkAclIds: [lost.NetworkAclId] }],
  ['vpc:CreateNetworkAcl', 'a VPC that is not there', 'ResourceNotFound', { VpcId: noVpc, NetworkAclName: 'x' }],
  ['vpc:CreateNetworkAcl', '61 characters of name', 'InvalidParameterValue.TooLong', () => ({ VpcId: vpcId, NetworkAclName: longName })],
  ['vpc:CreateNetworkAcl', 'one more than the quota', 'LimitExceeded', () => ({ VpcId: vpcId, NetworkAclName: 'x' }), full],
  ['vpc:ModifyNetworkAclAttribute', 'one that is not there', 'ResourceNotFound', { ...lost, NetworkAclName: 'x' }],
  ['vpc:ModifyNetworkAclAttribute', '61 characters of name', 'InvalidParameterValue.TooLong', () => mine({ NetworkAclName: longName })],
  ['vpc:DeleteNetworkAcl', 'one that is not there', 'ResourceNotFound', lost],
  ['vpc:DeleteNetworkAcl', 'one that is bound', 'ResourceInUse', () => mine(), bound],
  ['vpc:ModifyNetworkAclEntries', 'one that is not there', 'ResourceNotFound', lost],
  [
    'vpc:ModifyNetworkAclEntries',
    'rules of both kinds',
    'InvalidParameter.Coexist',
    async () => ({ ...(await quintuple()), NetworkAclQuintupleSet: { Ingress: [https] } }),
  ],
  [
    'vpc:ModifyNetworkAclEntries',
    'five parts without an action',
    'InvalidParameterValue',
    ofFive({ Ingress: [{ ...https, Action: undefined }] }),
  ],
  ['vpc:ModifyNetworkAclEntries', 'rules of another kind', 'InvalidParameter.AclTypeMismatch', quintuple],
  [
    'vpc:ModifyNetworkAclEntries',
    'more rules than the quota',
    'LimitExceeded',
    () => mine({ NetworkAclEntrySet: { Ingress: [four, four, four] } }),
    () => stage.quota('ingress-rules-per-acl', 2),
  ],
  ['vpc:AssociateNetworkAclSubnets', 'one that is not there', 'ResourceNotFound', { ...lost, ...noSubnet }],
  ['vpc:AssociateNetworkAclSubnets', 'no such subnet', 'ResourceNotFound', () => mine(noSubnet)],
  ['vpc:DisassociateNetworkAclSubnets', 'one that is not there', 'ResourceNotFound', { ...lost, ...noSubnet }],
]);
