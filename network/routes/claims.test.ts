import { describe, expect, it } from 'vitest';
import { emptyModel, type ModelRoute, type NetworkModel } from '../model/model.ts';
import { claimedBlocks, claimsNotRead, claimsOn, claimsOnRoute, collisions, peeringClaims } from './claims.ts';

const at = (region: string, account = '1') => ({ region, account });
const route = (destination: string, type: string, gateway: string): ModelRoute => ({ destination, type, gateway });

const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-gz', ...at('ap-guangzhou'), cidr: '10.0.0.0/16', secondaryCidrs: ['172.20.0.0/22'] },
    { id: 'vpc-sh', ...at('ap-shanghai', '2'), cidr: '10.1.0.0/16' },
  ],
  routeTables: [
    {
      id: 'rtb-gz',
      vpc: 'vpc-gz',
      main: true,
      routes: [
        route('172.20.0.0/16', 'DIRECTCONNECT', 'dcg-1'),
        route('0.0.0.0/0', 'NAT', 'nat-1'),
        route('10.1.0.0/16', 'PEERCONNECTION', 'pcx-1'),
        route('10.8.0.0/16', 'PEERCONNECTION', 'pcx-far'),
        { ...route('10.7.0.0/16', 'DIRECTCONNECT', 'dcg-1'), enabled: false },
        route('2001:db8::/32', 'DIRECTCONNECT', 'dcg-1'),
      ],
    },
  ],
  peerings: [
    { id: 'pcx-1', vpcs: ['vpc-gz', 'vpc-sh'], state: 'active' },
    { id: 'pcx-far', vpcs: ['vpc-gz', 'vpc-elsewhere'], state: 'active' },
  ],
  vpnGateways: [{ id: 'vpngw-1', vpc: 'vpc-sh', state: 'available' }],
  vpnConnections: [
    { id: 'vpnx-1', gateway: 'vpngw-1', state: 'available', spds: [{ local: '10.1.0.0/16', remote: ['10.0.4.0/24', '10.3.0.0/16'] }] },
  ],
};

describe('claimed addresses', () => {
  it('are VPCs of every region and account, their further ranges, remote ends of tunnels, and what routes lead to', () => {
    expect(claimedBlocks(model).map(({ kind, cidr, id, vpc }) => `${kind} ${cidr} ${id} ${vpc}`)).toEqual([
      'vpc 10.0.0.0/16 vpc-gz vpc-gz',
      'vpc 172.20.0.0/22 vpc-gz vpc-gz',
      'vpc 10.1.0.0/16 vpc-sh vpc-sh',
      'tunnel 10.0.4.0/24 vpnx-1 vpc-sh',
      'tunnel 10.3.0.0/16 vpnx-1 vpc-sh',
      'route 172.20.0.0/16 rtb-gz vpc-gz',
      'route 10.8.0.0/16 rtb-gz vpc-gz',
      'route 2001:db8::/32 rtb-gz vpc-gz',
    ]);
    expect(claimsOn(model, '2001:db8:5::/48').map(({ id }) => id)).toEqual(['rtb-gz']);
    expect(claimsOn(model, '10.3.128.0/17').map(({ id }) => id)).toEqual(['vpnx-1']);
  });

  it('collide where a tunnel or a route leads to addresses that a VPC has, by a wider block too', () => {
    expect(collisions(model).map(({ claim, vpc, cidr }) => `${claim.cidr} ${claim.id} / ${cidr} ${vpc}`)).toEqual([
      '10.0.4.0/24 vpnx-1 / 10.0.0.0/16 vpc-gz',
      '172.20.0.0/16 rtb-gz / 172.20.0.0/22 vpc-gz',
    ]);
  });

  it('of two VPCs to be peered are compared by further ranges, and by what either reaches elsewhere', () => {
    const further: NetworkModel = {
      ...model,
      vpcs: [...model.vpcs, { id: 'vpc-new', ...at('ap-beijing'), cidr: '10.9.0.0/16', secondaryCidrs: ['172.20.1.0/24', '10.3.7.0/24'] }],
    };
    const found = peeringClaims(further, 'vpc-gz', 'vpc-new');
    expect(found.overlaps).toEqual([{ a: '172.20.0.0/22', b: '172.20.1.0/24' }]);
    expect(found.elsewhere.map(({ claim, cidr }) => `${claim.id} ${claim.cidr} / ${cidr}`)).toEqual([
      'rtb-gz 172.20.0.0/16 / 172.20.1.0/24',
    ]);
    expect(peeringClaims(further, 'vpc-sh', 'vpc-new')).toMatchObject({
      overlaps: [],
      elsewhere: [{ claim: { id: 'vpnx-1' }, cidr: '10.3.7.0/24' }],
    });
  });

  it.each([
    ['a CCN whose attachments were not read', 'CCN', 'ccn-1', [{ kind: 'ccnAttachments', because: 'UnauthorizedOperation' }]],
    ['a CCN of which no attachment is known', 'USER_CCN', 'ccn-1', []],
    ['a peering that was not read', 'PEERCONNECTION', 'pcx-unread', [{ kind: 'peerings', because: 'UnauthorizedOperation' }]],
  ] as const)(
    'of %s are somewhere unknown: that they are elsewhere is not said, that something was not read is',
    (_what, type, gateway, gaps) => {
      const unread: NetworkModel = {
        ...model,
        gaps: [...gaps],
        routeTables: [{ id: 'rtb-gz', vpc: 'vpc-gz', main: true, routes: [route('10.1.0.0/16', type, gateway)] }],
        vpnConnections: [],
      };
      expect(collisions(unread)).toEqual([]);
      expect(peeringClaims(unread, 'vpc-gz', 'vpc-sh').elsewhere).toEqual([]);
      // Whoever looks for free addresses is told all the same.
      expect(claimsOn(unread, '10.1.4.0/24').map(({ kind, id }) => `${kind} ${id}`)).toEqual(['vpc vpc-sh', 'route rtb-gz']);
      expect(claimsNotRead(unread).map(({ kind }) => kind)).toEqual(gaps.map(({ kind }) => kind));
    },
  );

  it('are not raised on what a CCN joins: its attached VPCs are who is reached', () => {
    const attached = (instance: string) => ({ id: `ccn-1 ${instance}`, ccn: 'ccn-1', instance, type: 'VPC', state: 'active' as const });
    const joined: NetworkModel = {
      ...model,
      ccnAttachments: [attached('vpc-gz'), attached('vpc-sh')],
      vpcs: [...model.vpcs, { id: 'vpc-out', ...at('ap-beijing'), cidr: '10.1.128.0/17' }],
      vpnConnections: [],
      routeTables: [{ id: 'rtb-ccn', vpc: 'vpc-gz', main: true, routes: [route('10.1.0.0/16', 'CCN', 'ccn-1')] }],
      peerings: [],
    };
    expect(collisions(joined).map(({ claim, vpc }) => `${claim.id} ${vpc}`)).toEqual(['rtb-ccn vpc-out']);
    expect(claimsOnRoute(joined, 'vpc-gz', route('10.1.0.0/16', 'CCN', 'ccn-1')).map(({ id }) => id)).toEqual(['vpc-out']);
    expect(peeringClaims(joined, 'vpc-gz', 'vpc-sh').elsewhere).toEqual([]);
    expect(peeringClaims(joined, 'vpc-gz', 'vpc-out').elsewhere).toHaveLength(1);
  });

  it('of a route are everybody’s but those of its own VPC and of what its next hop leads to', () => {
    const of = (destination: string, type: string, gateway: string, vpc = 'vpc-gz') =>
      claimsOnRoute(model, vpc, route(destination, type, gateway)).map(({ id, cidr }) => `${id} ${cidr}`);
    expect(of('10.1.0.0/16', 'DIRECTCONNECT', 'dcg-1')).toEqual(['vpc-sh 10.1.0.0/16']);
    expect(of('10.1.0.0/16', 'PEERCONNECTION', 'pcx-1')).toEqual([]);
    expect(of('10.3.0.0/16', 'DIRECTCONNECT', 'dcg-1')).toEqual(['vpnx-1 10.3.0.0/16']);
    expect(of('10.3.0.0/16', 'VPN', 'vpngw-1', 'vpc-sh')).toEqual([]);
    expect(of('172.20.0.0/16', 'VPN', 'vpngw-2')).toEqual(['rtb-gz 172.20.0.0/16']);
    expect(of('172.20.0.0/16', 'DIRECTCONNECT', 'dcg-1')).toEqual([]);
    expect(of('0.0.0.0/0', 'NAT', 'nat-1')).toEqual([]);
  });

  it('of a new route are not told where its own next hop, or that of another route, may lead to the very same place', () => {
    const own = route('10.1.0.0/16', 'CCN', 'ccn-1');
    const unread: NetworkModel = {
      ...model,
      gaps: [{ kind: 'ccnAttachments', because: 'UnauthorizedOperation' }],
      vpnConnections: [],
      routeTables: [{ id: 'rtb-1', vpc: 'vpc-gz', main: true, routes: [own] }],
    };
    expect(claimsOnRoute(unread, 'vpc-gz', own)).toEqual([]);
    expect(claimsOnRoute(unread, 'vpc-gz', route('10.1.4.0/24', 'VPN', 'vpngw-2')).map(({ id }) => id)).toEqual(['vpc-sh']);
  });

  it('are neither raised nor forgotten where a route is of a type that nobody knows, or cannot be read', () => {
    const withRoute = (own: ModelRoute): NetworkModel => ({
      ...model,
      vpnConnections: [],
      routeTables: [{ id: 'rtb-1', vpc: 'vpc-gz', main: true, routes: [own] }],
    });
    for (const own of [route('10.1.0.0/16', 'TOMORROW', 'x-1'), { ...route('', 'VPN', 'vpngw-1'), unread: ['DestinationCidrBlock'] }]) {
      expect(collisions(withRoute(own))).toEqual([]);
      expect(claimsNotRead(withRoute(own))).toEqual([
        { code: 'not-known', kind: 'routeTables', account: '1', region: 'ap-guangzhou', because: 'rtb-1' },
      ]);
    }
    expect(claimsNotRead(model)).toEqual([]);
  });

  it('may be more where a list was not read: which, is said', () => {
    const gaps = [
      { kind: 'vpcs' as const, account: '2', region: 'ap-beijing', because: 'AuthFailure' },
      { kind: 'eips' as const, because: 'AuthFailure' },
    ];
    expect(claimsNotRead({ ...model, gaps }).map(({ kind, region }) => `${kind} ${region}`)).toEqual(['vpcs ap-beijing']);
  });
});
