/** Network interfaces over API 3.0 of today: IPv6 addresses. */
import { canonicalIpv6 } from '../../../catalogue/address6.ts';
import type { todaysActions } from '../../../catalogue/families/eni/today.ts';
import { formatIp, holdsIp, ipBlockOf, parseIp } from '../../../network/addresses/ip.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { tellsToday } from '../../rules/today.ts';
import { subnetTable } from '../subnet/table.ts';
import { type EniRow, eniTable } from './table.ts';

type Ipv6Row = NonNullable<EniRow['Ipv6Addresses']>[number];

const shown = ({ Address, Primary, Description }: Ipv6Row) => ({
  Address,
  Primary,
  AddressId: '',
  Description,
  IsWanIpBlocked: false,
  State: 'AVAILABLE',
});

/** What today tells of an interface beside the documents' fields. */
export const told = (call: Call, { Ipv6Addresses = [] }: EniRow) =>
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
} satisfies Handlers3<typeof todaysActions>;
