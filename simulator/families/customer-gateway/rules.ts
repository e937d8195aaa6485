/** What holds for customer gateways in both generations. Refusals differ in their codes, which callers hand in. */
import { parseAddress, privateRanges, sizeOf } from '../../../catalogue/address.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { blockersOf, listBlockers } from '../../rules/blockers.ts';
import { nextNumber } from '../../rules/counter.ts';
import { rowOf } from '../../rules/rows.ts';
import { cloudTime } from '../../world/clock.ts';
import { type CustomerGatewayRow, customerGatewayTable } from './table.ts';

export interface CustomerGatewayCodes {
  readonly notFound: string;
  readonly overQuota: string;
  /** The account has a customer gateway with this address. */
  readonly duplicate: string;
  /** An address that nobody on the Internet can have. */
  readonly notPublic: string;
}

/** The devices for which the cloud writes configurations (4350, 11569). */
export const vendors = [
  { VendorName: 'cisco', Platform: 'ios', SoftwareVersion: 'V15.4' },
  { VendorName: 'h3c', Platform: 'comware', SoftwareVersion: 'V1.0' },
] as const;

/** The customer gateway of this id, new or old. @throws CloudError when the caller has none in this region. */
export const customerGatewayOf = (call: Call, id: string, notFound: string): CustomerGatewayRow =>
  rowOf(call, customerGatewayTable, 'customer gateway', id, notFound);

/** "This" network, this machine, link-local, and everything from multicast up, the broadcast address included (8343). */
const notUnicast = [
  { base: 0, prefix: 8 },
  { base: 0x7f000000, prefix: 8 },
  { base: 0xa9fe0000, prefix: 16 },
  { base: 0xe0000000, prefix: 3 },
] as const;

/** True for an address that a device on the Internet can have. */
function isPublic(text: string): boolean {
  const address = parseAddress(text);
  if (address === null) return false;
  return [...privateRanges, ...notUnicast].every(({ base, prefix }) => address < base || address >= base + sizeOf(prefix));
}

interface NewCustomerGateway {
  readonly name: string;
  readonly address: string;
  readonly BgpAsn?: number | undefined;
}

/** Makes one; its address is the only one of its kind in the region. @throws CloudError. */
export function createCustomerGateway(call: Call, wanted: NewCustomerGateway, codes: CustomerGatewayCodes): CustomerGatewayRow {
  const table = call.table(customerGatewayTable);
  if (!isPublic(wanted.address)) throw new CloudError(codes.notPublic, `${wanted.address} is no public address.`);
  const known = table.first('IpAddress', wanted.address);
  if (known) throw new CloudError(codes.duplicate, `The customer gateway ${known.CustomerGatewayId} has the address ${wanted.address}.`);
  spend(call, 'customer-gateways-per-region', table.size, codes.overQuota);
  return addCustomerGateway(call, wanted);
}

/** The same without checks: for seeds. */
export function addCustomerGateway(ctx: CallContext, wanted: NewCustomerGateway): CustomerGatewayRow {
  return ctx.partition.table(customerGatewayTable).put({
    CustomerGatewayId: ctx.partition.newId(customerGatewayTable, 'cgw'),
    OldId: String(nextNumber(ctx.world, 'customer-gateway', 404)),
    CustomerGatewayName: wanted.name,
    IpAddress: wanted.address,
    ...(wanted.BgpAsn === undefined ? {} : { BgpAsn: wanted.BgpAsn }),
    CreatedTime: cloudTime(ctx.now),
  });
}

/** @throws CloudError ResourceInUse naming the connections that end at it. */
export function deleteCustomerGateway(call: Call, row: CustomerGatewayRow): void {
  const id = row.CustomerGatewayId;
  const blockers = blockersOf(call, 'CustomerGatewayId', id);
  if (blockers.length > 0) throw new CloudError('ResourceInUse', `${listBlockers(blockers)} ends at the customer gateway ${id}.`);
  call.table(customerGatewayTable).delete(id);
}
