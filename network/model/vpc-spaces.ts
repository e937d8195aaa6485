/** What the page shows of a VPC's ranges: its space, and what is known to be taken in each subnet. Pure. */
import { cidrOrNull } from '../../catalogue/address.ts';
import { type IpInterval, meetIps, parseIp, parseIpBlock } from '../addresses/ip.ts';
import type { ModelInterface, ModelSubnet, ModelVpc, NetworkModel } from './model.ts';
import { type SubnetSpace, subnetSpace, type VpcSpace, vpcSpace } from './space.ts';

export interface SubnetInSpace {
  readonly row: ModelSubnet;
  readonly space: SubnetSpace;
}

export interface VpcInSpace {
  readonly vpc: ModelVpc;
  readonly space: VpcSpace;
  /** Ascending by address. */
  readonly subnets: readonly SubnetInSpace[];
}

const baseOf = (block: string): number => cidrOrNull(block)?.base ?? 0;

/** The space of every VPC, by account, region and address. @throws RangeError on a block that cannot be read. */
export function spacesOf(model: NetworkModel): VpcInSpace[] {
  const subnets = groups(model.subnets);
  return model.vpcs.map((vpc): VpcInSpace => {
    const own = subnets.get(vpc.id) ?? [];
    const filled = own.map((row): SubnetInSpace => ({ row, space: subnetSpace(model, row.id) }));
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

/** The addresses that a text names, of either family; null for other texts. */
function soughtIn(text: string): IpInterval | null {
  const address = parseIp(text);
  return address === null ? parseIpBlock(text) : { from: address, to: address };
}

const shares = (block: string, sought: IpInterval): boolean => {
  const own = parseIpBlock(block);
  return own !== null && meetIps(own, sought);
};

/** All blocks of a VPC, of both families. */
const blocksOf = ({ vpc, space }: VpcInSpace): string[] => [vpc.cidr, ...space.ranges.map(({ cidr }) => cidr), ...(vpc.ipv6Cidrs ?? [])];

const blocksOfSubnet = ({ cidr, ipv6Cidr }: ModelSubnet): string[] => (ipv6Cidr ? [cidr, ipv6Cidr] : [cidr]);

/** Where an address stands in one VPC: the subnet that has it, and the interface that bears it, as far as they are known. */
interface Bearer {
  readonly vpc: ModelVpc;
  readonly subnet: ModelSubnet | null;
  readonly interface: string | null;
}

/** Every VPC whose ranges hold the address, with its bearer there; null for a text that is no address. */
export function bearersOf(model: NetworkModel, spaces: readonly VpcInSpace[], text: string): readonly Bearer[] | null {
  const address = parseIp(text.trim());
  if (address === null) return null;
  const sought = { from: address, to: address };
  return spaces.flatMap((one): Bearer[] => {
    const { vpc, subnets } = one;
    if (!blocksOf(one).some((cidr) => shares(cidr, sought))) return [];
    const subnet = subnets.find(({ row }) => blocksOfSubnet(row).some((cidr) => shares(cidr, sought)))?.row ?? null;
    const bears = ({ addresses, ipv6Addresses = [] }: ModelInterface): boolean =>
      [...addresses, ...ipv6Addresses].some((own) => parseIp(own.address) === address);
    const holder = model.interfaces.find((other) => other.vpc === vpc.id && bears(other));
    return [{ vpc, subnet, interface: holder?.id ?? null }];
  });
}

/** True when the VPC, or one of its subnets, has the text in its name, id or block, or shares addresses with what it names. */
export function matchesVpc(one: VpcInSpace, known: ReadonlyMap<string, { readonly name: string }>, text: string): boolean {
  const { vpc, subnets } = one;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const sought = soughtIn(wanted);
  if (sought && [...blocksOf(one), ...subnets.flatMap(({ row }) => blocksOfSubnet(row))].some((own) => shares(own, sought))) return true;
  const has = (id: string, blocks: readonly string[]): boolean =>
    [id, ...blocks, known.get(id)?.name ?? ''].some((part) => part.toLowerCase().includes(wanted));
  return has(vpc.id, blocksOf(one)) || subnets.some(({ row }) => has(row.id, blocksOfSubnet(row)));
}
