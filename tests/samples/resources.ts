/** One of everything that samples speak of, each made by an action and named as the sample has it (`as`). */
import type { SampleWorld } from './sample-world.ts';

type Values = Readonly<Record<string, unknown>>;
type Name = string | undefined;

/** A VPC; a sample's name that is not of the form `vpc-…` is its older id. */
export async function vpc(s: SampleWorld, as?: Name, cidrBlock = '10.0.0.0/16', name = 'net'): Promise<string> {
  const made = await s.do2017('CreateVpc', { vpcName: name, cidrBlock });
  const old = as !== undefined && !as.startsWith('vpc-');
  s.as(old ? made.vpcId : made.unVpcId, as);
  return made.unVpcId as string;
}

export async function subnet(s: SampleWorld, VpcId: string, as?: Name, CidrBlock = '10.0.1.0/24', more: Values = {}): Promise<string> {
  const { Subnet } = await s.do3('CreateSubnet', { VpcId, SubnetName: 'net', CidrBlock, Zone: `${s.region}-1`, ...more });
  return s.as((Subnet as Values).SubnetId, as);
}

export async function machine(s: SampleWorld, SubnetId: string, as?: Name, more: Values = {}): Promise<string> {
  return s.as((await s.put('instance', { SubnetId, ...more })).InstanceId, as);
}

export async function routeTable(s: SampleWorld, VpcId: string, as?: Name, RouteTableName = 'table'): Promise<string> {
  const { RouteTable } = await s.do3('CreateRouteTable', { VpcId, RouteTableName });
  return s.as((RouteTable as Values).RouteTableId, as);
}

export async function eip(s: SampleWorld, as?: Name): Promise<string> {
  const { AddressSet } = await s.do3('AllocateAddresses', {});
  return s.as((AddressSet as string[])[0], as);
}

export async function eni(s: SampleWorld, VpcId: string, SubnetId: string, as?: Name, more: Values = {}): Promise<string> {
  const { NetworkInterface } = await s.do3('CreateNetworkInterface', { VpcId, SubnetId, NetworkInterfaceName: 'card', ...more });
  return s.as((NetworkInterface as Values).NetworkInterfaceId, as);
}

export async function securityGroup(s: SampleWorld, as?: Name, GroupName = 'group'): Promise<string> {
  const { SecurityGroup } = await s.do3('CreateSecurityGroup', { GroupName, GroupDescription: 'group' });
  return s.as((SecurityGroup as Values).SecurityGroupId, as);
}

const members = {
  ipm: ['CreateAddress', 'addressName', 'address', 'addressId'],
  ipmg: ['CreateAddressGroup', 'addressGroupName', 'addressGroup', 'addressGroupId'],
  ppm: ['CreateService', 'serviceName', 'service', 'serviceId'],
  ppmg: ['CreateServiceGroup', 'serviceName', 'serviceGroup', 'serviceGroupId'],
} as const;

/** A parameter template of the kind that its id begins with; a group gets a template of its own unless it is given some. */
export async function template(s: SampleWorld, as: string, list?: readonly string[], name = 'template'): Promise<string> {
  const kind = as.split('-')[0] as keyof typeof members;
  const [action, nameField, listField, idField] = members[kind];
  const usual = {
    ipm: () => ['10.0.0.6'],
    ppm: () => ['tcp:80'],
    ipmg: async () => [await template(s, 'ipm')],
    ppmg: async () => [await template(s, 'ppm')],
  };
  const { data } = await s.do2017(action, { [nameField]: name, [listField]: list ?? (await usual[kind]()) });
  return s.as((data as Values)[idField], as.includes('-') ? as : undefined);
}

export async function customerGateway(s: SampleWorld, as?: Name, IpAddress = '58.211.1.12'): Promise<string> {
  const { CustomerGateway } = await s.do3('CreateCustomerGateway', { CustomerGatewayName: 'office', IpAddress });
  return s.as((CustomerGateway as Values).CustomerGatewayId, as);
}

/** A VPN gateway; a sample's name that is a number is its older id. */
export async function vpnGateway(s: SampleWorld, VpcId: string, as?: Name, more: Values = {}): Promise<string> {
  const { VpnGateway } = await s.do3('CreateVpnGateway', { VpcId, VpnGatewayName: 'gate', InternetMaxBandwidthOut: 5, ...more });
  const id = (VpnGateway as Values).VpnGatewayId as string;
  if (as === undefined || as.startsWith('vpngw-')) return s.as(id, as);
  await s.put('vpn-gateway', { VpnGatewayId: id, OldId: as });
  return id;
}

export const prepaidCharge = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } };

interface VpnNames {
  readonly vpc?: Name;
  readonly gateway?: Name;
  readonly connection?: Name;
}

/** A VPC with a VPN gateway, a customer gateway and the tunnel between them. */
export async function vpnConnection(s: SampleWorld, names: VpnNames, cidr = '10.0.0.0/16'): Promise<void> {
  const VpcId = await vpc(s, names.vpc, cidr);
  const VpnGatewayId = await vpnGateway(s, VpcId, names.gateway);
  const CustomerGatewayId = await customerGateway(s);
  const { VpnConnection } = await s.do3('CreateVpnConnection', {
    VpcId,
    VpnGatewayId,
    CustomerGatewayId,
    VpnConnectionName: 'tunnel',
    PreShareKey: 'not so secret',
    SecurityPolicyDatabases: [{ LocalCidrBlock: cidr, RemoteCidrBlock: ['58.211.1.0/24'] }],
  });
  // Samples write a connection's id in three ways; the world has the one that is explained (8326).
  const as = names.connection?.replace(/^vpn-(?:x-)?/, 'vpnx-');
  s.as((VpnConnection as Values).VpnConnectionId, as);
}

export async function directConnectGateway(
  s: SampleWorld,
  names: { vpc?: Name; gateway?: Name },
  type: 0 | 1 = 0,
  cidr?: string,
): Promise<Values> {
  const vpcId = await vpc(s, names.vpc, cidr);
  const { data } = await s.do2017('CreateDirectConnectGateway', { vpcId, directConnectGatewayName: 'line', type });
  return { vpcId, directConnectGatewayId: s.as((data as Values).directConnectGatewayId, names.gateway) };
}

export async function networkAcl(s: SampleWorld, vpcId: string, as?: Name): Promise<string> {
  const { data } = await s.do2017('CreateNetworkAcl', { vpcId, networkAclName: 'guard' });
  return s.as((data as Values).networkAclId, as);
}

/** A NAT gateway, with an elastic address of the account that is then called `eip`. */
export async function natGateway(s: SampleWorld, vpcId: string, as?: Name, eipAs?: Name): Promise<void> {
  await eip(s);
  await eip(s);
  const { AddressSet } = await s.do3('DescribeAddresses', {});
  const assignedEipSet = (AddressSet as { AddressIp: string }[]).map(({ AddressIp }) => AddressIp);
  await s.do2017('CreateNatGateway', { vpcId, natName: 'nat', maxConcurrent: 1_000_000, assignedEipSet });
  const { data } = await s.do2017('DescribeNatGateway', { vpcId });
  s.as((data as Values[])[0]?.natId, as);
  s.as(assignedEipSet[0], eipAs);
}

export async function flowLog(s: SampleWorld, names: { vpc?: Name; log?: Name }): Promise<void> {
  const vpcId = await vpc(s, names.vpc);
  const made = await s.do2017('CreateFlowLog', {
    vpcId,
    flowLogName: 'log',
    resourceType: 'VPC',
    resourceId: vpcId,
    trafficType: 'ALL',
    cloudLogId: 'b4fd9ac1-7ce5-440d-92a7-10d9f04bdb34',
  });
  s.as(made.flowLogId, names.log);
}

/** A machine of the classic network. */
export const classicMachine = (s: SampleWorld, InstanceId: string, LanIp = '10.9.0.3') =>
  s.put('classic-instance', { InstanceId, InstanceName: InstanceId, LanIp });
