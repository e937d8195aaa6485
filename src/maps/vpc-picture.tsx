/** The picture of a VPC's map, or its list where there is no room for it, with the panel of what is selected. */
import { type ReactNode, useMemo, useRef } from 'react';
import { commonBlock } from '../../network/maps/blocks.ts';
import { litWith } from '../../network/maps/lit.ts';
import type { Scene } from '../../network/maps/scene.ts';
import { litByPath, withPath } from '../../network/maps/scene-path.ts';
import type { PairedTable } from '../../network/maps/table-pair.ts';
import { fullness } from '../../network/maps/vpc-findings.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import { orderMap } from '../../network/maps/vpc-order.ts';
import type { PathStop } from '../../network/maps/vpc-path.ts';
import type { VpcLayoutInput } from '../../network/maps/vpc-plan.ts';
import { vpcScene } from '../../network/maps/vpc-scene.ts';
import { type MapSubnet, type MapTable, subnetKey } from '../../network/maps/vpc-tables.ts';
import { type Formats, type Translate, useFormats, useT } from '../i18n/index.ts';
import type { MapNetwork } from './gap-notice.tsx';
import { Legend, legendStates } from './legend.tsx';
import { besidePanel, focusSelected, MapWithPanel, useInSight } from './map-with-panel.tsx';
import { measureText } from './measure.ts';
import { OwnWayLegend } from './own-way-legend.tsx';
import { type PairWords, usePairWords } from './pair-words.ts';
import { decidingAt } from './path-end.ts';
import { type SceneGroup, SceneView } from './scene-view.tsx';
import { useMapUrl } from './use-map-url.ts';
import { type Room, useRoom } from './use-room.ts';
import { VpcList } from './vpc-list.tsx';
import { VpcPanel } from './vpc-panel.tsx';
import { useVpcWords, type VpcSpeech } from './vpc-words.ts';

function groupsOf(
  { tables, hops }: ReturnType<typeof orderMap>,
  scene: Scene,
  speech: VpcSpeech,
  heads: { readonly hops: string; readonly beyond: string },
): SceneGroup[] {
  const tiles = scene.boxes.filter(({ kind }) => kind === 'tile').map(({ key }) => key);
  return [
    ...tables.map((table) => ({
      label: speech.words.table(table),
      keys: [...table.subnets.map(({ id }) => subnetKey(id)), ...tiles.filter((key) => key.startsWith(`tile:${table.id}:`)), table.key],
    })),
    { label: heads.hops, keys: hops.map(({ key }) => key) },
    { label: heads.beyond, keys: hops.flatMap((hop) => hop.beyond.map(({ key }) => key)) },
  ];
}

/** Names of everything that can be reached on the picture, by key. */
function nameOfKey(
  map: VpcMap,
  hops: ReturnType<typeof orderMap>['hops'],
  { names, words }: VpcSpeech,
  tile: (subnets: readonly MapSubnet[], table: MapTable, zone: string) => string,
): (key: string) => string {
  const found = new Map<string, string>();
  for (const table of map.tables) {
    found.set(table.key, names.table(table));
    for (const subnet of table.subnets) found.set(subnetKey(subnet.id), names.subnet(subnet, table));
    for (const zone of map.zones) {
      const held = table.subnets.filter((subnet) => subnet.zone === zone);
      found.set(`tile:${table.id}:${zone}`, tile(held, table, words.zone(zone)));
    }
  }
  for (const hop of hops) {
    found.set(hop.key, hop.members.length > 1 ? names.stack(hop) : names.hop(hop));
    for (const beyond of hop.beyond) found.set(beyond.key, names.beyond(beyond));
  }
  return (key) => found.get(key) ?? key;
}

interface TileSpeech {
  readonly t: Translate;
  readonly formats: Formats;
  readonly speech: VpcSpeech;
}

/** What a tile stands for: how many subnets, their range, their use, what is wrong, and their ways to the internet. */
function tileName({ t, formats, speech }: TileSpeech, subnets: readonly MapSubnet[], table: MapTable, zone: string): string {
  const { words, names } = speech;
  const name = t('maps.name.tile', { n: subnets.length, table: words.table(table), zone });
  const used = subnets.reduce<number | null>((sum, one) => (sum === null || one.used === null ? null : sum + one.used), 0);
  const size = subnets.reduce((sum, one) => sum + one.size, 0);
  const full = subnets.filter((subnet) => fullness(subnet).length > 0).length;
  const own = subnets.reduce((sum, subnet) => sum + (subnet.own ?? 0), 0);
  const ways = [...new Set(subnets.map((subnet) => names.internet(table, { ...subnet, own: subnet.own === null ? null : 0 })))];
  const facts = [
    commonBlock(subnets.map(({ cidr }) => cidr)),
    used === null || size === 0 ? t('maps.name.tileUseUnknown') : t('maps.name.tileUse', { share: words.share(used / size) }),
    ...(full > 0 ? [t('maps.name.tileFull', { n: full })] : []),
    ...ways.filter((way) => own === 0 || way !== t('maps.name.noInternet')),
    ...(own > 0 ? [t('maps.name.ownAddress', { n: own })] : []),
  ];
  return t('maps.name.with', { name, more: formats.list(facts.filter((fact) => fact !== '')) });
}

/** The way of a packet, with what tells it in words. */
export interface ShownPath {
  readonly stops: readonly PathStop[];
  /** Why the packet ends at a stop; '' where it passes. */
  readonly reason: (stop: PathStop) => string;
  readonly told: ReactNode;
}

interface VpcPictureProps {
  readonly map: VpcMap;
  readonly network: MapNetwork;
  readonly label: string;
  /** In px; what is left of the window where it is not given. */
  readonly height?: number;
  readonly found?: ReadonlySet<string>;
  readonly path?: ShownPath | undefined;
  /** One of several beside each other: tables and what their routes lead to, and no panel. */
  readonly compact?: boolean;
  /** Beside the other table of a pair: what differs is marked, the rest falls back. */
  readonly paired?: PairedTable;
  readonly toolbar?: (shown: { readonly scene: Scene; readonly narrow: boolean; readonly room: Room }) => ReactNode;
}

/** The scene without the way of a packet: made again only when something of it is another. */
function usePlainScene(input: Omit<Required<VpcLayoutInput>, 'measure' | 'shared' | 'marks'>, pair: PairWords | null): Scene {
  const { map, words, width, height, open, compact } = input;
  return useMemo(() => {
    const more = pair ? { shared: pair.shared, marks: pair.marks } : {};
    return vpcScene({ map, words, measure: measureText, width, height, open, compact, ...more });
  }, [map, words, width, height, open, compact, pair]);
}

export function VpcPicture({ map, network, label, height, found, path, compact = false, paired, toolbar }: VpcPictureProps) {
  const t = useT();
  const formats = useFormats();
  const url = useMapUrl();
  const speech = useVpcWords(map, network);
  const place = useRef<HTMLDivElement>(null);
  const outer = useRef<HTMLDivElement>(null);
  const room = useRoom(outer);
  const hasPanel = url.selected !== null && !compact;
  const width = besidePanel(room.width, hasPanel);
  const open = [...url.open].join('~');
  const pair = usePairWords(paired);
  const opened = useMemo(() => new Set(open.split('~')), [open]);
  const members = useMemo(
    () => new Map(orderMap(map, opened).hops.flatMap((hop) => hop.members.map((key) => [key, hop.key] as const))),
    [map, opened],
  );
  const size = { width: width - 2, height: height ?? room.height };
  const plain = usePlainScene({ map, words: speech.words, open: opened, compact, ...size }, pair);
  const stops = path?.stops;
  const why = path?.reason;
  const scene = useMemo(
    () => (stops && why ? withPath(plain, stops, { measure: measureText, members, why }) : plain),
    [plain, stops, why, members],
  );
  const onPath = useMemo(
    () => (stops ? new Set([...litByPath(stops, scene)].flatMap((key) => [key, members.get(key) ?? key])) : null),
    [stops, members, scene],
  );
  const plainName = useMemo(
    () =>
      nameOfKey(map, orderMap(map, opened).hops, speech, (subnets, table, zone) => tileName({ t, formats, speech }, subnets, table, zone)),
    [map, opened, speech, t, formats],
  );
  const bare = (key: string): string => pair?.nameOf(key, plainName(key)) ?? plainName(key);
  const nameOf = (key: string): string => {
    const own = stops?.filter((stop) => stop.key !== null && (members.get(stop.key) ?? stop.key) === key) ?? [];
    if (own.length === 0) return bare(key);
    const ends = own.some(({ result }) => result === 'block');
    const told = t(ends ? 'maps.path.nameEnds' : 'maps.path.name', { name: bare(key), stops: formats.list(own.map(({ n }) => String(n))) });
    const deciding = own.map(decidingAt).find((hop) => hop !== undefined);
    return deciding
      ? t('maps.name.with', {
          name: told,
          more: `${t(`reachability.step.${deciding.step}`)}, ${t(`reachability.result.${deciding.result}`)}`,
        })
      : told;
  };
  const outlined = found && new Set([...found].flatMap((key) => [key, members.get(key) ?? key]));
  // What a search has found stands out until one of it is chosen.
  const onFound = url.selected === null && outlined && outlined.size > 0 ? outlined : null;
  const standsOut = onPath ?? paired?.differing ?? onFound;
  const narrow = room.width > 0 && room.width < (compact ? 480 : 720);
  const asList = narrow || url.asList;
  // Where the packet sets out, as long as nothing is selected.
  const inView = url.selected ?? stops?.find(({ key }) => key !== null)?.key ?? null;
  useInSight(place, compact || inView === null ? null : (members.get(inView) ?? inView), room.width > 0 && !asList && scene);
  const select = (key: string | null): void => {
    const box = key?.replace(/^beyond:stack:/, 'stack:');
    if (box?.startsWith('tile:') || box?.startsWith('stack:')) url.put({ open: new Set([...url.open, box]) });
    else url.put({ at: key });
  };
  return (
    <>
      {toolbar?.({ scene, narrow, room })}
      <p role="status" className="sr-only">
        {url.selected && !compact ? t('maps.selected', { name: nameOf(url.selected) }) : ''}
      </p>
      <div ref={outer} className="flex min-w-0 flex-col gap-3">
        {asList && path?.told}
        <MapWithPanel
          place={place}
          panel={
            hasPanel &&
            url.selected !== null && (
              <VpcPanel
                map={map}
                network={network}
                speech={speech}
                selected={url.selected}
                onClose={() => {
                  focusSelected(place.current);
                  url.put({ at: null });
                }}
              />
            )
          }
        >
          {room.width === 0 ? null : asList ? (
            <VpcList map={map} speech={speech} selected={url.selected} onSelect={select} marks={pair?.marks} />
          ) : (
            <>
              <SceneView
                label={label}
                scene={scene}
                groups={groupsOf(orderMap(map, opened), scene, speech, { hops: t('maps.nextHop'), beyond: t('maps.beyond') })}
                nameOf={nameOf}
                selected={url.selected === null ? null : (members.get(url.selected) ?? url.selected)}
                onSelect={select}
                litWith={(key) => litWith(map, key === null ? null : key.replace(/^beyond:stack:/, 'stack:'), members) ?? standsOut}
                dimmed={standsOut !== null}
                found={outlined}
              />
              {!compact && <Legend states={legendStates(plain)} />}
              {!compact && <OwnWayLegend scene={scene} />}
            </>
          )}
        </MapWithPanel>
        {!asList && !url.selected && path?.told}
      </div>
    </>
  );
}
