import { defineTable } from '../../world/table.ts';

/** A direct-connect gateway (8376). It has no state of its own in any answer. */
export interface DirectConnectGatewayRow {
  readonly DirectConnectGatewayId: string;
  readonly DirectConnectGatewayName: string;
  /** "": it is of the CCN kind, which only today's API knows. */
  readonly VpcId: string;
  /** 1 translates addresses, 0 does not (12646). */
  readonly Type: 0 | 1;
  /** Its address towards the leased line; only the sample shows one (12888). */
  readonly Ip: string;
  /** The task of its deletion is under way. */
  readonly Deleting: boolean;
  readonly CreatedTime: string;
  /** What calls of today may give besides. */
  readonly Today?: TodaysGatewayFields;
}

export interface TodaysGatewayFields {
  readonly ModeType?: string | undefined;
  readonly CcnRouteType?: string | undefined;
  readonly GatewayAsn?: number | undefined;
  readonly Zone?: string | undefined;
  readonly HaZoneList?: readonly string[] | undefined;
}

export const directConnectGatewayTable = defineTable<DirectConnectGatewayRow>()({
  name: 'direct-connect-gateway',
  scope: 'region',
  id: (row) => row.DirectConnectGatewayId,
  indexes: {
    VpcId: (row) => (row.VpcId === '' ? undefined : row.VpcId),
  },
  blocks: ['VpcId'],
  countedAs: 'vpgNum',
  nextHop: { type: 'DIRECTCONNECT', takesRoutes: (row) => !row.Deleting && row.VpcId !== '' },
});

/** What a translation is made of, in the API's own spelling. Which of these a kind has, its description says. */
export type NatField = 'originalIP' | 'originalPort' | 'translationIP' | 'translationPort' | 'translationIPPool' | 'proto';
export type NatValues = Readonly<Partial<Record<NatField, string>>>;

/** The four kinds, by what they translate. */
export type NatKindName = 'local-ip' | 'local-source' | 'local-destination' | 'peer-ip';

/** One translation of a gateway, of any kind. */
export interface NatRuleRow {
  readonly RuleId: number;
  readonly DirectConnectGatewayId: string;
  readonly Kind: NatKindName;
  readonly Values: NatValues;
  readonly Description: string;
  /** False until the task that makes it is over. */
  readonly Made: boolean;
  /** A task is under way that makes, changes or deletes it. */
  readonly Busy: boolean;
  /** What it translates once the change under way is over. */
  readonly Next: NatValues | null;
}

/** The rules of one kind in one gateway. */
export const natScope = (gatewayId: string, kind: NatKindName): string => `${gatewayId}/${kind}`;

export const natRuleTable = defineTable<NatRuleRow>()({
  name: 'direct-connect-nat-rule',
  scope: 'region',
  id: (row) => String(row.RuleId),
  indexes: {
    DirectConnectGatewayId: (row) => row.DirectConnectGatewayId,
    Scope: (row) => natScope(row.DirectConnectGatewayId, row.Kind),
  },
});

/** Which packets a translation is for. Ports and blocks are kept as they were sent; "" is any. */
export interface NatAclRow {
  readonly AclRuleId: number;
  readonly DirectConnectGatewayId: string;
  readonly RuleId: number;
  readonly Protocol: 'TCP' | 'UDP' | 'ALL';
  /** Only pools of local sources ask for it; "" with the others. */
  readonly SourceCidr: string;
  readonly SourcePort: string;
  readonly DestinationCidr: string;
  readonly DestinationPort: string;
}

export const natAclTable = defineTable<NatAclRow>()({
  name: 'direct-connect-acl-rule',
  scope: 'region',
  id: (row) => String(row.AclRuleId),
  indexes: {
    DirectConnectGatewayId: (row) => row.DirectConnectGatewayId,
    RuleId: (row) => String(row.RuleId),
  },
});
