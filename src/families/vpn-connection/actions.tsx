import { RotateCcw } from 'lucide-react';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { useT } from '../../i18n/index.ts';
import { type StandardActions, useActions } from '../../kit/actions.tsx';

export function useVpnConnectionActions(from: 'list' | 'detail'): StandardActions<VpnConnection> {
  const t = useT();
  const disabledReason = (row: VpnConnection): string | null => (row.State === 'AVAILABLE' ? null : t('vpnConnection.busy'));
  return useActions('vpn-connection', from, {
    disabledReason,
    verbs: [{ operation: 'reset', mode: 'confirm', bulk: true, disabledReason, icon: <RotateCcw aria-hidden="true" className="size-4" /> }],
  });
}
