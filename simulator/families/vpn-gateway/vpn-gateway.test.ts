/** VPN gateways through the wire: how they are bought, paid for, changed and deleted, in both generations. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TestWorld } from '../../testing/test-world.ts';
import { addMonths } from './terms.ts';

const stage = new TestWorld();
const { call3, code3, call2017, word2017 } = stage;
let vpc: { id: string; oldId: string };

beforeEach(async () => {
  vpc = await stage.vpc();
});

type GatewayAnswer = Record<'VpnGatewayId' | 'VpnGatewayName' | 'State' | 'ExpiredTime' | 'InstanceChargeType', string>;
type GatewayRow2017 = { vpnGwId: number; unVpnGwId: string; vpnGwStatus: number; dealId: string };

const create = async (more: Record<string, unknown> = {}) =>
  (await call3('CreateVpnGateway', { VpcId: vpc.id, VpnGatewayName: 'g', InternetMaxBandwidthOut: 5, ...more }))
    .VpnGateway as GatewayAnswer;
const prepaid = async (Period = 1, more: Record<string, unknown> = {}) =>
  (await create({ InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period, ...more } })).VpnGatewayId;
const gateways = async (params: Record<string, unknown> = {}) =>
  (await call3('DescribeVpnGateways', params)).VpnGatewaySet as GatewayAnswer[];
const shown = async (id: string) => (await gateways()).find((row) => row.VpnGatewayId === id);
const listed = async (params: Record<string, unknown> = {}) => (await call2017('DescribeVpnGw', params)).data as [GatewayRow2017];

describe('a gateway paid by the hour', () => {
  it('is PENDING when it is ordered, then runs with an address; it is the same one in both generations', async () => {
    await stage.speed('vpn-gateway', { reads: 1 });
    const { VpnGatewayId } = await create();
    const waiting = {
      VpnGatewayId,
      VpcId: vpc.id,
      VpnGatewayName: 'g',
      Type: 'IPSEC',
      State: 'PENDING',
      PublicIpAddress: '',
      RenewFlag: 'NOTIFY_AND_MANUAL_RENEW',
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      InternetMaxBandwidthOut: 5,
      CreatedTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      ExpiredTime: '0000-00-00 00:00:00',
      IsAddressBlocked: false,
      NewPurchasePlan: null,
      RestrictState: 'NORMAL',
    };
    expect(await gateways()).toEqual([waiting]);
    expect(await gateways()).toEqual([{ ...waiting, State: 'AVAILABLE', PublicIpAddress: expect.stringMatching(/^198\.1[89]\./) }]);
    const [row] = await listed({ vpcId: vpc.oldId });
    expect(row).toMatchObject({
      vpcId: vpc.oldId,
      unVpcId: vpc.id,
      vpnGwId: expect.any(Number),
      unVpnGwId: VpnGatewayId,
      vpnGwName: 'g',
      bandwidth: 5,
      vpnGwStatus: 6,
      isAutoRenewals: 0,
      expireTime: '0000-00-00 00:00:00',
    });
    expect(await listed({ vpnGwId: row.vpnGwId })).toHaveLength(1);
  });

  it('keeps its VPC from being deleted, and is counted there, until it is deleted; its routes go with it', async () => {
    const { VpnGatewayId } = await create();
    expect((await call2017('DescribeVpcEx', { vpcId: vpc.id })).data).toMatchObject([{ vpnGwNum: 1 }]);
    expect(await code3('DeleteVpc', { VpcId: vpc.id })).toBe('ResourceInUse');
    const { RouteTable } = await call3('CreateRouteTable', { VpcId: vpc.id, RouteTableName: 'r' });
    const { RouteTableId } = RouteTable as { RouteTableId: string };
    const [{ vpnGwId }] = await listed();
    const routeSet = [{ destinationCidrBlock: '192.168.0.0/16', nextType: 1, nextHub: String(vpnGwId) }];
    expect(await word2017('CreateRoute', { vpcId: vpc.id, routeTableId: RouteTableId, routeSet })).toBe('');
    const routes = async () => (await call3('DescribeRouteTables', { RouteTableIds: [RouteTableId] })).RouteTableSet;
    expect(await routes()).toMatchObject([{ RouteSet: [{ GatewayType: 'VPN', GatewayId: VpnGatewayId }] }]);
    await stage.speed('vpn-gateway', { seconds: 5 });
    expect(await code3('DeleteVpnGateway', { VpnGatewayId })).toBe('');
    expect(await listed()).toMatchObject([{ vpnGwStatus: 4 }]);
    expect(await code3('DeleteVpnGateway', { VpnGatewayId })).toBe('UnsupportedOperation');
    expect(await routes()).toMatchObject([{ RouteSet: [] }]);
    await stage.control('clock', { advance: 6 });
    expect(await gateways()).toEqual([]);
    expect(await code3('DeleteVpc', { VpcId: vpc.id })).toBe('');
  });

  it('is renamed, gets more bandwidth but never less, and is not renewed', async () => {
    const { VpnGatewayId } = await create({ InternetMaxBandwidthOut: 10 });
    expect(await code3('ModifyVpnGatewayAttribute', { VpnGatewayId, VpnGatewayName: '总部' })).toBe('');
    expect(await gateways({ Filters: [{ Name: 'vpn-gateway-name', Values: ['总部'] }] })).toHaveLength(1);
    const resize = (InternetMaxBandwidthOut: number) =>
      code3('ResetVpnGatewayInternetMaxBandwidth', { VpnGatewayId, InternetMaxBandwidthOut });
    expect(await resize(5)).toBe('UnsupportedOperation');
    expect(await resize(10)).toBe('UnsupportedOperation');
    expect(await resize(50)).toBe('');
    expect(await shown(VpnGatewayId)).toMatchObject({ InternetMaxBandwidthOut: 50 });
    const InstanceChargePrepaid = { Period: 1 };
    expect(await code3('RenewVpnGateway', { VpnGatewayId, InstanceChargePrepaid })).toBe('UnsupportedOperation');
    expect(await code3('ModifyVpnGatewayAttribute', { VpnGatewayId, InstanceChargeType: 'POSTPAID_BY_HOUR' })).toBe('UnsupportedOperation');
  });
});

describe('a gateway paid for in advance', () => {
  const clock = (body: Record<string, unknown>) => stage.control('clock', body);
  const at = (set: string) => clock({ set });

  it('lives until its term ends, and longer when it is renewed', async () => {
    await at('2027-01-31T04:00:00Z');
    const lost = await prepaid();
    const kept = await prepaid();
    expect((await shown(kept))?.ExpiredTime).toBe('2027-02-28 12:00:00');
    expect(await code3('DeleteVpnGateway', { VpnGatewayId: kept })).toBe('UnsupportedOperation');
    expect(await code3('RenewVpnGateway', { VpnGatewayId: kept, InstanceChargePrepaid: { Period: 2 } })).toBe('');
    expect(await word2017('RenewVpn', { vpcId: vpc.id, vpnGwId: kept, period: 1 })).toBe('');
    expect((await shown(kept))?.ExpiredTime).toBe('2027-05-28 12:00:00');
    await at('2027-03-01T00:00:00Z');
    expect(await shown(lost)).toBeUndefined();
    expect(await shown(kept)).toBeDefined();
    await at('2027-05-28T04:00:01Z');
    expect(await gateways()).toEqual([]);
  });

  it('that renews itself never ends, until it is told not to', async () => {
    await at('2028-01-31T04:00:00Z');
    const id = await prepaid(1, { RenewFlag: 'NOTIFY_AND_AUTO_RENEW' });
    await at('2028-04-10T00:00:00Z');
    expect((await shown(id))?.ExpiredTime).toBe('2028-04-29 12:00:00');
    expect(await listed()).toMatchObject([{ isAutoRenewals: 1, expireTime: '2028-04-29 12:00:00' }]);
    expect(await word2017('ModifyVpnGw', { vpcId: vpc.oldId, vpnGwId: id, isAutoRenewals: 0 })).toBe('');
    await at('2028-04-29T04:00:00Z');
    expect(await gateways()).toEqual([]);
  });

  it('is paid by the hour after its term when it is told to', async () => {
    await at('2029-06-01T00:00:00Z');
    const id = await prepaid(3, { RenewFlag: 'NOTIFY_AND_AUTO_RENEW' });
    expect(await code3('ModifyVpnGatewayAttribute', { VpnGatewayId: id, InstanceChargeType: 'POSTPAID_BY_HOUR' })).toBe('');
    expect(await shown(id)).toMatchObject({ InstanceChargeType: 'PREPAID', NewPurchasePlan: 'PREPAID_TO_POSTPAID' });
    await at('2029-09-01T00:00:00Z');
    expect(await shown(id)).toMatchObject({
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      NewPurchasePlan: null,
      ExpiredTime: '0000-00-00 00:00:00',
    });
    expect(await code3('DeleteVpnGateway', { VpnGatewayId: id })).toBe('');
  });

  it('takes its connections and routes with it when its term ends', async () => {
    await at('2030-01-01T00:00:00Z');
    const id = await prepaid();
    const { RouteTable } = await call3('CreateRouteTable', { VpcId: vpc.id, RouteTableName: 'r' });
    const { RouteTableId } = RouteTable as { RouteTableId: string };
    const Routes = [{ DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'VPN', GatewayId: id }];
    expect(await code3('CreateRoutes', { RouteTableId, Routes })).toBe('');
    await stage.put('vpn-connection', { VpnConnectionId: 'vpnx-1', VpnGatewayId: id });
    await at('2030-02-01T00:00:00Z');
    expect((await call3('DescribeRouteTables', { RouteTableIds: [RouteTableId] })).RouteTableSet).toMatchObject([{ RouteSet: [] }]);
    expect(await stage.count('vpn-connection')).toBe(0);
    await clock({ run: true });
  });

  it('is found by the order that bought it', async () => {
    await stage.speed('vpn-gateway', { seconds: 5 });
    const { dealIds } = await call2017('CreateVpn', { name: 'b', vpcId: vpc.oldId, period: 36, bandwidth: 20 });
    const [dealId = ''] = dealIds as string[];
    expect(await listed({ dealId })).toMatchObject([{ dealId, vpnGwName: 'b', bandwidth: 20, vpnGwStatus: 2, vpnGwAddress: '' }]);
    await stage.control('clock', { advance: 6 });
    expect(await listed({ dealId })).toMatchObject([{ dealId, vpnGwStatus: 6 }]);
    expect(await listed({ dealId: '1' })).toEqual([]);
    const chargePrepaid = { period: 1, isAutoRenewals: '1' };
    const wanted = { name: 'a', vpcId: vpc.id, bandwidth: 5, chargeType: 'PREPAID', chargePrepaid };
    const { vpnGwId } = (await call2017('RunVpnGw', wanted)).data as { vpnGwId: string };
    expect(await listed({ vpnGwId })).toMatchObject([{ isAutoRenewals: 1, vpnGwName: 'a' }]);
    expect(await listed({ orderField: 'vpnGwName', orderDirection: 'asc' })).toMatchObject([{ vpnGwName: 'a' }, { vpnGwName: 'b' }]);
    expect(await listed({ vpnGwName: 'b' })).toMatchObject([{ vpnGwName: 'b' }]);
  });
});

it('months are added by the calendar of China', () => {
  const added = (time: string, months: number) => new Date(addMonths(Date.parse(time), months)).toISOString();
  expect(added('2026-01-30T17:00:00Z', 1)).toBe('2026-02-27T17:00:00.000Z');
  expect(added('2028-01-30T17:00:00Z', 1)).toBe('2028-02-28T17:00:00.000Z');
  expect(added('2026-11-15T00:00:00Z', 36)).toBe('2029-11-15T00:00:00.000Z');
});

describe('prices', () => {
  it('have the documented shape, by the hour and in advance', async () => {
    const price = async (action: string, params: Record<string, unknown>) => (await call3(`InquiryPrice${action}`, params)).Price;
    const term = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } };
    expect(await price('CreateVpnGateway', { ...term, InternetMaxBandwidthOut: 5 })).toEqual({
      InstancePrice: { OriginalPrice: 380, DiscountPrice: 380 },
    });
    const byHour = { InstancePrice: { UnitPrice: 0.48, ChargeUnit: 'HOUR' }, BandwidthPrice: { UnitPrice: 0.8, ChargeUnit: 'GB' } };
    expect(await price('CreateVpnGateway', { InternetMaxBandwidthOut: 5 })).toEqual(byHour);
    expect((await call2017('InquiryVpnPrice', { period: 36, bandwidth: 5 })).price).toBe(36 * 380);
    const VpnGatewayId = await prepaid();
    expect(await price('RenewVpnGateway', { VpnGatewayId, InstanceChargePrepaid: { Period: 2 } })).toEqual({
      InstancePrice: { OriginalPrice: 760, DiscountPrice: 760 },
    });
    const upgrade = (id: string, InternetMaxBandwidthOut: number) =>
      price('ResetVpnGatewayInternetMaxBandwidth', { VpnGatewayId: id, InternetMaxBandwidthOut });
    const { InstancePrice } = (await upgrade(VpnGatewayId, 10)) as { InstancePrice: { DiscountPrice: number } };
    expect(InstancePrice.DiscountPrice).toBeGreaterThan(297);
    expect(InstancePrice.DiscountPrice).toBeLessThan(332);
    const { VpnGatewayId: hourly } = await create();
    expect(await upgrade(hourly, 10)).toMatchObject({ InstancePrice: { UnitPrice: 0.89 } });
  });
});
