import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import { defineTable } from '../../world/table.ts';

export interface TodaysVpnGatewayFields {
  readonly Zone?: string | undefined;
  readonly CdcId?: string | undefined;
  readonly MaxConnection?: number | undefined;
  readonly BgpAsn?: number | undefined;
}

/** A VPN gateway (7500). The control API may put `Type`, `IsAddressBlocked` and `RestrictState`, which no action can. */
export interface VpnGatewayRow {
  readonly VpnGatewayId: string;
  /** "95" (8313). */
  readonly OldId: string;
  readonly VpcId: string;
  readonly VpnGatewayName: string;
  readonly Type: VpnGateway['Type'] | 'CCN' | 'SSL_CCN';
  readonly State: VpnGateway['State'];
  /** Its making or its deletion, whichever the state says, has failed (11316). */
  readonly Failed?: boolean;
  readonly PublicIpAddress: string;
  readonly RenewFlag: VpnGateway['RenewFlag'];
  readonly InstanceChargeType: VpnGateway['InstanceChargeType'];
  readonly InternetMaxBandwidthOut: number;
  /** World time at which what was paid for ends, or null while it is paid by the hour. */
  readonly ExpiresAt: number | null;
  /** True where it will be paid by the hour from then on (7519). */
  readonly ToPostpaid: boolean;
  readonly IsAddressBlocked: boolean;
  readonly RestrictState: 'NORMAL' | 'PROTECTIVELY_ISOLATED';
  /** The order that bought it: "896973" (11368). */
  readonly DealId: string;
  readonly CreatedTime: string;
  /** What calls of today may give besides. */
  readonly Today?: TodaysVpnGatewayFields;
}

export const vpnGatewayTable = defineTable<VpnGatewayRow>()({
  name: 'vpn-gateway',
  scope: 'region',
  id: (row) => row.VpnGatewayId,
  indexes: {
    OldId: (row) => row.OldId,
    VpcId: (row) => row.VpcId,
    Name: (row) => row.VpnGatewayName,
    DealId: (row) => row.DealId,
  },
  blocks: ['VpcId'],
  countedAs: 'vpnGwNum',
  nextHop: { type: 'VPN', takesRoutes: () => true },
});
