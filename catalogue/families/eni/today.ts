/** What network interfaces have in API 3.0 of today: IPv6 addresses of their subnet's block, and what the internet has of them. */
import { action, actionTable, filters, flag, foreign, integer, listOf, optional, ref, required, struct, text } from '../../define.ts';
import { list3 } from '../shared.ts';

const NetworkInterfaceId = required(ref('eni', { refusedAs: 'ResourceNotFound' }));
const address6 = text({ format: 'ipv6-block' });

/** How an answer tells one. */
const shown = struct({
  Address: text(),
  Primary: flag(),
  AddressId: optional(text()),
  Description: optional(text()),
  IsWanIpBlocked: optional(flag()),
  State: text(),
});

export const todaysActions = actionTable({
  'vpc:AssignIpv6Addresses': action({
    kind: 'update',
    source: 'today',
    params: {
      NetworkInterfaceId,
      Ipv6Addresses: listOf(struct({ Address: required(address6), Description: text() }), { max: 10 }),
      Ipv6AddressCount: integer({ min: 1, max: 10, measure: 'count' }),
    },
    results: { Ipv6AddressSet: listOf(shown) },
    errors: ['ResourceNotFound', 'LimitExceeded', 'UnsupportedOperation.UnassignCidrBlock', 'InvalidParameterValue.Range', 'ResourceInUse'],
    changes: ['eni'],
    oneOf: [['Ipv6AddressCount', 'Ipv6Addresses']],
  }),
  'vpc:UnassignIpv6Addresses': action.update({
    source: 'today',
    params: { NetworkInterfaceId, Ipv6Addresses: required(listOf(struct({ Address: required(address6) }), { max: 10 })) },
    errors: ['ResourceNotFound'],
    changes: ['eni'],
    danger: 'interrupts',
  }),
  'vpc:ModifyIpv6AddressesAttribute': action.update({
    source: 'today',
    params: {
      NetworkInterfaceId,
      Ipv6Addresses: required(listOf(struct({ Address: required(address6), Description: text({ max: 25 }) }), { min: 1, max: 10 })),
    },
    errors: ['ResourceNotFound', 'UnsupportedOperation.AttachmentNotFound', 'InvalidParameterValue.Duplicate'],
    changes: ['eni'],
  }),
  // Of an interface's IPv6 addresses those that the internet reaches. Elastic ones of IPv6, which came later, it does not tell.
  'vpc:DescribeIp6Addresses': list3({
    source: 'today',
    ids: { Ip6AddressIds: listOf(text(), { max: 100 }) },
    filters: filters({ 'address-ip': address6, 'network-interface-id': ref('eni') }, { max: 10, maxValues: 100 }),
    rows: {
      AddressSet: struct({
        AddressId: text(),
        AddressIp: text(),
        AddressStatus: optional(text()),
        NetworkInterfaceId: optional(ref('eni')),
        InstanceId: optional(foreign('instance')),
        Bandwidth: optional(integer({ measure: 'Mbps' })),
        InternetChargeType: optional(text()),
        IsArrears: optional(flag()),
        IsBlocked: optional(flag()),
      }),
    },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.LimitExceeded', 'InvalidParameterValue.Malformed'],
  }),
  // Of the kinds of interface that a machine may have; which it takes is told by its size.
  'vpc:DescribeNetworkInterfaceLimit': action({
    kind: 'get',
    source: 'today',
    params: { InstanceId: required(foreign('instance')) },
    results: {
      EniQuantity: optional(integer()),
      EniPrivateIpAddressQuantity: optional(integer()),
      ExtendEniQuantity: optional(integer()),
      ExtendEniPrivateIpAddressQuantity: optional(integer()),
      SubEniQuantity: optional(integer()),
      SubEniPrivateIpAddressQuantity: optional(integer()),
    },
    errors: ['InvalidInstanceId.NotFound'],
  }),
});

export const today = {} as const;

export const additions = {
  'vpc:DescribeNetworkInterfaces': {
    row: { Ipv6AddressSet: optional(listOf(shown)) },
  },
} as const;
