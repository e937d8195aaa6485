/** What is asked of a large simulated cloud: every kind of list of its large tables, and one page of every other list. */

import type { ActionData } from '../../catalogue/define.ts';
import { isRead } from '../../catalogue/define.ts';
import { actions } from '../../catalogue/index.ts';

/** A question that may be put again and again, a little differently each time. */
export interface Question {
  /** "vpc:DescribeVpcs". */
  readonly name: string;
  readonly about: string;
  readonly params: (n: number) => Readonly<Record<string, unknown>>;
  /** Asked before each of these questions, so that whatever was worked out for the last one is out of date. */
  readonly after?: { readonly name: string; readonly params: (n: number) => Readonly<Record<string, unknown>> };
}

/** The world that the questions are put to: what `/_sim/fill` makes of these numbers. */
export const size = { vpcs: 10_000, subnetsPerVpc: 10, enisPerSubnet: 2 } as const;

/** Ids of the large world, spread over it. */
export interface Sample {
  readonly vpcs: readonly string[];
  readonly subnets: readonly string[];
  readonly enis: readonly string[];
}

const pick = (ids: readonly string[], n: number): string => ids[n % ids.length] ?? '';

/** A block of the fill, in any order: the second number is the VPC's, the third the subnet's. */
const second = (n: number): number => (n * 37) % 256;
const third = (n: number): number => (n * 7) % size.subnetsPerVpc;

interface Kind {
  /** The largest page of its 2017 list. */
  readonly most: number;
  readonly rows: number;
  readonly api3: string;
  readonly api2017: string;
  /** Filters of API 3.0, by the words that say what they are. */
  readonly filters: Readonly<Record<string, (n: number) => Readonly<Record<string, readonly string[]>>>>;
  /** Parameters of the 2017 list, likewise. */
  readonly wishes: Readonly<Record<string, (n: number) => Readonly<Record<string, unknown>>>>;
}

const all = size.vpcs;

const vpcKind = ({ vpcs }: Sample): Kind => ({
  most: 100,
  rows: all,
  api3: 'DescribeVpcs',
  api2017: 'DescribeVpcEx',
  filters: {
    'one name': (n) => ({ 'vpc-name': [`fill-${String(1 + (n % all)).padStart(5, '0')}`] }),
    'five ids': (n) => ({ 'vpc-id': [0, 1, 2, 3, 4].map((step) => pick(vpcs, n + step)) }),
    block: (n) => ({ 'cidr-block': [`10.${second(n)}.0.0/16`] }),
    'block by its address': (n) => ({ 'cidr-block': [`10.${second(n)}.0.0`] }),
    'not default': () => ({ 'is-default': ['false'] }),
  },
  wishes: {
    'by name, near the end': (n) => ({ orderField: 'vpcName', orderDirection: 'desc', offset: all - 100 - (n % 50) }),
    'part of a name, few': (n) => ({ vpcName: `-${String(1 + (n % all)).padStart(5, '0')}` }),
    'part of a name, all': () => ({ vpcName: 'ill' }),
  },
});

const subnetKind = ({ vpcs, subnets }: Sample): Kind => ({
  most: 100,
  rows: all * size.subnetsPerVpc,
  api3: 'DescribeSubnets',
  api2017: 'DescribeSubnetEx',
  filters: {
    'of a VPC': (n) => ({ 'vpc-id': [pick(vpcs, n)] }),
    'of a VPC and a zone': (n) => ({ 'vpc-id': [pick(vpcs, n)], zone: ['ap-guangzhou-1', 'ap-guangzhou-2'] }),
    'of a zone': () => ({ zone: ['ap-guangzhou-2'] }),
    'of two zones': () => ({ zone: ['ap-guangzhou-1', 'ap-guangzhou-2'] }),
    'one name': (n) => ({ 'subnet-name': [`fill-${third(n)}`] }),
    'five ids': (n) => ({ 'subnet-id': [0, 1, 2, 3, 4].map((step) => pick(subnets, n + step)) }),
    block: (n) => ({ 'cidr-block': [`10.${second(n)}.${third(n)}.0/24`] }),
    'block by its address': (n) => ({ 'cidr-block': [`10.${second(n)}.${third(n)}.0`] }),
    'not default': () => ({ 'is-default': ['false'] }),
  },
  wishes: {
    'of a VPC': (n) => ({ vpcId: pick(vpcs, n) }),
    'by name, near the end': (n) => ({ orderField: 'subnetName', offset: all * size.subnetsPerVpc - 100 - (n % 50) }),
    'of a zone': () => ({ zoneIds: ['100002'] }),
    'part of a name, many': (n) => ({ subnetName: `l-${third(n)}` }),
    'part of a name, all': () => ({ subnetName: 'ill' }),
    'part of a name, none': (n) => ({ subnetName: `none ${n}` }),
  },
});

const eniKind = ({ vpcs, subnets, enis }: Sample): Kind => ({
  most: 50,
  rows: all * size.subnetsPerVpc * size.enisPerSubnet,
  api3: 'DescribeNetworkInterfaces',
  api2017: 'DescribeNetworkInterfaces',
  filters: {
    'of a VPC': (n) => ({ 'vpc-id': [pick(vpcs, n)] }),
    'of a subnet': (n) => ({ 'subnet-id': [pick(subnets, n)] }),
    'of five subnets': (n) => ({ 'subnet-id': [0, 1, 2, 3, 4].map((step) => pick(subnets, n + step)) }),
    'one name': (n) => ({ 'network-interface-name': [`fill-10.${second(n)}.${third(n)}.2`] }),
    'one description': (n) => ({ 'network-interface-description': [`number ${n}`] }),
    'five ids': (n) => ({ 'network-interface-id': [0, 1, 2, 3, 4].map((step) => pick(enis, n + step)) }),
    'of a machine': (n) => ({ 'attachment.instance-id': [`ins-${n}`] }),
    'of a group': () => ({ 'groups.security-group-id': ['sg-none'] }),
  },
  wishes: {
    'of a VPC': (n) => ({ vpcId: pick(vpcs, n) }),
    'by name, near the end': (n) => ({
      orderField: 'eniName',
      offset: all * size.subnetsPerVpc * size.enisPerSubnet - 100 - (n % 50),
    }),
    'part of a name, few': (n) => ({ eniName: `.${second(n)}.${third(n)}.2` }),
    'part of a name, all': () => ({ eniName: 'ill' }),
    'part of a name, none': (n) => ({ eniName: `none ${n}` }),
    'part of a name, all, by name': (n) => ({ eniName: 'ill', orderField: 'eniName', offset: (n * 997) % 100_000 }),
    'part of a name, few, of a VPC': (n) => ({ vpcId: pick(vpcs, n), eniName: '.2' }),
    'part of a description': (n) => ({ eniDescription: `none ${n}` }),
  },
});

const routeTableKind = ({ vpcs }: Sample): Kind => ({
  most: 50,
  rows: all,
  api3: 'DescribeRouteTables',
  api2017: 'DescribeRouteTable',
  filters: {
    'of a VPC': (n) => ({ 'vpc-id': [pick(vpcs, n)] }),
    'one name': () => ({ 'route-table-name': ['默认'] }),
    main: () => ({ 'association.main': ['true'] }),
  },
  wishes: {
    'of a VPC': (n) => ({ vpcId: pick(vpcs, n) }),
    'by name': () => ({ orderField: 'routeTableName' }),
    'part of a name, all': () => ({ routeTableName: '默' }),
  },
});

const kinds = (sample: Sample): Kind[] => [vpcKind(sample), subnetKind(sample), eniKind(sample), routeTableKind(sample)];

const plainPages = ({ rows, api3, api2017, most }: Kind): Question[] => [
  { name: `vpc:${api3}`, about: 'the first 100', params: () => ({ Limit: 100 }) },
  { name: `vpc:${api3}`, about: '100 near the end', params: (n) => ({ Offset: rows - 100 - (n % 50), Limit: 100 }) },
  { name: `vpc2017:${api2017}`, about: `the first ${most}`, params: () => ({ limit: most }) },
  {
    name: `vpc2017:${api2017}`,
    about: `${most} near the end`,
    params: (n) => ({ offset: rows - 100 - (n % 50), limit: most, orderDirection: 'asc' }),
  },
];

/** Every question about the large tables. */
export const largeQuestions = (sample: Sample): Question[] => [
  ...kinds(sample).flatMap((kind) => [
    ...plainPages(kind),
    ...Object.entries(kind.filters).map(([about, filters]) => ({
      name: `vpc:${kind.api3}`,
      about,
      params: (n: number) => ({ Filters: Object.entries(filters(n)).map(([Name, Values]) => ({ Name, Values })), Limit: 100 }),
    })),
    ...Object.entries(kind.wishes).map(([about, wishes]) => ({
      name: `vpc2017:${kind.api2017}`,
      about,
      params: (n: number) => ({ ...wishes(n), limit: kind.most }),
    })),
  ]),
  ...['part of a name', 'by name'].map((about) => ({
    name: 'vpc2017:DescribeNetworkInterfaces',
    about: `${about}, after a change`,
    params: (n: number) => (about === 'by name' ? { orderField: 'eniName' } : { eniName: `.${second(n)}.` }),
    after: {
      name: 'vpc:ModifyNetworkInterfaceAttribute',
      params: (n: number) => ({ NetworkInterfaceId: pick(sample.enis, n * 31), NetworkInterfaceName: `changed ${n}` }),
    },
  })),
];

/** One page of every other paged list that needs nothing else to be asked. */
export function otherQuestions(sample: Sample): Question[] {
  const large = new Set(kinds(sample).flatMap(({ api3, api2017 }) => [`vpc:${api3}`, `vpc2017:${api2017}`]));
  return Object.entries(actions as Readonly<Record<string, ActionData>>).flatMap(([name, action]) => {
    const asksMore = Object.values(action.params).some((field) => field.required);
    if (!/^vpc(?:2017)?:/.test(name) || !isRead(action) || !action.paging || asksMore || large.has(name)) return [];
    return [{ name, about: 'the first', params: () => ({}) }];
  });
}
