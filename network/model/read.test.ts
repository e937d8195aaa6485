import { describe, expect, it } from 'vitest';
import { expand } from '../rules/policies.ts';
import { referencesIn } from './look-up.ts';
import { emptyModel, type NetworkModel } from './model.ts';
import { read3, withAcls } from './read-3.ts';
import { read2017 } from './read-2017.ts';

const at = { account: '100001', region: 'ap-guangzhou' };

describe('rows of API 3.0', () => {
  it('keep order, both forms of a template and what is absent absent', () => {
    const policies = {
      Egress: [],
      Ingress: [
        { Action: 'accept', AddressTemplate: { AddressGroupId: 'ipmg-2uw6ujo6' }, ServiceTemplate: { ServiceId: 'ppm-f5n1f8da' } },
        { Action: 'DROP', Protocol: 'tcp', Port: '22', CidrBlock: '10.0.0.0/8', SecurityGroupId: '', AddressTemplate: '' },
        { Action: 'ACCEPT', ServiceTemplate: ['ppmg-2klmrefu'], SecurityGroupId: 'sg-a' },
      ],
    };
    const group = read3.securityGroup({ SecurityGroupId: 'sg-a', SecurityGroupName: 'web' }, policies, at);
    expect(group).toEqual({
      id: 'sg-a',
      ...at,
      name: 'web',
      egress: [],
      ingress: [
        { action: 'ACCEPT', addressTemplate: 'ipmg-2uw6ujo6', serviceTemplate: 'ppm-f5n1f8da' },
        { action: 'DROP', protocol: 'TCP', port: '22', cidr: '10.0.0.0/8' },
        { action: 'ACCEPT', serviceTemplate: 'ppmg-2klmrefu', securityGroup: 'sg-a' },
      ],
    });
  });

  it.each([undefined, null, {}, 'none'])('with %j for one direction of a group or an ACL are not read as having no rules', (odd) => {
    // An answer may have any shape: that is what is tried.
    const set = (ingress: unknown, egress: unknown) => ({ Ingress: ingress, Egress: egress }) as never;
    for (const policies of [set(odd, []), set([], odd)])
      expect(() => read3.securityGroup({ SecurityGroupId: 'sg-a' }, policies, at)).toThrow(RangeError);
    const acl = (ingress: unknown, egress: unknown) =>
      ({ networkAclId: 'acl-1', vpcId: 'vpc-1', networkAclEntrySet: { ingress, egress } }) as never;
    for (const row of [acl(odd, []), acl([], odd)]) expect(() => read2017.networkAcl(row)).toThrow(RangeError);
  });

  it.each([undefined, null, {}, 'none'])('with %j for a nested list are not read as having an empty one', (odd) => {
    const nat = { natId: 'nat-1', vpcId: 'vpc-1', state: 0, productionStatus: 1, eipSet: odd } as never;
    const vpn = { unVpnConnId: 'vpnx-1', vpnGwId: 'v', vpcConnStatus: 6, sourceCidr: [], destinationCidr: odd } as never;
    const policies = [{ LocalCidrBlock: '10.0.0.0/16', RemoteCidrBlock: odd }];
    const vpn3 = { VpnConnectionId: 'vpnx-1', VpnGatewayId: 'vpngw-1', SecurityPolicyDatabaseSet: policies } as never;
    const table = { RouteTableId: 'rtb-1', VpcId: 'vpc-1', Main: true, RouteSet: odd } as never;
    const one = { networkInterfaceId: 'eni-1', vpcId: 'vpc-1', subnetId: 'subnet-1', privateIpAddressesSet: odd } as never;
    expect(() => read2017.natGateway(nat)).toThrow(RangeError);
    expect(() => read2017.vpnConnection(vpn)).toThrow(RangeError);
    expect(() => read3.vpnConnection(vpn3)).toThrow(RangeError);
    expect(() => read3.routeTable(table)).toThrow(RangeError);
    expect(() => read2017.networkInterface(one)).toThrow(RangeError);
  });

  it('tell an interface that is attached from one that is not and one of which it is not told', () => {
    const row = { NetworkInterfaceId: 'eni-1', VpcId: 'vpc-1', SubnetId: 'subnet-1', PrivateIpAddressSet: [] };
    expect(read3.networkInterface({ ...row, Attachment: { InstanceId: 'ins-1' } }).instance).toBe('ins-1');
    expect(read3.networkInterface({ ...row, Attachment: {} }).instance).toBeNull();
    expect(read3.networkInterface(row)).not.toHaveProperty('instance');
  });

  it('find what an EIP is bound to in either set of fields', () => {
    const row = { AddressId: 'eip-1', AddressIp: '123.121.34.33' };
    const bound = (more: object) => read3.eip({ ...row, ...more }).boundTo;
    expect(bound({ AddressStatus: 'UNBIND' })).toBeNull();
    expect(bound({ AddressStatus: 'UNBIND', BindedResourceId: '', InstanceId: null, NetworkInterfaceId: '' })).toBeNull();
    // A state that its fields contradict does not take it out of the network.
    expect(bound({ AddressStatus: 'UNBIND', InstanceId: 'ins-1' })).toEqual({ instance: 'ins-1' });
    expect(bound({ AddressStatus: 'BINDED', InstanceId: 'ins-1', NetworkInterfaceId: null })).toEqual({ instance: 'ins-1' });
    expect(bound({ AddressStatus: 'BIND_ENI', NetworkInterfaceId: 'eni-1', PrivateAddressIp: '10.0.0.4' })).toEqual({
      interface: 'eni-1',
      privateAddress: '10.0.0.4',
    });
    expect(bound({ AddressStatus: 'BIND', BindedResourceId: 'nat-1' })).toEqual({ natGateway: 'nat-1' });
    expect(bound({ AddressStatus: 'BIND_ENI', BindedResourceId: 'eni-1' })).toBeUndefined();
  });

  it('resolve a policy of templates and groups from what was listed', () => {
    const model: NetworkModel = {
      ...emptyModel,
      addressTemplates: [read3.addressTemplate({ AddressTemplateId: 'ipm-1', AddressSet: ['10.0.0.6', '10.0.0.1-10.0.0.3'] })],
      addressTemplateGroups: [read3.addressTemplateGroup({ AddressTemplateGroupId: 'ipmg-1', AddressTemplateIdSet: ['ipm-1'] })],
      serviceTemplates: [read3.serviceTemplate({ ServiceTemplateId: 'ppm-1', ServiceSet: ['tcp:8080', 'udp:99'] })],
      serviceTemplateGroups: [read3.serviceTemplateGroup({ ServiceTemplateGroupId: 'ppmg-1', ServiceTemplateIdSet: ['ppm-1'] })],
    };
    const policy = read3.policy({
      Action: 'ACCEPT',
      AddressTemplate: { AddressGroupId: 'ipmg-1' },
      ServiceTemplate: { ServiceGroupId: 'ppmg-1' },
    });
    const { rules, unresolved, count } = expand([policy], referencesIn(model));
    expect(rules.map(({ protocol, port, cidr }) => `${protocol} ${port} ${cidr}`)).toEqual([
      'TCP 8080 10.0.0.6',
      'TCP 8080 10.0.0.1-10.0.0.3',
      'UDP 99 10.0.0.6',
      'UDP 99 10.0.0.1-10.0.0.3',
    ]);
    expect([unresolved, count]).toEqual([[], 4]);
  });

  it('take the ACL from today’s own list: an empty text is none, null and nothing are not told', () => {
    const acls = ['acl-1', '', null, undefined].map((NetworkAclId) =>
      read3.subnet({ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', NetworkAclId }),
    );
    expect(acls.map(({ networkAcl }) => networkAcl)).toEqual(['acl-1', null, undefined, undefined]);
  });

  it('take ACLs from the other listing', () => {
    const subnets = ['subnet-1', 'subnet-2', 'subnet-3'].map((SubnetId) =>
      read3.subnet({ SubnetId, VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }),
    );
    const told = withAcls(
      subnets,
      new Map([
        ['subnet-1', 'acl-1'],
        ['subnet-2', null],
      ]),
    );
    expect(told.map(({ networkAcl }) => networkAcl)).toEqual(['acl-1', null, undefined]);
  });
});

describe('rows of the 2017 API', () => {
  it('take the newer id, the custom routes, and blocks without host bits', () => {
    const table = read2017.routeTable({
      vpcId: 'gz_vpc_99',
      unVpcId: 'vpc-amhnnao5',
      routeTableId: 'gz_rtb_8755',
      unRouteTableId: 'rtb-rqndayhs',
      routeTableType: 0,
      routeSet: [
        { destinationCidrBlock: 'Local', nextType: 2, nextHub: 'Local' },
        { destinationCidrBlock: '121.0.23.51/16', nextType: '8', nextHub: 'nat-1' },
        { destinationCidrBlock: '121.1.0.0/16', nextType: 1, nextHub: '548', unNextHub: 'vpngw-1' },
      ],
    });
    expect(table).toEqual({
      id: 'rtb-rqndayhs',
      vpc: 'vpc-amhnnao5',
      main: false,
      routes: [
        { destination: '121.0.0.0/16', type: 'NAT', gateway: 'nat-1' },
        { destination: '121.1.0.0/16', type: 'VPN', gateway: 'vpngw-1' },
      ],
    });
  });

  it('tell an ACL, none, and not told apart, and read 1 as allowing', () => {
    const row = { subnetId: 'subnet-1', vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' };
    expect([0, '0', 'acl-1'].map((networkAclId) => read2017.subnet({ ...row, networkAclId }).networkAcl)).toEqual([null, null, 'acl-1']);
    expect(read2017.subnet(row)).not.toHaveProperty('networkAcl');
    const one = (action: number) => ({ ipProtocol: 'tcp', cidrIp: '10.0.0.2/24', portRange: '80', action });
    const acl = read2017.networkAcl({
      networkAclId: 'acl-1',
      vpcId: 'vpc-1',
      networkAclEntrySet: { ingress: [one(1), one(0)], egress: [] },
    });
    expect(acl.ingress.map(({ action, protocol }) => [action, protocol])).toEqual([
      ['ACCEPT', 'TCP'],
      ['DROP', 'TCP'],
    ]);
  });

  it('read states of gateways and peerings', () => {
    const pcx = (state: number) =>
      read2017.peering({ peeringConnectionId: 'pcx-1', vpcId: 'gz_vpc_1', unVpcId: 'vpc-1', peerVpcId: 'vpc-2', state });
    expect(pcx(1)).toEqual({ id: 'pcx-1', vpcs: ['vpc-1', 'vpc-2'], state: 'active' });
    expect([0, 2, 3, 4, 5, 9].map((state) => pcx(state).state)).toEqual([
      'pending',
      'expired',
      'rejected',
      'deleting',
      'failed',
      'unknown',
    ]);
    const nat = (state: number, productionStatus: number) =>
      read2017.natGateway({ natId: 'nat-1', vpcId: 'vpc-1', state, productionStatus, eipSet: [] }).state;
    expect([nat(0, 1), nat(1, 1), nat(2, 1), nat(0, 0), nat(0, 5), nat(0, 3)]).toEqual([
      'available',
      'unavailable',
      'arrears',
      'pending',
      'deleting',
      'available',
    ]);
    expect(read2017.vpnGateway({ vpnGwId: 122, unVpnGwId: 'vpngw-1', vpcId: 'vpc-1', vpnGwStatus: 6 })).toEqual({
      id: 'vpngw-1',
      vpc: 'vpc-1',
      state: 'available',
    });
  });
});
