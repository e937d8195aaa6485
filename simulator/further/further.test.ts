/** Parameters of today that the families' handlers know nothing of, over the wire: kept and told, narrowed by, or refused. */
import { expect, it } from 'vitest';
import { TestWorld } from '../testing/test-world.ts';

const stage = new TestWorld({ dialect: 'today' });
const { call3, code3 } = stage;

const newVpc = async (more: object = {}): Promise<string> => {
  const { Vpc } = await call3('CreateVpc', { VpcName: 'n', CidrBlock: '10.0.0.0/16', ...more });
  return (Vpc as { VpcId: string }).VpcId;
};
const vpcs = async (params: object = {}) => (await call3('DescribeVpcs', { ...params })).VpcSet as { VpcId: string }[];

it('what a row tells is kept from its creation, and changed by an edit that names nothing else', async () => {
  const id = await newVpc({ EnableRouteVpcPublish: true });
  const other = await newVpc();
  const told = async (VpcId: string) => (await vpcs({ VpcIds: [VpcId] }))[0];
  expect(await told(id)).toMatchObject({ EnableRouteVpcPublish: true });
  expect(await told(other)).not.toHaveProperty('EnableRouteVpcPublish');
  await call3('ModifyVpcAttribute', { VpcId: id, EnableRouteVpcPublish: false, EnableRouteVpcPublishIpv6: true });
  expect(await told(id)).toMatchObject({ VpcName: 'n', EnableRouteVpcPublish: false, EnableRouteVpcPublishIpv6: true });
});

it('a creation tells what it kept', async () => {
  const { CustomerGateway } = await call3('CreateCustomerGateway', { CustomerGatewayName: 'c', IpAddress: '203.0.113.4', BgpAsn: 64600 });
  expect(CustomerGateway).toMatchObject({ CustomerGatewayName: 'c', BgpAsn: 64600 });
});

it('a list is narrowed by any key of today, whether a field has its name or a place is known for it', async () => {
  const VpcId = await newVpc();
  const SubnetId = await stage.subnet(VpcId);
  const eni = async () => {
    const { NetworkInterface } = await call3('CreateNetworkInterface', { VpcId, SubnetId, NetworkInterfaceName: 'e' });
    return NetworkInterface as { NetworkInterfaceId: string; PrivateIpAddressSet: { PrivateIpAddress: string }[] };
  };
  const [first, second] = [await eni(), await eni()];
  const asked = async (Name: string, ...Values: string[]) =>
    (
      (await call3('DescribeNetworkInterfaces', { Filters: [{ Name, Values }] })).NetworkInterfaceSet as { NetworkInterfaceId: string }[]
    ).map((row) => row.NetworkInterfaceId);
  expect(await asked('address-ip', String(second.PrivateIpAddressSet[0]?.PrivateIpAddress))).toEqual([second.NetworkInterfaceId]);
  expect((await asked('is-primary', 'false')).sort()).toEqual([first.NetworkInterfaceId, second.NetworkInterfaceId].sort());
  expect(await asked('address-ip', '10.9.9.9')).toEqual([]);
  expect(await code3('DescribeNetworkInterfaces', { Filters: [{ Name: 'traffic-protection', Values: ['true'] }] })).toBe(
    'UnsupportedOperation',
  );
  const groups = await call3('DescribeSecurityGroups', { Filters: [{ Name: 'security-group-id', Values: ['sg-00000000'] }] });
  expect(groups).toMatchObject({ TotalCount: 0, SecurityGroupSet: [] });
});

it('a list is ordered by a field, and told page by page under a token', async () => {
  const VpcId = await newVpc();
  const made: string[] = [];
  for (const third of [3, 1, 2]) {
    const { Subnet } = await call3('CreateSubnet', {
      VpcId,
      SubnetName: `s${third}`,
      CidrBlock: `10.0.${third}.0/24`,
      Zone: 'ap-guangzhou-3',
    });
    made.push((Subnet as { SubnetId: string }).SubnetId);
  }
  const first = await call3('DescribeSubnets', { MaxResults: 2 });
  const rest = await call3('DescribeSubnets', { MaxResults: 2, NextToken: first.NextToken });
  const ids = [first, rest].flatMap(({ SubnetSet }) => (SubnetSet as { SubnetId: string }[]).map((row) => row.SubnetId));
  expect(ids.sort()).toEqual([...made].sort());
  expect(rest).not.toHaveProperty('NextToken');
  for (const name of ['b', 'c', 'a']) await call3('CreateSecurityGroup', { GroupName: name, GroupDescription: name });
  const names = async (OrderDirection: string) =>
    (
      (await call3('DescribeSecurityGroups', { OrderField: 'SecurityGroupName', OrderDirection })).SecurityGroupSet as {
        SecurityGroupName: string;
      }[]
    ).map((row) => row.SecurityGroupName);
  expect(await names('ASC')).toEqual(['a', 'b', 'c']);
  expect(await names('DESC')).toEqual(['c', 'b', 'a']);
});

it('a repetition under the same token makes nothing new; another call under it is refused', async () => {
  const VpcId = await newVpc();
  const SubnetId = await stage.subnet(VpcId);
  const call = { VpcId, SubnetId, NetworkInterfaceName: 'e', ClientToken: 'one' };
  const [first, again] = [await call3('CreateNetworkInterface', call), await call3('CreateNetworkInterface', call)];
  expect(again.NetworkInterface).toEqual(first.NetworkInterface);
  expect(await call3('DescribeNetworkInterfaces')).toMatchObject({ TotalCount: 1 });
  expect(await code3('CreateNetworkInterface', { ...call, NetworkInterfaceName: 'f' })).toBe('InvalidParameterValue');
});

const newAcl = async (): Promise<string> => {
  const { NetworkAcl } = await call3('CreateNetworkAcl', { VpcId: await newVpc(), NetworkAclName: 'a' });
  return (NetworkAcl as { NetworkAclId: string }).NetworkAclId;
};

it('what would have to be done is refused, and nothing is done', async () => {
  expect(
    await code3('CreateSubnet', { VpcId: await newVpc(), SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-3', CdcId: 7 }),
  ).toBe('');
  const { SecurityGroup } = await call3('CreateSecurityGroup', { GroupName: 'g', GroupDescription: 'd' });
  const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
  const Ingress = [{ PolicyIndex: 0, Action: 'ACCEPT', CidrBlock: '10.0.0.0/8', Protocol: 'ALL' }];
  await call3('CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: { Ingress } });
  const replaced = { SecurityGroupId, SecurityGroupPolicySet: { Ingress: [{ ...Ingress[0], Action: 'DROP' }] } };
  // What stood there before is for the cloud's logs: it changes nothing.
  expect(await code3('ReplaceSecurityGroupPolicy', { ...replaced, OriginalSecurityGroupPolicySet: { Ingress } })).toBe('');
  const { SecurityGroupPolicySet } = await call3('DescribeSecurityGroupPolicies', { SecurityGroupId });
  expect(SecurityGroupPolicySet).toMatchObject({ Ingress: [{ Action: 'DROP' }] });
  const more = { NetworkAclId: await newAcl(), NetworkAclEntrySet: { Ingress: [] }, EnableUpdateAclEntries: true };
  expect(await code3('ModifyNetworkAclEntries', more)).toBe('UnsupportedOperation');
});
