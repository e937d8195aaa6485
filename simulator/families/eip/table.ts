import { defineTable } from '../../world/table.ts';

/** An elastic IP (7145). The control API may put `IsArrears` and `IsBlocked`, which no action can. */
export interface EipRow {
  readonly AddressId: string;
  readonly AddressName: string;
  readonly AddressIp: string;
  /** Bound to nothing, to a machine or a gateway, to an address of a network interface (2679, 2896). */
  readonly AddressStatus: 'UNBIND' | 'BIND' | 'BIND_ENI';
  /** The machine, NAT gateway or network interface that it is bound to (7154); this and the next four are empty while it is not. */
  readonly ResourceId: string;
  readonly InstanceId: string;
  readonly NetworkInterfaceId: string;
  /** The private address that it stands for, and the VPC in which that address is. */
  readonly PrivateIpAddress: string;
  readonly VpcId: string;
  readonly IsArrears: boolean;
  /** World time from which it has been so, where it is to be released after a week of it. */
  readonly ArrearsSince?: number;
  readonly IsBlocked: boolean;
  /** What only today's API tells; where it is left out, what an allocation without a word of it gives. */
  readonly AddressType?: string;
  readonly InternetServiceProvider?: string;
  readonly InternetChargeType?: string;
  /** Mbps. */
  readonly Bandwidth?: number;
  readonly BandwidthPackageId?: string;
  /** End of what is paid for in advance, ISO 8601 in UTC; and whether it goes on after that. */
  readonly DeadlineDate?: string;
  readonly RenewFlag?: string;
  /** What the cloud is at work on, of accounts of today: until it is done the address's state is this. */
  readonly Work?: 'CREATING' | 'BINDING' | 'UNBINDING' | 'OFFLINING' | undefined;
  /** ISO 8601 in UTC, unlike all other tables' (7155). */
  readonly CreatedTime: string;
}

export const eipTable = defineTable<EipRow>()({
  name: 'eip',
  scope: 'region',
  id: (row) => row.AddressId,
  indexes: {
    AddressIp: (row) => row.AddressIp,
    ResourceId: (row) => row.ResourceId || undefined,
    /** By "vpc/address": at most one row each (2678). */
    At: (row) => (row.VpcId && row.PrivateIpAddress ? `${row.VpcId}/${row.PrivateIpAddress}` : undefined),
  },
});

/** How often an account has done something in a region on its last day of doing it. */
export interface DailyRow {
  readonly Kind: 'DAILY_EIP_APPLY' | 'DAILY_PUBLIC_IP_ASSIGN';
  /** "2018-04-25", China Standard Time. */
  readonly Day: string;
  readonly Count: number;
}

export const dailyTable = defineTable<DailyRow>()({ name: 'daily', scope: 'region', id: (row) => row.Kind, indexes: {} });
