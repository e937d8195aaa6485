/** Whether public addresses of interfaces' own are of use: a packet goes out by one where no route, or one of type EIP, takes it. */
import { familyOf, familyOfText, type IpAddress } from '../addresses/ip.ts';
import { outsideOf } from '../addresses/public-addresses.ts';
import type { AddressFamily } from '../addresses/ranges.ts';
import { type ModelIndex, memoize, publicAddressOf, publicAt, publicFault, tableOf } from '../model/look-up.ts';
import type { ModelAddress, ModelInterface, ModelSubnet } from '../model/model.ts';
import { blockOfRoute } from './route-health.ts';
import { nextHopOf } from './routes.ts';

const after = (address: IpAddress): IpAddress => (typeof address === 'bigint' ? address + 1n : address + 1);

/** One address of every stretch of the internet that the same routes of the subnet's table take. */
function probesOf(index: ModelIndex, subnet: ModelSubnet, family: AddressFamily): IpAddress[] {
  const outside = outsideOf(family);
  const routes = tableOf(index, subnet).row?.routes ?? [];
  const edges = routes.flatMap((row) => {
    const block = blockOfRoute(row);
    return block && familyOf(block.from) === family ? [block.from, after(block.to)] : [];
  });
  return [...outside.map(({ from }) => from), ...edges.filter((edge) => outside.some(({ from, to }) => edge >= from && edge <= to))];
}

/** True where some address of the internet is left to own addresses, null where that is not known. */
function leftToOwn(index: ModelIndex, subnet: ModelSubnet, family: AddressFamily): boolean | null {
  let isKnown = true;
  for (const address of probesOf(index, subnet, family)) {
    const next = nextHopOf(index, subnet.id, address);
    if (next.kind === 'public-address' || (next.kind === 'route' && next.route.type === 'EIP')) return true;
    if (next.kind === 'not-known') isKnown = false;
    if (next.kind === 'unknown' && next.route.type === 'EIP') isKnown = false;
    if (next.kind === 'several' && next.routes.some(({ type }) => type === 'EIP')) isKnown = false;
  }
  return isKnown ? false : null;
}

/** Whether the table of the subnet leaves some of the internet to own addresses; null: not known. */
export function leavesToOwn(index: ModelIndex, subnet: ModelSubnet, family: AddressFamily): boolean | null {
  const table = tableOf(index, subnet).row;
  return table ? memoize(index, `own way ${table.id} ${family}`, () => leftToOwn(index, subnet, family)) : null;
}

function addressReaches(index: ModelIndex, subnet: ModelSubnet, one: ModelInterface, address: ModelAddress): boolean | null {
  const family = familyOfText(address.address);
  const own = publicAddressOf(index, one, address);
  // What an IPv6 address may do on the internet is seldom told: only what is known counts.
  if (own.row === null && (family === 'IPv6' || !own.missing)) return false;
  const leaves = leavesToOwn(index, subnet, family);
  if (leaves !== true) return leaves;
  if (own.row === null) return null;
  const holder = publicAt(index, own.row).row;
  const fault = holder && publicFault(index, holder);
  return fault?.missing ? null : fault?.row !== true;
}

/** Whether an interface of the subnet reaches the internet by a public address of its own; null: not known. */
export function reachesByOwn(index: ModelIndex, subnet: ModelSubnet, one: ModelInterface): boolean | null {
  const each = one.addresses.map((address) => addressReaches(index, subnet, one, address));
  return each.includes(true) ? true : each.includes(null) ? null : false;
}
