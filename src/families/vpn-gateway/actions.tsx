import { CalendarPlus, Gauge } from 'lucide-react';
import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import { useT } from '../../i18n/index.ts';
import { type StandardActions, useActions } from '../../kit/actions.tsx';

/** The largest bandwidth that is sold, in Mbps (4075). */
const most = 100;

export function useVpnGatewayActions(from: 'list' | 'detail'): StandardActions<VpnGateway> {
  const t = useT();
  /** Nothing can be done with a gateway that is being made or deleted. */
  const busy = (row: VpnGateway): string | null => (row.State === 'AVAILABLE' ? null : t('vpnGateway.busy'));
  const disabledReason = (row: VpnGateway): string | null => {
    if (row.InstanceChargeType === 'PREPAID') return t('vpnGateway.heldPrepaid');
    return row.Type === 'IPSEC' ? busy(row) : t('vpnGateway.heldType');
  };
  return useActions('vpn-gateway', from, {
    disabledReason,
    verbs: [
      {
        operation: 'renew',
        mode: 'form',
        icon: <CalendarPlus aria-hidden="true" className="size-4" />,
        isVisible: (row) => row.InstanceChargeType === 'PREPAID',
        disabledReason: (row) => (row.Type === 'IPSEC' ? busy(row) : t('vpnGateway.onlyIpsec')),
      },
      {
        operation: 'resize',
        mode: 'form',
        icon: <Gauge aria-hidden="true" className="size-4" />,
        disabledReason: (row) => busy(row) ?? (row.InternetMaxBandwidthOut >= most ? t('vpnGateway.most') : null),
      },
    ],
  });
}
