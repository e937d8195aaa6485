/** The compiler checks this file: rows as the catalogue describes them are rows that the readers take. */
import type { OutputOf } from '../../catalogue/define.ts';
import type * as directConnect from '../../catalogue/families/direct-connect-gateway/index.ts';
import type * as natGateway from '../../catalogue/families/nat-gateway/index.ts';
import type * as networkAcl from '../../catalogue/families/network-acl/index.ts';
import type * as parameterTemplate from '../../catalogue/families/parameter-template/index.ts';
import type * as peering from '../../catalogue/families/peering/index.ts';
import type * as securityGroup from '../../catalogue/families/security-group/index.ts';
import type * as vpnConnection from '../../catalogue/families/vpn-connection/index.ts';
import type * as vpnGateway from '../../catalogue/families/vpn-gateway/index.ts';
import type { ResultOf } from '../../catalogue/index.ts';
import { read3 } from '../model/read-3.ts';
import { read2017 } from '../model/read-2017.ts';

const at = { account: '100001', region: 'ap-guangzhou' };

type Answers<T extends object, A extends keyof T> = T[A] extends { readonly results: infer R } ? OutputOf<R> : never;
type Item<L> = L extends readonly (infer T)[] ? T : never;
type Groups = typeof securityGroup.actions;
type Templates = typeof parameterTemplate.actions;

/** A reader for every listed row the model is made of. */
export const readable = {
  vpc: (row: Item<ResultOf<'vpc:DescribeVpcs'>['VpcSet']>) => read3.vpc(row, at),
  subnet: (row: Item<ResultOf<'vpc:DescribeSubnets'>['SubnetSet']>) => read3.subnet(row),
  table: (row: Item<ResultOf<'vpc:DescribeRouteTables'>['RouteTableSet']>) => read3.routeTable(row),
  eni: (row: Item<ResultOf<'vpc:DescribeNetworkInterfaces'>['NetworkInterfaceSet']>) => read3.networkInterface(row),
  eip: (row: Item<ResultOf<'vpc:DescribeAddresses'>['AddressSet']>) => read3.eip(row),
  group: (
    row: Item<Answers<Groups, 'vpc:DescribeSecurityGroups'>['SecurityGroupSet']>,
    policies: Answers<Groups, 'vpc:DescribeSecurityGroupPolicies'>['SecurityGroupPolicySet'],
  ) => read3.securityGroup(row, policies, at),
  vpnGateway: (row: Item<Answers<typeof vpnGateway.actions, 'vpc:DescribeVpnGateways'>['VpnGatewaySet']>) => read3.vpnGateway(row),
  vpnConnection: (row: Item<Answers<typeof vpnConnection.actions, 'vpc:DescribeVpnConnections'>['VpnConnectionSet']>) =>
    read3.vpnConnection(row),
  vpc2017: (row: Item<ResultOf<'vpc2017:DescribeVpcEx'>['data']>) => read2017.vpc(row, at),
  subnet2017: (row: Item<ResultOf<'vpc2017:DescribeSubnetEx'>['data']>) => read2017.subnet(row),
  table2017: (row: Item<ResultOf<'vpc2017:DescribeRouteTable'>['data']>) => read2017.routeTable(row),
  eni2017: (row: Item<ResultOf<'vpc2017:DescribeNetworkInterfaces'>['data']['data']>) => read2017.networkInterface(row),
  acl: (row: Item<Answers<typeof networkAcl.actions, 'vpc2017:DescribeNetworkAcl'>['data']>) => read2017.networkAcl(row),
  peering: (row: Item<Answers<typeof peering.actions, 'vpc2017:DescribeVpcPeeringConnections'>['data']>) => read2017.peering(row),
  nat: (row: Item<Answers<typeof natGateway.actions, 'vpc2017:DescribeNatGateway'>['data']>) => read2017.natGateway(row),
  vpnGateway2017: (row: Item<Answers<typeof vpnGateway.actions, 'vpc2017:DescribeVpnGw'>['data']>) => read2017.vpnGateway(row),
  vpnConnection2017: (row: Item<Answers<typeof vpnConnection.actions, 'vpc2017:DescribeVpnConn'>['data']>) => read2017.vpnConnection(row),
  directConnect: (row: Item<Answers<typeof directConnect.actions, 'vpc2017:DescribeDirectConnectGateway'>['data']>) =>
    read2017.directConnectGateway(row),
  addresses: (row: Item<Answers<Templates, 'vpc:DescribeAddressTemplates'>['AddressTemplateSet']>) => read3.addressTemplate(row),
  addressGroups: (row: Item<Answers<Templates, 'vpc:DescribeAddressTemplateGroups'>['AddressTemplateGroupSet']>) =>
    read3.addressTemplateGroup(row),
  services: (row: Item<Answers<Templates, 'vpc:DescribeServiceTemplates'>['ServiceTemplateSet']>) => read3.serviceTemplate(row),
  serviceGroups: (row: Item<Answers<Templates, 'vpc:DescribeServiceTemplateGroups'>['ServiceTemplateGroupSet']>) =>
    read3.serviceTemplateGroup(row),
};
