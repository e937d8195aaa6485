/** Limits in API 3.0 of today: by names, where the documents number them. Of SSL VPNs it has none. */
import { bind } from '../../binding.ts';
import { action, actionTable, choice, integer, listOf, required, struct } from '../../define.ts';

/** Today's name of each limit that the documents number. */
export const names = {
  0: 'appid-max-vpcs',
  1: 'vpc-max-subnets',
  2: 'vpc-max-route-tables',
  3: 'route-table-max-policies',
  4: 'vpc-max-vpn-gateways',
  5: 'appid-max-custom-gateways',
  7: 'custom-gateway-max-vpn-connections',
  8: 'vpn-gateway-max-custom-gateways',
  15: 'vpc-max-network-acls',
  17: 'network-acl-max-inbound-policies',
  18: 'network-acl-max-outbound-policies',
  20: 'vpc-max-available-vpcpeers',
  22: 'vpc-max-basic-network-interconnections',
  32: 'direct-connection-max-snats',
  34: 'direct-connection-max-dnats',
  36: 'direct-connection-max-dnapts',
  38: 'direct-connection-max-snapts',
  55: 'vpc-max-nat-gateways',
  56: 'nat-gateway-max-eips',
  57: 'vpc-max-enis',
} as const;
/** What today limits besides. Of those that are counted in a list, a family's quota has the name (`limitName`). */
const furtherLimits = [
  'appid-max-vpn-connections',
  'vpc-max-vpcpeers',
  'vpc-max-havips',
  'eni-max-private-ips',
  'nat-gateway-max-dnapts',
  'vpc-max-ipv6s',
  'eni-max-ipv6s',
  'vpc-max-assistant_cidrs',
  'appid-max-end-point-services',
  'appid-max-end-point-service-white-lists',
  'vpc-max-bgp-ipv6-cidrs',
  'vpc-max-ula-ipv6-cidrs',
] as const;
const LimitType = choice([...Object.values(names), ...furtherLimits]);

export const todaysActions = actionTable({
  'vpc:DescribeVpcLimits': action({
    kind: 'get',
    source: 'today',
    params: { LimitTypes: required(listOf(LimitType, { max: 100 })) },
    results: { VpcLimitSet: listOf(struct({ LimitType, LimitValue: integer() })) },
    errors: [],
  }),
});

export const today = {
  'vpc2017:DescribeVpcLimit': bind('vpc:DescribeVpcLimits', {
    takes: { type: { at: 'LimitTypes', values: names, only: true } },
    gives: { data: { beside: { limit: { pairs: 'VpcLimitSet', key: 'LimitType', value: 'LimitValue', values: names } } } },
  }),
} as const;
