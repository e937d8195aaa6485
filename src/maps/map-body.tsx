import { useMemo, useState } from 'react';
import { searchVpc } from '../../network/maps/search.ts';
import type { VpcMap as MapOfVpc } from '../../network/maps/vpc-map.ts';
import { useT } from '../i18n/index.ts';
import { Reading } from '../network-model/reading.tsx';
import type { Network } from '../network-model/use-network.ts';
import { Button } from '../ui/button.tsx';
import { MapToolbar } from './toolbar.tsx';
import { useMapUrl } from './use-map-url.ts';
import { vpcLinesCsv } from './vpc-csv.ts';
import { type ShownPath, VpcPicture } from './vpc-picture.tsx';
import { useVpcWords } from './vpc-words.ts';

interface MapBodyProps {
  readonly map: MapOfVpc;
  readonly network: Network;
  /** The way of a packet, over all else. */
  readonly path?: ShownPath | undefined;
}

/** A VPC's map with its search, files and list. */
export function MapBody({ map, network, path }: MapBodyProps) {
  const t = useT();
  const url = useMapUrl();
  const speech = useVpcWords(map, network);
  // The URL follows what is typed a moment later: what is found does not wait for it.
  const [text, setText] = useState(url.search);
  const found = useMemo(() => searchVpc(map, text), [map, text]);
  const label = t('maps.of', { name: map.name || map.id });
  return (
    <VpcPicture
      map={map}
      network={network}
      label={label}
      found={new Set(found)}
      path={path}
      toolbar={({ scene, narrow, room }) => (
        <MapToolbar
          {...{ scene, narrow, room, label }}
          file={`weft-${map.name || map.id}`}
          csv={() => vpcLinesCsv(map, speech, t)}
          search={{
            ...{ text, found, selected: url.selected },
            onText: (q) => {
              setText(q);
              url.put({ q });
            },
            onFind: (at) => url.put({ at, q: text }),
          }}
          asList={url.asList}
          onList={(asList) => url.put({ view: asList ? 'list' : null })}
        >
          <Reading network={network} />
          {url.open.size > 0 && (
            <Button size="sm" onClick={() => url.put({ open: new Set() })}>
              {t('maps.closeTiles', { n: url.open.size })}
            </Button>
          )}
        </MapToolbar>
      )}
    />
  );
}
