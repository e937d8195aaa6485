/**
 * Where the catalogue deliberately says something else than the documents, and why. The comparison must find each entry
 * and nothing beyond them (spec.test.ts). Numbers are lines of document 003.
 */
export interface Difference {
  /** `service:Action`, or a pattern with `*`. */
  readonly action: string;
  /** The place and the aspect, as the comparison names it, or a pattern with `*`. */
  readonly at: string;
  readonly because: string;
}

const inSamples = 'stands in the sample answer and not in the table; optional';
const asObject = 'the table says Array, the sample shows an object';

/** For tests. */
export const differences: readonly Difference[] = [
  // Defaults and limits that other pages of the same API state.
  { action: 'vpc:Describe*', at: 'params.Offset.default', because: 'the other lists of the generation say 0 (2829, 3434, 6610)' },
  { action: 'vpc:Describe*', at: 'params.Limit.default', because: 'the other lists of the generation say 20 (2830, 3435, 6611)' },
  { action: 'vpc:CreateVpc', at: 'params.EnableMulticast.default', because: 'a new VPC has no multicast in the sample (1243)' },
  { action: 'vpc:ModifyRouteTableAttribute', at: 'params.RouteTableName.max', because: '60 bytes where the table is created (2003)' },

  {
    action: 'vpc2017:ModifyNatGateway',
    at: 'params.bandwidth.default',
    because: 'the creation’s default (18180): a gateway that is only renamed would lose its bandwidth',
  },

  // What today's cloud lists and takes under the same action.
  { action: 'vpc:*Route*', at: '*GatewayType.values', because: 'the cloud of today leads routes into CCNs' },
  { action: 'vpc:*RouteTable*', at: '*RouteSet.RouteType', because: 'the cloud of today tells who brought a route; optional' },

  // Parameters whose type the samples correct.
  { action: 'vpc:CreateRoutes', at: 'params.Routes*', because: 'Array of String in the table (2071), route objects in the sample (2100)' },
  { action: 'vpc:DeleteRoutes', at: 'params.Routes*', because: 'Array of String in the table (2193), objects in the sample (2220)' },
  { action: 'vpc:ReplaceRoutes', at: 'params.Routes.RouteId.required', because: 'routes are matched by it (2486)' },
  {
    action: 'vpc:*SecurityGroupPolic*',
    at: 'params.SecurityGroupPolicySet.*.Protocol.values',
    because: 'three in the structure (7403), five in the text (5340)',
  },
  {
    action: 'vpc:*SecurityGroupPolic*',
    at: '*ServiceTemplate*',
    because: 'texts in the structure (7405), objects in the samples; both are taken',
  },
  {
    action: 'vpc:*SecurityGroupPolic*',
    at: '*AddressTemplate*',
    because: 'a text in the structure (7408), objects in the samples; both are taken',
  },
  {
    action: 'vpc:*SecurityGroupPolic*',
    at: '*Ipv6CidrBlock*',
    because: 'the cloud of 2026 lists and takes IPv6 remote ends so; without the field such a rule would be read as none or as everything',
  },
  { action: 'vpc:*Subnet*', at: 'results.*NetworkAclId', because: 'today the list tells which ACL a subnet has' },
  { action: 'vpc:*Subnet*', at: 'results.*TotalIpAddressCount', because: 'today the list tells how many addresses a subnet has' },
  {
    action: 'vpc2017:DescribeNetworkAcl',
    at: 'results.data.networkAclType',
    because: 'today an ACL may have rules of five parts, which its list leaves out',
  },
  ...['networkType', 'ccnId', 'ccnRouteType', 'enableBGP', 'modeType', 'gatewayAsn', 'zone', 'haZoneList'].map((field) => ({
    action: 'vpc2017:DescribeDirectConnectGateway',
    at: `results.data.${field}`,
    because: 'today a gateway may be of the CCN kind, and then stands in no VPC',
  })),
  ...['zone', 'subnetId', 'natProductVersion', 'deletionProtectionEnabled'].map((field) => ({
    action: 'vpc2017:DescribeNatGateway',
    at: `results.data.${field}`,
    because: 'today a gateway is of one of two types, and stands in a zone',
  })),
  ...['sourceRegion', 'destinationRegion', 'bandwidth', 'chargeType', 'qosLevel', 'type'].map((field) => ({
    action: 'vpc2017:DescribeVpcPeeringConnections',
    at: `results.data.${field}`,
    because: 'today a row tells where its ends are, and how what passes between regions is paid for',
  })),
  {
    action: 'vpc2017:DescribeFlowLogs',
    at: 'results.data.enable',
    because: 'today’s API starts and stops flow logs; whether one records stands in the list it has now',
  },
  {
    action: 'vpc2017:DescribeFlowLog',
    at: 'results.enable',
    because: 'as in the list',
  },
  { action: 'vpc2017:*VpnConnEx', at: 'params.IKESet.type', because: 'Array, with names that have no index (11986); a list is taken too' },
  {
    action: 'vpc2017:*VpnConnEx',
    at: 'params.IPsecSet.type',
    because: 'Array, with names that have no index (12004); a list is taken too',
  },
  {
    action: 'vpc2017:ModifyVpnConnEx',
    at: 'params.spdAcl.type',
    because: 'a JSON text where the connection is made (11979); a list is taken too',
  },
  {
    action: 'vpc2017:CreateVpc',
    at: 'params.subnetSet.*.required',
    because: 'the set may be left out; a subnet in it needs all three (9266)',
  },

  // Sets that the tables leave open, closed by what the samples and the protocol allow.
  {
    action: 'vpc2017:ModifyNetworkAclEntry',
    at: 'params.networkAclEntrySet.ipProtocol.values',
    because: '"for example tcp"; the samples have all',
  },
  { action: 'vpc2017:*LocalDestinationIPPortTranslationNatRule', at: 'params.*roto.values', because: 'only TCP and UDP have ports' },
  { action: 'vpc2017:CreateVpcPeeringConnectionEx', at: 'params.bandwidth.values', because: 'those that can be changed to (15234)' },

  // Answers whose shape the samples correct.
  ...[
    'vpc2017:CheckDefaultSubnet',
    'vpc2017:DescribeVpcTaskResult',
    'vpc2017:DescribeAccountVpcAttributes',
    'vpc2017:DescribeVpcLimit',
    'vpc2017:CreateNetworkAcl',
    'vpc2017:DescribeAcl',
    'vpc2017:RunVpnGw',
    'vpc2017:*VpnConn*',
    'vpc2017:CreateDirectConnectGateway',
    'vpc2017:*TranslationNatRule',
    'vpc2017:QueryNatGatewayProductionStatus',
    'vpc2017:DescribeNetworkInterfaces',
    'cdb2017:OpenCdbHour',
  ].map((action) => ({ action, at: 'results.data.type', because: asObject })),
  { action: 'vpc2017:DescribeNetworkAcl', at: 'results.data.networkAclEntrySet.type', because: asObject },
  { action: 'vpc2017:DescribeVpcLimit', at: 'results.data.limit.type', because: 'an object by type of limit in the sample (9226)' },
  { action: 'vpc2017:RunVpnGw', at: 'results.data.vpnGwId', because: 'the list of ids of the table is this one id in the sample (11220)' },
  { action: 'vpc2017:DescribeNetTaskResult', at: 'results.data.data.type', because: 'object or list, as the query was; left open' },
  { action: 'vpc2017:Modify*TranslationNatRule', at: 'results.data*', because: 'the task stands in the sample only (13113, 13664)' },
  {
    action: 'vpc2017:DescribeAddressGroups',
    at: 'results.data.data.addressGroup.*',
    because: 'members are texts in the table, objects in the sample',
  },
  {
    action: 'vpc2017:DescribeServiceGroups',
    at: 'results.data.data.serviceGroup.*',
    because: 'members are texts in the table, objects in the sample',
  },

  // Results that only the samples show.
  ...(
    [
      ['vpc:*Vpc*', 'results.*.DnsServerSet'],
      ['vpc:*Vpc*', 'results.*.DomainName'],
      ['vpc:*Vpc*', 'results.*.DhcpOptionsId'],
      ['vpc:DescribeAddresses', 'results.AddressSet.InstanceId'],
      ['vpc:DescribeAddresses', 'results.AddressSet.NetworkInterfaceId'],
      ['vpc:DescribeAddresses', 'results.AddressSet.PrivateAddressIp'],
      ['vpc:DescribeAddresses', 'results.AddressSet.IsArrears'],
      ['vpc:DescribeAddresses', 'results.AddressSet.IsBlocked'],
      ['vpc:*', 'results.*PrivateIpAddressSet.State'],
      ['vpc:*VpnConnection*', 'results.*.IPSECOptionsSpecification.EncapMode'],
      ['vpc:*VpnConnection*', 'results.*.IPSECOptionsSpecification.SecurityProto'],
      ['vpc2017:CreateVpc', 'results.uniqVpcId'],
      ['vpc2017:DescribeRouteTable', 'results.data.vpcName'],
      ['vpc2017:DescribeRouteTable', 'results.data.vpcCidrBlock'],
      ['vpc2017:DescribeNetworkAcl', 'results.data.vpcName'],
      ['vpc2017:DescribeNetworkAcl', 'results.data.vpcCidrBlock'],
      ['vpc2017:DescribeDirectConnectGateway', 'results.data.vpcName'],
      ['vpc2017:DescribeDirectConnectGateway', 'results.data.vpcCidrBlock'],
      ['vpc2017:DescribeVpnConn', 'results.data.vpnConnId'],
      ['vpc2017:DescribeVpnConn', 'results.data.unVpnConnId'],
      ['vpc2017:DescribeVpnConn', 'results.data.createTime'],
      ['vpc2017:DescribeDirectConnectGateway', 'results.data.directConnectGatewayIp'],
      ['vpc2017:DescribeNetworkInterfaces', 'results.data.data.vpcName'],
      ['vpc2017:DescribeNetworkInterfaces', 'results.data.data.createTime'],
      ['vpc2017:DescribeNetworkInterfaces', 'results.data.data.flowLogsSet'],
      ['vpc2017:DescribeFlowLogs', 'results.data.flowLogDescription'],
      ['vpc2017:DescribeFlowLogs', 'results.data.createdTime'],
    ] as const
  ).map(([action, at]) => ({ action, at, because: inSamples })),
];

/** Sample requests that the documents' own tables refuse: what is wrong with each. For tests. */
export const damagedSamples: readonly Difference[] = [
  { action: 'vpc:CreateSubnet', at: 'VpcName unknown', because: 'sends VpcName for SubnetName (1755)' },
  { action: 'vpc:CreateSubnet', at: 'SubnetName missing', because: 'sends VpcName for SubnetName (1755)' },
  { action: 'vpc:ModifySubnetAttribute', at: 'SubnetId missing', because: 'leaves out the required id (1966)' },
  { action: 'vpc:ModifySecurityGroupAttribute', at: 'SecurityGroupId missing', because: 'leaves out the required id (5935)' },
  { action: 'vpc2017:DescribeSubnet', at: 'subnetName unknown', because: 'the action has no such parameter (9565)' },
  { action: 'vpc2017:AddVpnConnEx', at: 'vpnConnName missing', because: 'leaves out the required name (12040)' },
  { action: 'vpc2017:GetVpnConnConfig', at: 'interfaceName missing', because: 'leaves out the required interface (12545)' },
  { action: 'vpc2017:*AclRule', at: 'aclRules type', because: 'keeps a literal n as the index (13244, 13367, 13795)' },
  { action: 'vpc2017:Delete*NatRule', at: '*.description unknown', because: 'sends a description, which is no parameter (14149, 14457)' },
];
