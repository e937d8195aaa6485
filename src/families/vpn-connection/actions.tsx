import { RotateCcw } from 'lucide-react';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { useT } from '../../i18n/index.ts';
import { type StandardActions, useActions } from '../../kit/actions.tsx';

export function useVpnConnectionActions(from: 'list' | 'detail'): StandardActions<VpnConnection> {
  const t = useT();
  const held = (row: VpnConnection): string | null => (row.State === 'AVAILABLE' ? null : t('vpnConnection.busy'));
  return useActions('vpn-connection', from, {
    held,
    verbs: [{ operation: 'reset', by: 'ask', bulk: true, held, icon: <RotateCcw aria-hidden="true" className="size-4" /> }],
  });
}
