/** What each read that needs parameters is asked with: ids and values found in the demo world, as a person would find them. */

type Row = Readonly<Record<string, unknown>>;

/** Calls an action as the console does. @returns the answer's data. @throws Error when it is refused. */
export type Ask = (name: string, params?: Row) => Promise<Row>;

type ParamsReader = (ask: Ask) => Promise<Row>;

/** The first row of a list that is like this. `path` leads to the rows. */
async function rowOf(ask: Ask, list: string, path: string, like: Row = {}): Promise<Row> {
  const answer = await ask(list);
  const rows = path.split('.').reduce<unknown>((inner, step) => (inner as Row)[step], answer) as readonly Row[];
  const found = rows.find((row) => Object.entries(like).every(([field, value]) => row[field] === value));
  if (!found) throw new Error(`${list} has no row like ${JSON.stringify(like)}`);
  return found;
}

/** A direct-connect gateway that translates addresses. */
async function translating(ask: Ask): Promise<Row> {
  const { unVpcId, directConnectGatewayId } = await rowOf(ask, 'vpc2017:DescribeDirectConnectGateway', 'data', { type: 1 });
  return { vpcId: unVpcId, directConnectGatewayId };
}

/** The gateway's first translation of a kind. */
async function translation(ask: Ask, kind: string): Promise<Row> {
  const { data } = await ask(`vpc2017:Describe${kind}NatRule`, await translating(ask));
  return (data as readonly Row[])[0] ?? {};
}

const template =
  (list: string, id: string): ParamsReader =>
  async (ask) => ({ [id]: (await rowOf(ask, `vpc2017:${list}`, 'data.data'))[id] });

const subnet: ParamsReader = async (ask) => {
  const { VpcId, SubnetId } = await rowOf(ask, 'vpc:DescribeSubnets', 'SubnetSet');
  return { vpcId: VpcId, subnetId: SubnetId };
};

/** A VPN gateway that is paid for in advance: only such are renewed, and have a price of it. */
const prepaid: ParamsReader = async (ask) => {
  const like = { InstanceChargeType: 'PREPAID' };
  return { VpnGatewayId: (await rowOf(ask, 'vpc:DescribeVpnGateways', 'VpnGatewaySet', like)).VpnGatewayId };
};

const securityGroup = async (ask: Ask): Promise<unknown> =>
  (await rowOf(ask, 'vpc:DescribeSecurityGroups', 'SecurityGroupSet')).SecurityGroupId;

const addressTemplate = template('DescribeAddress', 'addressId');

const ccn: ParamsReader = async (ask) => ({ CcnId: (await rowOf(ask, 'vpc:DescribeCcns', 'CcnSet')).CcnId });

/** The demo world begins with no task that could be asked for: one is made. */
const task = async (ask: Ask): Promise<unknown> =>
  (await ask('vpc2017:CreateNetworkInterface', { ...(await subnet(ask)), eniName: 'asked-for' })).taskId;

/** Null: only accounts of today have anything that it could answer, and the explorer is walked by one of the documents. */
export const needs: Readonly<Record<string, ParamsReader | null>> = {
  'vpc2017:DescribeVpcLimit': async () => ({ type: [0, 1, 57] }),
  'region:DescribeRegions': async () => ({ Product: 'vpc' }),
  'vpc2017:DescribeLocalIPTranslationNatRule': translating,
  'vpc2017:DescribeLocalSourceIPPortTranslationNatRule': translating,
  'vpc2017:DescribeLocalDestinationIPPortTranslationNatRule': translating,
  'vpc2017:DescribePeerIPTranslationNatRule': translating,
  'vpc2017:DescribeLocalIPTranslationAclRule': async (ask) => {
    const { originalIP, translationIP } = await translation(ask, 'LocalIPTranslation');
    return { ...(await translating(ask)), originalIP, translationIP };
  },
  'vpc2017:DescribeLocalSourceIPPortTranslationAclRule': async (ask) => {
    const { translationIPPool } = await translation(ask, 'LocalSourceIPPortTranslation');
    return { ...(await translating(ask)), translationIPPool };
  },
  'vpc2017:DescribeFlowLog': async (ask) => {
    const { vpcId, flowLogId } = await rowOf(ask, 'vpc2017:DescribeFlowLogs', 'data');
    return { vpcId, flowLogId };
  },
  'vpc2017:InquiryNatPrice': async () => ({ maxConcurrent: 1_000_000 }),
  'vpc2017:DescribeAddressInstances': addressTemplate,
  'vpc2017:DescribeAddressGroupInstances': template('DescribeAddressGroups', 'addressGroupId'),
  'vpc2017:DescribeServiceInstances': template('DescribeService', 'serviceId'),
  'vpc2017:DescribeServiceGroupInstances': template('DescribeServiceGroups', 'serviceGroupId'),
  'vpc:DescribeSecurityGroupPolicies': async (ask) => ({ SecurityGroupId: await securityGroup(ask) }),
  'vpc:DescribeSecurityGroupAssociationStatistics': async (ask) => ({ SecurityGroupIds: [await securityGroup(ask)] }),
  'vpc2017:DescribeSubnet': subnet,
  'vpc:DownloadCustomerGatewayConfiguration': async (ask) => {
    const { VpnGatewayId, VpnConnectionId } = await rowOf(ask, 'vpc:DescribeVpnConnections', 'VpnConnectionSet');
    const CustomerGatewayVendor = await rowOf(ask, 'vpc:DescribeCustomerGatewayVendors', 'CustomerGatewayVendorSet');
    return { VpnGatewayId, VpnConnectionId, CustomerGatewayVendor, InterfaceName: 'eth0' };
  },
  'vpc2017:GetVpnConnConfig': async (ask) => {
    const { unVpcId, unVpnGwId, unUserGwId, unVpnConnId } = await rowOf(ask, 'vpc2017:DescribeVpnConn', 'data');
    const vendor = await rowOf(ask, 'vpc2017:DescribeUserGwVendor', 'data');
    return { vpcId: unVpcId, vpnGwId: unVpnGwId, userGwId: unUserGwId, vpnConnId: unVpnConnId, ...vendor, interfaceName: 'eth0' };
  },
  'vpc:InquiryPriceAllocateAddresses': async () => ({ InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR' }),
  'vpc:InquiryPriceModifyAddressesBandwidth': async (ask) => ({
    AddressIds: [(await rowOf(ask, 'vpc:DescribeAddresses', 'AddressSet')).AddressId],
    InternetMaxBandwidthOut: 10,
  }),
  'vpc:InquiryPriceCreateVpnGateway': async () => ({ InternetMaxBandwidthOut: 5 }),
  'vpc:InquiryPriceRenewVpnGateway': async (ask) => ({ ...(await prepaid(ask)), InstanceChargePrepaid: { Period: 1 } }),
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': async (ask) => ({ ...(await prepaid(ask)), InternetMaxBandwidthOut: 100 }),
  'vpc2017:InquiryVpnPrice': async () => ({ period: 1, bandwidth: 5 }),
  'vpc2017:DescribeVpcTaskResult': async (ask) => ({ taskId: await task(ask) }),
  'vpc:DescribeVpcTaskResult': async (ask) => ({ TaskId: String(await task(ask)) }),
  'vpc:DescribeTaskResult': null,
  'vpc:DescribeVpcLimits': async () => ({ LimitTypes: ['appid-max-vpcs', 'vpc-max-subnets'] }),
  'vpc:DescribeUsedIpAddress': async (ask) => ({ VpcId: (await subnet(ask)).vpcId }),
  'vpc:DescribeSubnetResourceDashboard': async (ask) => ({ SubnetIds: [(await subnet(ask)).subnetId] }),
  'vpc:DescribeVpcResourceDashboard': async (ask) => ({ VpcIds: [(await subnet(ask)).vpcId] }),
  'vpc:DescribeNetworkInterfaceLimit': async (ask) => {
    const { Attachment } = await rowOf(ask, 'vpc:DescribeNetworkInterfaces', 'NetworkInterfaceSet', { Primary: true });
    return { InstanceId: (Attachment as Row).InstanceId };
  },
  'vpc:DescribeCcnRoutes': ccn,
  'vpc:DescribeCcnRegionBandwidthLimits': ccn,
  'vpc:DescribeNatGatewaySourceIpTranslationNatRules': async (ask) => ({
    NatGatewayId: (await rowOf(ask, 'vpc2017:DescribeNatGateway', 'data')).natId,
  }),
  // An account of the documents has none whose rules have five parts: one is made.
  'vpc:DescribeNetworkAclQuintupleEntries': async (ask) => {
    const { vpcId: VpcId } = await subnet(ask);
    const { NetworkAcl } = await ask('vpc:CreateNetworkAcl', { VpcId, NetworkAclName: 'asked-for', NetworkAclType: 'QUINTUPLE' });
    return { NetworkAclId: (NetworkAcl as Row).NetworkAclId };
  },
  'vpc:DescribeSecurityGroupReferences': async (ask) => ({ SecurityGroupIds: [await securityGroup(ask)] }),
  'vpc:DescribeSecurityGroupExpandedPolicies': async (ask) => ({ SecurityGroupId: await securityGroup(ask) }),
  'vpc:DescribeFlowLog': async (ask) => {
    const { VpcId, FlowLogId } = await rowOf(ask, 'vpc:DescribeFlowLogs', 'FlowLog');
    return { VpcId, FlowLogId };
  },
  'vpc2017:DescribeNetTaskResult': async (ask) => {
    const { data } = await ask('vpc2017:DescribeAddressInstances', await addressTemplate(ask));
    return { taskId: (data as Row).taskId };
  },
  'vpc2017:QueryNatGatewayProductionStatus': async (ask) => {
    const { vpcId } = await subnet(ask);
    return {
      billId: (await ask('vpc2017:CreateNatGateway', { vpcId, natName: 'asked-for', maxConcurrent: 1_000_000, autoAllocEipNum: 1 })).billId,
    };
  },
};
