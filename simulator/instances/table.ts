/** What stands in subnets and takes addresses there. Instances belong to other services; only the control API makes them. */
import { defineTable } from '../world/table.ts';

export interface InstanceRow {
  readonly InstanceId: string;
  readonly InstanceName: string;
  /** What kind of machine: a virtual machine, or one of the services that a subnet may host (1268). */
  readonly Kind: 'CVM' | 'CDB' | 'NOSQL' | 'CLB';
  readonly VpcId: string;
  readonly SubnetId: string;
  readonly PrivateIpAddress: string;
  readonly InstanceState: string;
  /** The ordinary public address that came with a machine, as opposed to an elastic one (2676). */
  readonly PublicIpAddress?: string | undefined;
  /** True for a machine that was set up to forward to the Internet, a route's next hop of the type CVM (7346). */
  readonly IsPublicGateway?: boolean | undefined;
  /** Of a database or load balancer; a machine's groups are bound to its interfaces. */
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly CreatedTime: string;
}

const isMachine = (row: InstanceRow): boolean => row.Kind === 'CVM';

export const instanceTable = defineTable<InstanceRow>()({
  name: 'instance',
  scope: 'region',
  id: (row) => row.InstanceId,
  indexes: {
    VpcId: (row) => row.VpcId,
    SubnetId: (row) => row.SubnetId,
    MachineVpc: (row) => (isMachine(row) ? row.VpcId : undefined),
    GroupId: (row) => row.SecurityGroupIds,
    MachineSubnet: (row) => (isMachine(row) ? row.SubnetId : undefined),
  },
  blocks: ['VpcId', 'SubnetId'],
});

/** One address in use. Whatever takes addresses (instances, network interfaces, gateways) has a row here for each. */
export interface AddressRow {
  readonly VpcId: string;
  readonly SubnetId: string;
  readonly Address: string;
  /** Id of what holds it. */
  readonly HolderId: string;
  /** The rest only where a network interface holds it: whether it is that interface's primary one (7322). */
  readonly Primary?: boolean;
  readonly Description?: string;
  /** "AVAILABLE", or what is being done to it (3501). */
  readonly State?: string;
}

/** Addresses are unique within a VPC, not beyond it. */
export const addressKey = (vpcId: string, address: string): string => `${vpcId}/${address}`;

export const addressTable = defineTable<AddressRow>()({
  name: 'address',
  scope: 'region',
  id: (row) => addressKey(row.VpcId, row.Address),
  indexes: {
    SubnetId: (row) => row.SubnetId,
    HolderId: (row) => row.HolderId,
  },
});
