/** What NAT gateways translate, through the wire: published ports, and who leaves by which address. Today's API alone tells it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { itRefuses, ofEach } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('nat-gateway', (outcome) => outcome.includes('TranslationNatRule'));
const { call3, code3, codeOf } = stage;
let vpcId: string;

const dnatList = 'DescribeNatGatewayDestinationIpPortTranslationNatRules';
const snatList = 'DescribeNatGatewaySourceIpTranslationNatRules';

let subnetId: string;
let machine: string;
let nat: string;
let own: string[];

beforeEach(async () => {
  vpcId = (await stage.vpc()).id;
  subnetId = await stage.subnet(vpcId);
  machine = String((await stage.machine(subnetId)).PrivateIpAddress);
  const { NatGatewaySet } = await call3('CreateNatGateway', { VpcId: vpcId, NatGatewayName: 'out', AddressCount: 2 });
  const [made] = NatGatewaySet as [{ NatGatewayId: string; PublicIpAddressSet: { PublicIpAddress: string }[] }];
  nat = made.NatGatewayId;
  own = made.PublicIpAddressSet.map(({ PublicIpAddress }) => PublicIpAddress);
});

const port = (more = {}) => ({
  IpProtocol: 'TCP',
  PublicIpAddress: own[0],
  PublicPort: 443,
  PrivateIpAddress: machine,
  PrivatePort: 8443,
  Description: 'web',
  ...more,
});
const ports = (...all: object[]) => ({ NatGatewayId: nat, DestinationIpPortTranslationNatRules: all.length > 0 ? all : [port()] });
const publish = (...all: object[]) => code3('CreateNatGatewayDestinationIpPortTranslationNatRule', ports(...all));
const published = async (params = {}) =>
  (await call3(dnatList, params)).NatGatewayDestinationIpPortTranslationNatRuleSet as { PublicPort: number }[];
const source = (more = {}) => ({
  ResourceId: subnetId,
  ResourceType: 'SUBNET',
  PrivateIpAddress: '10.0.1.0/24',
  PublicIpAddresses: [own[0]],
  Description: 'all',
  ...more,
});
const sources = (...all: object[]) => ({ NatGatewayId: nat, SourceIpTranslationNatRules: all.length > 0 ? all : [source()] });
interface Snat {
  NatGatewaySnatId: string;
  PublicIpAddresses: string[];
}
const leaving = async (params = {}) => (await call3(snatList, { NatGatewayId: nat, ...params })).SourceIpTranslationNatRuleSet as Snat[];
const addSource = async (...all: object[]): Promise<Snat> => {
  expect(await code3('CreateNatGatewaySourceIpTranslationNatRule', sources(...all))).toBe('');
  return (await leaving())[0] as Snat;
};

describe('a published port', () => {
  it('is told with its gateway and its VPC, found by ids and filters, page by page', async () => {
    expect(await publish(port(), port({ IpProtocol: 'UDP' }), port({ PublicIpAddress: own[1] }))).toBe('');
    expect(await published({ NatGatewayIds: [nat] })).toHaveLength(3);
    expect(await published({ Filters: [{ Name: 'public-ip', Values: [own[1]] }] })).toEqual([
      { ...port({ PublicIpAddress: own[1] }), NatGatewayId: nat, VpcId: vpcId, CreatedTime: expect.any(String) },
    ]);
    expect(await published({ Filters: [{ Name: 'private-ip', Values: ['10.0.9.9'] }] })).toEqual([]);
    expect(await published({ NatGatewayIds: ['nat-00000000'] })).toEqual([]);
    expect(await published({ Offset: 2, Limit: 5 })).toHaveLength(1);
  });

  it('is changed by what it was and what it becomes, and taken back by what it is', async () => {
    await publish();
    const Modify = 'ModifyNatGatewayDestinationIpPortTranslationNatRule';
    const moved = { NatGatewayId: nat, SourceNatRule: port(), DestinationNatRule: port({ PublicPort: 444 }) };
    expect(await code3(Modify, moved)).toBe('');
    expect(await published()).toMatchObject([{ PublicPort: 444 }]);
    const described = port({ PublicPort: 444, Description: 'again' });
    expect(await code3(Modify, { ...moved, SourceNatRule: port({ PublicPort: 444 }), DestinationNatRule: described })).toBe('');
    expect(await published()).toMatchObject([{ Description: 'again' }]);
    expect(await code3('DeleteNatGatewayDestinationIpPortTranslationNatRule', ports(described))).toBe('');
    expect(await published()).toEqual([]);
  });

  it('goes with its gateway, and keeps its address bound to it', async () => {
    await publish();
    expect(await code3('DisassociateNatGatewayAddress', { NatGatewayId: nat, PublicIpAddresses: [own[0]] })).toBe('ResourceInUse');
    expect(await code3('DisassociateNatGatewayAddress', { NatGatewayId: nat, PublicIpAddresses: [own[1]] })).toBe('');
    expect(await code3('DeleteNatGateway', { NatGatewayId: nat })).toBe('');
    expect(await published()).toEqual([]);
  });
});

describe('a source rule', () => {
  it('is told, changed in its addresses and words, and deleted', async () => {
    const { NatGatewaySnatId: id, ...rest } = await addSource();
    expect(id).toMatch(/^snat-/);
    expect(rest).toEqual({ ...source(), NatGatewayId: nat, VpcId: vpcId, CreatedTime: expect.any(String) });
    expect(await leaving({ Filters: [{ Name: 'public-ip', Values: [own[1]] }] })).toEqual([]);
    const changed = source({ NatGatewaySnatId: id, PublicIpAddresses: own, Description: 'both' });
    const params = { NatGatewayId: nat, SourceIpTranslationNatRule: changed };
    expect(await code3('ModifyNatGatewaySourceIpTranslationNatRule', params)).toBe('');
    expect(await leaving({ Filters: [{ Name: 'public-ip', Values: [own[1]] }] })).toMatchObject([{ Description: 'both' }]);
    expect(await code3('DeleteNatGatewaySourceIpTranslationNatRule', { NatGatewayId: nat, NatGatewaySnatIds: [id] })).toBe('');
    expect(await leaving()).toEqual([]);
  });
});

const lost = { NatGatewayId: 'nat-00000000' };
const noMachine = 'InvalidParameterValue.NatGatewayDnatRulePipNeedVm';
const noEip = 'UnsupportedOperation.NatGatewayEipNotExists';
const create = 'vpc:CreateNatGatewayDestinationIpPortTranslationNatRule';
const modify = 'vpc:ModifyNatGatewayDestinationIpPortTranslationNatRule';
const createSource = 'vpc:CreateNatGatewaySourceIpTranslationNatRule';
const modifySource = 'vpc:ModifyNatGatewaySourceIpTranslationNatRule';
const change = (was: object, will: object) => ({ NatGatewayId: nat, SourceNatRule: was, DestinationNatRule: will });

describe('rules', () => {
  itRefuses({ codeOf }, [
    ...ofEach(
      {
        [create]: () => ports(),
        'vpc:DeleteNatGatewayDestinationIpPortTranslationNatRule': () => ports(),
        'vpc:DescribeNatGatewaySourceIpTranslationNatRules': () => ({ NatGatewayId: nat }),
        [createSource]: () => sources(),
        [modifySource]: () => ({ NatGatewayId: nat, SourceIpTranslationNatRule: source() }),
        'vpc:DeleteNatGatewaySourceIpTranslationNatRule': () => ({ NatGatewayId: nat, NatGatewaySnatIds: ['snat-1'] }),
      },
      'a gateway that is not there',
      'ResourceNotFound',
      lost,
    ),
    [
      create,
      'a port that is published',
      'InvalidParameterValue.NatGatewayDnatRuleExisted',
      () => ports(port({ PrivatePort: 1 })),
      () => publish(),
    ],
    [create, 'a port twice', 'InvalidParameterValue.NatGatewayDnatRuleRepeated', () => ports(port(), port({ PrivatePort: 1 }))],
    [create, 'an address without a machine', noMachine, () => ports(port({ PrivateIpAddress: '10.0.1.200' }))],
    [create, 'an address that is not the gateway’s', noEip, () => ports(port({ PublicIpAddress: '198.51.100.7' }))],
    [
      create,
      'one more than the quota',
      'LimitExceeded.NatGatewayDnatLimitExceeded',
      () => ports(),
      () => stage.quota('dnat-rules-per-nat-gateway', 0),
    ],
    [modify, 'a rule that is not there', 'InvalidParameterValue.NatGatewayDnatRuleNotExists', () => change(port(), port())],
    [modify, 'an address without a machine', noMachine, () => change(port(), port({ PrivateIpAddress: '10.0.1.200' })), () => publish()],
    [
      modify,
      'a port that another rule publishes',
      'UnsupportedOperation.RecordExists',
      () => change(port(), port({ PublicPort: 444 })),
      () => publish(port(), port({ PublicPort: 444 })),
    ],
    [
      'vpc:DeleteNatGatewayDestinationIpPortTranslationNatRule',
      'a rule that leads elsewhere',
      'InvalidParameterValue.NatGatewayDnatRuleNotExists',
      () => ports(port({ PrivatePort: 1 })),
      () => publish(),
    ],
    [createSource, 'a subnet of another VPC', 'ResourceNotFound', () => sources(source({ ResourceId: 'subnet-00000000' }))],
    [createSource, 'a source that has a rule', 'InvalidParameterValue.NatSnatRuleExists', () => sources(), () => addSource()],
    [createSource, 'an address that is not the gateway’s', noEip, () => sources(source({ PublicIpAddresses: ['198.51.100.7'] }))],
    [
      modifySource,
      'a rule that is not there',
      'InvalidParameterValue.NatGatewaySnatRuleNotExists',
      () => ({ NatGatewayId: nat, SourceIpTranslationNatRule: source({ NatGatewaySnatId: 'snat-00000000' }) }),
    ],
    [
      'vpc:DeleteNatGatewaySourceIpTranslationNatRule',
      'a rule that is not there',
      'InvalidParameterValue.NatGatewaySnatRuleNotExists',
      () => ({ NatGatewayId: nat, NatGatewaySnatIds: ['snat-00000000'] }),
    ],
  ]);
});
