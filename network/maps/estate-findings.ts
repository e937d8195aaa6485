/** What leaves a VPC other than to another VPC of the map, and what is wrong with it. */
import type { GatewayLeads } from '../routes/leads.ts';
import { type MapBeyond, type MapHop, placesBehind, type WayState } from './map-hop.ts';
import { byText } from './order.ts';
import type { VpcMap } from './vpc-map.ts';
import type { MapRoute, MapTable } from './vpc-tables.ts';
import { worstOf } from './way-states.ts';

export interface EstateExit {
  readonly key: string;
  /** 'peer': a VPC that is not on the map. */
  readonly kind: 'internet' | 'remote' | 'data-centre' | 'peer';
  readonly id: string;
  readonly name: string;
  /** Public addresses, of the internet, else 0; null: not known, for a list that has some was not read. */
  readonly addresses: number | null;
  readonly blocks: readonly string[];
  readonly state: WayState;
  /** Routes lead to it, and all of them are dead. */
  readonly led?: 'by-dead';
}

/** What the map of a VPC finds; and what the estate's does. */
type MapFinding =
  | { readonly level: 'danger' | 'warning'; readonly kind: 'route'; readonly table: MapTable; readonly route: MapRoute }
  | { readonly level: 'danger' | 'warning'; readonly kind: 'beyond'; readonly hop: MapHop; readonly beyond: MapBeyond }
  /** No live route leads to the hop; `dead`: dead ones do. */
  | { readonly level: 'warning'; readonly kind: 'unused'; readonly hop: MapHop; readonly dead: boolean };

/** How a VPC stands in a CCN. `id`: the CCN's. */
type CcnPlace = Pick<MapBeyond, 'id' | 'state' | 'trouble'>;

/** 'place': that of a VPC in a CCN. */
export type Finding = MapFinding | { readonly level: 'danger' | 'warning'; readonly kind: 'place'; readonly place: CcnPlace };

/** What leads to a gateway of the VPC. */
type LeadsOf = (gateway: string) => GatewayLeads['leads'];

const ledOf = ({ trouble }: MapBeyond): Pick<EstateExit, 'led'> => (trouble?.code === 'led-by-dead' ? { led: 'by-dead' } : {});

/** A gateway that no route names carries nothing. */
function stateOf(leadsOf: LeadsOf, { id }: MapHop, { state }: MapBeyond): WayState {
  if (state !== 'good') return state;
  const leads = leadsOf(id);
  return leads === 'led' ? 'good' : leads === 'unknown' ? 'unknown' : 'missing';
}

/** A way to the internet: by a gateway, or by addresses of interfaces ('' as its id). */
interface InternetWay {
  readonly id: string;
  readonly name: string;
  readonly state: WayState;
  /** Those that nothing stops; null: not known. */
  readonly addresses: readonly string[] | null;
  readonly led?: 'by-dead';
}

/** What tells how the exits of a VPC stand. */
interface ExitGround {
  readonly leadsOf: LeadsOf;
  /** A list of gateways with public addresses was not read. */
  readonly unread: boolean;
  readonly isOnMap: (vpc: string) => boolean;
  /** The cloud, or an unpaid bill, stops the public address. */
  readonly isStopped: (address: string) => boolean;
}

/** A way all of whose addresses are stopped carries nothing. */
function wayOf(way: InternetWay, isStopped: ExitGround['isStopped']): InternetWay {
  const free = way.addresses?.filter((address) => !isStopped(address)) ?? null;
  if (free?.length !== 0 || !way.addresses?.length) return { ...way, addresses: free };
  return way.state === 'good' || way.state === 'dead' ? { ...way, state: 'dead' } : { ...way, addresses: free };
}

function waysOf(map: VpcMap, { leadsOf, isStopped }: ExitGround): InternetWay[] {
  const gates = map.hops.flatMap((hop) =>
    hop.beyond.flatMap((beyond): InternetWay[] =>
      beyond.kind === 'internet'
        ? [
            {
              id: hop.id,
              name: hop.kind === 'own' ? '' : hop.name || hop.id,
              state: stateOf(leadsOf, hop, beyond),
              addresses: beyond.addresses ?? null,
              ...ledOf(beyond),
            },
          ]
        : [],
    ),
  );
  const own = map.tables.flatMap(({ subnets }) => subnets.flatMap(({ publicAddresses }) => publicAddresses ?? []));
  const [free, stopped] = [own.filter((address) => !isStopped(address)), own.filter(isStopped)];
  const owned = [
    { addresses: free, state: 'good' as const },
    { addresses: stopped, state: 'dead' as const },
  ].flatMap((one): InternetWay[] => (one.addresses.length > 0 ? [{ ...one, id: '', name: '' }] : []));
  return [...gates.map((way) => wayOf(way, isStopped)), ...owned];
}

/** One exit for all ways that work, with their addresses; what does not work is an exit of its own, by its gateway. */
function internetOf(map: VpcMap, ground: ExitGround): EstateExit[] {
  const ways = waysOf(map, ground);
  if (ways.length === 0) return [];
  const states = ways.map(({ state }) => state);
  // Where none works, one of which that is not known may.
  const state = (['good', 'unknown'] as const).find((one) => states.includes(one)) ?? worstOf(states);
  // A subnet whose interfaces were not read may have more, and so may a gateway that is not there.
  const partly = ground.unread || map.tables.some(({ subnets }) => subnets.some(({ publicAddresses }) => publicAddresses === null));
  const base = { kind: 'internet', blocks: [] } as const;
  const told = ways.filter((way) => way.state === state);
  const unsure = partly || told.some(({ addresses }) => addresses === null);
  const addresses = unsure ? null : new Set(told.flatMap((way) => way.addresses ?? [])).size;
  return [
    {
      ...base,
      key: `exit:${map.id}:internet`,
      id: '',
      name: '',
      addresses,
      state,
      ...(told.every(({ led }) => led) ? { led: 'by-dead' } : {}),
    },
    ...ways
      .filter((way) => way.state !== state)
      .map((way): EstateExit => {
        const { addresses: own, ...rest } = way;
        return { ...base, ...rest, key: `exit:${map.id}:internet:${way.id}`, addresses: own?.length ?? null };
      })
      .sort((a, b) => byText(a.name, b.name) || byText(a.key, b.key)),
  ];
}

/** The internet first, then sites by name, data centres, VPCs that nobody here can read. */
export function exitsOf(map: VpcMap, ground: ExitGround): EstateExit[] {
  const { leadsOf, isOnMap } = ground;
  const of = (kind: MapBeyond['kind'], as: EstateExit['kind']): EstateExit[] =>
    // What is behind a CCN is told there, once for all networks in it.
    map.hops
      .filter((hop) => hop.kind !== 'ccn')
      .flatMap((hop) =>
        placesBehind(hop).flatMap((beyond): EstateExit[] => {
          if (beyond.kind !== kind || (kind === 'vpc' && isOnMap(beyond.id))) return [];
          const name = kind === 'data-centre' ? hop.name : beyond.name;
          const id = kind === 'data-centre' ? hop.id : beyond.id;
          return [
            {
              ...{ key: `exit:${beyond.key}`, kind: as, id, name, addresses: 0, blocks: beyond.blocks },
              ...{ state: stateOf(leadsOf, hop, beyond), ...ledOf(beyond) },
            },
          ];
        }),
      )
      .sort((a, b) => byText(a.name, b.name) || byText(a.key, b.key));
  return [...internetOf(map, ground), ...of('remote', 'remote'), ...of('data-centre', 'data-centre'), ...of('vpc', 'peer')];
}

const dangers: ReadonlySet<WayState> = new Set(['dead', 'overlap']);
const troubles: ReadonlySet<WayState> = new Set(['dead', 'overlap', 'missing', 'expired']);

/** It carries nothing for want of a route: a finding of its hop. */
const isUnled = ({ trouble }: MapBeyond): boolean => trouble?.code === 'not-led' || trouble?.code === 'led-by-dead';

/** What leads to a hop whose every way is told by its own finding. */
const unled: ReadonlySet<string> = new Set(['nothing', 'lost']);

/** Dead routes, ways beyond that carry nothing or only part, gateways that no route leads to: the worst first. */
export function findingsOf(map: VpcMap, leadsOf: LeadsOf): MapFinding[] {
  const routes = map.tables.flatMap((table) =>
    table.routes.flatMap((route): MapFinding[] => (route.fate === 'dead' ? [{ level: 'danger', kind: 'route', table, route }] : [])),
  );
  const beyond = map.hops.flatMap((hop) =>
    placesBehind(hop).flatMap((one): MapFinding[] =>
      // How another network's place in a CCN stands is that network's trouble; this one's own kills its routes.
      troubles.has(one.state) && !(isUnled(one) && unled.has(leadsOf(hop.id))) && !(hop.kind === 'ccn' && one.trouble?.code === 'state')
        ? [{ level: dangers.has(one.state) ? 'danger' : 'warning', kind: 'beyond', hop, beyond: one }]
        : [],
    ),
  );
  const unused = map.hops.flatMap((hop): MapFinding[] =>
    hop.kind !== 'unread' &&
    !(hop.kind === 'ccn' && hop.beyond.length === 0) &&
    unled.has(leadsOf(hop.id)) &&
    hop.beyond.every((one) => one.state === 'good' || isUnled(one))
      ? [{ level: 'warning', kind: 'unused', hop, dead: leadsOf(hop.id) === 'lost' }]
      : [],
  );
  return worstFirst([...routes, ...beyond, ...unused]);
}

const worstFirst = <T extends Finding>(all: readonly T[]): T[] => [
  ...all.filter(({ level }) => level === 'danger'),
  ...all.filter(({ level }) => level === 'warning'),
];

/** What each network of the CCN has to say of the VPC's own place there. */
function isOfPlace({ trouble }: MapBeyond, place: CcnPlace): boolean {
  if (trouble?.code === 'no-ccn-way-back') return true;
  return (trouble?.code === 'ccn-overlap' || trouble?.code === 'ccn-routes-off') && trouble.code === place.trouble?.code;
}

/** With what is wrong with the VPC's places in CCNs, told once: not again for each network that has no way back. */
export function withPlaces(findings: readonly Finding[], all: readonly CcnPlace[]): Finding[] {
  const places = all.filter(({ state }) => troubles.has(state));
  const isTold = (finding: Finding): boolean =>
    (finding.kind === 'beyond' && places.some((place) => place.id === finding.hop.id && isOfPlace(finding.beyond, place))) ||
    (finding.kind === 'unused' && places.some(({ id, trouble }) => id === finding.hop.id && trouble?.code === 'no-way-there'));
  const told = places.map((place): Finding => ({ level: dangers.has(place.state) ? 'danger' : 'warning', kind: 'place', place }));
  return worstFirst([...told, ...findings.filter((one) => !isTold(one))]);
}
