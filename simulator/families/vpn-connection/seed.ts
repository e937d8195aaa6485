/** VPN gateways, customer gateways and the tunnels between them, of the demo companies. */

import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addCustomerGateway } from '../customer-gateway/rules.ts';
import type { CustomerGatewayRow } from '../customer-gateway/table.ts';
import { addVpnGateway, type NewVpnGateway } from '../vpn-gateway/rules.ts';
import type { VpnGatewayRow } from '../vpn-gateway/table.ts';
import { codes } from './api3.ts';
import { addConnection } from './rules.ts';
import { vpnConnectionTable } from './table.ts';

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
}

function tunnel(region: CompanyRegion, plan: Tunnel): void {
  const vpc = region.vpc(plan.vpc);
  const row = addConnection(
    region.at(plan.since),
    { vpc, gateway: plan.from, customer: plan.to },
    {
      name: plan.name,
      key: `demo-${plan.from.OldId}-${plan.to.OldId}`,
      policies: [{ LocalCidrBlock: vpc.CidrBlock, RemoteCidrBlock: [...plan.far] }],
      ike: { PropoEncryAlgorithm: 'AES-CBC-256', PropoAuthenAlgorithm: 'SHA1', DhGroupName: 'GROUP14' },
      ipsec: { EncryptAlgorithm: 'AES-CBC-256', IntegrityAlgorithm: 'SHA1', PfsDhGroup: 'DH-GROUP14' },
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

/** Tunnels join what stands already; no route leads through them yet. */
const seedVpns = (company: Company): void => (company.name === 'retail' ? seedRetail(company) : seedLogistics(company));

export const seed: Seed = {
  after: ['eip'],
  sequence: 20_261_131,
  add: seedVpns,
};
