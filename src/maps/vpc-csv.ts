/** The lines of a VPC's map as a table: a row for each route, with what it leads to and what is wrong with it, and for each exit without one. */
import { tablesTo, waysOut } from '../../network/maps/lit.ts';
import { eachBehind, type MapHop } from '../../network/maps/map-hop.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import type { MapRoute, MapTable } from '../../network/maps/vpc-tables.ts';
import type { Translate } from '../i18n/index.ts';
import { toCsv } from '../lib/export.ts';
import type { VpcSpeech } from './vpc-words.ts';

const states = { live: 'works', dead: 'dead', unused: 'unusedRoute', unknown: 'unknown' } as const;

interface Row {
  readonly table: MapTable | null;
  readonly route: MapRoute | null;
  readonly hop: MapHop | null;
}

export function vpcLinesCsv(map: VpcMap, { words, names }: VpcSpeech, t: Translate): string {
  const rows: Row[] = [
    ...map.tables.flatMap((table) => waysOut(map, table)),
    ...map.hops.flatMap((hop) => (tablesTo(map, hop).length === 0 ? [{ table: null, route: null, hop }] : [])),
  ];
  const each = (hop: MapHop | null, say: (beyond: MapHop['beyond'][number]) => string): string =>
    [...new Set((hop ? eachBehind(hop) : []).map(say).filter((text) => text !== ''))].join('; ');
  return toCsv(rows, [
    { header: t('maps.routeTable'), value: ({ table }) => (table ? words.table(table) : '') },
    { header: t('maps.csv.tableId'), value: ({ table }) => table?.id ?? '' },
    { header: t('maps.csv.subnets'), value: ({ table }) => (table?.subnets ?? []).map(({ name, id }) => name || id).join('; ') },
    { header: t('maps.csv.destination'), value: ({ route }) => route?.destination ?? '' },
    {
      header: t('maps.csv.state'),
      value: ({ hop, route }) => (route ? t(`maps.${states[route.fate]}`) : hop?.led === 'nothing' ? words.heads.led : words.heads.unread),
    },
    { header: t('maps.nextHop'), value: ({ hop, route }) => (hop ? names.title(hop) : (route?.gateway ?? '')) },
    { header: t('maps.csv.kind'), value: ({ hop, route }) => (hop ? names.kind(hop) : (route?.type ?? '')) },
    { header: t('maps.csv.hopId'), value: ({ hop, route }) => route?.gateway ?? hop?.id ?? '' },
    { header: t('maps.csv.addresses'), value: ({ hop }) => (hop?.addresses ?? []).join('; ') },
    { header: t('maps.beyond'), value: ({ hop }) => each(hop, words.beyond) },
    { header: t('maps.blocks'), value: ({ hop }) => [...new Set((hop ? eachBehind(hop) : []).flatMap(({ blocks }) => blocks))].join('; ') },
    { header: t('maps.region'), value: ({ hop }) => each(hop, words.region) },
    { header: t('maps.account'), value: ({ hop }) => each(hop, words.account) },
    {
      header: t('maps.csv.problem'),
      value: ({ hop, route }) => (route && route.hop === null ? words.route(route) : each(hop, words.trouble)),
    },
  ]);
}
