import { useMemo } from 'react';
import { read2017 } from '../../../network/model/read-2017.ts';
import { useT } from '../../i18n/index.ts';
import { PictureOfPeering } from '../../maps/peering-picture.tsx';
import { Unread } from '../../network-model/reading.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Card } from '../../ui/parts.tsx';
import { useCarried } from './carries.tsx';
import { PicturePlace } from './picture-place.tsx';
import type { Peering } from './sides.ts';

interface PeeringCardProps {
  readonly row: Peering;
  readonly network: Network;
}

function Picture({ row, network }: PeeringCardProps) {
  const peering = useMemo(() => read2017.peering(row), [row]);
  const { uin, peerUin } = row;
  const owners = useMemo(() => [uin, peerUin] as const, [uin, peerUin]);
  return (
    <div className="flex flex-col gap-3">
      <Unread network={network} />
      <PictureOfPeering network={network} ends={peering.vpcs} peering={peering} owners={owners} />
    </div>
  );
}

/** The picture of a peering by its row, once both ends have been read. */
export function PeeringCard({ row, network }: PeeringCardProps) {
  const t = useT();
  if (!network.complete) return <PicturePlace />;
  return (
    <Card title={t('peering.picture')}>
      <Picture row={row} network={network} />
    </Card>
  );
}

/** The same alone, where nothing else has read the network. */
export function PeeringPart({ row }: Pick<PeeringCardProps, 'row'>) {
  const { network } = useCarried();
  return network.complete ? <Picture row={row} network={network} /> : <PicturePlace />;
}
