/** NAT gateways of the demo companies, each with its elastic IPs and a route to the Internet where one is told. */
import { addNat } from '../families/nat-gateway/rules.ts';
import { addEip } from '../rules/eips.ts';
import type { Company, Place } from './place.ts';

interface NatPlan {
  readonly vpc: string;
  readonly name: string;
  readonly since: string;
  readonly maxConcurrent: number;
  readonly bandwidth: number;
  readonly eips: number;
  readonly stopped?: boolean;
}

function add(place: Place, plan: NatPlan): void {
  const by = place.at(plan.since);
  const nat = addNat(by, place.vpc(plan.vpc), plan, { State: plan.stopped ? 2 : 0, ProductionStatus: 1 });
  for (let number = 1; number <= plan.eips; number += 1) {
    addEip(by, { AddressName: `${plan.name}-${number}`, AddressStatus: 'BIND', ResourceId: nat.NatId });
  }
}

const guangzhou: readonly NatPlan[] = [
  { vpc: 'production', name: 'prod_out', since: '2019-10-09T10:00:00', maxConcurrent: 3_000_000, bandwidth: 500, eips: 2 },
  { vpc: 'dmz', name: 'dmz_out', since: '2020-08-21T10:00:00', maxConcurrent: 1_000_000, bandwidth: 100, eips: 1 },
  { vpc: 'staging', name: '测试出口', since: '2021-07-01T11:00:00', maxConcurrent: 1_000_000, bandwidth: 10, eips: 1, stopped: true },
];
const shanghai: readonly NatPlan[] = [
  { vpc: 'data-platform 数据平台', name: 'data_out', since: '2021-09-09T10:00:00', maxConcurrent: 10_000_000, bandwidth: 1000, eips: 2 },
];
const logistics: readonly NatPlan[] = [
  { vpc: 'tms-production', name: 'tms_out', since: '2019-12-06T10:00:00', maxConcurrent: 1_000_000, bandwidth: 100, eips: 1 },
];

export function seedNatGateways(company: Company): void {
  const retail = company.name === 'retail';
  for (const plan of retail ? guangzhou : logistics) add(company.place('ap-guangzhou'), plan);
  for (const plan of retail ? shanghai : []) add(company.place('ap-shanghai'), plan);
}
