/** Rows of every shape: one that cannot be read is told, the others are read, and nothing throws. */
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../network/model/look-up.ts';
import { emptyModel, type NetworkModel } from '../../network/model/model.ts';
import { effectiveRoutesOfTable, nextHopOfTable } from '../../network/routes/routes.ts';
import { readModelList } from './read-list.ts';
import { readers } from './readers.ts';

const at = { account: '1', region: 'ap-guangzhou' };

/** A good row for each reader; `id` is put in. */
const good: Readonly<Record<string, (id: string) => Readonly<Record<string, unknown>>>> = {
  vpcs: (id) => ({ VpcId: id, CidrBlock: '10.0.0.0/16', VpcName: 'a', AssistantCidrSet: [{ CidrBlock: '10.9.0.0/16' }] }),
  subnets: (id) => ({ SubnetId: id, VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', RouteTableId: 'rtb-1', Zone: 'z', SubnetName: 'a' }),
  routeTables: (id) => ({
    ...{ RouteTableId: id, VpcId: 'vpc-1', Main: true, RouteTableName: 'a' },
    RouteSet: [{ DestinationCidrBlock: '10.1.0.0/16', GatewayType: 'NAT', GatewayId: 'nat-1', RouteId: 1, RouteDescription: '' }],
  }),
  natGateways: (id) => ({ natId: id, vpcId: 'vpc-1', state: 0, productionStatus: 1, eipSet: ['43.0.0.1'], natName: 'a' }),
  vpnGateways: (id) => ({ VpnGatewayId: id, VpcId: 'vpc-1', State: 'AVAILABLE', VpnGatewayName: 'a' }),
  vpnConnections: (id) => ({
    ...{ VpnConnectionId: id, VpnGatewayId: 'vpngw-1', State: 'AVAILABLE', NetStatus: 'AVAILABLE' },
    SecurityPolicyDatabaseSet: [{ LocalCidrBlock: '10.0.0.0/16', RemoteCidrBlock: ['192.168.0.0/16'] }],
  }),
  directConnectGateways: (id) => ({ directConnectGatewayId: id, vpcId: 'vpc-1', unVpcId: 'vpc-1' }),
  peerings: (id) => ({ peeringConnectionId: id, vpcId: 'x', unVpcId: 'vpc-1', peerVpcId: 'y', unPeerVpcId: 'vpc-2', state: 1 }),
  interfaces: (id) => ({
    ...{ NetworkInterfaceId: id, VpcId: 'vpc-1', SubnetId: 'subnet-1', GroupSet: ['sg-1'], Primary: true },
    ...{ PrivateIpAddressSet: [{ PrivateIpAddress: '10.0.1.5', Primary: true }], Attachment: { InstanceId: 'ins-1' } },
  }),
  eips: (id) => ({ AddressId: id, AddressIp: '43.0.0.2', AddressStatus: 'UNBIND', BindedResourceId: '' }),
  networkAcls: (id) => ({ networkAclId: id, vpcId: 'vpc-1', unVpcId: 'vpc-1', networkAclEntrySet: { ingress: [], egress: [] } }),
  addressTemplates: (id) => ({ AddressTemplateId: id, AddressSet: ['10.0.0.1'] }),
  addressTemplateGroups: (id) => ({ AddressTemplateGroupId: id, AddressTemplateIdSet: ['ipm-1'] }),
  serviceTemplates: (id) => ({ ServiceTemplateId: id, ServiceSet: ['tcp:80'] }),
  serviceTemplateGroups: (id) => ({ ServiceTemplateGroupId: id, ServiceTemplateIdSet: ['ppm-1'] }),
};

const odd: readonly unknown[] = [undefined, null, '', 'odd', 7, {}, [], [null], [{}], true];

describe.each(readers.map((reader) => ({ reader, kind: reader.kind })))('a row of $kind', ({ reader, kind }) => {
  const make = good[kind];

  it('with any field missing, null or of another type keeps nobody from reading the others', () => {
    if (!make) throw new Error(`no row for ${kind}`);
    expect(readModelList(reader, [make('a-1')], [], at).unread).toEqual([]);
    for (const field of Object.keys(make('a-1'))) {
      for (const value of odd) {
        const bad = { ...make('a-1'), [field]: value };
        const { model, unread } = readModelList(reader, [bad, make('b-2')], [], at);
        const ids = ((model[kind] ?? []) as readonly { readonly id: string }[]).map(({ id }) => id);
        expect(ids).toContain('b-2');
        expect(ids.length + unread.length).toBe(2);
        // Whatever was made of it, the engine can be asked.
        expect(() => indexOf({ ...emptyModel, ...model } as NetworkModel)).not.toThrow();
      }
    }
  });

  it('that is no object at all is told', () => {
    if (!make) throw new Error(`no row for ${kind}`);
    for (const row of [null, undefined, 'row', 7]) expect(readModelList(reader, [row, make('b-2')], [], at).unread).toHaveLength(1);
  });
});

describe('routes', () => {
  const tables = readers.find(({ kind }) => kind === 'routeTables');
  const four = { DestinationCidrBlock: '8.0.0.0/8', GatewayType: 'EIP', GatewayId: '0', RouteId: 1 };
  const modelOf = (...routes: readonly object[]): NetworkModel => {
    if (!tables) throw new Error('no reader of route tables');
    const { model, unread } = readModelList(tables, [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Main: true, RouteSet: routes }], [], at);
    expect(unread).toEqual([]);
    return { ...emptyModel, ...model, vpcs: [{ id: 'vpc-1', ...at, cidr: '10.0.0.0/16' }] } as NetworkModel;
  };
  const hop = (model: NetworkModel) => nextHopOfTable(model, 'rtb-1', '8.8.8.8').kind;

  it('for IPv6 decide IPv6 packets only, and are shown', () => {
    const six = { DestinationCidrBlock: '', DestinationIpv6CidrBlock: '2001:db8::/32', GatewayType: 'NAT', GatewayId: 'nat-1', RouteId: 0 };
    const model = modelOf(six, four);
    expect(hop(model)).toBe('route');
    const shown = effectiveRoutesOfTable(model, 'rtb-1').find(({ destination }) => destination === '2001:db8::/32');
    expect([shown?.status, shown?.reason?.code]).toEqual(['unknown', 'ipv6-not-told']);
  });

  it('that cannot be read make unknown what they may take', () => {
    expect(hop(modelOf({ GatewayType: 'NAT', GatewayId: 'nat-1' }, four))).toBe('not-known');
    expect(hop(modelOf({ ...four, GatewayType: 'CCN2030' }))).toBe('unknown');
    expect(hop(modelOf({ ...four, GatewayType: null }))).toBe('unknown');
    expect(hop(modelOf({ ...four, GatewayId: null, GatewayType: 'NAT' }))).toBe('unknown');
  });
});
