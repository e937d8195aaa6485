/** What a NAT gateway translates, which only the cloud of today tells: ports published to the internet (DNAT), and who leaves by which address (SNAT). */
import {
  action,
  actionTable,
  address,
  choice,
  filters,
  integer,
  listOf,
  optional,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3 } from '../shared.ts';

const NatGatewayId = ref('nat-gateway', { refusedAs: 'ResourceNotFound' });
const port = integer({ min: 1, max: 65535 });
const Description = text({ max: 60 });

const published = {
  IpProtocol: required(choice(['TCP', 'UDP'])),
  PublicIpAddress: required(address()),
  PublicPort: required(port),
  PrivateIpAddress: required(address()),
  PrivatePort: required(port),
} as const;

const dnatShape = struct({
  ...published,
  Description: optional(text()),
  NatGatewayId: optional(ref('nat-gateway')),
  VpcId: optional(ref('vpc')),
  CreatedTime: optional(time()),
});

export type DnatRule = Row<typeof dnatShape>;

const dnat = struct({ ...published, Description });

const source = {
  ResourceId: required(text()),
  ResourceType: required(choice(['SUBNET', 'NETWORKINTERFACE'])),
  PrivateIpAddress: required(text()),
  PublicIpAddresses: required(listOf(address())),
  Description: required(Description),
} as const;

const snatShape = struct({
  ...source,
  NatGatewaySnatId: text(),
  NatGatewayId: optional(ref('nat-gateway')),
  VpcId: optional(ref('vpc')),
  CreatedTime: optional(time()),
});

export type SnatRule = Row<typeof snatShape>;

const noMachine = 'InvalidParameterValue.NatGatewayDnatRulePipNeedVm';
const noDnat = 'InvalidParameterValue.NatGatewayDnatRuleNotExists';
const noSnat = 'InvalidParameterValue.NatGatewaySnatRuleNotExists';
const noEip = 'UnsupportedOperation.NatGatewayEipNotExists';
const changes = ['nat-gateway'] as const;

export const ruleActions = actionTable({
  'vpc:DescribeNatGatewayDestinationIpPortTranslationNatRules': list3({
    source: 'today',
    ids: { NatGatewayIds: listOf(NatGatewayId, { max: 100 }) },
    filters: filters({ 'public-ip': address(), 'private-ip': address() }, { max: 10, maxValues: 5 }),
    rows: { NatGatewayDestinationIpPortTranslationNatRuleSet: dnatShape },
    errors: [],
  }),
  'vpc:CreateNatGatewayDestinationIpPortTranslationNatRule': action.operate({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), DestinationIpPortTranslationNatRules: required(listOf(dnat)) },
    errors: [
      'ResourceNotFound',
      'InvalidParameterValue.NatGatewayDnatRuleExisted',
      'InvalidParameterValue.NatGatewayDnatRuleRepeated',
      noMachine,
      'LimitExceeded.NatGatewayDnatLimitExceeded',
      noEip,
    ],
    changes,
  }),
  'vpc:ModifyNatGatewayDestinationIpPortTranslationNatRule': action.operate({
    source: 'today',
    params: { NatGatewayId: required(ref('nat-gateway')), SourceNatRule: required(dnat), DestinationNatRule: required(dnat) },
    errors: [noDnat, noMachine, 'UnsupportedOperation.RecordExists'],
    changes,
    danger: 'interrupts',
  }),
  'vpc:DeleteNatGatewayDestinationIpPortTranslationNatRule': action.operate({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), DestinationIpPortTranslationNatRules: required(listOf(dnat)) },
    errors: ['ResourceNotFound', noDnat],
    changes,
    danger: 'interrupts',
  }),
  'vpc:DescribeNatGatewaySourceIpTranslationNatRules': action({
    kind: 'list',
    source: 'today',
    params: {
      NatGatewayId: required(NatGatewayId),
      Filters: filters({ 'public-ip': address() }, { max: 10, maxValues: 5 }),
      Offset: integer({ min: 0, default: 0 }),
      Limit: integer({ min: 0, max: 100, default: 20 }),
    },
    results: { TotalCount: integer(), SourceIpTranslationNatRuleSet: listOf(snatShape) },
    errors: ['ResourceNotFound'],
    paging: { items: 'SourceIpTranslationNatRuleSet', total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 },
  }),
  'vpc:CreateNatGatewaySourceIpTranslationNatRule': action.operate({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), SourceIpTranslationNatRules: required(listOf(struct(source))) },
    errors: ['ResourceNotFound', 'InvalidParameterValue.NatSnatRuleExists', noEip],
    changes,
  }),
  'vpc:ModifyNatGatewaySourceIpTranslationNatRule': action.operate({
    source: 'today',
    params: {
      NatGatewayId: required(NatGatewayId),
      SourceIpTranslationNatRule: required(struct({ ...source, NatGatewaySnatId: text() })),
    },
    errors: ['ResourceNotFound', noSnat],
    changes,
    danger: 'interrupts',
  }),
  'vpc:DeleteNatGatewaySourceIpTranslationNatRule': action.operate({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), NatGatewaySnatIds: required(listOf(text())) },
    errors: ['ResourceNotFound', noSnat],
    changes,
    danger: 'interrupts',
  }),
});
