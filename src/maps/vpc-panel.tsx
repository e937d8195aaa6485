import { Link } from 'react-router';
import { behindRoute } from '../../network/maps/behind.ts';
import { hopAt, tableOfSubnet, waysOut } from '../../network/maps/lit.ts';
import { type MapBeyond, type MapHop, placesBehind } from '../../network/maps/map-hop.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import { type MapRoute, type MapSubnet, type MapTable, subnetKey } from '../../network/maps/vpc-tables.ts';
import type { ModelKind } from '../../network/model/model.ts';
import { useT } from '../i18n/index.ts';
import { useScope } from '../lib/scope.ts';
import { calledIn, scopeOf, Thing } from '../network-model/thing.tsx';
import { paths } from '../paths.ts';
import { buttonClass } from '../ui/button.tsx';
import { Code } from '../ui/copy.tsx';
import { Badge } from '../ui/status.tsx';
import { GapNotice, type MapNetwork } from './gap-notice.tsx';
import { Lost } from './lost.tsx';
import { FactList, type Facts, MapPanel } from './panel.tsx';
import { routeState } from './route-state.ts';
import { VpcFindings } from './vpc-findings.tsx';
import { HopVerbs, SubnetVerbs, TableVerbs } from './vpc-verbs.tsx';
import type { VpcSpeech } from './vpc-words.ts';

interface PanelProps {
  readonly map: VpcMap;
  readonly network: MapNetwork;
  readonly speech: VpcSpeech;
  readonly selected: string;
  readonly onClose: () => void;
}

/** A route's way in words, with its state: never good where the way back is missing. */
function Way({ route, hop, speech }: { readonly route: MapRoute; readonly hop: MapHop | null; readonly speech: VpcSpeech }) {
  const t = useT();
  const { words } = speech;
  const { meaning, word, trouble } = routeState(route, speech, t);
  const through = hop
    ? [speech.names.title(hop), ...behindRoute(hop, route.destination).slice(0, 2).map(words.beyond)].join(' → ')
    : words.route(route);
  return (
    <li className="break-inside-avoid border-line border-b py-1.5">
      <span className="flex items-baseline justify-between gap-2">
        <Code>{route.destination}</Code>
        <Badge meaning={meaning}>{word}</Badge>
      </span>
      <span className={hop ? 'block text-muted' : 'block text-danger'}>{through}</span>
      {trouble && <span className="block text-warning">{trouble}</span>}
    </li>
  );
}

function Ways({ map, table, speech }: Pick<PanelProps, 'map' | 'speech'> & { readonly table: MapTable }) {
  const t = useT();
  const ways = waysOut(map, table);
  return (
    <section>
      <h3 className="text-muted text-xs">{table.id === '' ? t('maps.waysOutNotKnown') : t('maps.waysOut', { n: ways.length })}</h3>
      <ul className="@2xl:columns-2 @2xl:gap-6 @5xl:columns-3">
        {ways.map(({ route, hop }) => (
          <Way key={`${route.destination} ${route.gateway}`} route={route} hop={hop} speech={speech} />
        ))}
      </ul>
    </section>
  );
}

function SubnetPanel({
  map,
  network,
  speech,
  subnet,
  table,
}: Omit<PanelProps, 'selected' | 'onClose'> & { readonly subnet: MapSubnet; readonly table: MapTable }) {
  const t = useT();
  const facts: Facts = [
    [
      t('maps.id'),
      <Code key="id" copy>
        {subnet.id}
      </Code>,
    ],
    [t('maps.range'), <Code key="range">{subnet.cidr}</Code>],
    ...(subnet.ipv6 ? ([[t('maps.ipv6'), <Code key="ipv6">{subnet.ipv6}</Code>]] as Facts) : []),
    [t('maps.zone'), subnet.zone || t('maps.notKnown')],
    [t('maps.used'), subnet.used === null ? t('maps.notKnown') : t('maps.usedOf', { used: subnet.used, total: subnet.size })],
    [t('maps.interfaces'), subnet.interfaces ?? t('maps.notKnown')],
    [
      t('maps.acl'),
      subnet.acl ? (
        <Thing key="acl" network={network} id={subnet.acl} family="network-acl" />
      ) : subnet.acl === null ? (
        t('maps.none')
      ) : (
        t('maps.notKnown')
      ),
    ],
    [t('maps.routeTable'), table.id ? <Thing key="table" network={network} id={table.id} family="route-table" /> : t('maps.tableUnknown')],
  ];
  return (
    <>
      <FactList facts={facts} />
      <p>{speech.names.internet(table, subnet)}</p>
      <GapNotice map={map} network={network} kind="interfaces" />
      <VpcFindings map={map} network={network} selected={subnetKey(subnet.id)} />
      <Ways map={map} table={table} speech={speech} />
    </>
  );
}

function BeyondFacts({ beyond, network, speech }: Pick<PanelProps, 'network' | 'speech'> & { readonly beyond: MapBeyond }) {
  const t = useT();
  const here = useScope();
  const { words } = speech;
  const facts: Facts = [
    ...(beyond.blocks.length > 0 ? ([[t('maps.blocks'), <Code key="blocks">{beyond.blocks.join(', ')}</Code>]] as Facts) : []),
    ...(words.region(beyond) ? ([[t('maps.region'), words.region(beyond)]] as Facts) : []),
    ...(words.account(beyond) ? ([[t('maps.account'), words.account(beyond)]] as Facts) : []),
  ];
  return (
    <div className="flex flex-col gap-1 border-line border-b pb-2">
      <span className="font-medium">{words.beyond(beyond)}</span>
      <FactList facts={facts} />
      <span className="text-muted">{t(`maps.passes.${beyond.passes}`)}</span>
      {beyond.trouble && <span className="font-medium text-warning">{words.trouble(beyond)}</span>}
      <div className="flex flex-wrap gap-2">
        {beyond.kind === 'vpc' && network.known.has(beyond.id) && (
          <Link className={buttonClass('secondary', 'sm')} to={paths.detail('vpc', beyond.id, scopeOf(network, beyond.id, here), 'map')}>
            {t('maps.openMap')}
          </Link>
        )}
      </div>
    </div>
  );
}

/** Who leaves by which addresses of a NAT gateway. */
function Leaving({ hop }: { readonly hop: MapHop }) {
  const t = useT();
  const { leaving } = hop;
  if (leaving === undefined || leaving?.length === 0) return null;
  if (leaving === null) return <p className="text-muted">{t('maps.leavingUnknown')}</p>;
  const title = t('maps.leavingTitle', { n: leaving.length });
  return (
    <section>
      <h3 className="text-muted text-xs">{title}</h3>
      <ul aria-label={title}>
        {leaving.map(({ id, subnet, block, addresses }) => (
          <li key={id} className="flex flex-wrap gap-x-2 py-1">
            {subnet && <span>{subnet.name || subnet.id}</span>}
            <Code>{block}</Code>
            <span aria-hidden="true">→</span>
            <Code>{addresses.join(', ')}</Code>
          </li>
        ))}
      </ul>
      <p className="text-muted">{t('maps.leavingRest')}</p>
    </section>
  );
}

/** What a NAT gateway lets in, by port, and where it goes on to. */
function Published({ hop }: { readonly hop: MapHop }) {
  const t = useT();
  const { published } = hop;
  if (published === undefined || published?.length === 0) return null;
  if (published === null) return <p className="text-muted">{t('maps.publishedUnknown')}</p>;
  return (
    <section>
      <h3 className="text-muted text-xs">{t('maps.publishedTitle', { n: published.length })}</h3>
      <ul aria-label={t('maps.publishedTitle', { n: published.length })}>
        {published.map(({ outside, inside, subnet }) => (
          <li key={outside} className="flex flex-wrap gap-x-2 py-1">
            <Code>{outside}</Code>
            <span aria-hidden="true">→</span>
            <Code>{inside}</Code>
            {subnet && <span className="text-muted">{t('maps.inSubnet', { name: subnet.name || subnet.id })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HopPanel({ map, network, speech, selected, hop }: Omit<PanelProps, 'onClose'> & { readonly hop: MapHop }) {
  const t = useT();
  return (
    <>
      <FactList
        facts={[
          // What goes out by its own address has the id 0, or none.
          ...(hop.kind === 'own'
            ? []
            : ([
                [
                  t('maps.id'),
                  <Code key="id" copy>
                    {hop.id}
                  </Code>,
                ],
              ] as Facts)),
          [t('maps.csv.kind'), speech.names.kind(hop)],
          ...(hop.addresses.length > 0 ? ([[t('maps.used'), <Code key="at">{hop.addresses.join(', ')}</Code>]] as Facts) : []),
        ]}
      />
      <VpcFindings map={map} network={network} selected={selected} />
      {hop.kind === 'nat' && <GapNotice map={map} network={network} kind={hop.published === null ? 'natPorts' : 'natSources'} />}
      <div className="grid gap-x-8 gap-y-3 @2xl:grid-cols-2">
        <section>
          <h3 className="text-muted text-xs">{t('maps.lost')}</h3>
          <Lost map={map} hop={hop} speech={speech} />
        </section>
        <Published hop={hop} />
        <Leaving hop={hop} />
        {hop.beyond.length > 0 && (
          <section className="flex flex-col gap-2">
            <h3 className="text-muted text-xs">{t('maps.behindIt')}</h3>
            {placesBehind(hop).map((beyond) => (
              <BeyondFacts key={beyond.key} beyond={beyond} network={network} speech={speech} />
            ))}
          </section>
        )}
      </div>
    </>
  );
}

/** What is selected: its facts, its ways, what is wrong with it and what can be done with it. */
export function VpcPanel({ map, network, speech, selected, onClose }: PanelProps) {
  const id = selected.slice(selected.indexOf(':') + 1);
  const subnetTable = selected.startsWith('subnet:') ? tableOfSubnet(map, id) : undefined;
  const subnet = subnetTable?.subnets.find((one) => one.id === id);
  const table = map.tables.find(({ key }) => key === selected);
  const hop = subnet || table ? undefined : hopAt(map, selected);
  const common = { map, network, speech };
  if (subnet && subnetTable)
    return (
      <MapPanel title={subnet.name || subnet.id} actions={<SubnetVerbs network={network} subnet={subnet} />} onClose={onClose}>
        <SubnetPanel {...common} subnet={subnet} table={subnetTable} />
      </MapPanel>
    );
  if (table)
    return (
      <MapPanel title={speech.words.table(table)} actions={table.id && <TableVerbs network={network} table={table} />} onClose={onClose}>
        <p className="text-muted">{speech.words.counts(table)}</p>
        <GapNotice map={map} network={network} kind="subnets" />
        {table.id === '' && <GapNotice map={map} network={network} kind="routeTables" />}
        <VpcFindings map={map} network={network} selected={table.key} />
        <Ways map={map} table={table} speech={speech} />
      </MapPanel>
    );
  if (hop?.kind === 'unread')
    return (
      <MapPanel title={speech.words.hop({ ...hop, members: [hop.key], tables: [], destinations: [] })} onClose={onClose}>
        <GapNotice map={map} network={network} kind={hop.type as ModelKind} />
      </MapPanel>
    );
  if (hop)
    return (
      <MapPanel
        title={network.known.has(hop.id) ? calledIn(network, hop.id) : speech.names.title(hop)}
        actions={<HopVerbs map={map} network={network} hop={hop} />}
        onClose={onClose}
      >
        <HopPanel {...common} selected={selected} hop={hop} />
      </MapPanel>
    );
  return null;
}
