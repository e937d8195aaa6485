/** What the page shows of a VPC's ranges: its space, and what is known to be taken in each subnet. Pure. */
import { cidrOrNull } from '../../../catalogue/address.ts';
import {
  type ModelSubnet,
  type ModelVpc,
  type NetworkModel,
  type SubnetSpace,
  subnetSpace,
  type VpcSpace,
  vpcSpace,
} from '../../../network/index.ts';
import type { Known } from '../../network-model/assemble.ts';

export interface Filled {
  readonly row: ModelSubnet;
  readonly space: SubnetSpace;
}

export interface Space {
  readonly vpc: ModelVpc;
  readonly space: VpcSpace;
  /** Ascending by address. */
  readonly subnets: readonly Filled[];
}

const baseOf = (block: string): number => cidrOrNull(block)?.base ?? 0;

/** The space of every VPC, by account, region and address. @throws RangeError on a block that cannot be read. */
export function spacesOf(model: NetworkModel): Space[] {
  const subnets = groups(model.subnets);
  return model.vpcs.map((vpc): Space => {
    const own = subnets.get(vpc.id) ?? [];
    const filled = own.map((row): Filled => ({ row, space: subnetSpace(model, row.id) }));
    return { vpc, space: vpcSpace(model, vpc.id), subnets: filled.toSorted((a, b) => baseOf(a.row.cidr) - baseOf(b.row.cidr)) };
  });
}

function groups(rows: readonly ModelSubnet[]): Map<string, ModelSubnet[]> {
  const found = new Map<string, ModelSubnet[]>();
  for (const row of rows) {
    const group = found.get(row.vpc);
    if (group) group.push(row);
    else found.set(row.vpc, [row]);
  }
  return found;
}

/** True when the VPC, or one of its subnets, has the text in its name, id or block. */
export function matches({ vpc, subnets }: Space, known: ReadonlyMap<string, Known>, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const has = (id: string, cidr: string): boolean =>
    [id, cidr, known.get(id)?.name ?? ''].some((part) => part.toLowerCase().includes(wanted));
  return has(vpc.id, vpc.cidr) || subnets.some(({ row }) => has(row.id, row.cidr));
}
