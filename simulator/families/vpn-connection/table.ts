import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { defineTable } from '../../world/table.ts';

/** How the two ends agree on keys (7228), in API 3.0's words and with nothing left open. */
export type IkeOptions = Required<VpnConnection['IKEOptionsSpecification']>;
/** How the packets are sealed (7248). */
export type IpsecOptions = Omit<VpnConnection['IPSECOptionsSpecification'], 'EncapMode' | 'SecurityProto'>;
/** Which of the VPC's addresses speak with which of the remote end's (7421). */
export type Policy = VpnConnection['SecurityPolicyDatabaseSet'][number];

/** How the remote end is watched, and what leads through the tunnel. */
export interface TodaysConnectionFields {
  readonly RouteType?: string | undefined;
  readonly NegotiationType?: string | undefined;
  readonly DpdEnable?: number | undefined;
  readonly DpdTimeout?: string | undefined;
  readonly DpdAction?: string | undefined;
  readonly EnableHealthCheck?: boolean | undefined;
  readonly HealthCheckLocalIp?: string | undefined;
  readonly HealthCheckRemoteIp?: string | undefined;
  readonly HealthCheckConfig?: Readonly<Record<string, string | number>> | undefined;
  readonly BgpConfig?: Readonly<Record<string, string>> | undefined;
}

/** A tunnel between a VPN gateway and a customer gateway (7476). */
export interface VpnConnectionRow {
  readonly VpnConnectionId: string;
  /** "534" (8325). */
  readonly OldId: string;
  readonly VpnConnectionName: string;
  readonly VpcId: string;
  readonly VpnGatewayId: string;
  readonly CustomerGatewayId: string;
  readonly PreShareKey: string;
  readonly State: VpnConnection['State'];
  /** Tells the PENDING of a change from that of the making: the 2017 API does (8334). */
  readonly Changing: boolean;
  /** Whether the remote end answers. The control API may put it. */
  readonly NetStatus: VpnConnection['NetStatus'];
  readonly Policies: readonly Policy[];
  readonly Ike: IkeOptions;
  readonly Ipsec: IpsecOptions;
  readonly CreatedTime: string;
  /** What calls of today may give besides. */
  readonly Today?: TodaysConnectionFields;
}

export const vpnConnectionTable = defineTable<VpnConnectionRow>()({
  name: 'vpn-connection',
  scope: 'region',
  id: (row) => row.VpnConnectionId,
  indexes: {
    OldId: (row) => row.OldId,
    VpcId: (row) => row.VpcId,
    VpnGatewayId: (row) => row.VpnGatewayId,
    CustomerGatewayId: (row) => row.CustomerGatewayId,
    Name: (row) => row.VpnConnectionName,
  },
  blocks: ['VpnGatewayId', 'CustomerGatewayId'],
  goesWith: ['VpnGatewayId'],
});
