/** The gateways themselves: lines 12626-12899. */
import {
  action,
  actionTable,
  address,
  choice,
  cidr,
  flag,
  integer,
  listOf,
  optional,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { orderDirection, page2017Of50, paging2017 } from '../shared.ts';
import { directConnectGatewayId, task, vpcId } from './parts.ts';

/** 25 characters by the parameter (12645), 60 by the text of the error (12660). */
const directConnectGatewayName = text({ max: 25, format: 'word-name', refusedAs: 'InvalidDirectConnectGatewayName' });

export const gateway = actionTable({
  'vpc2017:CreateDirectConnectGateway': action({
    kind: 'create',
    line: 12626,
    params: {
      vpcId: required(vpcId),
      directConnectGatewayName: required(directConnectGatewayName),
      type: choice([0, 1], { default: 0, immutable: true, line: 12646 }),
    },
    results: { data: struct({ directConnectGatewayId: ref('direct-connect-gateway') }) },
    errors: ['InvalidDirectConnectGatewayName', 'DirectConnectGatewayLimitExceeded', 'InvalidVpc.NotFound'],
    changes: ['direct-connect-gateway', 'vpc'],
    lookUp: {
      by: 'vpc2017:DescribeDirectConnectGateway',
      where: { vpcId: 'vpcId', directConnectGatewayName: 'directConnectGatewayName' },
      expect: 'exists',
      compare: { type: 'type' },
    },
  }),
  'vpc2017:DescribeDirectConnectGateway': action({
    kind: 'list',
    line: 12806,
    params: {
      vpcId,
      directConnectGatewayId,
      directConnectGatewayName: text({ line: 12823 }),
      ...page2017Of50,
      orderField: choice(['createTime', 'directConnectGatewayName'], { default: 'createTime', line: 12826 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          vpcId: ref('vpc'),
          unVpcId: ref('vpc'),
          directConnectGatewayName: text(),
          directConnectGatewayId: ref('direct-connect-gateway'),
          // These three stand in the sample only (12888).
          directConnectGatewayIp: optional(address()),
          vpcName: optional(text()),
          vpcCidrBlock: optional(cidr()),
          type: choice([0, 1]),
          // Today the gateway has no translations of its own.
          snatNum: optional(integer()),
          dnatNum: optional(integer()),
          snaptNum: optional(integer()),
          dnaptNum: optional(integer()),
          createTime: time(),
          // Today a gateway stands in a VPC, or is of the CCN kind, which CCNs take in.
          networkType: optional(choice(['VPC', 'CCN'])),
          ccnId: optional(text()),
          modeType: optional(choice(['standard', 'exquisite'])),
          gatewayAsn: optional(integer()),
          zone: optional(text()),
          haZoneList: optional(listOf(text())),
          ccnRouteType: optional(choice(['BGP', 'STATIC'])),
          enableBGP: optional(flag()),
        }),
      ),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidDirectConnectGateway.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:ModifyDirectConnectGateway': action({
    kind: 'update',
    line: 12747,
    params: {
      vpcId: required(vpcId),
      directConnectGatewayId: required(directConnectGatewayId),
      directConnectGatewayName: required(directConnectGatewayName),
    },
    results: { taskId: integer() },
    errors: ['InvalidDirectConnectGatewayName', 'InvalidVpc.NotFound', 'InvalidDirectConnectGateway.NotFound'],
    changes: ['direct-connect-gateway'],
    async: { ...task, field: 'taskId' },
  }),
  'vpc2017:DeleteDirectConnectGateway': action({
    kind: 'delete',
    line: 12690,
    params: { vpcId: required(vpcId), directConnectGatewayId: required(directConnectGatewayId) },
    results: { taskId: integer() },
    errors: ['InvalidVpc.NotFound', 'InvalidDirectConnectGateway.NotFound'],
    changes: ['direct-connect-gateway', 'route-table', 'vpc'],
    async: { ...task, field: 'taskId' },
    danger: 'destroys',
  }),
});
