/** What network interfaces have in API 3.0 of today: IPv6 addresses of their subnet's block. */
import { action, flag, integer, listOf, optional, ref, required, struct, text } from '../../define.ts';

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

export const todaysActions = {
  'vpc:AssignIpv6Addresses': action({
    kind: 'update',
    source: 'today',
    params: {
      NetworkInterfaceId,
      Ipv6Addresses: listOf(struct({ Address: required(address6), Description: text() }), { max: 10 }),
      Ipv6AddressCount: integer({ min: 1, max: 10, measure: 'count' }),
    },
    results: { Ipv6AddressSet: listOf(shown) },
    errors: ['ResourceNotFound', 'UnsupportedOperation.UnassignCidrBlock', 'InvalidParameterValue.Range', 'ResourceInUse'],
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
} as const;

export const today = {} as const;

export const additions = {
  'vpc:DescribeNetworkInterfaces': {
    row: { Ipv6AddressSet: optional(listOf(shown)) },
  },
} as const;
