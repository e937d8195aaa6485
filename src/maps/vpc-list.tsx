import type { ReactNode } from 'react';
import { behindRoute } from '../../network/maps/behind.ts';
import { tablesTo, waysOut } from '../../network/maps/lit.ts';
import { type MapBeyond, type MapHop, placesBehind } from '../../network/maps/map-hop.ts';
import { isUnread, type VpcMap } from '../../network/maps/vpc-map.ts';
import { orderMap, type PlacedHop } from '../../network/maps/vpc-order.ts';
import { type MapRoute, type MapSubnet, type MapTable, mapRouteKey, subnetKey } from '../../network/maps/vpc-tables.ts';
import { useFormats, useT } from '../i18n/index.ts';
import { Code } from '../ui/copy.tsx';
import { cx } from '../ui/cx.ts';
import { Badge } from '../ui/status.tsx';
import { LineSample } from './line-sample.tsx';
import { routeState } from './route-state.ts';
import type { VpcSpeech } from './vpc-words.ts';

interface ListProps {
  readonly map: VpcMap;
  readonly speech: VpcSpeech;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  /** Beside the list of another table: what differs, by the keys of routes. */
  readonly marks?: ReadonlyMap<string, string> | undefined;
}

interface RowProps {
  readonly pressed?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** What it is stands above what is told of it: side by side, long names would break each other's words on a phone. */
const Row = ({ pressed, onPress, children }: RowProps) => (
  <button
    type="button"
    aria-pressed={pressed}
    className="flex min-h-11 w-full flex-col items-start justify-center gap-0.5 border-line border-t px-3 py-1.5 text-start hover:bg-hover aria-pressed:bg-accent-soft"
    onClick={onPress}
  >
    {children}
  </button>
);

type RouteRowProps = Pick<ListProps, 'speech' | 'onSelect' | 'marks'> & ReturnType<typeof waysOut>[number];

function RouteRow({ route, hop, table, speech, marks, onSelect }: RouteRowProps) {
  const t = useT();
  const mark = marks?.get(mapRouteKey(table, route));
  const { words, names } = speech;
  const { meaning, word, line, trouble } = routeState(route, speech, t);
  return (
    <Row onPress={() => onSelect(hop?.key ?? table.key)}>
      <span className="flex w-full flex-wrap items-center gap-x-2">
        <LineSample state={line} width={24} />
        <Code>{route.destination}</Code>
        <span className="flex-1" />
        {mark && <Badge meaning="pending">{mark}</Badge>}
        {meaning !== 'good' && <Badge meaning={meaning}>{word}</Badge>}
      </span>
      <span className={cx('break-words ps-8', hop ? 'text-muted' : 'text-danger')}>
        {hop ? [names.title(hop), ...behindRoute(hop, route.destination).slice(0, 1).map(words.beyond)].join(' → ') : words.route(route)}
      </span>
      {trouble && <span className="ps-8 text-warning">{trouble}</span>}
    </Row>
  );
}

function SubnetRow({
  subnet,
  table,
  speech,
  selected,
  onSelect,
}: Pick<ListProps, 'speech' | 'selected' | 'onSelect'> & { readonly subnet: MapSubnet; readonly table: MapTable }) {
  const t = useT();
  const formats = useFormats();
  const share = subnet.used === null || subnet.size === 0 ? null : subnet.used / subnet.size;
  const facts = [
    subnet.interfaces === null ? t('maps.list.interfacesUnknown') : t('maps.list.interfaces', { n: subnet.interfaces }),
    ...(share === null ? [] : [t('maps.finding.full', { share: formats.percent(share) })]),
    ...(subnet.acl ? [t('maps.acl')] : []),
    speech.names.internet(table, subnet),
  ];
  return (
    <Row pressed={subnetKey(subnet.id) === selected} onPress={() => onSelect(subnetKey(subnet.id))}>
      <span className="break-words font-medium">{subnet.name || subnet.id}</span>
      <span className="flex flex-wrap gap-x-3">
        <Code>{subnet.cidr}</Code>
        {subnet.ipv6 && <Code>{subnet.ipv6}</Code>}
      </span>
      <span className="break-words text-muted text-xs">{facts.join(' · ')}</span>
    </Row>
  );
}

function TableCard({ map, speech, table, selected, onSelect, marks }: ListProps & { readonly table: MapTable }) {
  const { words } = speech;
  const zones = map.zones.map((zone) => ({ zone, subnets: table.subnets.filter((subnet) => subnet.zone === zone) }));
  return (
    <section aria-label={words.table(table)} className="rounded-md border border-line bg-surface">
      <h2 className="px-3 py-2 text-base">
        {words.table(table)}{' '}
        <span className="font-normal text-muted text-xs">
          {words.counts(table)}
          {table.main && ` · ${words.main}`}
        </span>
      </h2>
      {waysOut(map, table).map((way) => (
        <RouteRow key={`${way.route.destination} ${way.route.gateway}`} {...way} speech={speech} marks={marks} onSelect={onSelect} />
      ))}
      {table.id !== '' &&
        map.cidrs.map((cidr) => (
          <p key={cidr} className="border-line border-t px-3 py-1.5 ps-11 text-muted">
            {words.local(cidr)}
          </p>
        ))}
      {table.subnets.length === 0 && (
        <p className="border-line border-t px-3 py-2 text-muted">{isUnread(map, 'subnets') ? words.subnetsUnread : words.unused}</p>
      )}
      {zones
        .filter(({ subnets }) => subnets.length > 0)
        .map(({ zone, subnets }) => (
          <details key={zone} open={subnets.some(({ id }) => subnetKey(id) === selected)} className="border-line border-t">
            <summary className="min-h-11 cursor-pointer px-3 py-2.5">
              <span className="font-medium">{words.zone(zone)}</span> <span className="text-muted">{words.subnets(subnets)}</span>
            </summary>
            {subnets.map((subnet) => (
              <SubnetRow key={subnet.id} subnet={subnet} table={table} speech={speech} selected={selected} onSelect={onSelect} />
            ))}
          </details>
        ))}
    </section>
  );
}

/** What stands behind a hop: what it is, whether packets pass, and what is wrong. */
function BehindLine({ beyond, speech }: Pick<ListProps, 'speech'> & { readonly beyond: MapBeyond }) {
  const t = useT();
  const { words } = speech;
  const facts = [words.blocks(beyond), words.region(beyond), words.account(beyond), t(`maps.passes.${beyond.passes}`)];
  const bad = beyond.state === 'dead' || beyond.state === 'overlap';
  return (
    <span className="flex w-full items-start gap-2">
      <LineSample state={beyond.state} width={24} />
      <span className="min-w-0 break-words">
        {words.beyond(beyond)} <span className="text-muted text-xs">{facts.filter((fact) => fact !== '').join(' · ')}</span>
        {beyond.trouble && <span className={cx('block', bad ? 'text-danger' : 'text-warning')}>{words.trouble(beyond)}</span>}
      </span>
    </span>
  );
}

function HopRow({ map, hop, speech, selected, onSelect }: ListProps & { readonly hop: MapHop }) {
  const formats = useFormats();
  const { words, names } = speech;
  const destinations = (table: MapTable): string[] =>
    table.routes.filter((route: MapRoute) => route.hop === hop.key).map(({ destination }) => destination);
  const asPlaced: PlacedHop = { ...hop, members: [hop.key], tables: [], destinations: [] };
  const told = [...new Set([names.kind(hop), ...words.notes(asPlaced)])].filter((text) => text !== names.title(hop));
  return (
    <Row pressed={hop.key === selected || hop.beyond.some(({ key }) => key === selected)} onPress={() => onSelect(hop.key)}>
      <span className="break-words font-medium">{names.title(hop)}</span>
      <span className="break-words text-muted text-xs">{told.join(' · ')}</span>
      {tablesTo(map, hop).map((table) => (
        <span key={table.key} className="break-words text-muted text-xs">
          {words.table(table)}: {formats.list(destinations(table))}
        </span>
      ))}
      {placesBehind(hop).map((beyond) => (
        <BehindLine key={beyond.key} beyond={beyond} speech={speech} />
      ))}
    </Row>
  );
}

function HopSection({ title, hops, warns = false, ...rest }: ListProps & { title: string; hops: readonly MapHop[]; warns?: boolean }) {
  if (hops.length === 0) return null;
  return (
    <section aria-label={title} className="rounded-md border border-line bg-surface">
      <h2 className={cx('px-3 py-2 text-base', warns && 'text-warning')}>{title}</h2>
      {hops.map((hop) => (
        <HopRow key={hop.key} hop={hop} {...rest} />
      ))}
    </section>
  );
}

/** The same as the picture, in its order, as stacked lists: on narrow screens, and wherever somebody likes lists. */
export function VpcList(props: ListProps) {
  const { map, speech } = props;
  const { tables, hops: placed } = orderMap(map);
  const byKey = new Map(map.hops.map((hop) => [hop.key, hop]));
  const hops = placed.flatMap(({ members }) => members.flatMap((key) => byKey.get(key) ?? []));
  const led = new Set(map.hops.filter((hop) => tablesTo(map, hop).length > 0));
  const { heads } = speech.words;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-3">
      {tables.map((table) => (
        <TableCard key={table.key} {...props} table={table} />
      ))}
      <HopSection {...props} title={heads.hop} hops={hops.filter((hop) => led.has(hop))} />
      <HopSection {...props} title={heads.led} hops={hops.filter((hop) => !led.has(hop) && hop.led === 'nothing')} warns />
      <HopSection {...props} title={heads.lost} hops={hops.filter((hop) => !led.has(hop) && hop.led === 'lost')} warns />
      <HopSection
        {...props}
        title={heads.unread}
        hops={hops.filter((hop) => !led.has(hop) && hop.led !== 'nothing' && hop.led !== 'lost')}
      />
    </div>
  );
}
