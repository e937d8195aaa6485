/** VPN gateways, customer gateways and the tunnels between them, of the demo companies. */

import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addCustomerGateway } from '../customer-gateway/rules.ts';
import type { CustomerGatewayRow } from '../customer-gateway/table.ts';
import { addVpnGateway, type NewVpnGateway } from '../vpn-gateway/rules.ts';
import type { VpnGatewayRow } from '../vpn-gateway/table.ts';
import { codes } from './api3.ts';
import { addConnection } from './rules.ts';
import { type TodaysConnectionFields, vpnConnectionTable } from './table.ts';

const gateway = (region: CompanyRegion, vpc: string, since: string, wanted: NewVpnGateway): VpnGatewayRow =>
  addVpnGateway(region.at(since), region.vpc(vpc), wanted);
const farEnd = (region: CompanyRegion, since: string, name: string, address: string): CustomerGatewayRow =>
  addCustomerGateway(region.at(since), { name, address });

interface Tunnel {
  readonly vpc: string;
  readonly name: string;
  readonly since: string;
  readonly from: VpnGatewayRow;
  readonly to: CustomerGatewayRow;
  readonly far: readonly string[];
  /** True where the remote end does not answer. */
  readonly down?: boolean;
  /** As accounts of today have it. */
  readonly today?: TodaysConnectionFields;
}

function tunnel(region: CompanyRegion, plan: Tunnel): void {
  const vpc = region.vpc(plan.vpc);
  const row = addConnection(
    region.at(plan.since),
    { vpc, gateway: plan.from, customer: plan.to },
    {
      name: plan.name,
      key: `demo-${plan.from.OldId}-${plan.to.OldId}`,
      policies: plan.far.length > 0 ? [{ LocalCidrBlock: vpc.CidrBlock, RemoteCidrBlock: [...plan.far] }] : [],
      ike: { PropoEncryAlgorithm: 'AES-CBC-256', PropoAuthenAlgorithm: 'SHA1', DhGroupName: 'GROUP14' },
      ipsec: { EncryptAlgorithm: 'AES-CBC-256', IntegrityAlgorithm: 'SHA1', PfsDhGroup: 'DH-GROUP14' },
      ...(plan.today ? { today: plan.today } : {}),
    },
    codes,
  );
  if (plan.down) region.partition.table(vpnConnectionTable).patch(row.VpnConnectionId, { NetStatus: 'UNAVAILABLE' });
}

function seedRetail(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  const plant = farEnd(guangzhou, '2020-05-11T10:00:00', '佛山工厂', '203.0.113.10');
  const depot = farEnd(guangzhou, '2021-03-02T14:20:00', 'Dongguan depot', '203.0.113.77');
  farEnd(guangzhou, '2024-08-19T09:12:00', '旧门店 (unused)', '198.51.100.4');
  const main = gateway(guangzhou, 'production', '2020-05-11T09:30:00', { name: 'prod-vpn', bandwidth: 50, months: 12, renewsItself: true });
  const edge = gateway(guangzhou, 'dmz', '2022-09-05T11:00:00', { name: '边界 VPN', bandwidth: 20 });
  gateway(guangzhou, 'staging', '2026-03-30T16:00:00', { name: 'staging-test', bandwidth: 5 });
  const production = { vpc: 'production', from: main };
  tunnel(guangzhou, { ...production, name: 'plant 工厂', since: '2020-05-11T10:30:00', to: plant, far: ['192.168.40.0/22'] });
  tunnel(guangzhou, { ...production, name: 'depot', since: '2021-03-02T15:00:00', to: depot, far: ['192.168.48.0/24', '192.168.49.0/24'] });
  const fromEdge = { vpc: 'dmz', from: edge, to: depot, far: ['192.168.48.0/24'] };
  tunnel(guangzhou, { ...fromEdge, name: 'edge-depot', since: '2022-09-05T11:30:00', down: true });
  const shanghai = company.region('ap-shanghai');
  const store = farEnd(shanghai, '2021-01-15T10:00:00', '上海门店', '203.0.113.140');
  const east = gateway(shanghai, 'production-sh 华东生产', '2021-01-15T09:00:00', { name: 'east-vpn', bandwidth: 10 });
  const eastern = { vpc: 'production-sh 华东生产', from: east, to: store, far: ['192.168.60.0/24'] };
  tunnel(shanghai, { ...eastern, name: 'store', since: '2021-01-15T10:20:00' });
}

function seedLogistics(company: Company): void {
  const shanghai = company.region('ap-shanghai');
  farEnd(shanghai, '2024-08-08T10:00:00', 'port customs', '198.51.100.200');
}

/** Of the company that speaks today's API: one tunnel that a policy leads and a health check watches, one that BGP leads. */
function seedModern(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  const vpc = 'ops 运维';
  const from = gateway(guangzhou, vpc, '2025-02-17T10:00:00', { name: 'ops-vpn', bandwidth: 200, today: { BgpAsn: 64_551 } });
  const office = farEnd(guangzhou, '2025-02-17T10:30:00', '总部 office', '203.0.113.201');
  const studio = addCustomerGateway(guangzhou.at('2025-06-30T15:00:00'), { name: 'studio', address: '203.0.113.202', BgpAsn: 65_010 });
  tunnel(guangzhou, {
    ...{ vpc, name: 'office', since: '2025-02-17T11:00:00', from, to: office, far: ['192.168.88.0/24'] },
    today: {
      ...{ RouteType: 'Policy', NegotiationType: 'active', DpdEnable: 1, DpdTimeout: '60', DpdAction: 'restart' },
      ...{ EnableHealthCheck: true, HealthCheckLocalIp: '169.254.130.1', HealthCheckRemoteIp: '169.254.130.2' },
      HealthCheckConfig: { ProbeType: 'NQA', ProbeInterval: 5000, ProbeThreshold: 3, ProbeTimeout: 150 },
    },
  });
  tunnel(guangzhou, {
    ...{ vpc, name: 'studio-bgp', since: '2025-06-30T15:30:00', from, to: studio, far: [] },
    today: {
      ...{ RouteType: 'Bgp', NegotiationType: 'passive', DpdEnable: 1, DpdTimeout: '30', DpdAction: 'clear' },
      BgpConfig: { TunnelCidr: '169.254.128.0/30', LocalBgpIp: '169.254.128.1', RemoteBgpIp: '169.254.128.2' },
    },
  });
}

/** Tunnels join what stands already; no route leads through them yet. */
const seedVpns = (company: Company): void => (company.name === 'retail' ? seedRetail(company) : seedLogistics(company));

export const seed: Seed = {
  after: ['eip'],
  sequence: 20_261_131,
  add: seedVpns,
  modern: seedModern,
};
