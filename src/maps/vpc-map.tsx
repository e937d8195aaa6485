import { Download, List, Workflow } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Scene } from '../../network/maps/scene.ts';
import { searchVpc } from '../../network/maps/search.ts';
import { type VpcMap as MapOfVpc, vpcMapOf } from '../../network/maps/vpc-map.ts';
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
import { type MapUrl, useMapUrl } from './use-map-url.ts';
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
      toolbar={(shown) => (
        <Toolbar
          {...shown}
          url={url}
          text={text}
          onText={setText}
          found={found}
          label={label}
          name={map.name || map.id}
          network={network}
        />
      )}
    />
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
