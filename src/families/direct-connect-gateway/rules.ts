/** The four kinds of translation that a gateway of type NAT can hold, and what differs between them. */
import { useQuery } from '@tanstack/react-query';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import type { OperationOf } from '../../../catalogue/row-of.ts';
import { isRecord } from '../../../catalogue/values.ts';
import { keyOf } from '../../api/query.ts';
import { runOperation } from '../../api/run.ts';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, type Params, requireOperation } from '../../lib/family.ts';
import { rowsOf } from '../../lib/rows.ts';
import { type Scope, useScope } from '../../lib/scope.ts';

/** A listed gateway, as far as the pages read it. */
export interface Gateway {
  /** Of today: VPC, or CCN for one that stands in none. */
  readonly networkType?: string | null;
  readonly ccnId?: string | null;
  readonly directConnectGatewayId: string;
  readonly directConnectGatewayName: string;
  readonly unVpcId: string;
  readonly type: number;
  /** Null or left out where the gateway has no translations of its own: today they are private NAT gateways'. */
  readonly snatNum?: number | null | undefined;
  readonly dnatNum?: number | null | undefined;
  readonly snaptNum?: number | null | undefined;
  readonly dnaptNum?: number | null | undefined;
}

type GatewayOperation = OperationOf<'direct-connect-gateway'>;

interface RuleKindFacts {
  /** Last part of its tab's address. */
  readonly tab: 'local-ips' | 'local-sources' | 'local-destinations' | 'peer-ips';
  /** The gateway's own count of these. */
  readonly count: keyof Gateway & string;
  /** The parameter that takes new rules, and those to delete. */
  readonly set: string;
}

type NarrowedField = 'originalIP' | 'translationIP' | 'translationIPPool';
type RuleField = 'originalIP' | 'originalPort' | 'proto' | 'translationIP' | 'translationPort';

interface WholeRuleKind extends RuleKindFacts {
  /** What stands in the names of its operations: "createLocalIP". */
  readonly key: 'LocalDestination' | 'PeerIP';
  /** What tells a rule from others, and identifies it in every call. */
  readonly fields: readonly RuleField[];
  readonly acl?: undefined;
}

/** It narrows itself by ACL rules, each naming what `acl` says. */
export interface NarrowedRuleKind extends RuleKindFacts {
  readonly key: 'LocalIP' | 'LocalSource';
  readonly fields: readonly NarrowedField[];
  readonly acl: readonly string[];
}

export type GatewayRuleKind = WholeRuleKind | NarrowedRuleKind;

const packet = ['protocol', 'sourcePort', 'destinationCidr', 'destinationPort'] as const;

export const ruleKinds: readonly GatewayRuleKind[] = [
  {
    key: 'LocalIP',
    tab: 'local-ips',
    count: 'snatNum',
    set: 'localIPTranslation',
    fields: ['originalIP', 'translationIP'],
    acl: packet,
  },
  {
    key: 'LocalSource',
    tab: 'local-sources',
    count: 'snaptNum',
    set: 'localSourceIPPortTranslation',
    fields: ['translationIPPool'],
    acl: ['protocol', 'sourceCidr', 'sourcePort', 'destinationCidr', 'destinationPort'],
  },
  {
    key: 'LocalDestination',
    tab: 'local-destinations',
    count: 'dnaptNum',
    set: 'localDestinationIPPortTranslation',
    fields: ['proto', 'originalIP', 'originalPort', 'translationIP', 'translationPort'],
  },
  { key: 'PeerIP', tab: 'peer-ips', count: 'dnatNum', set: 'peerIPTranslation', fields: ['originalIP', 'translationIP'] },
];

export const ofGateway = (gateway: Gateway) => ({
  vpcId: gateway.unVpcId,
  directConnectGatewayId: gateway.directConnectGatewayId,
});

/** "originalIP" → "oldOriginalIP": how a change names what is there now. */
export const old = <F extends string>(field: F) => `old${field.charAt(0).toUpperCase()}${field.slice(1)}` as `old${Capitalize<F>}`;

export const identityOf = (kind: GatewayRuleKind, rule: AnyRow): Params =>
  Object.fromEntries(kind.fields.map((field) => [field, String(rule[field] ?? '')]));

export const nameOfRule = (kind: GatewayRuleKind, rule: AnyRow): string =>
  kind.key === 'LocalDestination'
    ? `${rule.proto} ${rule.translationIP}:${rule.translationPort} → ${rule.originalIP}:${rule.originalPort}`
    : kind.fields.map((field) => String(rule[field] ?? '?')).join(' → ');

const page = 100;

/** These lists tell no total: they are read until a page is not full. */
async function readAll(
  scope: Scope,
  module: FamilyModule,
  operation: string,
  params: Params,
  signal?: AbortSignal,
): Promise<readonly AnyRow[]> {
  const { name, data: action } = requireOperation(module, operation);
  const paged = Object.hasOwn(action.params, 'offset');
  const all: AnyRow[] = [];
  for (;;) {
    const place = paged ? { offset: all.length, limit: page } : {};
    const { data } = await runOperation(scope, module, name, { ...params, ...place }, signal);
    const { rows } = rowsOf({ results: {}, params: {}, errors: [], kind: 'list', line: 0 }, data);
    // A rule that is no object is still one: it stands in the table with nothing in its cells.
    all.push(...rows.map((row) => (isRecord(row) ? row : {})));
    if (!paged || rows.length < page) return all;
  }
}

/** The rows of such a list as they are now, never from a cache. @throws ApiError */
export const readNatRules = (scope: Scope, module: FamilyModule, operation: GatewayOperation, params: Params): Promise<readonly AnyRow[]> =>
  readAll(scope, module, operation, params);

/** The rows of one of the gateway's own lists: its rules of a kind, or the ACL of one of them. */
export function useNatRows(operation: GatewayOperation, params: Params) {
  const scope = useScope();
  const { module } = useFamily('direct-connect-gateway');
  const { name } = requireOperation(module, operation);
  return useQuery({
    queryKey: keyOf(scope, name, params, 'as-rules'),
    queryFn: ({ signal }) => readAll(scope, module, operation, params, signal),
  });
}
