/** Customer gateways in API 3.0 of today: each may have a number of its own in BGP. */
import { integer, optional } from '../../define.ts';
import { tagParam } from '../../tags.ts';

const BgpAsn = integer({ min: 1, max: 4_294_967_295 });

export const todaysActions = {} as const;

export const today = {} as const;

export const additions = {
  'vpc:DescribeCustomerGateways': { row: { BgpAsn: optional(integer()) } },
  // Its rows tell no tags: they can be given, and seen where all tags are.
  'vpc:CreateCustomerGateway': { params: { BgpAsn, Tags: tagParam } },
  'vpc:ModifyCustomerGatewayAttribute': { params: { BgpAsn } },
} as const;
