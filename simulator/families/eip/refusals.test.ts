/** Every documented refusal of the elastic IP actions, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, ofEach } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('eip');
const { call3, code3 } = stage;
const none = 'eip-00000000';
let subnet: string;
let eip: string;
let machine: { InstanceId: string; PrivateIpAddress: string };
let eni: { NetworkInterfaceId: string; PrivateIpAddressSet: { PrivateIpAddress: string }[] };

beforeEach(async () => {
  const vpc = await stage.vpc();
  subnet = await stage.subnet(vpc.id);
  machine = await stage.machine(subnet, { PublicIpAddress: '198.19.200.1' });
  eip = await newEip();
  const answer = await call3('CreateNetworkInterface', { VpcId: vpc.id, SubnetId: subnet, NetworkInterfaceName: 'n' });
  eni = answer.NetworkInterface as typeof eni;
});

const newEip = async () => (await stage.freeEip()).AddressId;
const toMachine = (more = {}) => ({ AddressId: eip, InstanceId: machine.InstanceId, ...more });
const toOther = async (row = {}) => toMachine({ InstanceId: (await stage.machine(subnet, row)).InstanceId });
const toAddress = (more = {}) => {
  const PrivateIpAddress = eni.PrivateIpAddressSet[0]?.PrivateIpAddress;
  return { AddressId: eip, NetworkInterfaceId: eni.NetworkInterfaceId, PrivateIpAddress, ...more };
};
const second = async (params: object) => ({ ...params, AddressId: await newEip() });
const is = (row: Record<string, unknown>) => stage.put('eip', { AddressId: eip, ...row });
const machineIs = (InstanceState: string) => stage.put('instance', { InstanceId: machine.InstanceId, InstanceState });
const bound = async (params: Record<string, unknown> = toMachine()) => expect(await code3('AssociateAddress', params)).toBe('');
const boundTo = async (row: Record<string, unknown>) => {
  await bound();
  await is(row);
};
const atMachine = () => bound();
const atInterface = () => bound(toAddress());
const bind = 'vpc:AssociateAddress';
const unbind = 'vpc:DisassociateAddress';
const unsupported = 'InvalidInstance.NotSupported';
const noInterface = 'InvalidNetworkInterfaceId.NotFound';
const toNothing = { InstanceId: '', NetworkInterfaceId: '' };
const mine = () => ({ AddressId: eip });

itRefuses(stage, [
  [bind, 'no elastic IP', 'MissingParameter', () => toMachine({ AddressId: undefined })],
  [bind, 'nothing to bind it to', 'MissingResourceId', mine],
  [bind, 'an interface without its address', 'MissingParameter', () => toAddress({ PrivateIpAddress: undefined })],
  [bind, 'a machine and an interface', 'InvalidParameterConflict', () => ({ ...toAddress(), ...toMachine(), PrivateIpAddress: undefined })],
  [bind, 'a machine that is not there', 'InvalidInstanceId.NotFound', () => toMachine({ InstanceId: 'ins-00000000' })],
  [bind, 'a database', unsupported, () => toOther({ Kind: 'CDB', InstanceId: 'cdb-1a2b3c4d' })],
  [bind, 'a machine that reboots', unsupported, () => toMachine(), () => machineIs('REBOOTING')],
  [bind, 'a machine that has one', 'InvalidInstanceId.AlreadyBindEip', () => second(toMachine()), atMachine],
  [bind, 'an interface that is not there', noInterface, () => toAddress({ NetworkInterfaceId: 'eni-00000000' })],
  [bind, 'an address that the interface lacks', noInterface, () => toAddress({ PrivateIpAddress: '10.0.1.200' })],
  [bind, 'an address of a machine', noInterface, () => toAddress({ PrivateIpAddress: machine.PrivateIpAddress })],
  [bind, 'an address that has one', 'InvalidPrivateIpAddress.AlreadyBindEip', () => second(toAddress()), atInterface],
  [bind, 'an elastic IP that is not there', 'InvalidAddressId.NotFound', () => toMachine({ AddressId: none })],
  [bind, 'one in arrears', 'InvalidAddressIdState.InArrears', () => toMachine(), () => is({ IsArrears: true })],
  [bind, 'one that is blocked', 'InvalidAddressId.Blocked', () => toMachine(), () => is({ IsArrears: true, IsBlocked: true })],
  [bind, 'one that is bound', 'InvalidAddressIdStatus.NotPermit', () => toOther(), atMachine],
  [unbind, 'an elastic IP that is not there', 'InvalidAddressId.NotFound', { AddressId: none }],
  [unbind, 'one that is free', 'InvalidAddressIdStatus.NotPermit', mine],
  [unbind, 'one that is blocked', 'InvalidAddressId.Blocked', mine, () => boundTo({ IsBlocked: true })],
  [unbind, 'a machine that goes', unsupported, mine, () => bound().then(() => machineIs('TERMINATING'))],
  [unbind, 'a machine that is gone', 'InvalidInstanceId.NotFound', mine, () => boundTo({ InstanceId: 'ins-00000000' })],
  [unbind, 'one of a NAT gateway', unsupported, mine, () => boundTo({ ...toNothing, ResourceId: 'nat-1a2b3c4d' })],
  [unbind, 'another address for an interface', 'InvalidParameter', () => ({ ...mine(), ReallocateNormalPublicIp: true }), atInterface],
  ...ofEach(
    {
      [bind]: toMachine,
      [unbind]: mine,
      'vpc:ModifyAddressAttribute': () => ({ ...mine(), AddressName: 'x' }),
      'vpc:ReleaseAddresses': () => ({ AddressIds: [eip] }),
      'vpc:ModifyAddressesBandwidth': () => ({ AddressIds: [eip], InternetMaxBandwidthOut: 5 }),
      'vpc:ModifyAddressInternetChargeType': () => ({
        ...mine(),
        InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR',
        InternetMaxBandwidthOut: 5,
      }),
    },
    'one that the cloud is at work on',
    'OperationDenied.MutexTaskRunning',
    {},
    () => is({ Work: 'BINDING' }),
  ),
]);

const full = () => stage.quota('eips-per-region', 1);
const fullToday = async () => {
  await full();
  await call3('ReleaseAddresses', { AddressIds: [eip] });
  await call3('ReleaseAddresses', { AddressIds: [await newEip()] });
};
const makings = { 'vpc:AllocateAddresses': {}, 'vpc:TransformAddress': () => ({ InstanceId: machine.InstanceId }) };
const Filters = [{ Name: 'address-id', Values: ['eip-1'] }];
const transform = 'vpc:TransformAddress';
const rename = 'vpc:ModifyAddressAttribute';

itRefuses({ ...stage, unchanged: () => stage.count('eip') }, [
  ...ofEach(makings, 'one more than the quota', 'AddressQuotaLimitExceeded', {}, full),
  ...ofEach(makings, 'one more than in a day', 'AddressQuotaLimitExceeded.DailyAllocate', {}, fullToday),
  ['vpc:AllocateAddresses', 'none at all', 'InvalidParameterValue', { AddressCount: 0 }],
  [transform, 'a machine that is not there', 'InvalidInstanceId.NotFound', { InstanceId: 'ins-00000000' }],
  [transform, 'a machine without a public address', unsupported, async () => ({ InstanceId: (await stage.machine(subnet)).InstanceId })],
  ['vpc:DescribeAddresses', 'ids and filters', 'InvalidParameter', () => ({ AddressIds: [eip], Filters })],
  [rename, 'an elastic IP that is not there', 'InvalidAddressId.NotFound', { AddressId: none, AddressName: 'x' }],
  [rename, 'what is no id', 'InvalidParameterValue', { AddressId: 'address', AddressName: 'x' }],
  [rename, '21 characters of name', 'InvalidParameterValue.TooLong', () => ({ ...mine(), AddressName: 'x'.repeat(21) })],
  ['vpc:ReleaseAddresses', 'one that is not there', 'InvalidAddressId.NotFound', { AddressIds: [none] }],
  [
    'vpc:ReleaseAddresses',
    'one of two that is bound',
    'InvalidAddressState',
    async () => ({ AddressIds: [await newEip(), eip] }),
    atMachine,
  ],
]);

const resize = 'vpc:ModifyAddressesBandwidth';
const charge = 'vpc:ModifyAddressInternetChargeType';
const make = 'vpc:AllocateAddresses';
const price = 'vpc:InquiryPriceAllocateAddresses';
const resizePrice = 'vpc:InquiryPriceModifyAddressesBandwidth';
const hourly = 'BANDWIDTH_POSTPAID_BY_HOUR';
const monthly = 'BANDWIDTH_PREPAID_BY_MONTH';
const byPackage = { InternetChargeType: 'BANDWIDTH_PACKAGE', BandwidthPackageId: 'bwp-1a2b3c4d' };
const wide = (InternetMaxBandwidthOut: number, more = {}) => ({ AddressIds: [eip], InternetMaxBandwidthOut, ...more });
const paid = (InternetChargeType: string, more = {}) => ({ ...mine(), InternetChargeType, InternetMaxBandwidthOut: 10, ...more });
const unpaid = () => is({ IsArrears: true });
const inGateway = () => boundTo({ ...toNothing, ResourceId: 'nat-1a2b3c4d' });
const mixed = 'InvalidParameterValue.Combination';
const tooWide = 'InvalidParameterValue.BandwidthOutOfRange';
const term = { AddressChargePrepaid: { Period: 1 } };

itRefuses({ ...stage, unchanged: () => call3('DescribeAddresses').then((answer) => answer.AddressSet) }, [
  [make, 'more than is sold by traffic', tooWide, { InternetMaxBandwidthOut: 101 }],
  [make, 'more than a package takes', tooWide, { InternetChargeType: 'BANDWIDTH_PACKAGE', InternetMaxBandwidthOut: 2001 }],
  [make, 'a package that is not there', 'InvalidParameterValue.BandwidthPackageNotFound', byPackage],
  [make, 'a package that does not pay', mixed, { BandwidthPackageId: 'bwp-1a2b3c4d' }],
  [make, 'a month without its term', mixed, { InternetChargeType: monthly }],
  [make, 'a term by traffic', mixed, term],
  [make, 'an area of an ordinary one', mixed, { AnycastZone: 'ANYCAST_ZONE_GLOBAL' }],
  [make, 'high quality where there is none', 'UnsupportedOperation.UnsupportedRegion', { AddressType: 'HighQualityEIP' }],
  [resize, 'one of two that is not there', 'InvalidAddressId.NotFound', () => wide(10, { AddressIds: [eip, none] })],
  [resize, 'more than is sold by traffic', tooWide, () => wide(101)],
  [resize, 'one in arrears', 'OperationDenied.AddressInArrears', () => wide(10), unpaid],
  [price, 'more than is sold by traffic', tooWide, { InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR', InternetMaxBandwidthOut: 101 }],
  [price, 'a month without its term', mixed, { InternetChargeType: monthly }],
  [resizePrice, 'one that is not there', 'InvalidParameterValue.AddressNotFound', wide(10, { AddressIds: [none] })],
  [resizePrice, 'more than is sold by traffic', tooWide, () => wide(101)],
  [charge, 'one that is not there', 'InvalidAddressId.NotFound', () => paid(hourly, { AddressId: none })],
  [charge, 'a month without its term', mixed, () => paid(monthly)],
  [charge, 'the same charge', 'InvalidParameterValue.InternetChargeTypeNotChanged', () => paid('TRAFFIC_POSTPAID_BY_HOUR')],
  [charge, 'more than is sold', 'InvalidParameterValue.Range', () => paid(monthly, { InternetMaxBandwidthOut: 201, ...term })],
  [charge, 'one in arrears', 'OperationDenied.AddressInArrears', () => paid(hourly), unpaid],
  [charge, 'one of a package', 'UnsupportedOperation.InvalidAddressInternetChargeType', () => paid(hourly), () => is(byPackage)],
  [charge, 'one of a NAT gateway', 'UnsupportedOperation.NatNotSupported', () => paid(hourly), inGateway],
]);

it('prices are told for an allocation and for another bandwidth', async () => {
  expect(await code3('InquiryPriceAllocateAddresses', { InternetChargeType: hourly })).toBe('');
  expect(await code3('InquiryPriceModifyAddressesBandwidth', wide(50))).toBe('');
});

it('ModifyAddressesBandwidth and ModifyAddressInternetChargeType change what today’s accounts are told', async () => {
  expect(await code3('ModifyAddressesBandwidth', wide(50))).toBe('');
  expect(await code3('ModifyAddressInternetChargeType', paid(monthly, term))).toBe('');
  expect(await stage.put('eip', mine())).toMatchObject({ InternetChargeType: monthly, Bandwidth: 10, RenewFlag: 'NOTIFY_AND_AUTO_RENEW' });
});

it('AssociateAddress takes a machine that is stopped', async () => {
  await machineIs('STOPPED');
  await bound();
});

it('DisassociateAddress frees an address of an interface', async () => {
  await atInterface();
  expect(await code3('DisassociateAddress', mine())).toBe('');
});

it('DescribeAddresses finds nothing by an id of nothing', async () => {
  expect(await call3('DescribeAddresses', { AddressIds: [none] })).toMatchObject({ TotalCount: 0, AddressSet: [] });
});
