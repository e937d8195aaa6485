/** Whether anything leads to a gateway: one that no live route names carries nothing, however well it is itself. */
import { cidrOrNull } from '../../catalogue/address.ts';
import { blocksOverlap } from '../addresses/cidr.ts';
import { indexOf, rowOf, tablesOfVpc } from '../model/look-up.ts';
import type { NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { blockOfRoute } from './route-health.ts';
import { isOut, routesOfTable } from './routes.ts';

/** 'lost': routes name it, and all of them are dead or switched off; 'unknown': what was not read may be one. */
export type RoutesLead = 'led' | 'lost' | 'nothing' | 'unknown';

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
  const known = rowOf(index, 'vpcs', vpc);
  const wanted = blocks?.flatMap((block) => cidrOrNull(block) ?? []) ?? null;
  const all = tables.rows.flatMap(({ id }) => routesOfTable(index, id).filter(({ origin }) => origin === 'custom'));
  const fits = (route: (typeof all)[number]): boolean => {
    const block = blockOfRoute(route);
    return wanted === null || block === null || wanted.some((one) => blocksOverlap(one, block));
  };
  const through = all.filter((route) => route.gateway === gateway && fits(route));
  const live = through.filter((route) => route.status === 'active' && !isOut(route)).length;
  // A route to who knows where may lead here, and one for IPv6 is judged by nobody.
  const odd = all.find(({ row }) => row?.unread !== undefined && row.gateway === '');
  const doubt = through.find(({ status }) => status === 'unknown') ?? odd;
  const unsure = tables.more ?? known.missing ?? doubt?.reason ?? null;
  const lost = through.filter(({ status }) => status === 'dead').length;
  if (live > 0) return { leads: 'led', live, lost, unsure: null };
  if (unsure) return { leads: 'unknown', live, lost, unsure };
  return { leads: lost > 0 ? 'lost' : 'nothing', live, lost, unsure: null };
}
