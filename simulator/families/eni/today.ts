/** Network interfaces over API 3.0 of today: IPv6 addresses, and how many interfaces a machine may have. */
import { createHash } from 'node:crypto';
import { canonicalIpv6 } from '../../../catalogue/address6.ts';
import type { todaysActions } from '../../../catalogue/families/eni/today.ts';
import { formatIp, holdsIp, ipBlockOf, parseIp } from '../../../network/addresses/ip.ts';
import { quotaOf, spend } from '../../accounts/quota.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { instanceTable } from '../../instances/table.ts';
import { matcherOf } from '../../rules/filters.ts';
import { listPage } from '../../rules/lists.ts';
import { tellsToday } from '../../rules/today.ts';
import { subnetTable } from '../subnet/table.ts';
import { type EniRow, eniTable } from './table.ts';

type Ipv6Row = NonNullable<EniRow['Ipv6Addresses']>[number];

/** The id of an address's bandwidth: of the address, so that it is the same whenever it is asked for. */
const bandwidthId = (Address: string): string => `eip-${createHash('sha256').update(Address).digest('hex').slice(0, 8)}`;

const shown = ({ Address, Primary, Description, Bandwidth }: Ipv6Row) => ({
  Address,
  Primary,
  AddressId: Bandwidth === undefined ? '' : bandwidthId(Address),
  Description,
  IsWanIpBlocked: false,
  State: 'AVAILABLE',
});

/** What today tells of an interface beside the documents' fields. */
export const todaysEniFields = (call: Call, { Ipv6Addresses = [] }: EniRow) =>
  Ipv6Addresses.length === 0 && !tellsToday(call) ? {} : { Ipv6AddressSet: Ipv6Addresses.map(shown) };

function eniOf(call: Call, id: string): EniRow {
  const eni = call.table(eniTable).get(id);
  if (!eni) throw new CloudError('ResourceNotFound', `There is no network interface ${id}.`);
  return eni;
}

/** The addresses of the subnet's block that somebody has. */
const taken = (call: Call, SubnetId: string): ReadonlySet<string> =>
  new Set(
    call
      .table(eniTable)
      .where('InSubnet', SubnetId)
      .rows()
      .flatMap(({ Ipv6Addresses = [] }) => Ipv6Addresses.map(({ Address }) => Address)),
  );

/** The lowest free addresses, after the one that is the gateway's. */
function free(block: string, count: number, not: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let at = BigInt(ipBlockOf(block).from) + 2n; found.length < count; at += 1n) {
    const text = formatIp(at);
    if (!not.has(text)) found.push(text);
  }
  return found;
}

/** @throws CloudError for an address outside of the block, or one that somebody has. */
function checked(block: string, wanted: readonly string[], not: ReadonlySet<string>): string[] {
  return wanted.map((text, index) => {
    const address = parseIp(text);
    if (address === null || !holdsIp(ipBlockOf(block), address)) {
      throw new CloudError('InvalidParameterValue.Range', `${text} is not inside the subnet's block ${block}.`);
    }
    const plain = formatIp(address);
    if (not.has(plain) || wanted.slice(0, index).some((other) => canonicalIpv6(other) === plain)) {
      throw new CloudError('ResourceInUse', `${plain} is in use.`);
    }
    return plain;
  });
}

/** The addresses of an interface that the internet reaches. */
const bandwidthsOf = ({ NetworkInterfaceId, InstanceId, Ipv6Addresses = [] }: EniRow) =>
  Ipv6Addresses.flatMap(({ Address, Bandwidth }) => {
    if (Bandwidth === undefined) return [];
    const where = { AddressStatus: 'BIND', NetworkInterfaceId, InstanceId };
    const how = { Bandwidth, InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR', IsArrears: false, IsBlocked: false };
    return [{ AddressId: bandwidthId(Address), AddressIp: Address, ...where, ...how }];
  });

type BandwidthRow = ReturnType<typeof bandwidthsOf>[number];

const bandwidthReads = {
  'address-ip': ({ AddressIp }: BandwidthRow) => AddressIp,
  'network-interface-id': ({ NetworkInterfaceId }: BandwidthRow) => NetworkInterfaceId,
};

/** Addresses as this cloud writes them; ids are no addresses and stay as they are. */
const inPlain = ({ Name, Values }: { readonly Name: string; readonly Values: readonly string[] }) => ({
  Name,
  Values: Values.map((text) => canonicalIpv6(text) ?? text),
});

export const handlers = {
  'vpc:AssignIpv6Addresses': ({ NetworkInterfaceId, Ipv6Addresses = [], Ipv6AddressCount = 0 }, call) => {
    const eni = eniOf(call, NetworkInterfaceId);
    const block = call.table(subnetTable).get(eni.SubnetId)?.Ipv6CidrBlock ?? '';
    if (block === '') throw new CloudError('UnsupportedOperation.UnassignCidrBlock', `The subnet ${eni.SubnetId} has no IPv6 block.`);
    const not = taken(call, eni.SubnetId);
    const named = checked(
      block,
      Ipv6Addresses.map(({ Address }) => Address),
      not,
    );
    const given = free(block, Ipv6AddressCount, new Set([...not, ...named]));
    const before = eni.Ipv6Addresses ?? [];
    spend(call, 'ipv6-addresses-per-eni', before.length, 'LimitExceeded', named.length + Ipv6AddressCount);
    const added = [...named, ...given].map((Address, index) => ({
      Address,
      Primary: before.length === 0 && index === 0,
      Description: Ipv6Addresses[index]?.Description ?? '',
    }));
    call.table(eniTable).put({ ...eni, Ipv6Addresses: [...before, ...added] });
    return { Ipv6AddressSet: added.map(shown) };
  },

  'vpc:UnassignIpv6Addresses': ({ NetworkInterfaceId, Ipv6Addresses }, call) => {
    const eni = eniOf(call, NetworkInterfaceId);
    const gone = Ipv6Addresses.map(({ Address }) => canonicalIpv6(Address) ?? Address);
    const has = eni.Ipv6Addresses ?? [];
    for (const one of gone) {
      if (!has.some(({ Address }) => Address === one))
        throw new CloudError('ResourceNotFound', `${eni.NetworkInterfaceId} has no address ${one}.`);
    }
    call.table(eniTable).put({ ...eni, Ipv6Addresses: has.filter(({ Address }) => !gone.includes(Address)) });
  },

  'vpc:ModifyIpv6AddressesAttribute': ({ NetworkInterfaceId, Ipv6Addresses }, call) => {
    const eni = eniOf(call, NetworkInterfaceId);
    const has = eni.Ipv6Addresses ?? [];
    const wanted = new Map<string, string | undefined>();
    for (const { Address: text, Description } of Ipv6Addresses) {
      const Address = canonicalIpv6(text) ?? text;
      if (wanted.has(Address)) throw new CloudError('InvalidParameterValue.Duplicate', `${Address} is given twice.`);
      if (!has.some((own) => own.Address === Address))
        throw new CloudError('UnsupportedOperation.AttachmentNotFound', `${NetworkInterfaceId} has no address ${Address}.`);
      wanted.set(Address, Description);
    }
    const changed = has.map((own) => ({ ...own, Description: wanted.get(own.Address) ?? own.Description }));
    call.table(eniTable).put({ ...eni, Ipv6Addresses: changed });
  },

  'vpc:DescribeIp6Addresses': ({ Ip6AddressIds = [], Filters = [], Offset = 0, Limit = 20 }, call) => {
    const all = call.table(eniTable).all().rows().flatMap(bandwidthsOf);
    const rows = all.filter(({ AddressId }) => Ip6AddressIds.length === 0 || Ip6AddressIds.includes(AddressId));
    const page = listPage(rows, { offset: Offset, limit: Limit, newestFirst: false }, matcherOf(bandwidthReads, Filters.map(inPlain)));
    return { TotalCount: page.total, AddressSet: [...page.rows] };
  },

  // Of a machine of a usual size.
  'vpc:DescribeNetworkInterfaceLimit': ({ InstanceId }, call) => {
    if (call.table(instanceTable).get(InstanceId)?.Kind !== 'CVM')
      throw new CloudError('InvalidInstanceId.NotFound', `There is no machine ${InstanceId}.`);
    return {
      EniQuantity: quotaOf(call, 'enis-per-instance'),
      EniPrivateIpAddressQuantity: quotaOf(call, 'addresses-per-eni'),
      ExtendEniQuantity: 0,
      ExtendEniPrivateIpAddressQuantity: 0,
      SubEniQuantity: 0,
      SubEniPrivateIpAddressQuantity: 0,
    };
  },
} satisfies Handlers3<typeof todaysActions>;
