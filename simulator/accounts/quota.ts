/**
 * Quotas, as each family's catalogue data says them. Control calls may change each for an account, in one region or in all
 * (docs/simulator-differences.md).
 */
import type { Quota } from '../../catalogue/define.ts';
import type { limitTypes } from '../../catalogue/families/account/index.ts';
import { familyData } from '../../catalogue/index.ts';
import type { Call } from '../call.ts';
import { CloudError } from '../errors.ts';
import { quotaTable } from './table.ts';

/** A number of DescribeVpcLimit, of those that the catalogue has. */
export type LimitType = (typeof limitTypes)[number];

type QuotasOf<D> = D extends { readonly quotas: infer Q } ? keyof Q & string : never;

export type QuotaType = QuotasOf<(typeof familyData)[keyof typeof familyData]>;

export const quotas = Object.assign({}, ...Object.values(familyData).map((data) => ('quotas' in data ? data.quotas : {}))) as Readonly<
  Record<QuotaType, Quota>
>;

export const isQuotaType = (name: string): name is QuotaType => Object.hasOwn(quotas, name);

/** The other numbers, which no action comes up against: addresses of an SSL VPN, and SSL VPNs. Nothing of the kind is made here. */
const untouched: Readonly<Record<number, number>> = { 44: 253, 51: 1 };

const nameOf = new Map(Object.entries(quotas).map(([name, { limitType }]) => [limitType, name as QuotaType]));

/** The caller's limit of a numbered type (9172). */
export function limitOfType(call: Pick<Call, 'world' | 'account' | 'region'>, type: LimitType): number {
  const name = nameOf.get(type);
  return name ? quotaOf(call, name) : (untouched[type] ?? 0);
}

type NamesOf<D> = D extends { readonly quotas: infer Q }
  ? Q[keyof Q] extends infer One
    ? One extends { readonly limitName: infer N extends string }
      ? N
      : never
    : never
  : never;

/** Names of today's limits that a family's quota has taken: they leave the table below, which does not compile until then. */
type TakenName = NamesOf<(typeof familyData)[keyof typeof familyData]>;

/** Those of today's names that nothing here comes up against: virtual addresses, endpoint services, further kinds of IPv6 block. */
const untouchedNames: Readonly<Record<string, number>> & { readonly [N in TakenName]?: never } = {
  'appid-max-vpn-connections': 100,
  'vpc-max-vpcpeers': 20,
  'vpc-max-havips': 10,
  'nat-gateway-max-dnapts': 200,
  'vpc-max-ipv6s': 10_000,
  'appid-max-end-point-services': 10,
  'appid-max-end-point-service-white-lists': 100,
  'vpc-max-bgp-ipv6-cidrs': 1,
  'vpc-max-ula-ipv6-cidrs': 1,
};

const byName = new Map(Object.entries(quotas).map(([name, { limitName }]) => [limitName, name as QuotaType]));

/** The caller's limit of a name of today that has no number. */
export function limitOfName(call: Pick<Call, 'world' | 'account' | 'region'>, limit: string): number {
  const name = byName.get(limit);
  return name ? quotaOf(call, name) : (untouchedNames[limit] ?? 0);
}

/** What the caller's account may have in the caller's region. */
export function quotaOf(call: Pick<Call, 'world' | 'account' | 'region'>, type: QuotaType): number {
  const table = call.world.shared(quotaTable);
  const { uin } = call.account;
  return (table.get(`${uin}/${call.region}/${type}`) ?? table.get(`${uin}/*/${type}`))?.limit ?? quotas[type].usual;
}

/** @throws CloudError `code` when one more than `existing` would be too many. */
export function spend(call: Call, type: QuotaType, existing: number, code: string, wanted = 1): void {
  const limit = quotaOf(call, type);
  if (existing + wanted > limit) throw new CloudError(code, `The quota ${type} is ${limit}; ${existing} of it are used.`);
}
