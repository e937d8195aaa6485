/** Subnets over API 3.0 (1702-1990). */
import { type actions, type Subnet, subnetShape } from '../../../catalogue/families/subnet/index.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { freeAddressCount, usableAddresses } from '../../rules/addresses.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { byId, idsOrFilters } from '../../rules/lists.ts';
import { zoneExists } from '../../rules/zones.ts';
import { api3Codes, vpcOf } from '../vpc/rules.ts';
import { createSubnet, deleteSubnet, type SubnetCodes, subnetOf } from './rules.ts';
import { type SubnetRow, subnetTable } from './table.ts';
import { todaysSubnetFields } from './today.ts';

const codes: SubnetCodes = {
  outside: 'InvalidParameterValue.SubnetRange',
  conflict: 'InvalidParameterValue.SubnetConflict',
  overQuota: 'LimitExceeded',
};

const answer = (call: Call, row: SubnetRow): Subnet => ({
  ...fieldsOf(subnetShape, row),
  AvailableIpAddressCount: freeAddressCount(call.partition, row),
  TotalIpAddressCount: usableAddresses(row),
  ...todaysSubnetFields(call, row),
});

/** Filter keys that an index answers: all of them. */
const indexed = {
  'subnet-id': byId,
  'vpc-id': 'VpcId',
  'cidr-block': 'CidrBlock',
  'is-default': 'Default',
  'subnet-name': 'SubnetName',
  zone: 'Zone',
} as const;

/** Of today. */
const reads = { 'ipv6-cidr-block': (row: SubnetRow) => row.Ipv6CidrBlock ?? '' };

export const handlers = {
  'vpc:CreateSubnet': (params, call) => {
    const vpc = vpcOf(call, params.VpcId, api3Codes);
    if (!zoneExists(call.region, params.Zone)) {
      throw new CloudError('InvalidParameterValue', `There is no zone ${params.Zone} in ${call.region}.`);
    }
    const subnet = createSubnet(call, vpc, { name: params.SubnetName, cidr: params.CidrBlock, zone: params.Zone }, codes);
    return { Subnet: answer(call, subnet) };
  },

  'vpc:DescribeSubnets': (params, call) => {
    const find = (id: string) => subnetOf(call, id, 'ResourceNotFound');
    const { total, rows } = idsOrFilters(call.table(subnetTable), params, {
      ids: params.SubnetIds,
      find,
      reads,
      indexed,
      flag: 'is-default',
    });
    return { TotalCount: total, SubnetSet: rows.map((row) => answer(call, row)) };
  },

  'vpc:ModifySubnetAttribute': (params, call) => {
    const subnet = subnetOf(call, params.SubnetId, 'ResourceNotFound');
    call.table(subnetTable).put({
      ...subnet,
      SubnetName: params.SubnetName ?? subnet.SubnetName,
      EnableBroadcast: params.EnableBroadcast ?? subnet.EnableBroadcast,
    });
  },

  'vpc:DeleteSubnet': (params, call) => deleteSubnet(call, subnetOf(call, params.SubnetId, 'ResourceNotFound'), 'ResourceInUse'),
} satisfies Handlers3<typeof actions>;
