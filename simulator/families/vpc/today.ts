/** VPCs over API 3.0 of today: IPv6 blocks and secondary ranges. */
import { cidrOrNull } from '../../../catalogue/address.ts';
import type { todaysActions } from '../../../catalogue/families/vpc/today.ts';
import { blocksOverlap } from '../../../network/addresses/cidr.ts';
import { formatIpBlock, ipBlockAt, ipBlockOf } from '../../../network/addresses/ip.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { addressTable, type InstanceRow, instanceTable } from '../../instances/table.ts';
import { nextNumber } from '../../rules/counter.ts';
import { tellsToday } from '../../rules/today.ts';
import type { TableSpec } from '../../world/table.ts';
import { learnAnew } from '../ccn/rules.ts';
import { classicLinkTable } from '../classic-link/table.ts';
import { directConnectGatewayTable } from '../direct-connect-gateway/table.ts';
import { flowLogTable } from '../flow-log/table.ts';
import { natTable } from '../nat-gateway/table.ts';
import { networkAclTable } from '../network-acl/table.ts';
import { peeringTable } from '../peering/table.ts';
import { routeTableTable } from '../route-table/table.ts';
import { subnetTable } from '../subnet/table.ts';
import { vpnGatewayTable } from '../vpn-gateway/table.ts';
import { api3Codes, vpcOf } from './rules.ts';
import { type VpcRow, vpcTable } from './table.ts';

/** What today tells of a VPC beside the documents' fields; accounts of the documents are told where there is something. */
export const todaysVpcFields = (call: Call, { VpcId, Ipv6CidrBlock = '', AssistantCidrs = [] }: VpcRow) =>
  Ipv6CidrBlock === '' && AssistantCidrs.length === 0 && !tellsToday(call)
    ? {}
    : {
        Ipv6CidrBlock,
        AssistantCidrSet: AssistantCidrs.map((CidrBlock) => ({ VpcId, CidrBlock, AssistantType: 0, SubnetSet: [] })),
        Ipv6CidrBlockSet: Ipv6CidrBlock === '' ? [] : [{ IPv6CidrBlock: Ipv6CidrBlock, ISPType: 'BGP', AddressType: 'GUA' }],
      };

/** Every VPC gets a /56 of its own: no two of the world share one. */
const firstOfAll = ipBlockOf('2402:4e00:1000::/56');

const nextBlock = (call: Call): string =>
  formatIpBlock(ipBlockAt(BigInt(firstOfAll.from) + (BigInt(nextNumber(call.world, 'ipv6-block', 1)) << 72n), 56));

const subnetsOf = (call: Call, { VpcId }: VpcRow) => call.table(subnetTable).where('VpcId', VpcId).rows();

/** @throws CloudError for more ranges than a VPC may have, a block that is there twice, that meets the VPC's own range or another secondary one. */
function withRanges(call: Call, vpc: VpcRow, more: readonly string[], kept: readonly string[]): readonly string[] {
  spend(call, 'secondary-ranges-per-vpc', kept.length, 'LimitExceeded', more.length);
  const ranges = [...kept];
  if (new Set(more).size < more.length) throw new CloudError('InvalidParameterValue.Duplicate', 'A range is given twice.');
  for (const block of more) {
    if (meet(vpc.CidrBlock, block))
      throw new CloudError('InvalidParameterValue.VpcCidrConflict', `${block} overlaps the range ${vpc.CidrBlock}.`);
    const other = ranges.find((range) => meet(range, block));
    if (other !== undefined) throw new CloudError('InvalidParameterValue.SubnetOverlapAssistCidr', `${block} overlaps the range ${other}.`);
    ranges.push(block);
  }
  return ranges;
}

function meet(a: string, b: string): boolean {
  const [one, other] = [cidrOrNull(a), cidrOrNull(b)];
  return one !== null && other !== null && blocksOverlap(one, other);
}

/** @throws CloudError for a range that the VPC does not have, or in which a subnet stands. */
function withoutRanges(call: Call, vpc: VpcRow, gone: readonly string[]): readonly string[] {
  const { AssistantCidrs = [] } = vpc;
  for (const block of gone) {
    if (!AssistantCidrs.includes(block)) throw new CloudError('ResourceNotFound', `The VPC ${vpc.VpcId} has no secondary range ${block}.`);
    const inside = subnetsOf(call, vpc).find((subnet) => meet(block, subnet.CidrBlock));
    if (inside) throw new CloudError('ResourceInUse', `The subnet ${inside.SubnetId} stands in ${block}.`);
  }
  return AssistantCidrs.filter((range) => !gone.includes(range));
}

/** The CCN that the VPC is in takes what it has from then on. */
function change(call: Call, vpc: VpcRow): void {
  call.table(vpcTable).put(vpc);
  learnAnew(call, vpc.VpcId);
}

const put = (call: Call, vpc: VpcRow, AssistantCidrs: readonly string[]) => {
  change(call, { ...vpc, AssistantCidrs });
  return { AssistantCidrSet: AssistantCidrs.map((CidrBlock) => ({ VpcId: vpc.VpcId, CidrBlock })) };
};

/** Services of today of which nothing can stand in a VPC of this cloud. */
const notHere = [
  ...['NetworkDetect', 'Cmem', 'CTSDB', 'MariaDB', 'SQLServer', 'Postgres', 'NAS', 'Greenplumn', 'Ckafka', 'Grocery', 'HSM', 'Tcaplus'],
  ...['Cnas', 'TiDB', 'Emr', 'SEAL', 'CFS', 'Oracle', 'ElasticSearch', 'TBaaS', 'Itop', 'DBAudit', 'CynosDBPostgres', 'Redis', 'DCDB'],
  'CynosDBMySQL',
];

/** What stands in a VPC, by the words of the dashboard; services that this cloud does not have count none. */
function dashboardOf(call: Call, { VpcId }: VpcRow) {
  const of = <R, I extends string>(table: TableSpec<R, I>, index: I & 'VpcId'): number => call.table(table).where(index, VpcId).size;
  const machines = call.table(instanceTable).where('VpcId', VpcId).rows();
  const ofKind = (kind: InstanceRow['Kind']): number => machines.filter(({ Kind }) => Kind === kind).length;
  return {
    ...Object.fromEntries(notHere.map((name) => [name, 0])),
    Classiclink: of(classicLinkTable, 'VpcId'),
    Dcg: of(directConnectGatewayTable, 'VpcId'),
    Pcx: of(peeringTable, 'VpcId'),
    FlowLog: of(flowLogTable, 'VpcId'),
    Subnet: of(subnetTable, 'VpcId'),
    RouteTable: of(routeTableTable, 'VpcId'),
    Nat: of(natTable, 'VpcId'),
    Vpngw: of(vpnGatewayTable, 'VpcId'),
    NetworkACL: of(networkAclTable, 'VpcId'),
    Ip: call
      .table(addressTable)
      .all()
      .rows()
      .filter((row) => row.VpcId === VpcId).length,
    CVM: ofKind('CVM'),
    LB: ofKind('CLB'),
    CDB: ofKind('CDB'),
    MongoDB: ofKind('NOSQL'),
  };
}

export const handlers = {
  'vpc:AssignIpv6CidrBlock': ({ VpcId, AddressType = 'GUA' }, call) => {
    const vpc = vpcOf(call, VpcId, api3Codes);
    if (vpc.Ipv6CidrBlock) throw new CloudError('LimitExceeded.CidrBlock', `The VPC ${VpcId} has the block ${vpc.Ipv6CidrBlock} already.`);
    const Ipv6CidrBlock = nextBlock(call);
    change(call, { ...vpc, Ipv6CidrBlock });
    return { Ipv6CidrBlock, AddressType };
  },

  'vpc:UnassignIpv6CidrBlock': (params, call) => {
    const vpc = vpcOf(call, params.VpcId, api3Codes);
    const { Ipv6CidrBlock = '' } = vpc;
    if (Ipv6CidrBlock === '' || (params.Ipv6CidrBlock ?? Ipv6CidrBlock) !== Ipv6CidrBlock)
      throw new CloudError('InvalidParameterValue.Malformed', `The VPC ${vpc.VpcId} has no such IPv6 block.`);
    const holder = subnetsOf(call, vpc).find((subnet) => subnet.Ipv6CidrBlock);
    if (holder) throw new CloudError('ResourceInUse', `The subnet ${holder.SubnetId} has ${holder.Ipv6CidrBlock} of it.`);
    change(call, { ...vpc, Ipv6CidrBlock: '' });
  },

  'vpc:CreateAssistantCidr': ({ VpcId, CidrBlocks }, call) => {
    const vpc = vpcOf(call, VpcId, api3Codes);
    return put(call, vpc, withRanges(call, vpc, CidrBlocks, vpc.AssistantCidrs ?? []));
  },

  'vpc:ModifyAssistantCidr': ({ VpcId, NewCidrBlocks = [], OldCidrBlocks = [] }, call) => {
    const vpc = vpcOf(call, VpcId, api3Codes);
    return put(call, vpc, withRanges(call, vpc, NewCidrBlocks, withoutRanges(call, vpc, OldCidrBlocks)));
  },

  'vpc:DeleteAssistantCidr': ({ VpcId, CidrBlocks }, call) => {
    const vpc = vpcOf(call, VpcId, api3Codes);
    put(call, vpc, withoutRanges(call, vpc, CidrBlocks));
  },

  'vpc:DescribeVpcResourceDashboard': ({ VpcIds }, call) => ({
    ResourceDashboardSet: VpcIds.map((VpcId) => ({ VpcId, SubnetId: '', ...dashboardOf(call, vpcOf(call, VpcId, api3Codes)) })),
  }),
} satisfies Handlers3<typeof todaysActions>;
