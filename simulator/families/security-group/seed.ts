/** Security groups of the demo companies, their rules, and what they are bound to. */
import type { Region } from '../../../catalogue/regions.ts';
import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { eniTable } from '../eni/table.ts';
import { templateTable } from '../parameter-template/table.ts';
import { addSecurityGroup } from './rules.ts';
import { type PolicyRow, securityGroupTable } from './table.ts';

/** "tcp:443", "icmp", "all", or the name of a service template after "@". */
type Packets = string;
/** A block, the name of a security group after "#" (of an address template after "@"). */
type Peer = string;
/** Accepts unless it begins with "!". */
type RulePlan = readonly [packets: Packets, peer: Peer, what?: string];

interface GroupPlan {
  readonly name: string;
  readonly what: string;
  readonly since: string;
  readonly isDefault?: boolean;
  readonly ingress: readonly RulePlan[];
  readonly egress: readonly RulePlan[];
  /** Every interface in the subnets whose names begin with one of these, by VPC. */
  readonly on?: readonly [vpc: string, ...subnets: string[]];
}

const anywhere: readonly RulePlan[] = [['all', '0.0.0.0/0', '']];

const guangzhou: readonly GroupPlan[] = [
  {
    name: 'default',
    what: '系统自动生成',
    since: '2018-03-12T10:20:41',
    isDefault: true,
    ingress: [
      ['all', '#default', '同组互通'],
      ['icmp', '0.0.0.0/0'],
      ['tcp:22', '0.0.0.0/0', '默认放通 SSH，应收紧'],
    ],
    egress: anywhere,
    on: ['legacy-classic-迁移', '旧业务', 'ftp'],
  },
  {
    name: 'web',
    what: 'public web tier',
    since: '2019-06-18T10:10:00',
    ingress: [
      ['@web', '0.0.0.0/0', '公网入口'],
      ['@remote-login', '@staff'],
      ['@exporter', '@monitoring', 'prometheus'],
    ],
    egress: anywhere,
    on: ['production', 'web', 'gateway'],
  },
  {
    name: 'app',
    what: 'services behind the gateways',
    since: '2019-06-18T10:12:00',
    ingress: [
      ['tcp:8000-8999', '#web'],
      ['all', '#app', 'services among themselves'],
      ['@exporter', '@monitoring'],
    ],
    egress: [
      ['@application', '@all-production'],
      ['tcp:443', '0.0.0.0/0', '第三方接口'],
      ['@dns', '183.60.82.98'],
    ],
    on: ['production', 'order', 'stock', 'member', 'search', 'promo'],
  },
  {
    name: '数据层',
    what: 'databases, caches, queues',
    since: '2019-08-08T18:10:00',
    ingress: [
      ['@database', '#app'],
      ['tcp:5672', '#app', 'rabbitmq'],
      ['!tcp:3306', '@office-lan', '办公网不得直连'],
      ['@exporter', '@monitoring'],
    ],
    egress: [['all', '10.0.0.0/16']],
    on: ['production', 'mysql', 'cache', 'queue'],
  },
  {
    name: 'payment',
    what: '支付隔离区 PCI',
    since: '2020-02-03T15:00:00',
    ingress: [
      ['tcp:8443', '#app', 'checkout'],
      ['all', '#payment'],
      ['!all', '0.0.0.0/0'],
    ],
    egress: [
      ['tcp:443', '@银联专线'],
      ['all', '#payment'],
    ],
    on: ['payment 支付隔离区', 'pay', 'hsm'],
  },
  {
    name: 'bastion',
    what: 'the only way in for people',
    since: '2020-08-20T18:20:00',
    ingress: [
      ['tcp:22', '@办公网出口'],
      ['tcp:22', '203.0.113.77', 'on-call'],
    ],
    egress: [['@remote-login', '10.0.0.0/8']],
    on: ['dmz', 'bastion'],
  },
  {
    name: 'staging',
    what: '',
    since: '2021-05-07T11:30:00',
    ingress: [
      ['all', '@office-lan'],
      ['tcp:all', '10.8.0.0/16'],
      ['tcp:8080', '10.8.0.0/16', '被上一条覆盖'],
    ],
    egress: anywhere,
    on: ['staging', 'web', 'app', 'data'],
  },
  { name: 'test-delete-me', what: 'nobody uses this', since: '2024-02-29T12:00:00', ingress: [], egress: [] },
];

const shanghai: readonly GroupPlan[] = [
  {
    name: 'web-sh',
    what: '',
    since: '2020-11-11T10:00:00',
    ingress: [
      ['@web', '0.0.0.0/0'],
      ['@remote-login', '@staff'],
    ],
    egress: anywhere,
    on: ['production-sh 华东生产', 'web'],
  },
  {
    name: 'data-platform',
    what: '数据平台内部',
    since: '2021-07-15T17:00:00',
    ingress: [
      ['all', '#data-platform'],
      ['tcp:8888', '@office-lan', 'notebook'],
    ],
    egress: anywhere,
    on: ['data-platform 数据平台', 'hadoop', 'kafka', 'clickhouse'],
  },
];

const logistics: readonly GroupPlan[] = [
  { name: 'default', what: '', since: '2019-12-05T12:00:30', isDefault: true, ingress: [['all', '#default']], egress: anywhere },
  {
    name: 'carrier-api',
    what: '承运商接口',
    since: '2021-02-03T10:40:00',
    ingress: [
      ['tcp:443', '@承运商接口白名单'],
      ['@mqtt', '@warehouses'],
    ],
    egress: anywhere,
    on: ['tms-production', 'front'],
  },
];

/** Of the company that speaks today's API. */
const modern: readonly GroupPlan[] = [
  {
    name: 'default',
    what: '系统自动生成',
    since: '2024-03-05T10:12:40',
    isDefault: true,
    ingress: [['all', '#default', '同组互通']],
    egress: anywhere,
  },
  {
    name: 'game-gateway',
    what: 'player-facing',
    since: '2024-03-06T10:20:00',
    ingress: [
      ['@game-ports', '0.0.0.0/0', '玩家入口'],
      ['tcp:22', '@办公网'],
    ],
    egress: anywhere,
    on: ['game-core 游戏核心', 'gateway'],
  },
  {
    name: 'battle',
    what: '战斗服',
    since: '2024-03-06T10:25:00',
    ingress: [
      ['udp:7000-7999', '#game-gateway'],
      ['!tcp:22', '0.0.0.0/0', '只经堡垒机'],
    ],
    egress: anywhere,
    on: ['game-core 游戏核心', 'battle'],
  },
  {
    name: 'redis',
    what: '',
    since: '2024-03-06T10:30:00',
    ingress: [
      ['tcp:6379', '#battle'],
      ['tcp:6379', '#game-gateway'],
      ['tcp:6379', '10.44.0.0/16', '华东复制'],
    ],
    egress: [],
    on: ['game-core 游戏核心', 'redis'],
  },
  {
    name: 'edge',
    what: 'envoy',
    since: '2025-01-15T09:45:00',
    ingress: [
      ['tcp:443', '0.0.0.0/0', '公网入口'],
      ['@player-facing', '@trusted'],
    ],
    egress: anywhere,
    on: ['edge', 'lb'],
  },
];

const modernShanghai: readonly GroupPlan[] = [
  {
    name: 'game-east',
    what: '华东战斗服',
    since: '2024-07-01T08:30:00',
    ingress: [
      ['udp:7000-7999', '0.0.0.0/0', '玩家入口'],
      ['all', '10.40.0.0/16', '游戏核心'],
    ],
    egress: anywhere,
    on: ['game-east 华东大区', 'gateway', 'battle'],
  },
  {
    name: 'analytics',
    what: '',
    since: '2025-04-22T16:00:00',
    ingress: [['tcp:443', '10.42.0.0/22', 'envoy']],
    egress: anywhere,
    on: ['analytics 数据', 'spark'],
  },
];

/** The id behind a name, of a template or group that the seed has made before. */
function idOf<R>(rows: readonly R[], name: string, nameIn: (row: R) => string, idIn: (row: R) => string): string {
  const row = rows.find((one) => nameIn(one) === name);
  if (!row) throw new Error(`the demo world has nothing called ${name}`);
  return idIn(row);
}

function policyOf(region: CompanyRegion, [packets, peer, what = '']: RulePlan): PolicyRow {
  const template = (name: string) =>
    idOf(
      region.partition.table(templateTable).all().rows(),
      name,
      (row) => row.Name,
      (row) => row.TemplateId,
    );
  const [protocol = '', port] = packets.replace('!', '').split(':');
  const Protocol = protocol.toUpperCase() as NonNullable<PolicyRow['Protocol']>;
  const groups = region.partition.table(securityGroupTable).all().rows();
  const name = peer.slice(1);
  return {
    ...(packets.startsWith('@') ? { ServiceTemplate: template(packets.slice(1)) } : { Protocol }),
    ...(port === undefined ? {} : { Port: port === 'all' ? 'ALL' : port }),
    ...(peer.startsWith('@')
      ? { AddressTemplate: template(name) }
      : peer.startsWith('#')
        ? {
            SecurityGroupId: idOf(
              groups,
              name,
              (row) => row.SecurityGroupName,
              (row) => row.SecurityGroupId,
            ),
          }
        : { CidrBlock: peer }),
    Action: packets.startsWith('!') ? 'DROP' : 'ACCEPT',
    PolicyDescription: what,
  };
}

function bind(region: CompanyRegion, id: string, [vpc, ...subnets]: NonNullable<GroupPlan['on']>): void {
  const interfaces = region.partition.table(eniTable);
  for (const eni of interfaces.where('InVpc', region.vpc(vpc).VpcId).rows()) {
    const { SubnetName } = region.subnetById(eni.SubnetId);
    if (subnets.some((prefix) => SubnetName.startsWith(prefix))) interfaces.put({ ...eni, GroupIds: [...eni.GroupIds, id] });
  }
}

function add(region: CompanyRegion, plans: readonly GroupPlan[]): void {
  const groups = region.partition.table(securityGroupTable);
  const made = plans.map((plan) => ({
    plan,
    id: addSecurityGroup(region.at(plan.since), { name: plan.name, description: plan.what, isDefault: plan.isDefault }).SecurityGroupId,
  }));
  // Rules come after all groups, because they name each other.
  for (const { plan, id } of made) {
    const Ingress = plan.ingress.map((rule) => policyOf(region, rule));
    const Egress = plan.egress.map((rule) => policyOf(region, rule));
    groups.patch(id, { Ingress, Egress, Version: 1 + Ingress.length + Egress.length });
    if (plan.on) bind(region, id, plan.on);
  }
}

/** Comes after the parameter templates and the network interfaces. */
function seedSecurityGroups(company: Company): void {
  const plans: readonly (readonly [Region, readonly GroupPlan[]])[] =
    company.name === 'retail'
      ? [
          ['ap-guangzhou', guangzhou],
          ['ap-shanghai', shanghai],
        ]
      : [['ap-guangzhou', logistics]];
  for (const [region, groups] of plans) add(company.region(region), groups);
}

export const seed: Seed = {
  after: ['parameter-template', 'eni'],
  sequence: 20_261_125,
  add: seedSecurityGroups,
  modern: (company) => {
    add(company.region('ap-guangzhou'), modern);
    add(company.region('ap-shanghai'), modernShanghai);
  },
};
