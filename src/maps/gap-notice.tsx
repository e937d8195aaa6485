import type { VpcMap } from '../../network/maps/vpc-map.ts';
import type { ModelKind } from '../../network/model/model.ts';
import { useT } from '../i18n/index.ts';
import type { Network } from '../network-model/use-network.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/status.tsx';

/** What a picture is read from, as far as its page has it. */
export type MapNetwork = Pick<Network, 'known' | 'model'> & Partial<Pick<Network, 'refresh' | 'refreshing'>>;

interface GapNoticeProps {
  readonly map: VpcMap;
  readonly network: MapNetwork;
  readonly kind: ModelKind;
}

/** That a list of the map could not be read, why, and the way to read it again; nothing where it was read. */
export function GapNotice({ map, network, kind }: GapNoticeProps) {
  const t = useT();
  const gap = map.gaps.find((one) => one.kind === kind);
  if (!gap) return null;
  return (
    <Notice
      meaning="warning"
      title={t('maps.kind.unread')}
      actions={
        network.refresh && (
          <Button size="sm" pending={network.refreshing ?? false} onClick={network.refresh}>
            {t('maps.tryAgain')}
          </Button>
        )
      }
    >
      {t('maps.unreadWhat', { because: gap.because })}
    </Notice>
  );
}
