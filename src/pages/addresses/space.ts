/** What the page shows of a VPC's ranges: its space, and what is known to be taken in each subnet. Pure. */
import { type Cidr, cidrOrNull, contains, parseAddress } from '../../../catalogue/address.ts';
import type { ModelSubnet, ModelVpc, NetworkModel } from '../../../network/model/model.ts';
import { type SubnetSpace, subnetSpace, type VpcSpace, vpcSpace } from '../../../network/model/space.ts';
import type { ResourceFacts } from '../../network-model/assemble.ts';

export interface FilledSubnet {
  readonly row: ModelSubnet;
  readonly space: SubnetSpace;
}

export interface Space {
  readonly vpc: ModelVpc;
  readonly space: VpcSpace;
  /** Ascending by address. */
  readonly subnets: readonly FilledSubnet[];
}

const baseOf = (block: string): number => cidrOrNull(block)?.base ?? 0;

/** The space of every VPC, by account, region and address. @throws RangeError on a block that cannot be read. */
export function spacesOf(model: NetworkModel): Space[] {
  const subnets = groups(model.subnets);
  return model.vpcs.map((vpc): Space => {
    const own = subnets.get(vpc.id) ?? [];
    const filled = own.map((row): FilledSubnet => ({ row, space: subnetSpace(model, row.id) }));
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

/** The block that a text names; of an address, the block of it alone. Null for other texts. */
function soughtIn(text: string): Cidr | null {
  const address = parseAddress(text);
  return address === null ? cidrOrNull(text) : { base: address, prefix: 32 };
}

const shares = (block: string, sought: Cidr): boolean => {
  const own = cidrOrNull(block);
  return own !== null && (contains(own, sought) || contains(sought, own));
};

/** Where an address stands in one VPC: the subnet that has it, and the interface that bears it, as far as they are known. */
interface Bearer {
  readonly vpc: ModelVpc;
  readonly subnet: ModelSubnet | null;
  readonly interface: string | null;
}

/** Every VPC whose ranges hold the address, with its bearer there; null for a text that is no address. */
export function bearersOf(model: NetworkModel, spaces: readonly Space[], text: string): readonly Bearer[] | null {
  const address = parseAddress(text.trim());
  if (address === null) return null;
  const sought = { base: address, prefix: 32 };
  return spaces.flatMap(({ vpc, space, subnets }): Bearer[] => {
    if (!space.ranges.some(({ cidr }) => shares(cidr, sought))) return [];
    const subnet = subnets.find(({ row }) => shares(row.cidr, sought))?.row ?? null;
    const holder = model.interfaces.find((one) => one.vpc === vpc.id && one.addresses.some((own) => parseAddress(own.address) === address));
    return [{ vpc, subnet, interface: holder?.id ?? null }];
  });
}

/** True when the VPC, or one of its subnets, has the text in its name, id or block, or shares addresses with what it names. */
export function matches({ vpc, space, subnets }: Space, known: ReadonlyMap<string, ResourceFacts>, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const sought = soughtIn(wanted);
  if (
    sought &&
    [vpc.cidr, ...space.ranges.map(({ cidr }) => cidr), ...subnets.map(({ row }) => row.cidr)].some((own) => shares(own, sought))
  )
    return true;
  const has = (id: string, cidr: string): boolean =>
    [id, cidr, known.get(id)?.name ?? ''].some((part) => part.toLowerCase().includes(wanted));
  return has(vpc.id, vpc.cidr) || subnets.some(({ row }) => has(row.id, row.cidr));
}
