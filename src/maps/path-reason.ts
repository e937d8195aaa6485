/** Why a packet's way ends, short enough to stand on the map. */

import { useCallback } from 'react';
import type { PathStop } from '../../network/maps/vpc-path.ts';
import { useT } from '../i18n/index.ts';
import { calledIn } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { decidingAt } from './path-end.ts';
import { reasonWord } from './words.ts';

/** '' where the packet passes. */
export function useStopReason(network: Pick<Network, 'known'>): (stop: PathStop) => string {
  const t = useT();
  return useCallback(
    (stop) => {
      const hop = stop.result === 'block' ? decidingAt(stop) : undefined;
      if (!hop) return '';
      if (hop.reason?.code === 'no-route') return t('maps.path.noRoute');
      if (hop.reason?.code === 'private-on-internet' || hop.reason?.code === 'families-differ')
        return t(`reachability.reason.${hop.reason.code}`);
      const gateway = hop.reason && 'id' in hop.reason ? hop.reason.id : '';
      const word = reasonWord(t, (id) => calledIn(network, id), { reason: hop.reason ?? null, gateway });
      return word === t('maps.reason.unknown')
        ? t('maps.path.stopsAt', { step: t(`reachability.step.${hop.step}`), result: t(`reachability.result.${hop.result}`) })
        : word;
    },
    [t, network],
  );
}
