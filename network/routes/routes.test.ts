import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelRoute, NetworkModel } from '../model/model.ts';
import { anyNetwork } from '../testing/sample-paths.ts';
import { peeredNetwork } from '../testing/two-vpcs.ts';
import { effectiveRoutes, effectiveRoutesOfTable, nextHop } from './routes.ts';

const route = (destination: string, type: string, gateway: string): ModelRoute => ({ destination, type, gateway });

/** VPC A's table with the routes, in a model that has a gateway of each kind. */
function withRoutes(routes: readonly ModelRoute[], more: Partial<NetworkModel> = {}): NetworkModel {
  return {
    ...peeredNetwork(routes, []),
    natGateways: [
      { id: 'nat-a', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1'] },
      { id: 'nat-b', vpc: 'vpc-b', state: 'available', eips: ['43.0.0.2'] },
      { id: 'nat-late', vpc: 'vpc-a', state: 'arrears', eips: ['43.0.0.3'] },
    ],
    vpnGateways: [{ id: 'vpngw-a', vpc: 'vpc-a', state: 'available' }],
    vpnConnections: [
      { id: 'vpnx-up', gateway: 'vpngw-a', state: 'available', up: true, spds: [{ local: '10.0.0.0/16', remote: ['192.168.0.0/24'] }] },
      { id: 'vpnx-down', gateway: 'vpngw-a', state: 'available', up: false, spds: [{ local: '10.0.0.0/16', remote: ['192.168.1.0/24'] }] },
    ],
    directConnectGateways: [{ id: 'dcg-a', vpc: 'vpc-a' }],
    ...more,
  };
}

const judged = (one: ModelRoute, more?: Partial<NetworkModel>) => {
  const found = effectiveRoutes(withRoutes([one], more), 'subnet-a')?.[1];
  return [found?.status, found?.reason?.code ?? null];
};

describe('effectiveRoutes', () => {
  it.each([
    ['10.7.0.0/16', true],
    ['100.64.0.0/10', true],
    ['192.168.5.5/32', true],
    ['0.0.0.0/0', false],
    ['8.8.8.0/24', false],
    ['172.0.0.0/8', false],
  ])('remarks on a NAT gateway for %s, where nothing of it is on the internet: %s', (destination, remarked) => {
    const found = effectiveRoutes(withRoutes([route(destination, 'NAT', 'nat-a')]), 'subnet-a')?.find(({ row }) => row?.type === 'NAT');
    expect(found?.remarks.some(({ code }) => code === 'private-through-nat')).toBe(remarked);
  });

  it.each([
    [route('10.1.0.0/16', 'PEERCONNECTION', 'pcx-ab'), 'active', null],
    [route('10.1.0.0/16', 'PEERCONNECTION', 'pcx-gone'), 'dead', 'next-hop-gone'],
    [route('10.7.0.0/16', 'PEERCONNECTION', 'pcx-ab'), 'dead', 'not-in-peer-vpc'],
    [route('10.0.4.0/24', 'PEERCONNECTION', 'pcx-ab'), 'dead', 'inside-local'],
    [{ ...route('10.1.0.0/16', 'PEERCONNECTION', 'pcx-ab'), enabled: false }, 'dead', 'switched-off'],
    [route('0.0.0.0/0', 'NAT', 'nat-a'), 'active', null],
    [route('0.0.0.0/0', 'NAT', 'nat-b'), 'dead', 'next-hop-in-other-vpc'],
    [route('0.0.0.0/0', 'NAT', 'nat-late'), 'dead', 'next-hop-not-active'],
    [route('192.168.0.0/24', 'VPN', 'vpngw-a'), 'active', null],
    [route('192.168.1.0/24', 'VPN', 'vpngw-a'), 'dead', 'tunnel-down'],
    [route('192.168.2.0/24', 'VPN', 'vpngw-a'), 'dead', 'no-vpn-policy'],
    [route('192.168.0.0/24', 'DIRECTCONNECT', 'dcg-a'), 'active', null],
    [route('192.168.0.0/24', 'DIRECTCONNECT', 'dcg-gone'), 'dead', 'next-hop-gone'],
    [route('192.168.0.0/24', 'NORMAL_CVM', '10.0.1.5'), 'active', null],
    [route('192.168.0.0/24', 'NORMAL_CVM', '10.0.1.99'), 'dead', 'next-hop-gone'],
    [route('0.0.0.0/0', 'CVM', 'ins-a'), 'dead', 'gateway-without-public-address'],
    [route('0.0.0.0/0', 'CVM', 'ins-b'), 'dead', 'next-hop-in-other-vpc'],
    [route('192.168.0.0/24', 'SSLVPN', 'vpngw-a'), 'unknown', 'not-modelled'],
    [route('0.0.0.0/0', 'EIP', '0'), 'active', null],
  ])('judges %o', (one, status, code) => {
    expect(judged(one)).toEqual([status, code]);
  });

  it('calls nothing gone that may only be unread', () => {
    const gap = { kind: 'natGateways', region: 'ap-guangzhou', because: 'AuthFailure' } as const;
    expect(judged(route('0.0.0.0/0', 'NAT', 'nat-x'), { gaps: [gap] })).toEqual(['unknown', 'not-known']);
    expect(judged(route('0.0.0.0/0', 'NAT', 'nat-x'), { gaps: [{ ...gap, region: 'ap-beijing' }] })).toEqual(['dead', 'next-hop-gone']);
  });

  it('has a public gateway that holds an EIP alive', () => {
    const eips = [{ id: 'eip-1', address: '43.0.0.9', boundTo: { instance: 'ins-a' } }];
    expect(judged(route('0.0.0.0/0', 'CVM', 'ins-a'), { eips })).toEqual(['active', null]);
  });

  it.each([
    ['NAT', 'nat-a', '43.0.0.1'],
    ['CVM', 'ins-a', '43.0.0.9'],
  ])('has a gateway (%s) all of whose public addresses are stopped dead', (type, gateway, address) => {
    const boundTo = type === 'NAT' ? { natGateway: gateway } : { instance: gateway };
    const found = (eip: object, gaps: NetworkModel['gaps'] = []) =>
      judged(route('0.0.0.0/0', type, gateway), { gaps, eips: [{ id: 'eip-1', address, boundTo, ...eip }] });
    for (const stop of [{ blocked: true }, { arrears: true }]) expect(found(stop)).toEqual(['dead', 'public-addresses-stopped']);
    expect(found({})).toEqual(['active', null]);
  });

  it('has a NAT gateway as good as the one of its addresses that works, and not known where addresses were not read', () => {
    const eips = [{ id: 'eip-1', address: '43.0.0.1', boundTo: { natGateway: 'nat-a' }, blocked: true }];
    const natGateways = [{ id: 'nat-a', vpc: 'vpc-a', state: 'available' as const, eips: ['43.0.0.1', '43.0.0.4'] }];
    expect(judged(route('0.0.0.0/0', 'NAT', 'nat-a'), { eips, natGateways })).toEqual(['active', null]);
    const gaps = [{ kind: 'eips', because: 'AuthFailure' }] as const;
    expect(judged(route('0.0.0.0/0', 'NAT', 'nat-a'), { eips, natGateways, gaps })).toEqual(['unknown', 'not-known']);
  });

  it('lists Local first, then from the longest prefix down, and says what is worth saying', () => {
    const model = withRoutes([
      route('0.0.0.0/0', 'NAT', 'nat-a'),
      route('10.0.0.0/8', 'PEERCONNECTION', 'pcx-ab'),
      route('10.1.0.0/16', 'PEERCONNECTION', 'pcx-ab'),
      route('10.1.0.0/16', 'NAT', 'nat-a'),
    ]);
    const routes = effectiveRoutes(model, 'subnet-a') ?? [];
    expect(routes.map(({ destination, gateway }) => `${destination} ${gateway}`)).toEqual([
      '10.0.0.0/16 Local',
      '10.1.0.0/16 pcx-ab',
      '10.1.0.0/16 nat-a',
      '10.0.0.0/8 pcx-ab',
      '0.0.0.0/0 nat-a',
    ]);
    expect(routes[1]?.remarks).toEqual([{ code: 'no-return-route', vpc: 'vpc-b', routeTables: ['rtb-b'] }, { code: 'same-destination' }]);
    expect(routes[3]?.remarks.map(({ code }) => code)).toEqual(['partly-in-peer-vpc', 'no-return-route']);
    expect(effectiveRoutesOfTable(model, 'rtb-a')).toEqual(routes);
    expect(() => effectiveRoutes(model, 'subnet-z')).toThrow('the model has no subnet subnet-z');
  });
});

describe('nextHop', () => {
  const bits = (address: string) =>
    address
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('');
  const holds = (cidr: string, address: string) => {
    const [base = '', length = ''] = cidr.split('/');
    return bits(base).slice(0, Number(length)) === bits(address).slice(0, Number(length));
  };

  it('takes Local inside the VPC, else the longest destination that holds the address, dead or alive', () => {
    const addresses = [
      '10.0.1.5',
      '10.0.9.9',
      '10.1.2.5',
      '10.1.7.7',
      '10.2.1.1',
      '10.77.0.1',
      '43.1.0.200',
      '198.51.100.7',
      '8.8.8.8',
      '172.16.0.1',
    ];
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom(...addresses), fc.nat(5), (model, address, at) => {
        const subnet = model.subnets[at];
        const vpc = model.vpcs.find(({ id }) => id === subnet?.vpc);
        const table = model.routeTables.find(({ id, main, vpc: of }) =>
          subnet?.routeTable ? id === subnet.routeTable : main && of === vpc?.id,
        );
        const hop = nextHop(model, subnet?.id ?? '', address);
        if (vpc && holds(vpc.cidr, address)) {
          const inSubnet = model.subnets.find((row) => row.vpc === vpc.id && holds(row.cidr, address));
          expect(hop).toMatchObject({ kind: 'local', subnet: inSubnet?.id ?? null });
          return;
        }
        const inside = (cidr: string) => Number(cidr.split('/')[1]) >= 16 && holds(vpc?.cidr ?? '', cidr.split('/')[0] ?? '');
        const usable = (table?.routes ?? []).filter(
          (row) => row.enabled !== false && !inside(row.destination) && holds(row.destination, address),
        );
        const [best] = usable.sort((a, b) => Number(b.destination.split('/')[1]) - Number(a.destination.split('/')[1]));
        if (best) expect('route' in hop && hop.route?.row).toBe(best);
        else expect(hop.kind).toBe(/^(10|172)\./.test(address) ? 'none' : 'public-address');
      }),
      { numRuns: 500 },
    );
  });

  it('does not choose between two routes of one destination', () => {
    const model = withRoutes([route('0.0.0.0/0', 'NAT', 'nat-a'), route('0.0.0.0/0', 'EIP', '0')]);
    expect(nextHop(model, 'subnet-a', '8.8.8.8').kind).toBe('several');
    expect(() => nextHop(model, 'subnet-a', '8.8.8')).toThrow(RangeError);
  });
});
