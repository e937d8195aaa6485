/** Whether anything leads to a gateway: one that no live route names carries nothing, however well it is itself. */
import { meetIps, parseIp, parseIpBlock } from '../addresses/ip.ts';
import {
  absence,
  blocksOf,
  indexOf,
  type ModelIndex,
  notRead,
  publicAt,
  rowOf,
  subnetsOf,
  tableOf,
  tablesOfVpc,
} from '../model/look-up.ts';
import type { ModelEip, NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { blockOfRoute } from './route-health.ts';
import { isOut, routesOfTable } from './routes.ts';

/** 'lost': routes name it, and all of them are dead or switched off; 'unknown': what was not read may be one. */
type RoutesLead = 'led' | 'lost' | 'nothing' | 'unknown';

export interface GatewayLeads {
  readonly leads: RoutesLead;
  /** Routes that carry something to it, as far as is known. */
  readonly live: number;
  /** Routes that name it and carry nothing. */
  readonly lost: number;
  /** Only for 'unknown': what was not read. */
  readonly unsure: Reason | null;
}

/** What a gateway's routes must be for: null is anything, else one of these blocks at least. */
type Blocks = readonly string[] | null;

/** The routes of a VPC's tables that lead to a gateway; with `blocks`, of those that take part of one of them. */
export function gatewayLeads(model: NetworkModel, vpc: string, gateway: string, blocks: Blocks = null): GatewayLeads {
  const index = indexOf(model);
  const tables = tablesOfVpc(index, vpc);
  const vpcRow = rowOf(index, 'vpcs', vpc);
  const cidrs = blocks?.flatMap((block) => parseIpBlock(block) ?? []) ?? null;
  const all = tables.rows.flatMap(({ id }) => routesOfTable(index, id).filter(({ origin }) => origin === 'custom'));
  const fits = (route: (typeof all)[number]): boolean => {
    const block = blockOfRoute(route);
    return cidrs === null || block === null || cidrs.some((one) => meetIps(one, block));
  };
  const through = all.filter((route) => route.gateway === gateway && fits(route));
  const live = through.filter((route) => route.status === 'active' && !isOut(route)).length;
  // A route to who knows where may lead here.
  const odd = all.find(({ row }) => row?.unread !== undefined && row.gateway === '');
  const doubt = through.find(({ status }) => status === 'unknown') ?? odd;
  const unsure = tables.more ?? vpcRow.missing ?? doubt?.reason ?? null;
  const lost = through.filter(({ status }) => status === 'dead').length;
  if (live > 0) return { leads: 'led', live, lost, unsure: null };
  if (unsure) return { leads: 'unknown', live, lost, unsure };
  return { leads: lost > 0 ? 'lost' : 'nothing', live, lost, unsure: null };
}

// What answers at an elastic IP.

type EipLeads =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'interface';
      readonly interface: string;
      readonly address: string;
      readonly instance: string | null | undefined;
      readonly subnet: string;
      readonly vpc: string;
    }
  | {
      readonly kind: 'nat-gateway';
      readonly id: string;
      /** null: the gateway's row is not there. */
      readonly vpc: string | null;
      /** Subnets that send something to the gateway. */
      readonly subnets: readonly string[];
      /** Why there may be others, or some of these send nothing. */
      readonly unsure: Reason | null;
    }
  /** Something that the model does not have: a load balancer, say. */
  | { readonly kind: 'other'; readonly id: string }
  | { readonly kind: 'unknown'; readonly reason: Reason };

const unknown = (reason: Reason): EipLeads => ({ kind: 'unknown', reason });

type NatLeads = Extract<EipLeads, { readonly kind: 'nat-gateway' }>;

/** What stands behind a NAT gateway. */
export const natLeads = (model: NetworkModel, id: string): NatLeads => throughNat(indexOf(model), id);

function throughNat(index: ModelIndex, id: string): NatLeads {
  const nat = rowOf(index, 'natGateways', id);
  if (!nat.row) return { kind: 'nat-gateway', id, vpc: null, subnets: [], unsure: absence(nat, 'natGateways', id) };
  const { rows, more } = subnetsOf(index, nat.row.vpc);
  const tables = rows.map(({ of }) => ({ subnet: of.id, table: tableOf(index, of) }));
  const subnets = tables.filter(({ table }) =>
    routesOfTable(index, table.row?.id ?? null).some((route) => route.gateway === id && !isOut(route)),
  );
  // Without the VPC's blocks a route that never acts, because it lies within them, cannot be told from one that does.
  const unsure = more ?? tables.find(({ table }) => table.missing)?.table.missing ?? blocksOf(index, nat.row.vpc).missing ?? null;
  return { kind: 'nat-gateway', id, vpc: nat.row.vpc, subnets: subnets.map(({ subnet }) => subnet), unsure };
}

/** Why nobody is known to hold an EIP that is bound to something. */
function heldByNobody(index: ModelIndex, eip: ModelEip): EipLeads {
  const bound = eip.boundTo;
  if (bound === null) return { kind: 'nothing' };
  if (bound === undefined) {
    const gap = notRead(index, 'natGateways') ?? notRead(index, 'interfaces');
    return unknown(gap ?? { code: 'eip-binding-not-known', id: eip.id });
  }
  if ('natGateway' in bound) return throughNat(index, bound.natGateway);
  if ('other' in bound) return { kind: 'other', id: bound.other };
  const id = 'interface' in bound ? bound.interface : bound.instance;
  return unknown(absence({ missing: notRead(index, 'interfaces') }, 'interfaces', id));
}

/** The interface, or the gateway with the subnets behind it, at which an EIP ends. For tests. */
export function eipLeads(model: NetworkModel, id: string): EipLeads {
  const index = indexOf(model);
  const eip = rowOf(index, 'eips', id);
  if (!eip.row) return unknown(absence(eip, 'eips', id));
  const publicHolder = publicAt(index, parseIp(eip.row.address) ?? -1).row;
  if (publicHolder?.nat) return throughNat(index, publicHolder.nat.id);
  if (!publicHolder?.holder) return heldByNobody(index, eip.row);
  const { interface: one, address } = publicHolder.holder;
  return { kind: 'interface', interface: one.id, address: address.address, instance: one.instance, subnet: one.subnet, vpc: one.vpc };
}
