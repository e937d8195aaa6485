/** Rules of five parts, which today's API keeps apart from the others: each has an id, and is added, changed and deleted by itself. */
import type { todaysActions } from '../../../catalogue/families/network-acl/today.ts';
import type { ParamsOf } from '../../../catalogue/index.ts';
import { quotaOf } from '../../accounts/quota.ts';
import type { Call, CallContext, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { nextNumber } from '../../rules/counter.ts';
import { matcherOf } from '../../rules/filters.ts';
import { cloudTime } from '../../world/clock.ts';
import { type FiveRule, type NetworkAclRow, networkAclTable } from './table.ts';

type FiveRules = ParamsOf<'vpc:CreateNetworkAclQuintupleEntries'>['NetworkAclQuintupleSet'];
type Entry = NonNullable<FiveRules['Ingress']>[number];
type Direction = FiveRule['NetworkAclDirection'];

/** Two of the four actions have no code of their own for an ACL of the other kind. */
function quintupleOf(call: Call, id: string, otherKind = 'InvalidParameter.AclTypeMismatch'): NetworkAclRow {
  const row = call.table(networkAclTable).get(id);
  if (!row) throw new CloudError('ResourceNotFound', `There is no network ACL ${id}.`);
  if (!row.IsQuintuple) throw new CloudError(otherKind, `${id} has rules of three parts.`);
  return row;
}

const given = ({ Ingress = [], Egress = [] }: FiveRules): (readonly [Direction, Entry])[] => [
  ...Ingress.map((entry) => ['INGRESS', entry] as const),
  ...Egress.map((entry) => ['EGRESS', entry] as const),
];

const wrong = (message: string): CloudError => new CloudError('InvalidParameterValue', message);

/** What a rule says, where it can be one. @throws CloudError for an end of both families, ports of a protocol that has none, no action. */
function saidBy(entry: Entry) {
  const { Protocol = 'ALL', SourceCidr = '', SourceIPv6Cidr = '', DestinationCidr = '', DestinationIPv6Cidr = '', Action } = entry;
  const { SourcePort = 'ALL', DestinationPort = 'ALL', Description = '' } = entry;
  if (Action === undefined) throw wrong('A rule needs an Action.');
  if ((SourceCidr === '') === (SourceIPv6Cidr === '')) throw wrong('A rule has one source, of IPv4 or of IPv6.');
  if ((DestinationCidr === '') === (DestinationIPv6Cidr === '')) throw wrong('A rule has one destination, of IPv4 or of IPv6.');
  if ((SourceCidr === '') !== (DestinationCidr === '')) throw wrong('Both ends of a rule are of one family.');
  const hasPorts = Protocol === 'TCP' || Protocol === 'UDP';
  if (!hasPorts && [SourcePort, DestinationPort].some((port) => !/^all$/i.test(port))) throw wrong(`A rule for ${Protocol} has no ports.`);
  return { Protocol, SourceCidr, SourceIPv6Cidr, SourcePort, DestinationCidr, DestinationIPv6Cidr, DestinationPort, Action, Description };
}

const idOf = (ctx: Pick<CallContext, 'world'>): string => `acle-${nextNumber(ctx.world, 'acl-entry', 1).toString(36).padStart(8, '0')}`;

/** Rules with ids of their own. For seeds too. */
export const newFives = (ctx: CallContext, set: FiveRules): FiveRule[] =>
  given(set).map(([NetworkAclDirection, entry]) => ({
    NetworkAclQuintupleEntryId: idOf(ctx),
    NetworkAclDirection,
    ...saidBy(entry),
    CreateTime: cloudTime(ctx.now),
  }));

const ofDirection = (rules: readonly FiveRule[], direction: Direction): FiveRule[] =>
  rules.filter(({ NetworkAclDirection }) => NetworkAclDirection === direction);

/** The rules with their places, inbound first. */
const listed = ({ Fives = [] }: NetworkAclRow) =>
  (['INGRESS', 'EGRESS'] as const).flatMap((direction) =>
    ofDirection(Fives, direction).map((rule, index) => ({ ...rule, Priority: index + 1 })),
  );

const matches = {
  protocol: (rule: FiveRule) => rule.Protocol,
  description: (rule: FiveRule) => rule.Description,
  'destination-cidr': (rule: FiveRule) => rule.DestinationCidr || rule.DestinationIPv6Cidr,
  'source-cidr': (rule: FiveRule) => rule.SourceCidr || rule.SourceIPv6Cidr,
  action: (rule: FiveRule) => rule.Action,
  'network-acl-quintuple-entry-id': (rule: FiveRule) => rule.NetworkAclQuintupleEntryId,
  'network-acl-direction': (rule: FiveRule) => rule.NetworkAclDirection,
};

function named(acl: NetworkAclRow, { NetworkAclQuintupleEntryId: id }: Entry): FiveRule {
  const rule = acl.Fives?.find((one) => one.NetworkAclQuintupleEntryId === id);
  if (!rule) throw new CloudError('ResourceNotFound', `${acl.NetworkAclId} has no rule ${id ?? 'without an id'}.`);
  return rule;
}

/** @throws CloudError where a direction would have more rules than may be. */
function refuseTooMany(call: Call, rules: readonly FiveRule[]): void {
  const limits = { INGRESS: quotaOf(call, 'ingress-rules-per-acl'), EGRESS: quotaOf(call, 'egress-rules-per-acl') };
  for (const direction of ['INGRESS', 'EGRESS'] as const) {
    const most = limits[direction];
    if (ofDirection(rules, direction).length > most) throw new CloudError('LimitExceeded', `At most ${most} ${direction} rules.`);
  }
}

/** Writes each direction anew that is given; one that is left out keeps its rules, and a rule that is named by its id keeps that. */
export function replaceFives(call: Call, id: string, set: FiveRules): void {
  const acl = quintupleOf(call, id);
  const made = given(set).map(([NetworkAclDirection, entry]): FiveRule => {
    if (entry.NetworkAclQuintupleEntryId !== undefined) return { ...named(acl, entry), ...saidBy(entry), NetworkAclDirection };
    return { NetworkAclQuintupleEntryId: idOf(call), NetworkAclDirection, ...saidBy(entry), CreateTime: cloudTime(call.now) };
  });
  const kept = (acl.Fives ?? []).filter(({ NetworkAclDirection: way }) => (way === 'INGRESS' ? !set.Ingress : !set.Egress));
  refuseTooMany(call, [...kept, ...made]);
  call.table(networkAclTable).put({ ...acl, Fives: [...kept, ...made] });
}

export const handlers = {
  'vpc:DescribeNetworkAclQuintupleEntries': ({ NetworkAclId, Filters, Offset = 0, Limit = 20 }, call) => {
    const fits = matcherOf(matches, Filters) ?? (() => true);
    const rules = listed(quintupleOf(call, NetworkAclId)).filter(fits);
    return { TotalCount: rules.length, NetworkAclQuintupleSet: rules.slice(Offset, Offset + Limit) };
  },

  'vpc:CreateNetworkAclQuintupleEntries': ({ NetworkAclId, NetworkAclQuintupleSet }, call) => {
    const acl = quintupleOf(call, NetworkAclId);
    const Fives = [...(acl.Fives ?? []), ...newFives(call, NetworkAclQuintupleSet)];
    refuseTooMany(call, Fives);
    call.table(networkAclTable).put({ ...acl, Fives });
  },

  'vpc:ModifyNetworkAclQuintupleEntries': ({ NetworkAclId, NetworkAclQuintupleSet }, call) => {
    const acl = quintupleOf(call, NetworkAclId, 'InvalidParameterValue');
    const changed = new Map(
      given(NetworkAclQuintupleSet).map(([, entry]) => {
        const rule = named(acl, entry);
        return [rule.NetworkAclQuintupleEntryId, { ...rule, ...saidBy(entry) }];
      }),
    );
    call
      .table(networkAclTable)
      .put({ ...acl, Fives: acl.Fives?.map((rule) => changed.get(rule.NetworkAclQuintupleEntryId) ?? rule) ?? [] });
  },

  'vpc:DeleteNetworkAclQuintupleEntries': ({ NetworkAclId, NetworkAclQuintupleSet }, call) => {
    const acl = quintupleOf(call, NetworkAclId, 'InvalidParameterValue');
    const gone = new Set(given(NetworkAclQuintupleSet).map(([, entry]) => named(acl, entry).NetworkAclQuintupleEntryId));
    const Fives = acl.Fives?.filter((rule) => !gone.has(rule.NetworkAclQuintupleEntryId)) ?? [];
    call.table(networkAclTable).put({ ...acl, Fives });
  },
} satisfies Partial<Handlers<keyof typeof todaysActions>>;
