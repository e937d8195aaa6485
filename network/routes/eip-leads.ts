/** What answers at an elastic IP. */

import { parseAddress } from '../../catalogue/address.ts';
import { absence, indexOf, type ModelIndex, notRead, publicAt, rowOf, subnetsOf, tableOf } from '../model/look-up.ts';
import type { ModelEip, NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { isOut, routesOfTable } from './routes.ts';

export type EipLeads =
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
      /** Why there may be others. */
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
  const unsure = more ?? tables.find(({ table }) => table.missing)?.table.missing ?? null;
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

/** The interface, or the gateway with the subnets behind it, at which an EIP ends. */
export function eipLeads(model: NetworkModel, id: string): EipLeads {
  const index = indexOf(model);
  const eip = rowOf(index, 'eips', id);
  if (!eip.row) return unknown(absence(eip, 'eips', id));
  const found = publicAt(index, parseAddress(eip.row.address) ?? -1).row;
  if (found?.nat) return throughNat(index, found.nat.id);
  if (!found?.holder) return heldByNobody(index, eip.row);
  const { interface: one, address } = found.holder;
  return { kind: 'interface', interface: one.id, address: address.address, instance: one.instance, subnet: one.subnet, vpc: one.vpc };
}
