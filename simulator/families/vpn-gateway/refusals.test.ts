/** Every documented refusal of the VPN gateway actions, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { Stage } from '../../testing/stage.ts';

const stage = new Stage();
stage.recorder.provesRefusalsOf('vpn-gateway');
const { call3, code3, word2017 } = stage;
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
const createCode = (more: Record<string, unknown>) => code3('CreateVpnGateway', wanted(more));
const InstanceChargePrepaid = { Period: 1 };

it('of CreateVpnGateway', async () => {
  expect(await createCode({ VpcId: 'network' })).toBe('InvalidVpcId.Malformed');
  expect(await createCode({ VpcId: 'vpc-00000000' })).toBe('InvalidVpcId.NotFound');
  expect(await createCode({ InternetMaxBandwidthOut: 7 })).toBe('InvalidParameterValue');
  expect(await createCode({ VpnGatewayName: '网'.repeat(21) })).toBe('InvalidParameterValue');
  expect(await createCode({ InstanceChargeType: 'PREPAID' })).toBe('MissingParameter');
  expect(await createCode({ InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 13 } })).toBe('InvalidParameterValue');
  await stage.quota('vpn-gateways-per-vpc', 1);
  expect(await createCode({})).toBe('LimitExceeded');
});

it('of what is done with one gateway', async () => {
  const actions: readonly [string, Record<string, unknown>][] = [
    ['ModifyVpnGatewayAttribute', {}],
    ['RenewVpnGateway', { InstanceChargePrepaid }],
    ['ResetVpnGatewayInternetMaxBandwidth', { InternetMaxBandwidthOut: 10 }],
    ['InquiryPriceRenewVpnGateway', { InstanceChargePrepaid }],
    ['InquiryPriceResetVpnGatewayInternetMaxBandwidth', { InternetMaxBandwidthOut: 10 }],
  ];
  for (const [action, params] of actions) {
    expect(await code3(action, { VpnGatewayId: none, ...params }), action).toBe('ResourceNotFound');
    expect(await code3(action, { VpnGatewayId: 'gate', ...params }), action).toBe('InvalidParameterValue.Malformed');
  }
  expect(await code3('InquiryPriceCreateVpnGateway', { InternetMaxBandwidthOut: 6 })).toBe('InvalidParameterValue');
  expect(await code3('InquiryPriceRenewVpnGateway', { VpnGatewayId: gateway, InstanceChargePrepaid })).toBe('UnsupportedOperation');
});

it('of deletion and lists', async () => {
  expect(await code3('DeleteVpnGateway', { VpnGatewayId: none })).toBe('InvalidVpnGatewayId.NotFound');
  expect(await code3('DeleteVpnGateway', { VpnGatewayId: 'gate' })).toBe('InvalidVpnGatewayId.Malformed');
  expect(await code3('DescribeVpnGateways', { VpnGatewayIds: [none] })).toBe('InvalidVpnGatewayId.NotFound');
  expect(await code3('DescribeVpnGateways', { VpnGatewayIds: ['gate'] })).toBe('InvalidVpnGatewayId.Malformed');
  const ssl = await create();
  await stage.put('vpn-gateway', { VpnGatewayId: ssl, Type: 'SSL' });
  expect(await code3('DeleteVpnGateway', { VpnGatewayId: ssl })).toBe('UnsupportedOperation');
  await stage.put('vpn-connection', { VpnConnectionId: 'vpnx-1', VpnGatewayId: gateway });
  expect(await code3('DeleteVpnGateway', { VpnGatewayId: gateway })).toBe('ResourceInUse');
});

it('of the 2017 API', async () => {
  const other = await stage.vpc('10.1.0.0/16');
  for (const [vpcId, vpnGwId, word] of [
    ['vpc-00000000', gateway, 'InvalidVpc.NotFound'],
    [vpc.id, none, 'InvalidVpnGw.NotFound'],
    [other.oldId, gateway, 'InvalidVpnGw.NotFound'],
  ]) {
    expect(await word2017('DescribeVpnGw', { vpcId, vpnGwId })).toBe(word);
    expect(await word2017('ModifyVpnGw', { vpcId, vpnGwId, vpnGwName: 'x' })).toBe(word);
    expect(await word2017('RenewVpn', { vpcId, vpnGwId, period: 1 })).toBe(word);
  }
  const rename = (vpnGwName: string) => word2017('ModifyVpnGw', { vpcId: vpc.id, vpnGwId: gateway, vpnGwName });
  expect(await rename('x'.repeat(61))).toBe('InvalidVpnGwName');
  expect(await word2017('RenewVpn', { vpcId: vpc.id, vpnGwId: gateway, period: 1 })).toBe('UnsupportedOperation');
  const run = { name: 'x', vpcId: vpc.id, bandwidth: 5, chargeType: 'PREPAID' };
  expect(await word2017('RunVpnGw', run)).toBe('InvalidParameter');
  await stage.speed('vpn-gateway', { seconds: 60 });
  await code3('DeleteVpnGateway', { VpnGatewayId: gateway });
  expect(await rename('y')).toBe('InvalidVpnGwState');
});
