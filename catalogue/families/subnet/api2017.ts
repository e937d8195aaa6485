/** Subnets in the 2017 API: lines 9243-9660. */
import { action, actionTable, choice, cidr, flag, foreign, integer, listOf, ref, required, struct, text, time } from '../../define.ts';
import { orderDirection, page2017, paging2017 } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', alsoSpelled: ['vpclId', 'vpclid'] });
const subnetId = ref('subnet', { refusedAs: 'InvalidSubnet.NotFound' });

const newSubnet2017 = struct({
  subnetName: required(text({ max: 60, refusedAs: 'InvalidSubnetName', line: 9266 })),
  cidrBlock: required(cidr({ minPrefix: 16, maxPrefix: 28, refusedAs: 'InvalidSubnetCidr', line: 9267 })),
  zoneId: required(foreign('zone-id', { line: 9268 })),
});

export const api2017 = actionTable({
  'vpc2017:CreateSubnet': action({
    kind: 'create',
    line: 9243,
    params: {
      vpcId: required(vpcId),
      subnetSet: required(listOf(newSubnet2017, { line: 9265 })),
    },
    results: {
      subnetSet: listOf(
        struct({
          subnetId: ref('subnet'),
          unSubnetId: ref('subnet'),
          subnetName: text(),
          cidrBlock: cidr(),
          routeTableId: ref('route-table'),
          zoneId: foreign('zone-id'),
          zone: foreign('zone'),
        }),
      ),
    },
    errors: [
      'InvalidVpc.NotFound',
      'InvalidSubnetName',
      'InvalidSubnetCidr',
      'InvalidSubnet.Conflict',
      'SubnetLimitExceeded',
      'InvalidZone.NotFound',
    ],
    changes: ['subnet', 'route-table', 'vpc'],
  }),
  'vpc2017:DescribeSubnetEx': action({
    kind: 'list',
    line: 9446,
    params: {
      vpcId,
      subnetId,
      subnetName: text({ line: 9463 }),
      zoneIds: listOf(foreign('zone-id'), { line: 9464, alsoSpelled: ['zonelids'] }),
      ...page2017,
      orderField: choice(['createTime', 'subnetName'], { default: 'createTime', line: 9467 }),
      orderDirection,
      getAclIdFlag: choice([0, 1], { default: 0, line: 9469 }),
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          vpcId: ref('vpc'),
          unVpcId: ref('vpc'),
          subnetId: ref('subnet'),
          unSubnetId: ref('subnet'),
          subnetName: text(),
          cidrBlock: cidr(),
          routeTableId: ref('route-table'),
          zoneId: foreign('zone-id'),
          zone: foreign('zone'),
          networkAclId: ref('network-acl'),
          vpcDevices: integer(),
          totalIPNum: integer(),
          availableIPNum: integer(),
          broadcast: flag(),
          isDefault: flag(),
        }),
      ),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound'],
    paging: paging2017(100),
  }),
  'vpc2017:DescribeSubnet': action({
    kind: 'get',
    line: 9549,
    params: {
      vpcId: required(vpcId),
      subnetId: required(subnetId),
    },
    results: {
      subnetId: ref('subnet'),
      subnetName: text(),
      subnetCreateTime: time(),
      cidrBlock: cidr(),
      routeTableId: ref('route-table'),
      zoneId: foreign('zone-id'),
      totalIPNum: integer(),
      availableIPNum: integer(),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound'],
  }),
  'vpc2017:CheckDefaultSubnet': action({
    kind: 'get',
    line: 9618,
    params: { zoneId: foreign('zone-id', { line: 9634 }) },
    results: { data: struct({ checkResult: flag() }) },
    errors: ['InvalidSubnet.CreateError'],
  }),
  'vpc2017:ModifySubnetAttribute': action.update({
    line: 9389,
    params: {
      vpcId: required(vpcId),
      subnetId: required(subnetId),
      subnetName: required(text({ max: 60, refusedAs: 'InvalidSubnetName', line: 9410 })),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound', 'InvalidSubnetName'],
    changes: ['subnet'],
    lookUp: {
      by: 'vpc2017:DescribeSubnetEx',
      where: { vpcId: 'vpcId', subnetId: 'subnetId' },
      expect: 'same',
      compare: { subnetName: 'subnetName' },
    },
  }),
  'vpc2017:DeleteSubnet': action.delete({
    line: 9334,
    params: {
      vpcId: required(vpcId),
      subnetId: required(subnetId),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound', 'InvalidSubnet.CannotDelete'],
    changes: ['subnet', 'route-table', 'vpc'],
    lookUp: { by: 'vpc2017:DescribeSubnetEx', where: { vpcId: 'vpcId', subnetId: 'subnetId' }, expect: 'absent' },
  }),
});
