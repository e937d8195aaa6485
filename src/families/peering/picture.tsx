import { useMemo } from 'react';
import { read2017 } from '../../../network/model/read-2017.ts';
import { useT } from '../../i18n/index.ts';
import { PictureOfPeering } from '../../maps/peering-picture.tsx';
import { Unread } from '../../network-model/reading.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Card } from '../../ui/parts.tsx';
import { PicturePlace } from './picture-place.tsx';
import type { Peering } from './sides.ts';

interface PeeringCardProps {
  readonly row: Peering;
  readonly network: Network;
}

/** The picture of a peering by its row, once both ends have been read. */
export function PeeringCard({ row, network }: PeeringCardProps) {
  const t = useT();
  const peering = useMemo(() => read2017.peering(row), [row]);
  const { uin, peerUin } = row;
  const owners = useMemo(() => [uin, peerUin] as const, [uin, peerUin]);
  if (!network.complete) return <PicturePlace />;
  return (
    <Card title={t('peering.picture')}>
      <div className="flex flex-col gap-3">
        <Unread network={network} />
        <PictureOfPeering network={network} ends={peering.vpcs} peering={peering} owners={owners} />
      </div>
    </Card>
  );
}
