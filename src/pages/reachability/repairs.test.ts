import { describe, expect, it } from 'vitest';
import { emptyModel, type NetworkModel } from '../../../network/model/model.ts';
import type { Repair } from '../../../network/paths/path.ts';
import { formOf } from './repairs.tsx';

const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-a', account: '1', region: 'ap-guangzhou', cidr: '10.0.0.0/16' },
    { id: 'vpc-b', account: '2', region: 'ap-shanghai', cidr: '10.1.0.0/16' },
  ],
};
const at = (id: string) => ({ region: id === 'vpc-b' ? 'ap-shanghai' : 'ap-guangzhou' });
const row = { id: 7, destination: '10.1.0.0/16', type: 'NAT', gateway: 'nat-1' };
const route = { ...row, origin: 'custom', routeTable: 'rtb-1', status: 'dead', reason: null, remarks: [], row } as const;
const rule = { direction: 'ingress', before: 2, protocol: 'TCP', port: '443', cidr: '10.0.0.4' } as const;

describe('a repair leads to the form that does it, filled', () => {
  it.each<[Repair, string]>([
    [
      { kind: 'add-route', routeTable: 'rtb-1', destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-1' },
      '/route-tables/rtb-1/do/createRoutes?region=ap-guangzhou&DestinationCidrBlock=10.1.0.0%2F16&GatewayType=PEERCONNECTION&GatewayId=pcx-1',
    ],
    [
      { kind: 'replace-route', routeTable: 'rtb-1', destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-1', instead: route },
      '/route-tables/rtb-1/do/replaceRoutes?region=ap-guangzhou&RouteId=7&GatewayType=PEERCONNECTION&GatewayId=pcx-1',
    ],
    [{ kind: 'remove-route', routeTable: 'rtb-1', route }, '/route-tables/rtb-1/do/deleteRoutes?region=ap-guangzhou&RouteId=7'],
    [
      { kind: 'create-peering', vpcs: ['vpc-a', 'vpc-b'] },
      '/peerings/new?region=ap-guangzhou&vpcId=vpc-a&peerVpcId=vpc-b&peerUin=2&peerRegion=ap-shanghai',
    ],
    [{ kind: 'accept-peering', peering: 'pcx-1' }, '/peerings/pcx-1?region=ap-guangzhou'],
    [
      { kind: 'bind-eip', interface: 'eni-1', privateAddress: '10.0.0.4' },
      '/eips/do/associate?region=ap-guangzhou&NetworkInterfaceId=eni-1&PrivateIpAddress=10.0.0.4',
    ],
    [
      { kind: 'add-acl-rule', networkAcl: 'acl-1', ...rule },
      '/network-acls/acl-1/do/replaceEntries?region=ap-guangzhou&ruleDirection=1&ipProtocol=TCP&portRange=443&cidrIp=10.0.0.4&before=2',
    ],
    [
      { kind: 'add-policy', securityGroup: 'sg-1', ...rule, before: null },
      '/security-groups/sg-1/rules?region=ap-guangzhou&way=ingress&add=ACCEPT&protocol=TCP&port=443&cidr=10.0.0.4',
    ],
  ])('%o', (repair, path) => expect(formOf(repair, model, at)).toBe(path));
});
