import type { Difference } from '../../catalogue/spec-differences.ts';

/** Actions whose sample request cannot be sent, with the reason. */
export const damagedExceptions: Readonly<Record<string, string>> = {
  'vpc:DeleteVpnGateway': 'has no sample (4303)',
  'vpc:ModifyVpnConnectionAttribute': 'has no sample (5031)',
  'vpc:CreateSubnet': 'sends VpcName for SubnetName (1755)',
  'vpc:ModifySubnetAttribute': 'leaves out the required id (1966)',
  'vpc:ModifySecurityGroupAttribute': 'leaves out the required id (5935)',
  'vpc2017:DescribeSubnet': 'sends a name, which is no parameter (9598)',
  'vpc2017:AddVpnConnEx': 'leaves out the required name (12040)',
  'vpc2017:GetVpnConnConfig': 'leaves out the required interface (12545)',
  'vpc2017:CreateLocalIPTranslationNatRule': 'translates an address to itself; the other one stands in the description (12957)',
  'vpc2017:CreateLocalIPTranslationAclRule': 'keeps a literal n as the index (13244)',
  'vpc2017:ModifyLocalIPTranslationAclRule': 'keeps a literal n as the index (13373)',
  'vpc2017:CreateLocalSourceIPPortTranslationAclRule': 'keeps a literal n as the index (13795)',
  'vpc2017:DeleteLocalDestinationIPPortTranslationNatRule': 'sends a description, which is no parameter (14149)',
  'vpc2017:DeletePeerIPTranslationNatRule': 'sends a description, which is no parameter (14457)',
};

const asSample = 'so in the sample too';

/** Where an answer deliberately differs from the table: "place aspect", as the comparison names it, or a pattern. */
export const answerDifferences: readonly Difference[] = [
  {
    action: 'vpc:CreateRouteTable',
    at: 'RouteTable.*Set empty',
    because: `a new table has neither routes nor subnets; ${asSample} (2037)`,
  },
  { action: 'vpc:CreateNetworkInterface', at: 'NetworkInterface.Attachment.* missing', because: `on no machine yet; ${asSample} (3332)` },
  {
    action: 'vpc:CreateVpnGateway',
    at: 'VpnGateway.NewPurchasePlan null',
    because: 'no other way of paying is planned; the sample leaves it out (4117)',
  },
  ...['InstancePrice.*Price', 'InstancePrice.ChargeUnit', 'BandwidthPrice*'].map((field) => ({
    action: 'vpc:InquiryPrice*',
    at: `Price.${field} missing`,
    because: `prices of a term and prices of an hour have fields of their own; ${asSample} (4762, 4790)`,
  })),
  ...['Protocol', 'Port', 'ServiceTemplate', 'CidrBlock', 'SecurityGroupId', 'AddressTemplate'].map((field) => ({
    action: 'vpc:DescribeSecurityGroupPolicies',
    at: `SecurityGroupPolicySet.*gress.${field} missing`,
    because: `a rule has one kind of source and one of packets; ${asSample} (5345, 5766)`,
  })),
  { action: 'vpc2017:*RouteTable', at: '*routeTableSet.nextType type', because: 'a number in every sample (9754, 9980)' },
  { action: 'vpc2017:DescribeAcl', at: 'data.aclSet.vpcId type', because: 'a text in the sample (10978)' },
  { action: 'vpc2017:CreateLocalDestinationIPPortTranslationNatRule', at: 'data empty', because: `nothing to tell; ${asSample} (14087)` },
  { action: 'vpc2017:CreatePeerIPTranslationNatRule', at: 'data empty', because: `nothing to tell; ${asSample} (14399)` },
  { action: 'vpc2017:Delete*', at: 'data.taskId type', because: 'a number in every sample (16201)' },
  { action: 'vpc2017:DescribeNatGateway', at: 'data.eipCount type', because: 'a number in the sample (18422)' },
  { action: 'vpc2017:DescribeNetworkInterfaces', at: 'data.data.zoneId type', because: 'a text in the sample (18957)' },
];
