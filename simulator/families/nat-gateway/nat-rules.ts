/** Ports that NAT gateways publish, and who leaves by which of their addresses: over API 3.0 of today, the only one that has them. */
import type { DnatRule, ruleActions, SnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { instanceTable } from '../../instances/table.ts';
import { type FilterReaders, matcherOf } from '../../rules/filters.ts';
import { machineAt } from '../../rules/interfaces.ts';
import { listPage } from '../../rules/lists.ts';
import { rowOf } from '../../rules/rows.ts';
import { cloudTime } from '../../world/clock.ts';
import { eniTable } from '../eni/table.ts';
import { subnetTable } from '../subnet/table.ts';
import { eipsOf } from './rules.ts';
import { type DnatRow, dnatTable, type NatRow, natTable, type SnatRow, snatTable } from './table.ts';

const natOf = (call: Call, id: string): NatRow => rowOf(call, natTable, 'NAT gateway', id, 'ResourceNotFound');

type PublishedPort = Omit<DnatRule, 'NatGatewayId' | 'VpcId' | 'CreatedTime' | 'Description'> & {
  readonly Description?: string | undefined;
};

/** What a rule is known by: no two publish the same port. */
const keyOf = (nat: string, { IpProtocol, PublicIpAddress, PublicPort }: PublishedPort): string =>
  `${nat}/${IpProtocol}/${PublicIpAddress}/${PublicPort}`;

/** @throws CloudError unless the address is one of the gateway's. */
function refuseForeign(call: Call, nat: NatRow, addresses: readonly string[]): void {
  const own = eipsOf(call, nat).map(({ AddressIp }) => AddressIp);
  const foreign = addresses.find((address) => !own.includes(address));
  if (foreign !== undefined) throw new CloudError('UnsupportedOperation.NatGatewayEipNotExists', `${nat.NatId} has no address ${foreign}.`);
}

/** @throws CloudError where no machine of the gateway's VPC has the address. */
function refuseEmpty(call: Call, nat: NatRow, { PrivateIpAddress }: PublishedPort): void {
  if (machineAt(call.partition, nat.VpcId, PrivateIpAddress)) return;
  throw new CloudError('InvalidParameterValue.NatGatewayDnatRulePipNeedVm', `No machine of ${nat.VpcId} has ${PrivateIpAddress}.`);
}

/** The row alone: for seeds too. */
export const putDnat = (call: Pick<Call, 'partition' | 'now'>, nat: NatRow, { Description = '', ...rule }: PublishedPort): DnatRow =>
  call.partition.table(dnatTable).put({
    ...rule,
    Description,
    Key: keyOf(nat.NatId, rule),
    NatGatewayId: nat.NatId,
    VpcId: nat.VpcId,
    CreatedTime: cloudTime(call.now),
  });

function dnatOf(call: Call, nat: string, rule: PublishedPort): DnatRow {
  const row = call.table(dnatTable).get(keyOf(nat, rule));
  if (row?.PrivateIpAddress === rule.PrivateIpAddress && row.PrivatePort === rule.PrivatePort) return row;
  throw new CloudError('InvalidParameterValue.NatGatewayDnatRuleNotExists', `${nat} has no such rule.`);
}

/** The source of a rule is a subnet, an interface or a machine of the gateway's VPC. @throws CloudError. */
function refuseSource({ partition }: Call, nat: NatRow, { ResourceType, ResourceId }: Pick<SnatRule, 'ResourceType' | 'ResourceId'>): void {
  const row =
    ResourceType === 'SUBNET'
      ? partition.table(subnetTable).get(ResourceId)
      : (partition.table(eniTable).get(ResourceId) ?? partition.table(instanceTable).get(ResourceId));
  if (row?.VpcId !== nat.VpcId) throw new CloudError('ResourceNotFound', `${nat.VpcId} has no ${ResourceId}.`);
}

/** The row alone: for seeds too. */
export const putSnat = (call: Pick<Call, 'partition' | 'now'>, nat: NatRow, rule: Omit<SnatRule, 'NatGatewaySnatId'>): SnatRow =>
  call.partition.table(snatTable).put({
    ...rule,
    NatGatewaySnatId: call.partition.newId(snatTable, 'snat'),
    NatGatewayId: nat.NatId,
    VpcId: nat.VpcId,
    CreatedTime: cloudTime(call.now),
  });

function snatOf(call: Call, nat: NatRow, id: string): SnatRow {
  const row = call.table(snatTable).get(id);
  if (row?.NatGatewayId === nat.NatId) return row;
  throw new CloudError('InvalidParameterValue.NatGatewaySnatRuleNotExists', `${nat.NatId} has no rule ${id}.`);
}

const reads: FilterReaders<DnatRow> = { 'public-ip': (row) => row.PublicIpAddress, 'private-ip': (row) => row.PrivateIpAddress };

const page = ({ Offset = 0, Limit = 20 }: { readonly Offset?: number | undefined; readonly Limit?: number | undefined }) => ({
  offset: Offset,
  limit: Limit,
  newestFirst: true,
});

export const ruleHandlers = {
  'vpc:DescribeNatGatewayDestinationIpPortTranslationNatRules': (params, call) => {
    const matches = matcherOf(reads, params.Filters);
    const { NatGatewayIds: ids = [] } = params;
    const own = call.table(dnatTable).byTime(call.table(dnatTable).all());
    const wanted = (row: DnatRow): boolean => (ids.length === 0 || ids.includes(row.NatGatewayId)) && (matches?.(row) ?? true);
    const { total, rows } = listPage(own, page(params), wanted);
    return { TotalCount: total, NatGatewayDestinationIpPortTranslationNatRuleSet: rows.map(({ Key: _, ...row }) => row) };
  },

  'vpc:CreateNatGatewayDestinationIpPortTranslationNatRule': (params, call) => {
    const nat = natOf(call, params.NatGatewayId);
    const rules = params.DestinationIpPortTranslationNatRules;
    const keys = rules.map((rule) => keyOf(nat.NatId, rule));
    if (new Set(keys).size < keys.length) {
      throw new CloudError('InvalidParameterValue.NatGatewayDnatRuleRepeated', 'Two rules publish the same port.');
    }
    const existing = call.table(dnatTable).where('NatGatewayId', nat.NatId).size;
    spend(call, 'dnat-rules-per-nat-gateway', existing, 'LimitExceeded.NatGatewayDnatLimitExceeded', rules.length);
    refuseForeign(
      call,
      nat,
      rules.map(({ PublicIpAddress }) => PublicIpAddress),
    );
    for (const rule of rules) {
      refuseEmpty(call, nat, rule);
      if (call.table(dnatTable).has(keyOf(nat.NatId, rule))) {
        throw new CloudError('InvalidParameterValue.NatGatewayDnatRuleExisted', `${rule.PublicIpAddress}:${rule.PublicPort} is published.`);
      }
      putDnat(call, nat, rule);
    }
  },

  'vpc:ModifyNatGatewayDestinationIpPortTranslationNatRule': (params, call) => {
    const before = dnatOf(call, params.NatGatewayId, params.SourceNatRule);
    const nat = natOf(call, before.NatGatewayId);
    const after = params.DestinationNatRule;
    refuseEmpty(call, nat, after);
    const key = keyOf(nat.NatId, after);
    if (key !== before.Key && call.table(dnatTable).has(key)) {
      throw new CloudError('UnsupportedOperation.RecordExists', `${after.PublicIpAddress}:${after.PublicPort} is published.`);
    }
    call.table(dnatTable).delete(before.Key);
    putDnat(call, nat, after);
  },

  'vpc:DeleteNatGatewayDestinationIpPortTranslationNatRule': (params, call) => {
    const nat = natOf(call, params.NatGatewayId);
    for (const rule of params.DestinationIpPortTranslationNatRules) call.table(dnatTable).delete(dnatOf(call, nat.NatId, rule).Key);
  },

  'vpc:DescribeNatGatewaySourceIpTranslationNatRules': (params, call) => {
    const nat = natOf(call, params.NatGatewayId);
    const addresses = params.Filters?.flatMap(({ Values }) => Values);
    const { total, rows } = listPage(
      call.table(snatTable).where('NatGatewayId', nat.NatId),
      page(params),
      (row) => addresses === undefined || row.PublicIpAddresses.some((address) => addresses.includes(address)),
    );
    return {
      TotalCount: total,
      SourceIpTranslationNatRuleSet: rows.map((row) => ({ ...row, PublicIpAddresses: [...row.PublicIpAddresses] })),
    };
  },

  'vpc:CreateNatGatewaySourceIpTranslationNatRule': (params, call) => {
    const nat = natOf(call, params.NatGatewayId);
    for (const rule of params.SourceIpTranslationNatRules) {
      refuseSource(call, nat, rule);
      refuseForeign(call, nat, rule.PublicIpAddresses);
      const known = call.table(snatTable).where('NatGatewayId', nat.NatId).rows();
      if (known.some(({ ResourceId, PrivateIpAddress }) => ResourceId === rule.ResourceId && PrivateIpAddress === rule.PrivateIpAddress)) {
        throw new CloudError('InvalidParameterValue.NatSnatRuleExists', `${rule.ResourceId} has a rule.`);
      }
      putSnat(call, nat, rule);
    }
  },

  'vpc:ModifyNatGatewaySourceIpTranslationNatRule': (params, call) => {
    const nat = natOf(call, params.NatGatewayId);
    const { NatGatewaySnatId = '', PublicIpAddresses, Description } = params.SourceIpTranslationNatRule;
    const row = snatOf(call, nat, NatGatewaySnatId);
    call.table(snatTable).put({ ...row, PublicIpAddresses, Description });
  },

  'vpc:DeleteNatGatewaySourceIpTranslationNatRule': (params, call) => {
    const nat = natOf(call, params.NatGatewayId);
    for (const id of params.NatGatewaySnatIds) call.table(snatTable).delete(snatOf(call, nat, id).NatGatewaySnatId);
  },
} satisfies Handlers<keyof typeof ruleActions>;
