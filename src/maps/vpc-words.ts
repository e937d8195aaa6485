/** What the map of a VPC says, in the language of the page: in the picture, and as accessible names. */
import { useMemo } from 'react';
import { regionName } from '../../catalogue/regions.ts';
import { internetWaysOf } from '../../network/maps/internet-ways.ts';
import { tablesTo } from '../../network/maps/lit.ts';
import type { LeavingSource, MapBeyond, MapHop } from '../../network/maps/map-hop.ts';
import { isUnread, type VpcMap } from '../../network/maps/vpc-map.ts';
import type { PlacedHop } from '../../network/maps/vpc-order.ts';
import type { MapRoute, MapSubnet, MapTable } from '../../network/maps/vpc-tables.ts';
import type { VpcMapWords } from '../../network/maps/vpc-words.ts';
import { type Formats, type Language, type Translate, useFormats, useLanguage, useT } from '../i18n/index.ts';
import { useConsole } from '../lib/scope.ts';
import { familyOfSource, type SourceKind } from '../network-model/sources.ts';
import type { Network } from '../network-model/use-network.ts';
import { reasonWord, troubleWord } from './words.ts';

interface Speech {
  readonly t: Translate;
  readonly formats: Formats;
  readonly language: Language;
  /** What a person calls a thing of this id. */
  readonly called: (id: string) => string;
  readonly accountName: (owner: string) => string;
  readonly owner: string;
}

/** Its name; of a list that was not read, what it is a list of. */
function hopWord(t: Translate, { kind, type, name, id }: MapHop): string {
  if (kind === 'unread') return t(`family.${familyOfSource(type as SourceKind)}`);
  // Its id is no thing of the cloud's.
  return kind === 'own' ? t('maps.kind.own') : name || id || typeWord(t, type) || type;
}

/** Types of routes that have words of their own; '' for the rest. */
function typeWord(t: Translate, type: string): string {
  switch (type) {
    case 'CVM':
    case 'HAVIP':
    case 'SSLVPN':
    case 'LOCAL_GATEWAY':
    case 'INTRANAT':
    case 'GWLB_ENDPOINT':
      return t(`maps.type.${type}`);
    default:
      return '';
  }
}

const kindWord = (t: Translate, { kind, type }: Pick<MapHop, 'kind' | 'type'>): string =>
  typeWord(t, type) || (kind === 'other' ? t('maps.kind.other', { type }) : t(`maps.kind.${kind}`));

/** Whose rule it is: the subnet, or the one address in it. */
const leaverOf = ({ subnet, block }: LeavingSource): string => subnet?.name || subnet?.id || block;

/** What a NAT gateway lets in by ports, and who leaves by addresses of their own; nothing where it is known to have no such rules. */
function natRuleNotes({ t }: Speech, { published, leaving }: MapHop): readonly string[] {
  if (published === null && leaving === null) return [t('maps.natRulesUnknown')];
  const lets = published === null ? [t('maps.publishedUnknown')] : published?.length ? [t('maps.published', { n: published.length })] : [];
  const [first, ...more] = [...new Set((leaving ?? []).map(leaverOf))];
  const leaves =
    leaving === null
      ? [t('maps.leavingUnknown')]
      : first === undefined
        ? []
        : [t('maps.leaving', { name: more.length > 0 ? `${first} ${t('maps.more', { n: more.length })}` : first })];
  return [...lets, ...leaves];
}

function notesOf(speech: Speech, hop: MapHop): readonly string[] {
  if (hop.kind === 'nat') return [...ownNotes(speech, hop).slice(0, 2), ...natRuleNotes(speech, hop)];
  return ownNotes(speech, hop);
}

function ownNotes({ t }: Speech, hop: MapHop): readonly string[] {
  if (hop.kind === 'instance') return hop.subnet ? [t('maps.inSubnet', { name: hop.subnet.name || hop.subnet.id })] : [kindWord(t, hop)];
  if (hop.kind === 'own') return [];
  if (hop.kind === 'other') return typeWord(t, hop.type) ? [typeWord(t, hop.type)] : [t('maps.type.unknown'), hop.type];
  const [first, second, ...rest] = hop.addresses;
  if (first) return second ? [first, rest.length > 0 ? `${second} ${t('maps.more', { n: rest.length })}` : second] : [first];
  if (hop.kind === 'vpn' && hop.beyond.length === 0) return [kindWord(t, hop), t('maps.connections', { n: 0 })];
  return [kindWord(t, hop)];
}

function blocksWord({ t }: Speech, { kind, blocks, addresses }: MapBeyond): string {
  if (kind === 'internet') return addresses?.length ? t('maps.addresses', { n: addresses.length }) : '';
  const [block, ...rest] = blocks;
  if (!block) return t('maps.noBlocks');
  return rest.length > 0 ? t('maps.blocksMore', { block, n: rest.length }) : block;
}

/** How many subnets and routes a table has, as far as their lists were read. */
function countsWord({ t }: Speech, map: Pick<VpcMap, 'gaps'>, { id, subnets, routes }: MapTable): string {
  const held = isUnread(map, 'subnets')
    ? subnets.length > 0
      ? t('maps.subnetsAtLeast', { n: subnets.length })
      : t('maps.subnetsNotKnown')
    : t('maps.subnets', { n: subnets.length });
  return `${held} · ${id === '' ? t('maps.routesNotKnown') : t('maps.routes', { n: routes.length })}`;
}

function pictureWords(speech: Speech, map: Pick<VpcMap, 'gaps'>): VpcMapWords {
  const { t, formats, language, called, accountName, owner } = speech;
  return {
    heads: {
      ...{ table: t('maps.routeTable'), hop: t('maps.nextHop'), beyond: t('maps.beyond') },
      ...{ led: t('maps.led'), lost: t('maps.ledLost'), unread: t('maps.notKnown') },
    },
    zone: (zone) => zone.replace(/^ap-/, '') || t('maps.noZone'),
    table: ({ name, id }) => name || id || t('maps.tableUnknown'),
    counts: (table) => countsWord(speech, map, table),
    shareUnknown: t('maps.notKnown'),
    main: t('maps.main'),
    unused: t('maps.unused'),
    subnetsUnread: t('maps.subnetsUnread'),
    local: (cidr) => t('maps.local', { cidr }),
    more: (n) => t('maps.more', { n }),
    names: (names) => names.reduce((a, b) => t('maps.two', { a, b })),
    route: (route) => reasonWord(t, called, route),
    hop: (hop) => (hop.members.length > 1 ? t('maps.andMore', { name: hopWord(t, hop), n: hop.members.length - 1 }) : hopWord(t, hop)),
    notes: (hop) => notesOf(speech, hop),
    beyond: ({ key, name, id, kind, members }) =>
      members
        ? t(key.startsWith('beyond:stack:') ? 'maps.behindAll' : 'maps.moreBehind', { n: members.length })
        : name || id || t(`maps.behind.${kind}`),
    blocks: (beyond) => blocksWord(speech, beyond),
    region: ({ region }) => (region ? regionName(region, language) : ''),
    account: ({ account }) => (account !== undefined && account !== owner ? accountName(account) : ''),
    trouble: (beyond) => troubleWord(speech, beyond),
    subnets: (subnets) => t('maps.subnets', { n: subnets.length }),
    share: (share) => formats.percent(share),
  };
}

/** Names that tell everything that the picture tells of a thing. */
interface MapNames {
  readonly subnet: (subnet: MapSubnet, table: MapTable) => string;
  readonly table: (table: MapTable) => string;
  readonly hop: (hop: MapHop) => string;
  /** Of a box that stands for several. */
  readonly stack: (hop: PlacedHop) => string;
  readonly kind: (hop: MapHop) => string;
  /** What it is called. */
  readonly title: (hop: MapHop) => string;
  readonly beyond: (beyond: MapBeyond) => string;
  readonly internet: (table: MapTable, subnet: MapSubnet) => string;
}

/** `leads`: from which tables, and for which destinations. */
function nameOfHop({ t, formats }: Speech, hop: MapHop, leads: string): string {
  if (hop.kind === 'unread') return t('maps.name.unread', { name: hopWord(t, hop) });
  const name = t('maps.name.hop', { name: hopWord(t, hop), kind: kindWord(t, hop), leads });
  const lets =
    hop.published === null ? [t('maps.publishedUnknown')] : (hop.published ?? []).map((port) => t('maps.publishedOne', { ...port }));
  const leaves =
    hop.leaving === null
      ? [t('maps.leavingUnknown')]
      : (hop.leaving ?? []).map((rule) => t('maps.leavingOne', { name: leaverOf(rule), addresses: formats.list([...rule.addresses]) }));
  const more = [...lets, ...leaves];
  return more.length > 0 ? t('maps.name.with', { name, more: formats.list(more) }) : name;
}

/** What a hop of a map is called; nothing for one that is not on it. */
function hopNameIn(map: VpcMap, t: Speech['t'], key: string | null): string {
  const hop = map.hops.find((one) => one.key === key);
  return hop ? hopWord(t, hop) : '';
}

/** By which way a subnet reaches the internet. */
function internetOf(map: VpcMap, { t, formats }: Speech, table: MapTable, subnet: MapSubnet): string {
  const { gates, unsure } = internetWaysOf(map, table);
  const whole = gates.flatMap(({ hop, part }) => (part === null ? [hopWord(t, hop)] : []));
  const ways = [
    ...(whole.length > 0 ? [t('maps.name.internet', { name: formats.list(whole) })] : []),
    ...gates.flatMap(({ hop, part }) =>
      part === null ? [] : [t('maps.name.internetPart', { name: hopWord(t, hop), destinations: formats.list([...part]) })],
    ),
    // By public addresses of their own go those whose packets no other route takes.
    ...(subnet.own !== null && subnet.own > 0 ? [t('maps.name.ownAddress', { n: subnet.own })] : []),
  ];
  const doubts = unsure.map(({ hop, destination }) => t('maps.name.internetBehind', { name: hopWord(t, hop), destination }));
  if (ways.length + doubts.length > 0) return formats.list([...ways, ...doubts]);
  return subnet.own === null || table.id === '' ? t('maps.name.internetUnknown') : t('maps.name.noInternet');
}

/** What passes, and what is wrong with it. */
function passingOf(t: Translate, words: VpcMapWords, beyond: MapBeyond): string[] {
  if (beyond.trouble?.code === 'not-led') return [t('maps.name.beyondUnled')];
  if (beyond.trouble?.code === 'led-by-dead') return [t('maps.name.beyondLost')];
  return [words.trouble(beyond), t(`maps.passes.${beyond.passes}`)];
}

/** The dead routes that are all that leads to a hop. */
function ledByDead({ tables }: VpcMap, { t, formats }: Speech, words: VpcMapWords, hop: MapHop): string {
  const dead = tables.flatMap((table) => table.routes.flatMap((route) => (route.gateway === hop.id ? [{ table, route }] : [])));
  return t('maps.name.ledByDead', {
    destinations: formats.list([...new Set(dead.map(({ route }) => route.destination))]),
    tables: formats.list([...new Set(dead.map(({ table }) => words.table(table)))]),
  });
}

function namesOf(map: VpcMap, speech: Speech, words: VpcMapWords): MapNames {
  const { t, formats } = speech;
  const internet = (table: MapTable, subnet: MapSubnet): string => internetOf(map, speech, table, subnet);
  const routeWord = (route: MapRoute): string =>
    route.hop === null
      ? t('maps.name.dead', { destination: route.destination, reason: words.route(route) })
      : t('maps.name.route', { destination: route.destination, hop: hopNameIn(map, t, route.hop) });
  const leads = (hop: MapHop): string => {
    const tables = tablesTo(map, hop);
    if (tables.length === 0 && hop.led === 'lost') return ledByDead(map, speech, words, hop);
    if (tables.length === 0) return t(hop.led === 'unknown' ? 'maps.name.ledUnknown' : 'maps.name.notLed');
    const destinations = [
      ...new Set(tables.flatMap(({ routes }) => routes.filter((route) => route.hop === hop.key).map(({ destination }) => destination))),
    ];
    return t('maps.name.ledBy', { destinations: formats.list(destinations), tables: formats.list(tables.map(words.table)) });
  };
  return {
    internet,
    kind: (hop) => kindWord(t, hop),
    title: (hop) => hopWord(t, hop),
    subnet: (subnet, table) => {
      const facts = {
        name: subnet.name || subnet.id,
        cidr: subnet.ipv6 ? formats.list([subnet.cidr, subnet.ipv6]) : subnet.cidr,
        zone: words.zone(subnet.zone),
        table: table.id === '' ? t('maps.unknown') : words.table(table),
        internet: internet(table, subnet),
      };
      return subnet.interfaces === null
        ? t('maps.name.interfacesUnknown', facts)
        : t('maps.name.subnet', { ...facts, n: subnet.interfaces });
    },
    table: (table) =>
      t('maps.name.table', {
        name: words.table(table),
        counts: words.counts(table),
        routes: table.id === '' ? t('maps.notKnown') : formats.list(table.routes.map(routeWord)) || t('maps.none'),
      }),
    hop: (hop) => nameOfHop(speech, hop, leads(hop)),
    stack: (hop) => t('maps.name.stack', { name: words.hop(hop), kind: kindWord(t, hop), n: hop.members.length }),
    beyond: (beyond) => {
      const facts = [
        formats.list((beyond.members ?? []).map(words.beyond)),
        formats.list([...beyond.blocks]),
        words.region(beyond),
        words.account(beyond),
        beyond.kind === 'internet' ? words.blocks(beyond) : '',
        ...passingOf(t, words, beyond),
      ];
      return t('maps.name.beyond', {
        name: words.beyond(beyond),
        kind: t(`maps.behind.${beyond.kind}`),
        facts: formats.list(facts.filter((fact) => fact !== '')),
      });
    },
  };
}

export interface VpcSpeech {
  readonly words: VpcMapWords;
  readonly names: MapNames;
}

/** Words and names of one map. */
export function useVpcWords(map: VpcMap, network: Pick<Network, 'known' | 'model'>): VpcSpeech {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const info = useConsole();
  const { known, model } = network;
  return useMemo(() => {
    const accounts = new Map((info?.accounts ?? []).map(({ id, uin, name }) => [uin ?? id, name]));
    const speech: Speech = {
      ...{ t, formats, language },
      called: (id) => known.get(id)?.name || id,
      accountName: (owner) => accounts.get(owner) || owner,
      owner: model.vpcs.find(({ id }) => id === map.id)?.account ?? '',
    };
    const words = pictureWords(speech, map);
    return { words, names: namesOf(map, speech, words) };
  }, [t, formats, language, info, known, model, map]);
}
