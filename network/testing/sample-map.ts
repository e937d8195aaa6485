/** Networks made for their maps: many tables, every kind of next hop, troubles of all sorts. The same seed gives the same network. */

import type { Measure } from '../maps/scene.ts';
import type { VpcMapWords } from '../maps/vpc-words.ts';
import { emptyModel, type ModelRoute, type ModelSubnet, type NetworkModel, type PeeringState } from '../model/model.ts';
import { seededChance } from './sample-rules.ts';

interface MapSize {
  readonly tables: number;
  readonly subnets: number;
  readonly zones: number;
  readonly peers: number;
  readonly interfacesPerSubnet: number;
}

const account = '100000000001';
const region = 'ap-guangzhou';
const home = 'vpc-home';
const states: readonly PeeringState[] = ['active', 'active', 'active', 'active', 'pending', 'expired', 'rejected', 'unknown'];

/** A VPC "vpc-home" of 10.0.0.0/12, up to 1,024 subnets, with peers of 10.<64 + n>.0.0/16. */
export function sampleMapModel({ tables, subnets, zones, peers, interfacesPerSubnet }: MapSize, seed: number): NetworkModel {
  const next = seededChance(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const numbers = (n: number): number[] => Array.from({ length: n }, (_, at) => at);
  const gone: ModelRoute = { destination: '10.200.0.0/16', type: 'NORMAL_CVM', gateway: '10.0.0.250' };
  const hops: ModelRoute[] = [
    ...numbers(peers).map((at): ModelRoute => ({ destination: `10.${64 + at}.0.0/16`, type: 'PEERCONNECTION', gateway: `pcx-${at}` })),
    { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-0' },
    { destination: '192.168.48.0/24', type: 'VPN', gateway: 'vpngw-0' },
    { destination: '192.168.49.0/24', type: 'VPN', gateway: 'vpngw-0' },
    { destination: '172.20.0.0/16', type: 'DIRECTCONNECT', gateway: 'dcg-0' },
    { destination: '172.16.0.0/16', type: 'NORMAL_CVM', gateway: '10.0.0.4' },
    { destination: '100.64.0.0/10', type: 'CCN', gateway: 'ccn-0' },
    { destination: '2402:4e00:1200:1234::/64', type: 'PEERCONNECTION', gateway: 'pcx-0' },
    gone,
    { destination: '10.0.128.0/24', type: 'NAT', gateway: 'nat-0' },
  ];
  const rows = numbers(subnets).map(
    (at): ModelSubnet => ({
      ...{
        id: `subnet-${at}`,
        vpc: home,
        cidr: `10.${at >> 8}.${at & 255}.0/24`,
        name: `${['order', 'stock', '会员中心', 'a-very-long-name-of-a-subnet'][at % 4]}-${at}`,
      },
      ...{ zone: `${region}-${1 + (at % zones)}`, routeTable: `rtb-${below(tables)}`, networkAcl: at % 5 === 0 ? 'acl-0' : null },
    }),
  );
  const others = numbers(peers).map((at) => ({
    id: `vpc-${at}`,
    account: at % 4 === 3 ? '100000000002' : account,
    region: at % 2 ? 'ap-shanghai' : region,
    cidr: `10.${64 + at}.0.0/16`,
    name: `peer-${at} 对端`,
  }));
  const back = (at: number): ModelRoute[] =>
    at % 3 === 2 ? [] : [{ destination: '10.0.0.0/12', type: 'PEERCONNECTION', gateway: `pcx-${at}` }];
  return {
    ...emptyModel,
    vpcs: [{ id: home, account, region, cidr: '10.0.0.0/12', name: 'home' }, ...others],
    subnets: [
      ...rows,
      ...others.map(({ id }, at) => ({ id: `subnet-of-${id}`, vpc: id, cidr: `10.${64 + at}.0.0/24`, zone: `${region}-1` })),
    ],
    routeTables: [
      ...numbers(tables).map((at) => ({
        id: `rtb-${at}`,
        vpc: home,
        main: at === 0,
        name: `table ${at}`,
        routes: hops.filter(() => next() < 0.45),
      })),
      ...others.map(({ id }, at) => ({ id: `rtb-of-${id}`, vpc: id, main: true, routes: back(at) })),
    ],
    interfaces: rows.flatMap(({ id, cidr }, subnet) =>
      numbers(interfacesPerSubnet).map((at) => ({
        ...{ id: `eni-${subnet}-${at}`, vpc: home, subnet: id, securityGroups: [], instance: `ins-${subnet}-${at}` },
        addresses: [
          {
            address: cidr.replace('.0/24', `.${4 + at}`),
            primary: true,
            publicAddress: subnet % 9 === 8 ? `43.1.${subnet & 255}.${at}` : null,
          },
        ],
      })),
    ),
    peerings: numbers(peers).map((at) => ({
      id: `pcx-${at}`,
      vpcs: [home, `vpc-${at}`] as const,
      state: states[below(states.length)] ?? 'active',
      name: `peering-${at}`,
    })),
    natGateways: [
      { id: 'nat-0', vpc: home, state: 'available', eips: ['198.19.67.56', '198.19.98.39'], name: 'prod_out' },
      { id: 'nat-1', vpc: home, state: 'available', eips: [], name: 'idle_out' },
    ],
    vpnGateways: [{ id: 'vpngw-0', vpc: home, state: 'available', name: 'prod-vpn' }],
    vpnConnections: numbers(1 + below(7)).map((at) => ({
      ...{ id: `vpnx-${at}`, gateway: 'vpngw-0', state: 'available' as const, up: at % 2 === 0, name: `depot ${at}` },
      spds: [{ local: '10.0.0.0/12', remote: [`192.168.${48 + at}.0/24`] }],
    })),
    directConnectGateways: [{ id: 'dcg-0', vpc: home, name: 'idc_nansha' }],
  };
}

/** Letter widths that stand in for a font's: CJK letters are square. */
export const sampleMeasure: Measure = (text, kind) => {
  const size = kind === 'name' ? 13 : kind === 'head' || kind === 'small-name' ? 12 : 11;
  const letter = kind === 'mono' ? 0.6 : kind === 'note' || kind === 'exit' ? 0.56 : 0.62;
  return [...text].reduce((sum, one) => sum + (one > '\u2e80' ? size : size * letter), 0);
};

export const sampleWords: VpcMapWords = {
  heads: {
    table: 'Route table',
    hop: 'Next hop',
    beyond: 'Beyond the VPC',
    led: 'Without a route',
    lost: 'Without a live route',
    unread: 'Not known',
  },
  zone: (zone) => zone || 'no zone',
  table: ({ name, id }) => name || id || 'Not known',
  counts: ({ subnets, routes }) => `${subnets.length} subnets · ${routes.length} routes`,
  shareUnknown: 'Not known',
  main: 'main',
  unused: 'No subnet uses it',
  subnetsUnread: 'Its subnets could not be read',
  local: (cidr) => `${cidr} local`,
  more: (n) => `+${n}`,
  names: (names) => names.join(', '),
  route: ({ reason }) => reason?.code ?? '',
  hop: ({ name, id, type, members }) => (members.length > 1 ? `${name} +${members.length - 1}` : name || id || type),
  notes: ({ addresses, kind, published, leaving }) => [
    ...(addresses.length > 0 ? addresses : [kind]),
    ...(published && published.length > 0 ? [`${published.length} ports published`] : []),
    ...(leaving?.[0] ? [`SNAT of ${leaving[0].subnet?.name ?? leaving[0].block}`] : []),
  ],
  beyond: ({ name, id, kind }) => name || id || kind,
  blocks: ({ blocks, kind }) =>
    kind === 'internet' ? 'public addresses' : blocks.length > 1 ? `${blocks[0]} +${blocks.length - 1}` : (blocks[0] ?? ''),
  region: (beyond) => beyond.region ?? '',
  account: (beyond) => (beyond.account && beyond.account !== account ? 'Yuntong Logistics' : ''),
  trouble: ({ trouble }) => trouble?.code ?? '',
  subnets: (subnets) => `${subnets.length} subnets`,
  share: (share) => `${Math.round(share * 100)} %`,
};
