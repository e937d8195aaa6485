/** What each sample request of API 3.0 needs to find. A sample that is not listed needs nothing. */
import type { Recipes } from './recipe.ts';
import type { Stand } from './stand.ts';
import {
  classicMachine,
  customerGateway,
  eip,
  eni,
  machine,
  prepaid,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  vpnConnection,
  vpnGateway,
} from './things.ts';

const linked = async (s: Stand, VpcId: string | undefined, id: string, LanIp?: string): Promise<void> => {
  const made = await vpc(s, VpcId);
  await classicMachine(s, id, LanIp);
  await s.do3('AttachClassicLinkVpc', { VpcId: made, InstanceIds: [id] });
};

/** A table with one route by a machine, in a VPC that has room for it. */
async function routed(s: Stand, RouteTableId: string | undefined, RouteId?: string): Promise<void> {
  const net = await vpc(s, undefined, '172.16.0.0/16');
  await machine(s, await subnet(s, net, undefined, '172.16.16.0/24'), undefined, { PrivateIpAddress: '172.16.16.37' });
  const table = await routeTable(s, net, RouteTableId);
  if (RouteId === undefined) return;
  const route = { DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'NORMAL_CVM', GatewayId: '172.16.16.37' };
  await s.do3('CreateRoutes', { RouteTableId: table, Routes: [route] });
  const { RouteTableSet } = await s.do3('DescribeRouteTables', { RouteTableIds: [table] });
  const [{ RouteSet = [] } = {}] = RouteTableSet as { RouteSet?: { RouteId: number }[] }[];
  s.as(String(RouteSet[0]?.RouteId ?? ''), RouteId);
}

export const networks: Recipes = {
  'vpc:AttachClassicLinkVpc': async (s, p) => {
    await vpc(s, p.VpcId);
    await classicMachine(s, p['InstanceIds.0'] ?? '');
  },
  'vpc:DetachClassicLinkVpc': (s, p) => linked(s, p.VpcId, p['InstanceIds.0'] ?? ''),
  'vpc:DescribeClassicLinkInstances': (s, p) => linked(s, p['Filters.0.Values.0'], 'ins-0x5msjda', p['Filters.1.Values.0']),
  'vpc:DeleteVpc': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:ModifyVpcAttribute': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:DescribeVpcs': async (s) => {
    await vpc(s, undefined, '192.168.0.0/16');
    await s.do3('CreateVpc', { VpcName: 'net', CidrBlock: '10.8.0.0/16', DnsServers: ['10.8.0.2'] });
  },
  'vpc:DeleteSubnet': async (s, p) => void (await subnet(s, await vpc(s), p.SubnetId)),
  'vpc:DescribeSubnets': async (s, p) => {
    const { Vpc } = await s.do3('CreateDefaultVpc', { Force: true, Zone: 'ap-guangzhou-2' });
    const { VpcId, SubnetId } = Vpc as Record<string, unknown>;
    await s.do3('ModifySubnetAttribute', { SubnetId, SubnetName: p['Filters.0.Values.0'] });
    s.as(VpcId, p['Filters.1.Values.0']);
    s.as(SubnetId, p['Filters.2.Values.0']);
  },
};

export const routes: Recipes = {
  'vpc:CreateRouteTable': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:CreateRoutes': (s, p) => routed(s, p.RouteTableId),
  'vpc:DeleteRouteTable': async (s, p) => void (await routeTable(s, await vpc(s), p.RouteTableId)),
  'vpc:DeleteRoutes': (s, p) => routed(s, p.RouteTableId, p['Routes.0.RouteId']),
  'vpc:DescribeRouteTables': async (s, p) => {
    const net = await vpc(s, p['Filters.1.Values.0'], '172.16.0.0/16');
    const SubnetId = await subnet(s, net, undefined, '172.16.16.0/24');
    await machine(s, SubnetId, undefined, { PrivateIpAddress: '172.16.16.37' });
    const { RouteTableSet } = await s.do3('DescribeRouteTables', { Filters: [{ Name: 'vpc-id', Values: [net] }] });
    const RouteTableId = s.as((RouteTableSet as { RouteTableId: string }[])[0]?.RouteTableId, p['Filters.0.Values.0']);
    const Routes = [
      { DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'NORMAL_CVM', GatewayId: '172.16.16.37', RouteDescription: 'by machine' },
    ];
    await s.do3('ResetRoutes', { RouteTableId, RouteTableName: p['Filters.2.Values.0'], Routes });
  },
  'vpc:ModifyRouteTableAttribute': (s, p) => routed(s, p.RouteTableId),
  'vpc:ReplaceRouteTableAssociation': async (s, p) => {
    const net = await vpc(s);
    await subnet(s, net, p.SubnetId);
    await routeTable(s, net, p.RouteTableId);
  },
  'vpc:ReplaceRoutes': (s, p) => routed(s, p.RouteTableId, p['Routes.0.RouteId']),
  'vpc:ResetRoutes': (s, p) => routed(s, p.RouteTableId, '17126'),
};

const stood = async (s: Stand, id: string | undefined, more = {}): Promise<string> => machine(s, await subnet(s, await vpc(s)), id, more);

const bound = async (s: Stand, AddressId: string | undefined): Promise<void> => {
  const InstanceId = await stood(s, undefined);
  await s.do3('AssociateAddress', { AddressId: await eip(s, AddressId), InstanceId });
};

export const addresses: Recipes = {
  'vpc:AssociateAddress': async (s, p) => {
    await eip(s, p.AddressId);
    await stood(s, p.InstanceId);
  },
  'vpc:DescribeAddresses': (s, p) => bound(s, p['AddressIds.0']),
  'vpc:DisassociateAddress': (s, p) => bound(s, p.AddressId),
  'vpc:ModifyAddressAttribute': async (s, p) => void (await eip(s, p.AddressId)),
  'vpc:ReleaseAddresses': async (s, p) => void (await eip(s, p['AddressIds.0'])),
  'vpc:TransformAddress': async (s, p) => void (await stood(s, p.InstanceId, { PublicIpAddress: '198.18.7.7' })),
};

const range = '172.16.0.0/16';

interface Cards {
  readonly card?: string | undefined;
  readonly on?: string | undefined;
  readonly to?: string | undefined;
  readonly second?: string | undefined;
  /** A secondary address of the card. */
  readonly address?: string | undefined;
}

/** Interfaces in a subnet that has the addresses of the samples, on a machine where `on` names one. */
async function cards(s: Stand, { card, on, to, second, address }: Cards): Promise<void> {
  const net = await vpc(s, undefined, range);
  const SubnetId = await subnet(s, net, undefined, '172.16.32.0/20');
  const more = address === undefined ? {} : { PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: false }] };
  const NetworkInterfaceId = await eni(s, net, SubnetId, card, more);
  if (second) await eni(s, net, SubnetId, second);
  if (to) await machine(s, SubnetId, to);
  if (!on) return;
  await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: await machine(s, SubnetId, on) });
}

export const interfaces: Recipes = {
  'vpc:AssignPrivateIpAddresses': (s, p) => cards(s, { card: p.NetworkInterfaceId }),
  'vpc:AttachNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId, to: p.InstanceId }),
  'vpc:CreateNetworkInterface': async (s, p) => {
    await subnet(s, await vpc(s, p.VpcId, range), p.SubnetId, '172.16.64.0/24');
    await securityGroup(s, p['SecurityGroupIds.0']);
  },
  'vpc:DeleteNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId }),
  'vpc:DescribeNetworkInterfaces': async (s) => {
    const net = await vpc(s);
    const SubnetId = await subnet(s, net);
    const InstanceId = await machine(s, SubnetId, undefined, { SecurityGroupIds: [await securityGroup(s)] });
    const NetworkInterfaceId = await eni(s, net, SubnetId, undefined, {
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.77', Primary: true, Description: 'first' }],
      SecurityGroupIds: [await securityGroup(s, undefined, 'second')],
    });
    await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
    await s.do3('AssociateAddress', { AddressId: await eip(s), NetworkInterfaceId, PrivateIpAddress: '10.0.1.77' });
    await s.do3('AssociateAddress', { AddressId: await eip(s), InstanceId });
  },
  'vpc:DetachNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId, on: p.InstanceId }),
  'vpc:MigrateNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId, on: p.SourceInstanceId, to: p.DestinationInstanceId }),
  'vpc:MigratePrivateIpAddress': (s, p) =>
    cards(s, { card: p.SourceNetworkInterfaceId, second: p.DestinationNetworkInterfaceId, address: p.PrivateIpAddress }),
  'vpc:ModifyNetworkInterfaceAttribute': (s, p) => cards(s, { card: p.NetworkInterfaceId }),
  'vpc:ModifyPrivateIpAddressesAttribute': (s, p) =>
    cards(s, { card: p.NetworkInterfaceId, address: p['PrivateIpAddresses.0.PrivateIpAddress'] }),
  'vpc:UnassignPrivateIpAddresses': (s, p) => cards(s, { card: p.NetworkInterfaceId, address: p['PrivateIpAddresses.0.PrivateIpAddress'] }),
};

const tunnel = (s: Stand, p: Record<string, string>) => vpnConnection(s, { gateway: p.VpnGatewayId, connection: p.VpnConnectionId });
const gate = async (s: Stand, p: Record<string, string>, more = {}) => void (await vpnGateway(s, await vpc(s), p.VpnGatewayId, more));

export const vpns: Recipes = {
  'vpc:CreateVpnConnection': async (s, p) => {
    await vpnGateway(s, await vpc(s, p.VpcId, '10.8.0.0/16'), p.VpnGatewayId);
    await customerGateway(s, p.CustomerGatewayId);
  },
  'vpc:CreateVpnGateway': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:DeleteCustomerGateway': async (s, p) => void (await customerGateway(s, p.CustomerGatewayId)),
  'vpc:DeleteVpnConnection': tunnel,
  'vpc:DescribeCustomerGateways': async (s) => void (await customerGateway(s)),
  'vpc:DescribeVpnConnections': tunnel,
  'vpc:DescribeVpnGateways': async (s) => {
    const VpnGatewayId = await vpnGateway(s, await vpc(s), undefined, { VpnGatewayName: 'TEST', ...prepaid });
    await s.do3('ModifyVpnGatewayAttribute', { VpnGatewayId, InstanceChargeType: 'POSTPAID_BY_HOUR' });
  },
  'vpc:DownloadCustomerGatewayConfiguration': tunnel,
  'vpc:InquiryPriceRenewVpnGateway': (s, p) => gate(s, p, prepaid),
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': (s, p) => gate(s, p, prepaid),
  'vpc:ModifyCustomerGatewayAttribute': async (s, p) => void (await customerGateway(s, p.CustomerGatewayId)),
  'vpc:ModifyVpnGatewayAttribute': (s, p) => gate(s, p),
  'vpc:RenewVpnGateway': (s, p) => gate(s, p, prepaid),
  'vpc:ResetVpnConnection': tunnel,
  'vpc:ResetVpnGatewayInternetMaxBandwidth': (s, p) => gate(s, p, prepaid),
};
