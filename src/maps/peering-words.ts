/** What the picture of a peering says, in the language of the page: drawn, listed, and as accessible names. */
import { useMemo } from 'react';
import { regionName } from '../../catalogue/regions.ts';
import { leavesBy, type PeeringMap, type PeeringRoute, type PeeringSide, type PeeringTable } from '../../network/maps/peering-map.ts';
import type { PeeringWords } from '../../network/maps/peering-scene.ts';
import { type Formats, type Translate, useFormats, useLanguage, useT } from '../i18n/index.ts';
import { useConsole } from '../lib/scope.ts';
import { calledIn } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { reasonWord } from './words.ts';

type Called = (id: string) => string;

/** The account that owns an end, by its uin; '' where nobody has told. */
export type Owners = readonly [string, string];

export interface PeeringSpeech {
  readonly words: PeeringWords;
  /** What subnets of a table do not reach; '' for nothing. */
  readonly lack: (table: PeeringTable) => string;
  readonly nameOf: (key: string) => string;
}

function routeWord(t: Translate, called: Called, { fate, reason, gateway }: PeeringRoute): string {
  switch (fate) {
    case 'live':
      return '';
    case 'missing':
      return t('maps.lacks');
    case 'elsewhere':
      return t('maps.peering.elsewhere', { gateway: called(gateway) });
    default:
      return reasonWord(t, called, { reason, gateway });
  }
}

function stateWord(t: Translate, { state, carries, overlaps }: PeeringMap): string {
  switch (state) {
    case null:
      return t(overlaps.length > 0 ? 'maps.legend.overlap' : 'maps.peering.none');
    case 'active':
      return t(`maps.peering.carries.${carries ?? 'unknown'}`);
    case 'unknown':
      return t('maps.notKnown');
    default:
      return t(`maps.state.${state}`);
  }
}

/** What passes through it, and why not more does. */
function passesWord(t: Translate, called: Called, map: PeeringMap): string {
  const { state, carries, missing, overlaps } = map;
  const [a, b] = map.sides;
  if (state === null) return t(overlaps.length > 0 ? 'maps.peering.overlap' : 'maps.peering.apart');
  if (state !== 'active') return t(`maps.peering.passes.${state}`);
  if (carries === 'both' || carries === 'nothing') return t(`maps.peering.passes.${carries}`);
  if (carries === 'part') return t('maps.peering.passes.part', { n: missing.length });
  if (carries !== 'one-way') return t('maps.peering.passes.notKnown');
  const [from, to] = leavesBy(map, a) ? [a, b] : [b, a];
  return t('maps.peering.passes.one-way', { from: called(from.id), to: called(to.id) });
}

/** At most three of a list, and how many more. */
function few(t: Translate, formats: Formats, names: readonly string[]): string {
  const shown = names.slice(0, 3);
  return formats.list(names.length > shown.length ? [...shown, t('maps.peering.more', { n: names.length - shown.length })] : shown);
}

interface NameParts extends Pick<PeeringSpeech, 'words' | 'lack'> {
  readonly map: PeeringMap;
  readonly t: Translate;
  readonly formats: Formats;
}

/** Names of what can be reached on the picture, which say what it shows. */
function namesOf({ words, lack, map, t, formats }: NameParts): (key: string) => string {
  const found = new Map<string, string>();
  found.set(map.key, t('maps.peering.name', { name: words.peering, state: words.state, passes: words.passes }));
  for (const side of map.sides) {
    const lacking = side.tables.filter((table) => table.lack !== null).length;
    const told =
      side.tables.length === 0 ? words.none(side) : lacking > 0 ? t('maps.peering.lacking', { n: lacking }) : t('maps.peering.complete');
    const facts = [words.place(side), ...side.ranges].filter(Boolean).join(', ');
    found.set(
      side.key,
      t('maps.peering.end', { name: words.vpc(side), facts, told: map.state === 'active' || !side.vpc ? told : words.state }),
    );
    for (const table of side.tables) {
      const routes = table.routes.map((route) => `${route.destination} ${words.route(route) || t('maps.works')}`);
      const name = t('maps.name.table', { name: words.table(table), counts: words.counts(table), routes: formats.list(routes) });
      found.set(table.key, lack(table) === '' ? name : t('maps.name.with', { name, more: lack(table) }));
    }
  }
  return (key) => found.get(key) ?? key;
}

export function usePeeringWords(map: PeeringMap, network: Pick<Network, 'known' | 'model'>, owners: Owners | undefined): PeeringSpeech {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const info = useConsole();
  return useMemo(() => {
    const called: Called = (id) => calledIn(network, id);
    const accountName = (uin: string): string => info?.accounts.find((account) => account.uin === uin)?.name ?? (uin ? `UIN ${uin}` : '');
    const ownerOf = ({ id, vpc }: PeeringSide): string => vpc?.account ?? owners?.[map.sides[0].id === id ? 0 : 1] ?? '';
    const other = ({ id }: PeeringSide): PeeringSide => (map.sides[0].id === id ? map.sides[1] : map.sides[0]);
    const words: PeeringWords = {
      vpc: ({ id, vpc }) => vpc?.name || called(id),
      place: (side) => [side.vpc ? regionName(side.vpc.region, language) : '', accountName(ownerOf(side))].filter(Boolean).join(' · '),
      table: ({ id, name }) => name || id,
      counts: ({ subnets, main }) =>
        [subnets === null ? t('maps.subnetsNotKnown') : t('maps.subnets', { n: subnets }), main ? t('maps.main') : '']
          .filter(Boolean)
          .join(' · '),
      route: (route) => routeWord(t, called, route),
      none: (side) => {
        if (side.vpc) return t(side.unread ? 'maps.routesNotKnown' : 'maps.noRouteThere');
        return t('maps.peering.foreign', { ranges: formats.list(other(side).ranges), peering: map.peering?.id ?? '' });
      },
      peering: map.peering ? map.peering.name || map.peering.id : t('maps.peering.noName'),
      state: stateWord(t, map),
      passes: passesWord(t, called, map),
      more: (n) => t('maps.more', { n }),
      moreTables: (n) => t('maps.peering.moreTables', { n }),
    };
    const namesBy = new Map(network.model.subnets.map(({ id, name }) => [id, name || id]));
    const lack = ({ lack: gap }: PeeringTable): string =>
      gap === null
        ? ''
        : t('maps.peering.unreached', {
            subnets: few(
              t,
              formats,
              gap.subnets.map((id) => namesBy.get(id) ?? id),
            ),
            peer: few(
              t,
              formats,
              gap.unreached.map((id) => namesBy.get(id) ?? id),
            ),
          });
    return { words, lack, nameOf: namesOf({ words, lack, map, t, formats }) };
  }, [map, network, owners, info, t, formats, language]);
}
