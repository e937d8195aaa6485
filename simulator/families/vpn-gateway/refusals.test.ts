/** Every documented refusal of the VPN gateway actions, through the wire. */
import { beforeEach } from 'vitest';
import { itRefuses, ofEach, ofElsewhere } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('vpn-gateway');
const { call3 } = stage;
const none = 'vpngw-00000000';
let vpc: { id: string; oldId: string };
let gateway: string;

beforeEach(async () => {
  vpc = await stage.vpc();
  gateway = await create();
});

const wanted = (more: Record<string, unknown> = {}) => ({ VpcId: vpc.id, VpnGatewayName: 'g', InternetMaxBandwidthOut: 5, ...more });
const create = async (more: Record<string, unknown> = {}) =>
  ((await call3('CreateVpnGateway', wanted(more))).VpnGateway as { VpnGatewayId: string }).VpnGatewayId;
const mine = () => ({ VpnGatewayId: gateway });
const InstanceChargePrepaid = { Period: 1 };

const prepaid = { InstanceChargeType: 'PREPAID' };
const create3 = 'vpc:CreateVpnGateway';
itRefuses(stage, [
  [create3, 'what is no id of a VPC', 'InvalidVpcId.Malformed', () => wanted({ VpcId: 'network' })],
  [create3, 'a VPC that is not there', 'InvalidVpcId.NotFound', () => wanted({ VpcId: 'vpc-00000000' })],
  [create3, 'a bandwidth that is not sold', 'InvalidParameterValue', () => wanted({ InternetMaxBandwidthOut: 7 })],
  [create3, '63 bytes of name', 'InvalidParameterValue', () => wanted({ VpnGatewayName: '网'.repeat(21) })],
  [create3, 'prepayment without a period', 'MissingParameter', () => wanted(prepaid)],
  [create3, 'prepayment for 13 months', 'InvalidParameterValue', () => wanted({ ...prepaid, InstanceChargePrepaid: { Period: 13 } })],
  [create3, 'one more than the quota', 'LimitExceeded', () => wanted(), () => stage.quota('vpn-gateways-per-vpc', 1)],
]);

/** What each action about one gateway takes beside its id. */
const aboutOne = {
  'vpc:ModifyVpnGatewayAttribute': {},
  'vpc:RenewVpnGateway': { InstanceChargePrepaid },
  'vpc:ResetVpnGatewayInternetMaxBandwidth': { InternetMaxBandwidthOut: 10 },
  'vpc:InquiryPriceRenewVpnGateway': { InstanceChargePrepaid },
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': { InternetMaxBandwidthOut: 10 },
};

itRefuses(stage, [
  ...ofEach(aboutOne, 'a gateway that is not there', 'ResourceNotFound', { VpnGatewayId: none }),
  ...ofEach(aboutOne, 'what is no id', 'InvalidParameterValue.Malformed', { VpnGatewayId: 'gate' }),
  ['vpc:InquiryPriceCreateVpnGateway', 'a bandwidth that is not sold', 'InvalidParameterValue', { InternetMaxBandwidthOut: 6 }],
  [
    'vpc:InquiryPriceRenewVpnGateway',
    'a gateway that is paid by the hour',
    'UnsupportedOperation',
    () => ({ ...mine(), InstanceChargePrepaid }),
  ],
  ['vpc:DeleteVpnGateway', 'a gateway that is not there', 'InvalidVpnGatewayId.NotFound', { VpnGatewayId: none }],
  ['vpc:DeleteVpnGateway', 'what is no id', 'InvalidVpnGatewayId.Malformed', { VpnGatewayId: 'gate' }],
  ['vpc:DescribeVpnGateways', 'a gateway that is not there', 'InvalidVpnGatewayId.NotFound', { VpnGatewayIds: [none] }],
  ['vpc:DescribeVpnGateways', 'what is no id', 'InvalidVpnGatewayId.Malformed', { VpnGatewayIds: ['gate'] }],
  ['vpc:DeleteVpnGateway', 'one for SSL', 'UnsupportedOperation', mine, () => stage.put('vpn-gateway', { ...mine(), Type: 'SSL' })],
  [
    'vpc:DeleteVpnGateway',
    'one with a tunnel',
    'ResourceInUse',
    mine,
    () => stage.put('vpn-connection', { VpnConnectionId: 'vpnx-1', ...mine() }),
  ],
]);

const where = (more = {}) => ({ vpcId: vpc.id, vpnGwId: gateway, ...more });
const aboutOne2017 = {
  'vpc2017:DescribeVpnGw': where,
  'vpc2017:ModifyVpnGw': () => where({ vpnGwName: 'x' }),
  'vpc2017:RenewVpn': () => where({ period: 1 }),
};
const going = async () => {
  await stage.speed('vpn-gateway', { seconds: 60 });
  await stage.code3('DeleteVpnGateway', mine());
};

itRefuses(stage, [
  ...ofElsewhere(stage, aboutOne2017, 'InvalidVpnGw.NotFound', { vpnGwId: none }),
  ['vpc2017:ModifyVpnGw', '61 characters of name', 'InvalidVpnGwName', () => where({ vpnGwName: 'x'.repeat(61) })],
  ['vpc2017:ModifyVpnGw', 'one that is being deleted', 'InvalidVpnGwState', () => where({ vpnGwName: 'y' }), going],
  ['vpc2017:RenewVpn', 'a gateway that is paid by the hour', 'UnsupportedOperation', () => where({ period: 1 })],
  [
    'vpc2017:RunVpnGw',
    'prepayment without a period',
    'InvalidParameter',
    () => ({ name: 'x', vpcId: vpc.id, bandwidth: 5, chargeType: 'PREPAID' }),
  ],
]);
