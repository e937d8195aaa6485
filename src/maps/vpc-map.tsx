import { Download, List, Workflow } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { litWith } from '../../network/maps/lit.ts';
import type { Scene } from '../../network/maps/scene.ts';
import { searchVpc } from '../../network/maps/search.ts';
import { type VpcMap as MapOfVpc, vpcMapOf } from '../../network/maps/vpc-map.ts';
import { ordered } from '../../network/maps/vpc-order.ts';
import { vpcScene } from '../../network/maps/vpc-scene.ts';
import { subnetKey } from '../../network/maps/vpc-tables.ts';
import { useT } from '../i18n/index.ts';
import { Reading, Unread } from '../network-model/reading.tsx';
import { aclsOfSubnets, type SourceKind } from '../network-model/sources.ts';
import { type Network, useNetwork } from '../network-model/use-network.ts';
import { toast } from '../stores/toasts.ts';
import { Button } from '../ui/button.tsx';
import { SearchInput } from '../ui/input.tsx';
import { Menu } from '../ui/menu.tsx';
import { EmptyState } from '../ui/parts.tsx';
import { Loading } from '../ui/spinner.tsx';
import { savePng, saveSvg } from './export.ts';
import { Legend } from './legend.tsx';
import { measureText } from './measure.ts';
import { type SceneGroup, SceneView } from './scene-view.tsx';
import { type MapUrl, useMapUrl } from './use-map-url.ts';
import { useRoom } from './use-room.ts';
import { VpcList } from './vpc-list.tsx';
import { VpcPanel } from './vpc-panel.tsx';
import { useVpcWords, type VpcSpeech } from './vpc-words.ts';

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

function groupsOf(map: MapOfVpc, scene: Scene, speech: VpcSpeech, heads: { readonly hops: string; readonly beyond: string }): SceneGroup[] {
  const tiles = scene.boxes.filter(({ kind }) => kind === 'tile').map(({ key }) => key);
  const { tables, hops } = ordered(map);
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
  map: MapOfVpc,
  { names, words }: VpcSpeech,
  tile: (n: number, table: string, zone: string) => string,
): (key: string) => string {
  const found = new Map<string, string>();
  for (const table of map.tables) {
    found.set(table.key, names.table(table));
    for (const subnet of table.subnets) found.set(subnetKey(subnet.id), names.subnet(subnet, table));
    for (const zone of map.zones) {
      const n = table.subnets.filter((subnet) => subnet.zone === zone).length;
      found.set(`tile:${table.id}:${zone}`, tile(n, words.table(table), words.zone(zone)));
    }
  }
  for (const hop of ordered(map).hops) {
    found.set(hop.key, hop.members.length > 1 ? words.hop(hop) : names.hop(hop));
    for (const beyond of hop.beyond) found.set(beyond.key, names.beyond(beyond));
  }
  return (key) => found.get(key) ?? key;
}

function MapBody({ map, network }: { readonly map: MapOfVpc; readonly network: Network }) {
  const t = useT();
  const url = useMapUrl();
  const speech = useVpcWords(map, network);
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const open = [...url.open].join('~');
  const scene = useMemo(
    () =>
      vpcScene({
        map,
        words: speech.words,
        measure: measureText,
        width: room.width - 2,
        height: room.height,
        open: new Set(open.split('~')),
      }),
    [map, speech, room, open],
  );
  const members = useMemo(() => new Map(ordered(map).hops.flatMap((hop) => hop.members.map((key) => [key, hop.key] as const))), [map]);
  const nameOf = useMemo(() => nameOfKey(map, speech, (n, table, zone) => t('maps.name.tile', { n, table, zone })), [map, speech, t]);
  // The URL follows what is typed a moment later: what is found does not wait for it.
  const [text, setText] = useState(url.search);
  const found = useMemo(() => searchVpc(map, text), [map, text]);
  const narrow = room.width > 0 && room.width < 720;
  const select = (key: string | null): void => {
    if (key?.startsWith('tile:')) url.put({ open: new Set([...url.open, key]) });
    else url.put({ at: key });
  };
  const label = t('maps.of', { name: map.name || map.id });
  const groups = groupsOf(map, scene, speech, { hops: t('maps.nextHop'), beyond: t('maps.beyond') });
  return (
    <>
      <Toolbar
        url={url}
        text={text}
        onText={setText}
        found={found}
        scene={scene}
        label={label}
        name={map.name || map.id}
        network={network}
        narrow={narrow}
      />
      <p role="status" className="sr-only">
        {url.selected ? t('maps.selected', { name: nameOf(url.selected) }) : ''}
      </p>
      <div className="flex min-w-0 flex-col gap-3">
        <div ref={place} className="min-w-0 overflow-x-auto">
          {room.width === 0 ? null : narrow || url.asList ? (
            <VpcList map={map} speech={speech} selected={url.selected} onSelect={select} />
          ) : (
            <>
              <SceneView
                label={label}
                scene={scene}
                groups={groups}
                nameOf={nameOf}
                selected={url.selected}
                onSelect={select}
                litWith={(key) => litWith(map, key, members)}
                found={new Set(found)}
              />
              <Legend />
            </>
          )}
        </div>
        {url.selected && (
          <VpcPanel map={map} network={network} speech={speech} selected={url.selected} onClose={() => url.put({ at: null })} />
        )}
      </div>
    </>
  );
}

interface ToolbarProps {
  readonly url: MapUrl;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: readonly string[];
  readonly scene: Scene;
  readonly label: string;
  readonly name: string;
  readonly network: Network;
  readonly narrow: boolean;
}

function Toolbar({ url, text, onText, found, scene, label, name, network, narrow }: ToolbarProps) {
  const t = useT();
  const at = url.selected === null ? -1 : found.indexOf(url.selected);
  const file = `weft-${name}`;
  const png = async (): Promise<void> => {
    if (!(await savePng(scene, label, file))) toast({ meaning: 'danger', title: t('maps.exportFailed') });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <search className="min-w-48 flex-1 md:max-w-80">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const next = found[(at + 1) % Math.max(1, found.length)];
            if (next) url.put({ at: next, q: text });
          }}
        >
          <SearchInput
            label={t('maps.search')}
            value={text}
            onChange={(q) => {
              onText(q);
              url.put({ q });
            }}
            className="w-full"
          />
        </form>
      </search>
      {text.trim() !== '' && (
        <span role="status" className="text-muted text-xs">
          {found.length === 0 ? t('maps.foundNone') : t('maps.found', { at: at + 1, n: found.length })}
        </span>
      )}
      <Reading network={network} />
      <span className="flex-1" />
      {!narrow && (
        <Button
          icon={url.asList ? <Workflow aria-hidden="true" className="size-4" /> : <List aria-hidden="true" className="size-4" />}
          onClick={() => url.put({ view: url.asList ? null : 'list' })}
        >
          {url.asList ? t('maps.asMap') : t('maps.asList')}
        </Button>
      )}
      {!narrow && (
        <Menu
          label={t('maps.export')}
          items={[
            { key: 'svg', label: t('maps.exportSvg'), onSelect: () => saveSvg(scene, label, file) },
            { key: 'png', label: t('maps.exportPng'), onSelect: () => void png() },
          ]}
          trigger={(trigger) => (
            <Button {...trigger} icon={<Download aria-hidden="true" className="size-4" />}>
              {t('maps.export')}
            </Button>
          )}
        />
      )}
    </div>
  );
}
