/** NAT gateways: lines 18093-18658 of the 2017 API; in API 3.0 of the documents there are none, in today's there are (today.ts). */
import {
  action,
  actionTable,
  address,
  choice,
  family,
  flag,
  foreign,
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
import { orderDirection, page2017Of50, paging2017 } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', alsoSpelled: ['vpclId'] });
const natId = ref('nat-gateway', { refusedAs: 'InvalidNatGatewayId.NotFound' });
/** 25 characters by the parameter (18177), 60 by the text of the error (18200). */
const natName = text({ max: 25, format: 'word-name', refusedAs: 'InvalidNatGatewayName' });

/** Connections at a time: small, medium, large (18504). */
const sizes = [1000000, 3000000, 10000000] as const;

const bandwidth = integer({ min: 1, default: 100, measure: 'Mbps' });
const assignedEipSet = listOf(address(), { line: 18181 });

const production = { field: 'billId', poll: 'vpc2017:QueryNatGatewayProductionStatus' } as const;
const started = { taskId: integer() } as const;
const task = { field: 'taskId', poll: 'vpc2017:DescribeVpcTaskResult' } as const;

/** A NAT gateway as it is listed (18370). */
export const natGatewayShape = struct({
  natId: ref('nat-gateway'),
  vpcId: ref('vpc'),
  natName: text(),
  state: choice([0, 1, 2]),
  maxConcurrent: integer({ measure: 'count' }),
  bandwidth: integer({ measure: 'Mbps' }),
  // Described as the gateway's id (18381); the sample shows a number.
  eipCount: integer({ wire: 'String', measure: 'count' }),
  eipSet: listOf(address()),
  createTime: time(),
  productionStatus: choice([0, 1, 2, 3, 4, 5, 6]),
  // Today a gateway stands in a zone, one of the standard type in a subnet too.
  zone: optional(text()),
  subnetId: optional(text()),
  natProductVersion: optional(choice([1, 2])),
  deletionProtectionEnabled: optional(flag()),
});

export type NatGateway = Row<typeof natGatewayShape>;

export const actions = actionTable({
  'vpc2017:CreateNatGateway': action({
    kind: 'create',
    line: 18160,
    params: {
      natName: required(natName),
      vpcId: required(vpcId),
      maxConcurrent: required(choice(sizes, { line: 18179 })),
      bandwidth,
      assignedEipSet,
      autoAllocEipNum: integer({ min: 0, measure: 'count', line: 18182, alsoSpelled: ['autoAllLocEipNum'] }),
    },
    results: { billId: foreign('order') },
    errors: ['InvalidVpc.NotFound', 'InvalidNatGatewayName', 'NatGatewayLimitExceeded'],
    changes: ['nat-gateway', 'eip', 'vpc'],
    oneOf: [['assignedEipSet', 'autoAllocEipNum']],
    async: production,
    danger: 'costs',
  }),
  'vpc2017:DescribeNatGateway': action({
    kind: 'list',
    line: 18339,
    params: {
      natId,
      natName: text({ line: 18355 }),
      vpcId,
      ...page2017Of50,
      orderField: choice(['natId'], { line: 18359 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(natGatewayShape),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidNatGatewayId.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:ModifyNatGateway': action.update({
    line: 18283,
    // The table's "default 100" is the creation's: a gateway that is renamed keeps its bandwidth.
    params: { vpcId: required(vpcId), natId: required(natId), natName, bandwidth: integer({ min: 1, measure: 'Mbps' }) },
    errors: ['InvalidVpc.NotFound', 'InvalidNatGatewayId.NotFound', 'InvalidNatGatewayName'],
    changes: ['nat-gateway'],
    lookUp: {
      by: 'vpc2017:DescribeNatGateway',
      where: { natId: 'natId' },
      expect: 'same',
      compare: { natName: 'natName', bandwidth: 'bandwidth' },
    },
  }),
  'vpc2017:UpgradeNatGateway': action({
    kind: 'do',
    line: 18487,
    params: { vpcId: required(vpcId), natId: required(natId), maxConcurrent: required(choice(sizes, { line: 18504 })) },
    results: { billId: foreign('order') },
    errors: ['InvalidVpc.NotFound', 'InvalidNatGatewayId.NotFound'],
    changes: ['nat-gateway'],
    async: production,
    danger: 'costs',
  }),
  'vpc2017:DeleteNatGateway': action({
    kind: 'delete',
    line: 18227,
    params: { vpcId: required(vpcId), natId: required(natId) },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNatGatewayId.NotFound'],
    changes: ['nat-gateway', 'route-table', 'eip', 'vpc'],
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:EipBindNatGateway': action({
    kind: 'do',
    line: 18543,
    params: {
      natId: required(natId),
      vpcId: required(vpcId),
      assignedEipSet,
      autoAllocEipNum: integer({ min: 0, max: 3, measure: 'count', line: 18561 }),
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNatGatewayId.NotFound'],
    changes: ['nat-gateway', 'eip'],
    oneOf: [['assignedEipSet', 'autoAllocEipNum']],
    async: task,
  }),
  'vpc2017:EipUnBindNatGateway': action({
    kind: 'do',
    line: 18600,
    params: { natId: required(natId), vpcId: required(vpcId), assignedEipSet: required(assignedEipSet) },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNatGatewayId.NotFound', 'NatGatewayEipNotEmpty'],
    changes: ['nat-gateway', 'eip'],
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:QueryNatGatewayProductionStatus': action({
    kind: 'get',
    line: 18435,
    params: { billId: required(foreign('order', { line: 18450 })) },
    results: { data: struct({ status: choice([0, 1, 2]), errorCode: text() }) },
    reports: { asks: 'billId' },
    errors: [],
  }),
  'vpc2017:InquiryNatPrice': action({
    kind: 'get',
    line: 18093,
    // The sample asks for 2000000, which is none of the sizes (18135).
    params: { maxConcurrent: required(integer({ min: 1, measure: 'count', line: 18108 })) },
    results: {
      // The document leaves the meaning of these open (18120-18127).
      data: listOf(
        struct({
          price: integer(),
          totalCost: integer(),
          realTotalCost: integer(),
          timeSpan: integer(),
          timeUnit: text(),
          goodsNum: integer(),
          policy: integer(),
          unitPrice: integer(),
        }),
      ),
    },
    errors: [],
  }),
});

export const data = family(actions, {
  family: 'nat-gateway',
  segment: 'nat-gateways',
  idPrefixes: ['nat'],
  group: 'network',
  icon: 'DoorOpen',
  within: ['vpc'],
  tabs: ['routes', 'published', 'sources'],
  id: 'natId',
  name: 'natName',
  tags: { type: 'vpc/nat', filters: 'key' },
  pending: { field: 'productionStatus', values: [0, 3, 5] },
  states: {
    state: { '0': 'good', '1': 'danger', '2': 'danger' },
    productionStatus: { '0': 'pending', '1': 'good', '2': 'danger', '3': 'pending', '4': 'danger', '5': 'pending', '6': 'danger' },
  },
  errors: {
    correct: {
      InvalidNatGatewayName: ['NatName'],
      'InvalidParameterValue.NatGatewayDnatRuleExisted': ['DestinationIpPortTranslationNatRules'],
      'InvalidParameterValue.NatGatewayDnatRuleRepeated': ['DestinationIpPortTranslationNatRules'],
      'InvalidParameterValue.NatGatewayDnatRulePipNeedVm': ['DestinationIpPortTranslationNatRules', 'DestinationNatRule'],
      'InvalidParameterValue.NatSnatRuleExists': ['SourceIpTranslationNatRules'],
      'UnsupportedOperation.NatGatewayEipNotExists': ['DestinationIpPortTranslationNatRules', 'SourceIpTranslationNatRules'],
      'UnsupportedOperation.RecordExists': ['DestinationNatRule'],
    },
    'look-up': {
      'InvalidNatGatewayId.NotFound': ['NatId'],
      'InvalidParameterValue.NatGatewayDnatRuleNotExists': [],
      'InvalidParameterValue.NatGatewaySnatRuleNotExists': [],
      'UnsupportedOperation.PublicIpAddressIsNotExisted': ['PublicIpAddresses', 'AssignedEipSet'],
    },
    'free-first': { 'ResourceInUse.Address': ['PublicIpAddresses', 'AssignedEipSet'] },
    quota: {
      NatGatewayLimitExceeded: [],
      'LimitExceeded.NatGatewayPerVpcLimitExceeded': [],
      'LimitExceeded.NatGatewayDnatLimitExceeded': [],
      'LimitExceeded.PublicIpAddressPerNatGatewayLimitExceeded': ['AddressCount', 'AutoAllocEipNum'],
    },
    state: {
      NatGatewayEipNotEmpty: ['AssignedEipSet'],
      'UnsupportedOperation.PublicIpAddressDisassociate': ['PublicIpAddresses', 'AssignedEipSet'],
      'UnsupportedOperation.DeletionProtectionEnabled': [],
    },
  },
  quotas: {
    'nat-gateways-per-vpc': { usual: 3, limitType: 55, per: 'vpc', by: 'vpcId' },
    'eips-per-nat-gateway': { usual: 4, limitType: 56, per: 'nat-gateway', counts: 'eipSet' },
    'dnat-rules-per-nat-gateway': { usual: 100 },
  },
  operations: {
    list: ['vpc2017:DescribeNatGateway', 'vpc:DescribeNatGateways'],
    create: ['vpc2017:CreateNatGateway', 'vpc:CreateNatGateway'],
    update: ['vpc2017:ModifyNatGateway', 'vpc:ModifyNatGatewayAttribute'],
    delete: ['vpc2017:DeleteNatGateway', 'vpc:DeleteNatGateway'],
    resize: ['vpc2017:UpgradeNatGateway', 'vpc:ResetNatGatewayConnection'],
    bindAddresses: ['vpc2017:EipBindNatGateway', 'vpc:AssociateNatGatewayAddress'],
    unbindAddresses: ['vpc2017:EipUnBindNatGateway', 'vpc:DisassociateNatGatewayAddress'],
    production: ['vpc2017:QueryNatGatewayProductionStatus'],
    price: ['vpc2017:InquiryNatPrice'],
    dnat: ['vpc:DescribeNatGatewayDestinationIpPortTranslationNatRules'],
    createDnat: ['vpc:CreateNatGatewayDestinationIpPortTranslationNatRule'],
    updateDnat: ['vpc:ModifyNatGatewayDestinationIpPortTranslationNatRule'],
    deleteDnat: ['vpc:DeleteNatGatewayDestinationIpPortTranslationNatRule'],
    snat: ['vpc:DescribeNatGatewaySourceIpTranslationNatRules'],
    createSnat: ['vpc:CreateNatGatewaySourceIpTranslationNatRule'],
    updateSnat: ['vpc:ModifyNatGatewaySourceIpTranslationNatRule'],
    deleteSnat: ['vpc:DeleteNatGatewaySourceIpTranslationNatRule'],
  },
});
