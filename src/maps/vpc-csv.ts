/** The lines of a VPC's map as a table: a row for each route, for each table or exit without one, and for each subnet that goes out by its own addresses. */
import { behindRoute } from '../../network/maps/behind.ts';
import { tablesTo, waysOut } from '../../network/maps/lit.ts';
import { type MapBeyond, type MapHop, placesBehind } from '../../network/maps/map-hop.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import { goesOutItself, type MapRoute, type MapSubnet, type MapTable } from '../../network/maps/vpc-tables.ts';
import type { Translate } from '../i18n/index.ts';
import { toCsv } from '../lib/export.ts';
import { routeState } from './route-state.ts';
import type { VpcSpeech } from './vpc-words.ts';

interface Row {
  readonly table: MapTable | null;
  readonly route: MapRoute | null;
  readonly hop: MapHop | null;
  /** Goes to the internet by addresses of its own, or may. */
  readonly itself: MapSubnet | null;
}

const bare = { table: null, route: null, hop: null, itself: null } as const;

/** A table's routes, or itself where it has none, and the subnets that need none to the internet. */
const rowsOf = (map: VpcMap, table: MapTable): Row[] => [
  ...(table.routes.length === 0 ? [{ ...bare, table }] : waysOut(map, table).map((way) => ({ ...bare, ...way }))),
  ...table.subnets.flatMap((itself) => (goesOutItself(itself) === false ? [] : [{ ...bare, table, itself }])),
];

const ownWay = (subnet: MapSubnet, t: Translate): string =>
  goesOutItself(subnet) ? t('maps.name.ownAddress', { n: subnet.own ?? 0 }) : t('maps.name.internetUnknown');

function stateOf({ table, route, hop, itself }: Row, speech: VpcSpeech, t: Translate): string {
  if (route) return routeState(route, speech, t).word;
  if (itself) return t(goesOutItself(itself) ? 'maps.works' : 'maps.unknown');
  if (table) return table.id === '' ? t('maps.routesNotKnown') : t('maps.routes', { n: 0 });
  const { heads } = speech.words;
  return hop?.led === 'nothing' ? heads.led : hop?.led === 'lost' ? heads.lost : heads.unread;
}

export function vpcLinesCsv(map: VpcMap, speech: VpcSpeech, t: Translate): string {
  const { words, names } = speech;
  const rows: Row[] = [
    ...map.tables.flatMap((table) => rowsOf(map, table)),
    ...map.hops.flatMap((hop) => (tablesTo(map, hop).length === 0 ? [{ ...bare, hop }] : [])),
  ];
  const behind = ({ hop, route }: Row): readonly MapBeyond[] =>
    hop ? (route ? behindRoute(hop, route.destination) : placesBehind(hop)) : [];
  const each = (row: Row, say: (beyond: MapBeyond) => string): string =>
    [
      ...new Set(
        behind(row)
          .map(say)
          .filter((text) => text !== ''),
      ),
    ].join('; ');
  return toCsv(rows, [
    { header: t('maps.routeTable'), value: ({ table }) => (table ? words.table(table) : '') },
    { header: t('maps.csv.tableId'), value: ({ table }) => table?.id ?? '' },
    {
      header: t('maps.csv.subnets'),
      value: ({ table, itself }) => (itself ? [itself] : (table?.subnets ?? [])).map(({ name, id }) => name || id).join('; '),
    },
    { header: t('maps.csv.destination'), value: ({ route }) => route?.destination ?? '' },
    { header: t('maps.csv.state'), value: (row) => stateOf(row, speech, t) },
    {
      header: t('maps.nextHop'),
      value: ({ hop, route, itself }) => (itself ? ownWay(itself, t) : hop ? names.title(hop) : (route?.gateway ?? '')),
    },
    {
      header: t('maps.csv.kind'),
      value: ({ hop, route, itself }) => (itself ? t('maps.kind.own') : hop ? names.kind(hop) : (route?.type ?? '')),
    },
    { header: t('maps.csv.hopId'), value: ({ hop, route }) => route?.gateway ?? hop?.id ?? '' },
    { header: t('maps.csv.addresses'), value: ({ hop }) => (hop?.addresses ?? []).join('; ') },
    { header: t('maps.beyond'), value: (row) => (row.itself ? t('maps.behind.internet') : each(row, words.beyond)) },
    { header: t('maps.blocks'), value: (row) => [...new Set(behind(row).flatMap(({ blocks }) => blocks))].join('; ') },
    { header: t('maps.region'), value: (row) => each(row, words.region) },
    { header: t('maps.account'), value: (row) => each(row, words.account) },
    {
      header: t('maps.csv.problem'),
      value: (row) => {
        const { hop, route } = row;
        if (route?.hop === null) return words.route(route);
        return route && hop?.kind === 'peering' ? routeState(route, speech, t).trouble : each(row, words.trouble);
      },
    },
  ]);
}
