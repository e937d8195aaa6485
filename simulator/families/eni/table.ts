import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { defineTable } from '../../world/table.ts';

/** A network interface (7279). Its addresses are rows of the address table that it holds. */
export interface EniRow {
  readonly NetworkInterfaceId: string;
  readonly NetworkInterfaceName: string;
  readonly NetworkInterfaceDescription: string;
  readonly VpcId: string;
  readonly SubnetId: string;
  readonly Zone: string;
  /** The interface that a machine was made with, and keeps. Its primary address is held by the machine itself. */
  readonly Primary: boolean;
  readonly MacAddress: string;
  readonly State: NetworkInterface['State'];
  readonly GroupIds: readonly string[];
  /** Empty while it is attached to no machine, as are the next two. */
  readonly InstanceId: string;
  readonly DeviceIndex: number;
  readonly AttachTime: string;
  readonly CreatedTime: string;
  /** Of accounts of today. */
  readonly Ipv6Addresses?: readonly {
    readonly Address: string;
    readonly Primary: boolean;
    readonly Description: string;
    /** Of one that the internet reaches: Mbps. Seeds and the control API alone give it. */
    readonly Bandwidth?: number;
  }[];
}

export const eniTable = defineTable<EniRow>()({
  name: 'eni',
  scope: 'region',
  id: (row) => row.NetworkInterfaceId,
  indexes: {
    /** Those that somebody made. A primary one goes with its machine, which stands in the way itself. */
    VpcId: (row) => (row.Primary ? undefined : row.VpcId),
    SubnetId: (row) => (row.Primary ? undefined : row.SubnetId),
    InVpc: (row) => row.VpcId,
    InSubnet: (row) => row.SubnetId,
    InstanceId: (row) => row.InstanceId || undefined,
    GroupId: (row) => row.GroupIds,
    Name: (row) => row.NetworkInterfaceName,
    Description: (row) => row.NetworkInterfaceDescription,
  },
  blocks: ['SubnetId'],
});
