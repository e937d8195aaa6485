/** What each sample request of the 2017 API needs to find, for networks and what stands in them. */
import type { Recipes } from './recipe.ts';
import type { Stand } from './stand.ts';
import {
  classicMachine,
  customerGateway,
  eni,
  machine,
  natGateway,
  networkAcl,
  prepaid,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  vpnConnection,
  vpnGateway,
} from './things.ts';

type P = Record<string, string>;
const net = async (s: Stand, p: P) => void (await vpc(s, p.vpcId));

async function linked(s: Stand, p: P): Promise<void> {
  const vpcId = await vpc(s, p.vpcId);
  const id = p['instanceIds.0'] ?? 'ins-df454d';
  await classicMachine(s, id);
  await s.do2017('AttachClassicLinkVpc', { vpcId, instanceIds: [id] });
  const { data } = await s.do2017('DescribeVpcClassicLink', { vpcId });
  if (p.classicLinkId) s.as((data as P[])[0]?.classicLinkId, p.classicLinkId);
}

async function zoned(s: Stand, p: P): Promise<void> {
  const made = await vpc(s, p.vpcId);
  const id = await subnet(s, made, p.subnetId);
  if (p.subnetName) await s.do3('ModifySubnetAttribute', { SubnetId: id, SubnetName: p.subnetName });
}

export const networks: Recipes = {
  'vpc2017:DescribeVpcTaskResult': async (s, p) => {
    const { taskId } = (await s.put('task', { family: 'eni' })) as { taskId: number };
    s.as(String(taskId), p.taskId);
  },
  'vpc2017:DeleteVpc': net,
  'vpc2017:ModifyVpcAttribute': net,
  'vpc2017:DescribeVpcEx': net,
  'vpc2017:AssociateVip': async (s, p) => {
    await machine(s, await subnet(s, await vpc(s, p.vpcId), undefined, '10.0.0.0/24'), undefined, { PrivateIpAddress: p.lanIp });
    await s.put('vip', { VipId: p.vipId });
  },
  'vpc2017:AttachClassicLinkVpc': async (s, p) => {
    await net(s, p);
    await classicMachine(s, p['instanceIds.0'] ?? '');
  },
  'vpc2017:DetachClassicLinkVpc': linked,
  'vpc2017:DescribeVpcClassicLink': linked,
  'vpc2017:CreateSubnet': net,
  'vpc2017:DeleteSubnet': zoned,
  'vpc2017:ModifySubnetAttribute': zoned,
  'vpc2017:DescribeSubnetEx': zoned,
};

async function tabled(s: Stand, p: P): Promise<void> {
  const vpcId = await vpc(s, p.vpcId);
  const routeTableId = await routeTable(s, vpcId, p.routeTableId, p.routeTableName);
  if (p.subnetId) await subnet(s, vpcId, p.subnetId);
  const hub = await vpnGateway(s, vpcId, p['routeSet.0.nextHub'] ?? 'vpngw-dystbrkv');
  const route = { destinationCidrBlock: p['routeSet.0.destinationCidrBlock'] ?? '121.0.0.0/16', nextType: 1, nextHub: hub };
  if (p.Action !== 'CreateRoute') await s.do2017('CreateRoute', { vpcId, routeTableId, routeSet: [route] });
}

export const routes: Recipes = {
  'vpc2017:CreateRouteTable': async (s, p) => void (await vpnGateway(s, await vpc(s, p.vpcId), p['routeSet.0.nextHub'])),
  'vpc2017:DeleteRouteTable': tabled,
  'vpc2017:ModifyRouteTableAttribute': tabled,
  'vpc2017:DescribeRouteTable': tabled,
  'vpc2017:AssociateRouteTable': tabled,
  'vpc2017:CreateRoute': tabled,
  'vpc2017:DeleteRoute': tabled,
};

async function guarded(s: Stand, p: P): Promise<void> {
  const vpcId = await vpc(s, p.vpcId);
  const networkAclId = await networkAcl(s, vpcId, p.networkAclId);
  if (!p['subnetIds.0']) return;
  const subnetIds = [await subnet(s, vpcId, p['subnetIds.0'])];
  if (p.Action !== 'CreateSubnetAclRule') await s.do2017('CreateSubnetAclRule', { vpcId, networkAclId, subnetIds });
}

export const acls: Recipes = {
  'vpc2017:CreateNetworkAcl': net,
  'vpc2017:DeleteNetworkAcl': guarded,
  'vpc2017:ModifyNetworkAcl': guarded,
  'vpc2017:DescribeNetworkAcl': guarded,
  'vpc2017:ModifyNetworkAclEntry': guarded,
  'vpc2017:CreateSubnetAclRule': guarded,
  'vpc2017:DeteleSubnetAclRule': guarded,
  'vpc2017:DescribeAcl': guarded,
};

const gate = async (s: Stand, p: P) => void (await vpnGateway(s, await vpc(s, p.vpcId), p.vpnGwId, prepaid));
const far = async (s: Stand, p: P) => void (await customerGateway(s, p.userGwId));
const tunnel = (s: Stand, p: P) => vpnConnection(s, { vpc: p.vpcId, gateway: p.vpnGwId, connection: p.vpnConnId });

export const vpns: Recipes = {
  'vpc2017:CreateVpn': net,
  'vpc2017:RunVpnGw': net,
  'vpc2017:DescribeVpnGw': gate,
  'vpc2017:ModifyVpnGw': gate,
  'vpc2017:RenewVpn': gate,
  'vpc2017:DeleteUserGw': far,
  'vpc2017:ModifyUserGw': far,
  'vpc2017:DescribeUserGw': far,
  'vpc2017:ResetVpnConnSA': tunnel,
  'vpc2017:DeleteVpnConn': tunnel,
  'vpc2017:ModifyVpnConnEx': tunnel,
  'vpc2017:DescribeVpnConn': tunnel,
};

const nat = async (s: Stand, p: P) => natGateway(s, await vpc(s, p.vpcId), p.natId, p['assignedEipSet.0']);

export const nats: Recipes = {
  'vpc2017:CreateNatGateway': net,
  'vpc2017:DeleteNatGateway': nat,
  'vpc2017:ModifyNatGateway': nat,
  'vpc2017:DescribeNatGateway': nat,
  'vpc2017:QueryNatGatewayProductionStatus': async (s, p) => {
    const vpcId = await vpc(s);
    const order = { vpcId, natName: 'nat', maxConcurrent: 1_000_000, autoAllocEipNum: 1 };
    s.as((await s.do2017('CreateNatGateway', order)).billId, p.billId);
  },
  'vpc2017:UpgradeNatGateway': nat,
  'vpc2017:EipBindNatGateway': nat,
  'vpc2017:EipUnBindNatGateway': nat,
};

/** The samples' interface and, where they name them, its address, its machine and another one, another interface. */
async function cards(s: Stand, p: P): Promise<void> {
  const VpcId = await vpc(s, p.vpcId);
  const SubnetId = await subnet(s, VpcId, undefined, '10.0.0.0/24');
  const address = p['privateIpAddress.0'] ?? p.privateIpAddress;
  const more = address === undefined ? {} : { PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: false }] };
  // Of the first address that is free, the sample wants to be rid: the primary one must be another.
  if (address !== undefined) await machine(s, SubnetId, undefined, { PrivateIpAddress: address === '10.0.0.2' ? '10.0.0.3' : '10.0.0.2' });
  const NetworkInterfaceId = await eni(s, VpcId, SubnetId, p.networkInterfaceId ?? p.oldNetworkInterfaceId, more);
  if (p.newNetworkInterfaceId) await eni(s, VpcId, SubnetId, p.newNetworkInterfaceId);
  if (p.newInstanceId) await machine(s, SubnetId, p.newInstanceId);
  const on = p.oldInstanceId ?? p.instanceId;
  if (!on) return;
  const InstanceId = await machine(s, SubnetId, on);
  if (p.Action !== 'AttachNetworkInterface') await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
}

export const interfaces: Recipes = {
  'vpc2017:CreateNetworkInterface': async (s, p) => {
    await subnet(s, await vpc(s, p.vpcId), p.subnetId);
    await securityGroup(s, p['sgIds.0']);
  },
  'vpc2017:DeleteNetworkInterface': cards,
  'vpc2017:ModifyNetworkInterface': cards,
  'vpc2017:DescribeNetworkInterfaces': async (s, p) => {
    const VpcId = await vpc(s, p.vpcId);
    const SubnetId = await subnet(s, VpcId);
    const SecurityGroupIds = [await securityGroup(s)];
    const InstanceId = await machine(s, SubnetId, undefined, { SecurityGroupIds });
    const NetworkInterfaceId = await eni(s, VpcId, SubnetId, undefined, { SecurityGroupIds });
    await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
  },
  'vpc2017:AssignPrivateIpAddresses': cards,
  'vpc2017:UnassignPrivateIpAddresses': cards,
  'vpc2017:AttachNetworkInterface': cards,
  'vpc2017:DetachNetworkInterface': cards,
  'vpc2017:MigrateNetworkInterface': cards,
  'vpc2017:MigratePrivateIpAddress': cards,
};
