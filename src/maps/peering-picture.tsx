/** One peering as a picture: both ends with the tables and routes that lead through it, what is missing, and what adds it. */
import { useMemo, useRef, useState } from 'react';
import type { WayState } from '../../network/maps/map-hop.ts';
import { litInPeering, type PeeringMap, peeringMapOf } from '../../network/maps/peering-map.ts';
import { leastPeeringWidth, peeringScene } from '../../network/maps/peering-scene.ts';
import type { ModelPeering } from '../../network/model/model.ts';
import type { PeeringFact } from '../../network/routes/peerings.ts';
import { useT } from '../i18n/index.ts';
import { MapLink } from '../kit/map-link.tsx';
import { ScopeContext } from '../lib/scope.ts';
import { calledIn, Thing } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { Code } from '../ui/copy.tsx';
import { AddRoutes } from './add-routes.tsx';
import { lackingIn } from './lacking.ts';
import { Legend } from './legend.tsx';
import { measureText } from './measure.ts';
import { PeeringList } from './peering-list.tsx';
import { type Owners, type PeeringSpeech, usePeeringWords } from './peering-words.ts';
import { SceneView } from './scene-view.tsx';
import { useRoom } from './use-room.ts';

type KnownNetwork = Pick<Network, 'known' | 'model'>;

/** The sides, each once: an answer may name one VPC at both ends. */
const endsOf = ({ sides }: PeeringMap) => sides.filter(({ id }, at) => sides.findIndex((one) => one.id === id) === at);

interface PictureOfPeeringProps {
  readonly network: KnownNetwork;
  readonly ends: readonly [string, string];
  /** null: nothing joins the two. */
  readonly peering: ModelPeering | null;
  /** Uins of the ends' accounts: an end of an account that is not this console's is told by it. Keep it stable. */
  readonly owners?: Owners;
  /** As a list whatever the room. */
  readonly stacked?: boolean;
}

export function PictureOfPeering({ network, ends: [a, b], peering, owners, stacked = false }: PictureOfPeeringProps) {
  const t = useT();
  const { model } = network;
  const map = useMemo(() => peeringMapOf(model, [a, b], peering), [model, a, b, peering]);
  const speech = usePeeringWords(map, network, owners);
  const outer = useRef<HTMLDivElement>(null);
  const { width } = useRoom(outer);
  const foreign = endsOf(map).filter(({ vpc }) => vpc === null);
  return (
    <div ref={outer} className="flex w-full min-w-0 flex-col items-start gap-3">
      {peering && <AddRoutes peering={peering.id} tables={lackingIn(network, map)} called={(id) => calledIn(network, id)} />}
      {peering && map.overlaps.length > 0 && (
        <p className="text-danger">
          {t('maps.peering.overlap')}{' '}
          {map.overlaps.map((one) => (
            <Code key={`${one.a} ${one.b}`}>{one.a === one.b ? one.a : `${one.a} / ${one.b}`}</Code>
          ))}
        </p>
      )}
      {peering && foreign.map((side) => <p key={side.id}>{speech.words.none(side)}</p>)}
      {width > 0 &&
        (stacked || width < leastPeeringWidth ? (
          <PeeringList map={map} network={network} speech={speech} />
        ) : (
          <Drawn map={map} network={network} speech={speech} width={width} />
        ))}
    </div>
  );
}

interface PeeringPictureProps {
  readonly network: KnownNetwork;
  readonly fact: PeeringFact;
  readonly stacked?: boolean;
}

/** A pair of VPCs, by what joins them or waits to. */
export function PeeringPicture({ network, fact, stacked = false }: PeeringPictureProps) {
  const { a, b, peering: id } = fact;
  const peering = network.model.peerings.find((one) => one.id === id) ?? null;
  return <PictureOfPeering network={network} ends={[a, b]} peering={peering} stacked={stacked} />;
}

/** In the order of the legend. */
const shown: readonly WayState[] = ['good', 'missing', 'asked', 'expired', 'dead', 'unknown'];

interface DrawnProps {
  readonly map: PeeringMap;
  readonly network: KnownNetwork;
  readonly speech: PeeringSpeech;
  readonly width: number;
}

function Drawn({ map, network, speech, width }: DrawnProps) {
  const t = useT();
  const [selected, setSelected] = useState<string | null>(null);
  const { words, nameOf } = speech;
  const scene = useMemo(() => peeringScene({ map, words, measure: measureText, width: width - 2 }), [map, words, width]);
  const states = useMemo(() => shown.filter((state) => scene.lines.some((line) => line.state === state)), [scene]);
  const groups = [map.sides[0], null, map.sides[1]].map((side) =>
    side ? { label: words.vpc(side), keys: [side.key, ...side.tables.map(({ key }) => key)] } : { label: words.peering, keys: [map.key] },
  );
  return (
    <div className="flex w-full min-w-0 flex-col gap-2">
      <div className="w-full overflow-x-auto">
        <SceneView
          label={t('maps.peering.of', { name: words.peering })}
          scene={scene}
          groups={groups}
          nameOf={nameOf}
          selected={selected}
          onSelect={setSelected}
          litWith={(key) => litInPeering(map, key)}
        />
      </div>
      <p role="status" className="sr-only">
        {selected === null ? '' : t('maps.selected', { name: nameOf(selected) })}
      </p>
      {selected === null ? <Legend states={states} /> : <Selected {...{ map, network, speech, selected }} />}
    </div>
  );
}

/** What is selected, in words, and the ways on: its page, and where it stands on the map of a VPC. */
function Selected({ map, network, speech, selected }: Omit<DrawnProps, 'width'> & { readonly selected: string }) {
  const id = selected.slice(selected.indexOf(':') + 1);
  const side = map.sides.find((one) => one.key === selected || one.tables.some(({ key }) => key === selected));
  const table = side?.tables.find(({ key }) => key === selected);
  const places = table && side ? [{ vpc: side.id, at: table.key }] : [];
  const hops = endsOf(map).flatMap(({ id: vpc, vpc: row }) => (row ? [{ vpc, at: `hop:PEERCONNECTION:${id}` }] : []));
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {id !== '' && <Thing network={network} id={id} full />}
      <span className="text-muted">{speech.nameOf(selected)}</span>
      {(side ? places : hops).map(({ vpc, at }) => (
        <ScopeContext key={vpc} value={network.known.get(vpc)?.scope ?? { region: '' }}>
          <MapLink vpc={vpc} at={at} />
        </ScopeContext>
      ))}
    </div>
  );
}
