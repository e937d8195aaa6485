/**
 * Quotas. The documents name 22 kinds (9172-9195) but show the value of two only (9228); the others are this world's own
 * (docs/simulator-differences.md). Control calls may change each for an account, in one region or in all.
 */
import type { limitTypes } from '../../catalogue/families/account/index.ts';
import type { Call } from '../call.ts';
import { CloudError } from '../errors.ts';
import { quotaTable } from './table.ts';

/** A number of DescribeVpcLimit, of those that the catalogue has. */
export type LimitType = (typeof limitTypes)[number];

/** Our name of a quota → its value for a new account, and its number in DescribeVpcLimit where it has one. */
export const quotas = {
  'vpcs-per-region': { limit: 20, limitType: 0 },
  'subnets-per-vpc': { limit: 100, limitType: 1 },
  'route-tables-per-vpc': { limit: 10, limitType: 2 },
  'routes-per-table': { limit: 50, limitType: 3 },
  'enis-per-vpc': { limit: 1000, limitType: 57 },
  'enis-per-instance': { limit: 8 },
  'addresses-per-eni': { limit: 10 },
  'eips-per-region': { limit: 20 },
  'network-acls-per-vpc': { limit: 50, limitType: 15 },
  'ingress-rules-per-acl': { limit: 40, limitType: 17 },
  'egress-rules-per-acl': { limit: 40, limitType: 18 },
  'peerings-per-vpc': { limit: 10, limitType: 20 },
  'classic-links-per-vpc': { limit: 100, limitType: 22 },
  'nat-gateways-per-vpc': { limit: 3, limitType: 55 },
  'eips-per-nat-gateway': { limit: 4, limitType: 56 },
  'security-groups-per-project': { limit: 50 },
  'policies-per-direction': { limit: 100 },
  'expanded-policies-per-group': { limit: 2000 },
  'templates-per-kind': { limit: 100 },
  'members-per-template': { limit: 100 },
  'customer-gateways-per-region': { limit: 20, limitType: 5 },
  'vpn-gateways-per-vpc': { limit: 10, limitType: 4 },
  'vpn-connections-per-customer-gateway': { limit: 10, limitType: 7 },
  'vpn-connections-per-vpn-gateway': { limit: 20, limitType: 8 },
  'direct-connect-gateways-per-vpc-and-type': { limit: 1 },
  'local-ips-per-direct-connect-gateway': { limit: 100, limitType: 32 },
  'peer-ips-per-direct-connect-gateway': { limit: 100, limitType: 34 },
  'local-destinations-per-direct-connect-gateway': { limit: 100, limitType: 36 },
  'local-sources-per-direct-connect-gateway': { limit: 100, limitType: 38 },
  'acl-rules-per-translation': { limit: 20 },
} as const satisfies Record<string, { limit: number; limitType?: LimitType }>;

export type QuotaType = keyof typeof quotas;

export const isQuotaType = (name: string): name is QuotaType => Object.hasOwn(quotas, name);

type Numbered = Extract<(typeof quotas)[QuotaType], { readonly limitType: LimitType }>['limitType'];

/** The other numbers, which no action comes up against: addresses of an SSL VPN, and SSL VPNs. Nothing of the kind is made here. */
const untouched: Readonly<Record<Exclude<LimitType, Numbered>, number>> = { 44: 253, 51: 1 };

const nameOf = new Map<LimitType | undefined, QuotaType>(
  Object.entries(quotas).map(([name, quota]) => ['limitType' in quota ? quota.limitType : undefined, name as QuotaType]),
);

/** The caller's limit of a numbered type (9172). */
export function limitOfType(call: Pick<Call, 'world' | 'account' | 'region'>, type: LimitType): number {
  const name = nameOf.get(type);
  return name ? quotaOf(call, name) : untouched[type as keyof typeof untouched];
}

/** What the caller's account may have in the caller's region. */
export function quotaOf(call: Pick<Call, 'world' | 'account' | 'region'>, type: QuotaType): number {
  const table = call.world.shared(quotaTable);
  const { uin } = call.account;
  return (table.get(`${uin}/${call.region}/${type}`) ?? table.get(`${uin}/*/${type}`))?.limit ?? quotas[type].limit;
}

/** @throws CloudError `code` when one more than `existing` would be too many. */
export function spend(call: Call, type: QuotaType, existing: number, code: string, wanted = 1): void {
  const limit = quotaOf(call, type);
  if (existing + wanted > limit) throw new CloudError(code, `The quota ${type} is ${limit}; ${existing} of it are used.`);
}
