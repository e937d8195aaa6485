import { useMemo, useState } from 'react';
import { searchVpc } from '../../network/maps/search.ts';
import { type VpcMap as MapOfVpc, vpcMapOf } from '../../network/maps/vpc-map.ts';
import { useT } from '../i18n/index.ts';
import { Reading, Unread } from '../network-model/reading.tsx';
import { aclsOfSubnets, type SourceKind } from '../network-model/sources.ts';
import { type Network, useNetwork } from '../network-model/use-network.ts';
import { EmptyState } from '../ui/parts.tsx';
import { Loading } from '../ui/spinner.tsx';
import { MapToolbar } from './toolbar.tsx';
import { useMapUrl } from './use-map-url.ts';
import { VpcPicture } from './vpc-picture.tsx';

const kinds: readonly SourceKind[] = [
  ...(['subnets', aclsOfSubnets, 'routeTables', 'interfaces', 'peerings', 'natGateways', 'vpnGateways', 'vpnConnections'] as const),
  ...(['directConnectGateways', 'eips'] as const),
];

/** The map of a VPC: where each of its subnets can send, and what is wrong on the way. Reads the whole network for it. */
export function VpcMapTab({ vpc }: { readonly vpc: string }) {
  const t = useT();
  const network = useNetwork(kinds);
  const { model, complete } = network;
  const map = useMemo(() => vpcMapOf(model, vpc), [model, vpc]);
  if (!map) return complete ? <EmptyState title={t('maps.noSuch')} action={<Reading network={network} />} /> : <Loading />;
  if (!complete && map.tables.length === 0) return <Loading />;
  return (
    <div className="flex flex-col gap-3">
      <Unread network={network} />
      <MapBody map={map} network={network} />
    </div>
  );
}

function MapBody({ map, network }: { readonly map: MapOfVpc; readonly network: Network }) {
  const t = useT();
  const url = useMapUrl();
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
      toolbar={({ scene, narrow, room }) => (
        <MapToolbar
          {...{ scene, narrow, room, label }}
          file={`weft-${map.name || map.id}`}
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
        </MapToolbar>
      )}
    />
  );
}
