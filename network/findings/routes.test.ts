import { describe, expect, it } from 'vitest';
import { joinModels, type ModelRoute, type NetworkModel } from '../model/model.ts';
import { allow, changeNetwork, foundIn, kindsFound, sound, soundPair, soundVpc } from '../testing/sound-network.ts';

const route = (destination: string, type: string, gateway: string): ModelRoute => ({ destination, type, gateway });
/** The table of the database's subnet, with further routes. */
const routed = (...routes: readonly ModelRoute[]): NetworkModel =>
  changeNetwork(sound, { routeTables: [{ id: 'rtb-a-data', routes: [route('0.0.0.0/0', 'NAT', 'nat-a'), ...routes] }] });
const pair = soundPair();
const inB = (...routes: readonly ModelRoute[]): NetworkModel =>
  changeNetwork(pair, {
    routeTables: [
      { id: 'rtb-b-web', routes },
      { id: 'rtb-b-data', routes },
    ],
  });
const back = route('10.0.0.0/16', 'PEERCONNECTION', 'pcx-ab');
const three = (routes: readonly ModelRoute[]): NetworkModel => {
  const all = joinModels([soundPair(), soundVpc(2, 'c')]);
  const joined = changeNetwork(all, { peerings: [{ id: 'pcx-bc', vpcs: ['vpc-b', 'vpc-c'], state: 'active' }] });
  return changeNetwork(joined, {
    routeTables: [{ id: 'rtb-a-web', routes: [route('10.1.0.0/16', 'PEERCONNECTION', 'pcx-ab'), ...routes] }],
  });
};
const state = (value: string): NetworkModel => changeNetwork(soundPair(), { peerings: [{ id: 'pcx-ab', state: value }] });
const vpn = (connections: readonly Record<string, unknown>[], destination = '10.200.0.0/16'): NetworkModel =>
  changeNetwork(routed(route(destination, 'VPN', 'vpngw-a')), {
    vpnGateways: [{ id: 'vpngw-a', vpc: 'vpc-a', state: 'available' }],
    vpnConnections: connections.map((row) => ({
      gateway: 'vpngw-a',
      state: 'available',
      up: true,
      spds: [{ local: '10.0.0.0/16', remote: ['10.200.0.0/16'] }],
      ...row,
    })),
  });
const twoTunnels = [{ id: 'vpnx-1' }, { id: 'vpnx-2' }];
const nat = (change: Record<string, unknown>): NetworkModel => changeNetwork(sound, { natGateways: [{ id: 'nat-a', ...change }] });
const eip = (change: Record<string, unknown>): NetworkModel => changeNetwork(sound, { eips: [{ id: 'eip-a-web', ...change }] });
const subnet = (change: Record<string, unknown>): NetworkModel => changeNetwork(sound, { subnets: [{ id: 'subnet-a-data', ...change }] });
const port = (address: string): NetworkModel =>
  changeNetwork(sound, {
    natPorts: [
      { id: 'p', natGateway: 'nat-a', vpc: 'vpc-a', protocol: 'TCP', publicAddress: '43.1.0.2', publicPort: 443, address, port: 443 },
    ],
  });
const acl = (ingress: readonly unknown[], egress: readonly unknown[], bound = true): NetworkModel =>
  changeNetwork(bound ? subnet({ networkAcl: 'acl-a' }) : sound, { networkAcls: [{ id: 'acl-a', vpc: 'vpc-a', ingress, egress }] });
const mysql = allow('TCP', '3306', { cidr: '10.0.0.0/8' });
const answers = allow('TCP', '1024-65535');
const machine = (id: string, table: string): NetworkModel =>
  changeNetwork(
    changeNetwork(sound, {
      subnets: [{ id: 'subnet-a-fw', vpc: 'vpc-a', cidr: '10.0.9.0/24', ipv6Cidr: null, zone: 'z', networkAcl: null, routeTable: table }],
    }),
    {
      interfaces: [
        {
          id: 'eni-fw',
          vpc: 'vpc-a',
          subnet: 'subnet-a-fw',
          addresses: [{ address: '10.0.9.4', primary: true }],
          ipv6Addresses: [],
          securityGroups: ['sg-a-data'],
          instance: id,
        },
      ],
      routeTables: [{ id: 'rtb-a-data', routes: [route('0.0.0.0/0', 'NAT', 'nat-a'), route('172.16.0.0/12', 'NORMAL_CVM', '10.0.9.4')] }],
    },
  );
const groups = (first: readonly unknown[], second: readonly unknown[]): NetworkModel =>
  changeNetwork(sound, {
    securityGroups: [
      { id: 'sg-a-data', ingress: first },
      { id: 'sg-2', account: '1', region: 'ap-guangzhou', ingress: second, egress: [] },
    ],
    interfaces: [{ id: 'eni-a-data', securityGroups: ['sg-a-data', 'sg-2'] }],
  });
const deny = (cidr: string, ports = '3306') => ({ ...allow('TCP', ports, { cidr }), action: 'DROP' });
const other = (rules: Record<string, unknown>): NetworkModel =>
  changeNetwork(sound, {
    securityGroups: [{ id: 'sg-2', account: '1', region: 'ap-guangzhou', ingress: [mysql], egress: [mysql], ...rules }],
  });

describe('each kind of everything but the internet and single rules', () => {
  it.each<readonly [string, NetworkModel, NetworkModel]>([
    ['route-dead', routed(route('10.9.0.0/16', 'PEERCONNECTION', 'pcx-gone')), sound],
    ['route-dead', state('pending'), pair],
    ['route-hidden', routed(route('10.0.7.0/24', 'NAT', 'nat-a')), routed()],
    ['route-no-way-back', changeNetwork(pair, { routeTables: [{ id: 'rtb-b-data', routes: [] }] }), pair],
    [
      'route-partly-lost',
      changeNetwork(pair, { routeTables: [{ id: 'rtb-a-web', routes: [route('10.0.0.0/8', 'PEERCONNECTION', 'pcx-ab')] }] }),
      pair,
    ],
    ['route-refused', routed({ ...route('10.8.0.0/16', 'NAT', 'nat-a'), enabled: false }), routed()],
    ['route-loop', machine('ins-fw', 'rtb-a-data'), machine('ins-fw', 'rtb-a-web')],
    ['route-wide-to-peer', soundPair('2'), pair],
    ['table-unused', changeNetwork(sound, { routeTables: [{ id: 'rtb-x', vpc: 'vpc-a', main: false, routes: [] }] }), sound],
    ['subnet-cut-off', changeNetwork(sound, { routeTables: [{ id: 'rtb-a-data', routes: [] }] }), sound],
    [
      'peering-no-routes',
      changeNetwork(inB(), {
        routeTables: [
          { id: 'rtb-a-web', routes: [] },
          { id: 'rtb-a-data', routes: [] },
        ],
      }),
      pair,
    ],
    ['peering-one-sided', inB(), inB(back)],
    ['peering-waiting', state('pending'), pair],
    ['peering-expired', state('expired'), pair],
    ['peering-transitive-trap', three([route('10.2.0.0/16', 'PEERCONNECTION', 'pcx-ab')]), three([])],
    ['ranges-overlap', joinModels([sound, soundVpc(0, 'b')]), joinModels([sound, soundVpc(1, 'b')])],
    ['nat-no-address', nat({ eips: [] }), sound],
    ['nat-arrears', nat({ state: 'arrears' }), sound],
    ['nat-unused', changeNetwork(sound, { natGateways: [{ id: 'nat-2', vpc: 'vpc-a', state: 'available', eips: ['43.9.9.9'] }] }), sound],
    ['nat-forward-to-nothing', port('10.0.2.77'), port('10.0.2.5')],
    ['two-ways-out', changeNetwork(sound, { subnets: [{ id: 'subnet-a-web', routeTable: 'rtb-a-data' }] }), sound],
    ['eip-unbound', eip({ boundTo: null }), sound],
    ['eip-blocked', eip({ blocked: true }), eip({ blocked: false })],
    ['eip-arrears', eip({ arrears: true }), eip({ arrears: false })],
    ['tunnel-down', vpn([{ id: 'vpnx-1', up: false }, { id: 'vpnx-2' }]), vpn(twoTunnels)],
    ['vpn-single-tunnel', vpn([{ id: 'vpnx-1' }]), vpn(twoTunnels)],
    ['vpn-policy-gap', vpn(twoTunnels, '10.200.0.0/15'), vpn(twoTunnels)],
    ['gateway-unused', changeNetwork(sound, { vpnGateways: [{ id: 'vpngw-a', vpc: 'vpc-a', state: 'available' }] }), vpn(twoTunnels)],
    ['interface-unattached', changeNetwork(sound, { interfaces: [{ id: 'eni-a-data', instance: null }] }), sound],
    ['vpc-empty', changeNetwork(sound, { vpcs: [{ id: 'vpc-x', account: '1', region: 'ap-guangzhou', cidr: '10.44.0.0/16' }] }), sound],
    ['vpc-no-room', subnet({ cidr: '10.0.128.0/17' }), subnet({ cidr: '10.0.2.0/24' })].map((one, at, [, has, twin]) =>
      at === 1
        ? changeNetwork(has as NetworkModel, { subnets: [{ id: 'subnet-a-web', cidr: '10.0.0.0/17' }] })
        : at === 2
          ? (twin as NetworkModel)
          : one,
    ) as [string, NetworkModel, NetworkModel],
    ['subnet-nearly-full', subnet({ cidr: '10.0.2.0/30' }), sound],
    ['vpc-one-zone', subnet({ zone: 'ap-guangzhou-1' }), sound],
    ['acl-unused', acl([mysql], [answers], false), acl([mysql], [answers])],
    ['acl-empty', acl([], []), acl([mysql], [answers])],
    ['acl-allows-all', acl([allow('ALL', 'ALL')], [allow('ALL', 'ALL')]), acl([mysql], [answers])],
    ['acl-rule-never-decides', acl([mysql, mysql], [answers]), acl([mysql], [answers])],
    ['acl-stops-answers', acl([mysql], [allow('TCP', '3306')]), acl([mysql], [answers])],
    ['acl-blocks-what-groups-allow', acl([allow('TCP', '443')], [answers]), acl([mysql], [answers])],
    ['group-unused', other({}), sound],
    ['group-empty-bound', groups([mysql], []), groups([mysql], [allow('TCP', '3307', { cidr: '10.0.0.0/8' })])],
    ['group-allows-all', changeNetwork(sound, { securityGroups: [{ id: 'sg-a-data', ingress: [allow('ALL', 'ALL')] }] }), sound],
    ['groups-equal', other({ ingress: sound.securityGroups[1]?.ingress, egress: sound.securityGroups[1]?.egress }), other({})],
    ['group-order-hides-deny', groups([mysql], [deny('10.0.3.0/24')]), groups([mysql], [deny('0.0.0.0/0', 'ALL')])],
    ['other-account-reaches', changeNetwork(soundPair('2'), { securityGroups: [{ id: 'sg-b-data', ingress: [mysql] }] }), soundPair('2')],
    ['could-not-read', { ...sound, gaps: [{ kind: 'eips', account: '1', region: 'ap-guangzhou', because: 'refused' }] }, sound],
  ])('%s', (kind, has, twin) => {
    expect(kindsFound(has)).toContain(kind);
    expect(kindsFound(twin)).not.toContain(kind);
  });

  it('is graver where it stops something', () => {
    const of = (model: NetworkModel, wanted: string) => foundIn(model).find(({ kind }) => kind === wanted);
    expect(of(nat({ eips: [] }), 'nat-no-address')).toMatchObject({
      severity: 'high',
      base: 'low',
      moves: [{ because: 'in-use', to: 'high' }],
    });
    expect(of(vpn([{ id: 'vpnx-1', up: false }]), 'tunnel-down')?.severity).toBe('high');
    expect(of(vpn([{ id: 'vpnx-1', up: false }, { id: 'vpnx-2' }]), 'tunnel-down')?.severity).toBe('medium');
    const idle = changeNetwork(routed(route('10.9.0.0/16', 'PEERCONNECTION', 'pcx-gone')), {
      interfaces: [{ id: 'eni-a-data', instance: null }],
    });
    expect(of(idle, 'route-dead')).toMatchObject({ severity: 'low', moves: [{ because: 'no-packet', to: 'low' }] });
  });

  it('says nothing that a list still to come could undo', () => {
    const without = (kind: NetworkModel['gaps'][number]['kind'], model: NetworkModel): string[] =>
      kindsFound({ ...model, gaps: [{ kind, because: 'refused' }] }).filter((one) => one !== 'could-not-read');
    expect(without('peerings', routed(route('10.9.0.0/16', 'PEERCONNECTION', 'pcx-gone')))).toEqual([]);
    expect(without('routeTables', changeNetwork(sound, { routeTables: [{ id: 'rtb-a-data', routes: [] }] }))).not.toContain('nat-unused');
    expect(without('interfaces', port('10.0.2.77'))).toEqual([]);
    expect(without('vpnConnections', vpn([{ id: 'vpnx-1' }]))).toEqual([]);
    expect(without('interfaces', other({}))).toEqual([]);
    expect(without('subnets', acl([mysql], [answers], false))).toEqual([]);
    expect(without('interfaces', subnet({ zone: 'ap-guangzhou-1' }))).toEqual([]);
    expect(without('ccnAttachments', changeNetwork(sound, { routeTables: [{ id: 'rtb-a-data', routes: [] }] }))).not.toContain(
      'subnet-cut-off',
    );
    const untold = changeNetwork(subnet({ routeTable: null }), { routeTables: [{ id: 'rtb-x', vpc: 'vpc-a', main: false, routes: [] }] });
    expect(kindsFound(untold)).not.toContain('table-unused');
    const open = changeNetwork(sound, { securityGroups: [{ id: 'sg-a-data', ingress: [allow('TCP', '3306')] }] });
    expect(without('natPorts', open)).toEqual([]);
  });
});
