/** Leased lines of the demo companies: gateways, what they translate, for which packets, and the routes to them. */

import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { putRoute } from '../route-table/rules.ts';
import { mainRouteTable } from '../vpc/rules.ts';
import { type AclRuleInput, addNatAcl } from './acl-rules.ts';
import { localDestination, localIP, localSource, type NatKind, peerIP } from './kinds.ts';
import { addRule, type NatRuleInput } from './nat-rules.ts';
import { addGateway } from './rules.ts';

interface RulePlan {
  readonly kind: NatKind;
  readonly wish: NatRuleInput;
  readonly acls?: readonly AclRuleInput[];
}

interface GatewayPlan {
  readonly vpc: string;
  readonly name: string;
  readonly since: string;
  readonly rules?: readonly RulePlan[];
  /** Destinations that the VPC's default route table leads to the gateway. */
  readonly routes: readonly (readonly [destination: string, description: string])[];
}

const https = (destinationCidr: string): AclRuleInput => ({ protocol: 'TCP', sourcePort: '', destinationCidr, destinationPort: '443' });

/** The bank's side knows only addresses of its own plan. */
const bankRules: readonly RulePlan[] = [
  {
    kind: localIP,
    wish: { originalIP: '10.20.0.10', translationIP: '100.64.8.10', description: '清算前置' },
    acls: [https('100.66.1.0/24'), { protocol: 'TCP', sourcePort: '', destinationCidr: '100.66.2.5', destinationPort: '9000-9010' }],
  },
  { kind: localIP, wish: { originalIP: '10.20.0.11', translationIP: '100.64.8.11', description: '对账文件' } },
  {
    kind: localSource,
    wish: { translationIPPool: '100.64.8.32-100.64.8.47', description: '支付核心出口' },
    acls: [{ ...https('100.66.1.0/24'), sourceCidr: '10.20.2.0/23' }],
  },
  {
    kind: localSource,
    wish: { translationIPPool: '100.64.8.48/28', description: 'everything else' },
    acls: [{ ...https('100.66.9.0/24'), sourceCidr: '' }],
  },
  {
    kind: localDestination,
    wish: {
      originalIP: '10.20.0.10',
      originalPort: '8443',
      translationIP: '100.64.8.12',
      translationPort: '443',
      proto: 'tcp',
      description: '银行回调',
    },
  },
  { kind: peerIP, wish: { originalIP: '192.168.40.5', translationIP: '100.66.2.5', description: 'bank HSM' } },
  { kind: peerIP, wish: { originalIP: '192.168.40.6', translationIP: '100.66.2.6', description: 'bank HSM standby' } },
];

const guangzhou: readonly GatewayPlan[] = [
  {
    vpc: 'payment 支付隔离区',
    name: 'bank_line_银行专线',
    since: '2020-04-20T10:00:00',
    rules: bankRules,
    routes: [['100.66.0.0/16', '银行专线']],
  },
  {
    vpc: 'production',
    name: 'idc_nansha',
    since: '2019-11-05T16:30:00',
    routes: [
      ['172.20.0.0/16', '南沙机房'],
      ['172.21.0.0/16', '南沙机房二期'],
    ],
  },
];

const shanghai: readonly GatewayPlan[] = [
  { vpc: 'production-sh 华东生产', name: 'idc_waigaoqiao', since: '2021-01-12T09:20:00', routes: [['172.24.0.0/16', '外高桥机房']] },
];

const logistics: readonly GatewayPlan[] = [
  {
    vpc: 'tms-production',
    name: 'customs_line',
    since: '2021-06-01T14:00:00',
    rules: [{ kind: peerIP, wish: { originalIP: '192.168.1.20', translationIP: '100.70.0.20', description: '海关申报' } }],
    routes: [['100.70.0.0/24', '海关']],
  },
];

function add(region: CompanyRegion, plan: GatewayPlan): void {
  const vpc = region.vpc(plan.vpc);
  const ctx = region.at(plan.since);
  const gateway = addGateway(ctx, vpc, { name: plan.name, type: plan.rules ? 1 : 0 });
  for (const { kind, wish, acls = [] } of plan.rules ?? []) {
    const rule = addRule(ctx, gateway, kind, wish);
    for (const acl of acls) addNatAcl(ctx, rule, acl);
  }
  const table = mainRouteTable(ctx, vpc.VpcId);
  for (const [destination, description] of plan.routes) {
    putRoute(ctx, table, { destination, type: 'DIRECTCONNECT', gatewayId: gateway.DirectConnectGatewayId, description });
  }
}

function seedDirectConnectGateways(company: Company): void {
  for (const plan of company.name === 'retail' ? guangzhou : logistics) add(company.region('ap-guangzhou'), plan);
  for (const plan of company.name === 'retail' ? shanghai : []) add(company.region('ap-shanghai'), plan);
}

/** Of the company that speaks today's API: one of the CCN kind, which its CCN takes in. */
const seedModern = (company: Company): void =>
  void addGateway(company.region('ap-guangzhou').at('2025-10-20T10:00:00'), null, { name: 'idc_南沙', type: 0 });

export const seed: Seed = {
  after: ['route-table'],
  sequence: 20_261_134,
  add: seedDirectConnectGateways,
  modern: seedModern,
};
