/** Estates made for their map: VPCs over accounts and regions, peerings in every state, ways out. The same seed gives the same estate. */
import type { EstateMapWords } from '../maps/estate-words.ts';
import { emptyModel, type ModelPeering, type ModelRouteTable, type NetworkModel, type PeeringState } from '../model/model.ts';
import { seededChance } from './sample-rules.ts';

interface EstateSize {
  readonly vpcs: number;
  readonly lines: number;
  readonly accounts: number;
  readonly regions: number;
  /** Each with up to six VPCs in it. */
  readonly ccns?: number;
  /** Most VPCs have a tag that tells their team. */
  readonly tagged?: boolean;
}

const regionNames = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'ap-chengdu', 'ap-singapore', 'ap-chongqing'] as const;
const states: readonly PeeringState[] = ['active', 'active', 'active', 'pending', 'expired', 'rejected', 'unknown'];
const teams = ['store', 'web', 'data', '支付', 'a-very-long-name-of-a-team'] as const;

type CcnNetworks = Pick<NetworkModel, 'ccns' | 'ccnAttachments'>;

/** CCNs with VPCs of any account in them, in every state. */
function sampleCcns(rows: readonly { readonly id: string }[], n: number, below: (n: number) => number): CcnNetworks {
  const ccns = Array.from({ length: n }, (_, at) => ({ id: `ccn-${at}`, state: 'available' as const, name: `backbone ${at} 云联网` }));
  const ccnAttachments = ccns.flatMap(({ id }) => {
    const members = new Set(Array.from({ length: 1 + below(6) }, () => rows[below(rows.length)]?.id ?? ''));
    return [...members].map((vpc) => ({
      ...{ id: `${id} ${vpc}`, ccn: id, instance: vpc, type: 'VPC', state: states[below(states.length)] ?? ('active' as const) },
    }));
  });
  return { ccns, ccnAttachments };
}

export function sampleEstateModel({ vpcs, lines, accounts, regions, ccns = 0, tagged = false }: EstateSize, seed: number): NetworkModel {
  const next = seededChance(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const rows = Array.from({ length: vpcs }, (_, at) => ({
    ...{
      id: `vpc-${String(at).padStart(4, '0')}`,
      account: `10000000000${1 + below(accounts)}`,
      cidr: `10.${at & 255}.${(at >> 8) * 64}.0/18`,
    },
    ...{ region: regionNames[below(regions)] ?? regionNames[0], name: `${teams[at % teams.length]}-${at}` },
    ...(tagged && at % 9 !== 0 ? { tags: { team: teams[at % 3] ?? '' } } : {}),
  }));
  const peerings: ModelPeering[] = [];
  const seen = new Set<string>();
  for (let tries = 0; peerings.length < lines && tries < lines * 20; tries += 1) {
    // Every third leads to the same few VPCs, as hubs have it.
    const [a, b] = [rows[below(vpcs)], rows[tries % 3 === 0 ? below(Math.min(3, vpcs)) : below(vpcs)]];
    const pair = [a?.id, b?.id].sort().join(' ');
    if (!a || !b || a === b || seen.has(pair)) continue;
    seen.add(pair);
    peerings.push({
      ...{ id: `pcx-${peerings.length}`, vpcs: [a.id, b.id], state: states[below(states.length)] ?? 'active' },
      name: `peering ${peerings.length} 对等`,
    });
  }
  const far = new Map(rows.map(({ id, cidr }) => [id, cidr]));
  const tables = rows.map(
    ({ id }): ModelRouteTable => ({
      ...{ id: `rtb-${id}`, vpc: id, main: true, name: 'default' },
      routes: [
        ...peerings.flatMap((one) => {
          const at = one.vpcs.indexOf(id);
          const peer = at < 0 || next() < 0.25 ? undefined : one.vpcs[1 - at];
          return peer ? [{ destination: far.get(peer) ?? '', type: 'PEERCONNECTION', gateway: one.id }] : [];
        }),
        { destination: '0.0.0.0/0', type: 'NAT', gateway: `nat-${id}` },
      ],
    }),
  );
  const isGate = (at: number): boolean => at % 3 !== 2;
  return {
    ...emptyModel,
    ...sampleCcns(rows, ccns, below),
    vpcs: rows,
    subnets: rows.map(({ id, cidr }) => ({
      id: `subnet-${id}`,
      vpc: id,
      cidr: cidr.replace('/18', '/24'),
      zone: 'z-1',
      routeTable: `rtb-${id}`,
    })),
    routeTables: tables,
    peerings,
    natGateways: rows.flatMap(({ id }, at) =>
      isGate(at) ? [{ id: `nat-${id}`, vpc: id, state: 'available', eips: at % 4 === 0 ? [] : ['43.0.0.1'], name: 'out' }] : [],
    ),
    vpnGateways: rows.flatMap(({ id }, at) => (at % 5 === 0 ? [{ id: `vpngw-${id}`, vpc: id, state: 'available', name: 'vpn' }] : [])),
    vpnConnections: rows.flatMap(({ id }, at) =>
      at % 5 === 0
        ? Array.from({ length: 1 + (at % 6) }, (_, one) => ({
            ...{ id: `vpnx-${id}-${one}`, gateway: `vpngw-${id}`, state: 'available' as const, up: one % 2 === 0, name: `depot ${one}` },
            spds: [],
          }))
        : [],
    ),
  };
}

export const sampleEstateWords: EstateMapWords = {
  account: (account) => `Lanting Retail ${account}`,
  region: (region) => region.replace('ap-', ''),
  vpcs: (n, of) => (n === of ? `${n} VPCs` : `${n} of ${of} shown`),
  put: ({ grouping, tag }, closed) => (closed ? 'closed' : grouping === 'none' ? '' : `by ${tag || grouping}`),
  name: ({ name }) => name,
  range: ({ vpcs: [first] }) => first?.cidrs[0] ?? '',
  size: ({ vpcs }) => `${vpcs.length} VPCs`,
  share: (share) => (share === null ? '' : `${Math.round(share * 100)} %`),
  exit: ({ name, kind, addresses }) => name || `${kind} · ${addresses}`,
  more: (n) => `+${n}`,
  line: ({ links, state }) => {
    const name = links.length > 1 ? `${links.length} peerings` : (links[0]?.name ?? '');
    return state === 'good' ? { long: name, short: 'joined' } : { long: `${name} · ${state}`, short: state };
  },
};
