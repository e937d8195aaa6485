// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { decodeRow } from '../../../catalogue/decode.ts';
import { type Address, addressShape } from '../../../catalogue/families/eip/index.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { currentT, startLanguage } from '../../i18n/index.ts';
import { instancesOf } from '../../lib/instances.ts';
import { fieldErrors, lostAddress } from './bind.tsx';
import { bindDisabledReason, boundTo, isBound, unbindDisabledReason } from './bound.ts';
import { interfaceOf } from './path.tsx';
import { leftOf } from './quota.tsx';

await startLanguage('ui', 'eip');
const t = currentT();

const nic = {
  NetworkInterfaceId: 'eni-1',
  Primary: true,
  VpcId: 'vpc-1',
  Zone: 'z',
  Attachment: { InstanceId: 'ins-1' },
  PrivateIpAddressSet: [
    { PrivateIpAddress: '10.0.0.2', Primary: true, PublicIpAddress: '198.18.0.9', AddressId: '' },
    { PrivateIpAddress: '10.0.0.3', Primary: false, PublicIpAddress: '198.18.0.10', AddressId: 'eip-1' },
  ],
} as unknown as NetworkInterface;
const interfaces = [nic];
const instances = instancesOf(interfaces);
const toInstance = { t, target: 'instance', instances, interfaces } as const;
const toAddress = { t, target: 'interface', instances, interfaces } as const;

const goodAddress = {
  AddressId: 'eip-1',
  AddressName: 'a',
  AddressStatus: 'UNBIND',
  AddressIp: '43.0.0.2',
  CreatedTime: '2020-01-01 00:00:00',
};

test('an address that has an elastic IP, or is not the interface’s, is objected to; an unknown instance is not', () => {
  const bind = (PrivateIpAddress: string) => fieldErrors({ NetworkInterfaceId: 'eni-1', PrivateIpAddress }, toAddress);
  expect(bind('10.0.0.2')).toEqual([]);
  expect(bind('10.0.0.3')[0]?.message).toContain('eip-1');
  expect(bind('10.0.0.4')[0]?.path).toBe('PrivateIpAddress');
  expect(fieldErrors({ InstanceId: 'ins-unknown' }, toInstance)).toEqual([]);
});

test('an ordinary public address is lost to an elastic one, on the instance and on its primary address alike', () => {
  expect(lostAddress({ InstanceId: 'ins-1' }, toInstance)).toBe('198.18.0.9');
  expect(lostAddress({ NetworkInterfaceId: 'eni-1', PrivateIpAddress: '10.0.0.2' }, toAddress)).toBe('198.18.0.9');
  expect(lostAddress({ NetworkInterfaceId: 'eni-1', PrivateIpAddress: '10.0.0.3' }, toAddress)).toBe('');
});

test('what keeps an elastic IP from being bound or unbound', () => {
  const row = (more: Partial<Address>): Address => ({ AddressStatus: 'UNBIND', BindedResourceId: '', ...more }) as Address;
  expect(bindDisabledReason(t, row({}))).toBe(null);
  expect(bindDisabledReason(t, row({ IsBlocked: true }))).toBe(t('eip.disabledBlocked'));
  expect(bindDisabledReason(t, row({ IsArrears: true }))).toBe(t('eip.disabledArrears'));
  expect(unbindDisabledReason(t, row({}))).toBe(t('eip.disabledNotBound'));
  expect(unbindDisabledReason(t, row({ AddressStatus: 'BIND', BindedResourceId: 'nat-1a2b3c4d' }))).toBe(t('eip.disabledGateway'));
  expect(unbindDisabledReason(t, row({ AddressStatus: 'BIND', BindedResourceId: 'ins-1a2b3c4d' }))).toBe(null);
});

test('the tighter of the two quotas is what is left', () => {
  const quota = (QuotaId: string, QuotaCurrent: number, QuotaLimit: number) => ({ QuotaId, QuotaCurrent, QuotaLimit });
  expect(leftOf([quota('TOTAL_EIP_QUOTA', 15, 20), quota('DAILY_EIP_APPLY', 38, 40)])).toBe(2);
  expect(leftOf([quota('TOTAL_EIP_QUOTA', 21, 20)])).toBe(0);
  expect(leftOf([quota('DAILY_PUBLIC_IP_ASSIGN', 1, 10)])).toBe(null);
  expect(leftOf(undefined)).toBe(null);
});

test('the interface behind an elastic IP is asked for by itself, or by the instance', () => {
  expect(interfaceOf({ NetworkInterfaceId: 'eni-1' } as Address)).toEqual({ NetworkInterfaceIds: ['eni-1'] });
  expect(interfaceOf({ InstanceId: 'ins-1' } as Address)).toEqual({ Filters: [{ Name: 'attachment.instance-id', Values: ['ins-1'] }] });
  expect(interfaceOf({ BindedResourceId: 'nat-1' } as Address)).toBe(null);
});

test.each([undefined, null, ''])('an elastic IP whose resource is %j is bound to what its other fields name', (BindedResourceId) => {
  const row = (more: object): Address => ({ AddressId: 'eip-1', AddressStatus: 'UNBIND', BindedResourceId, ...more }) as Address;
  expect([isBound(row({})), boundTo(row({}))]).toEqual([false, '']);
  expect(isBound(row({ InstanceId: null, NetworkInterfaceId: '' }))).toBe(false);
  expect([isBound(row({ InstanceId: 'ins-1' })), boundTo(row({ InstanceId: 'ins-1' }))]).toEqual([true, 'ins-1']);
  expect(boundTo(row({ NetworkInterfaceId: 'eni-1' }))).toBe('eni-1');
  // Its state says that it is bound, and nothing says to what: neither unbound nor made up.
  expect([isBound(row({ AddressStatus: 'BIND' })), boundTo(row({ AddressStatus: 'BIND' }))]).toEqual([true, '']);
  expect(bindDisabledReason(t, row({ AddressStatus: 'BIND' }))).toBe(t('eip.disabledBound', { what: t('eip.boundUnknown') }));
  expect(unbindDisabledReason(t, row({ AddressStatus: 'BIND', InstanceId: 'nat-1a2b3c4d' }))).toBe(t('eip.disabledGateway'));
  expect(decodeRow(addressShape.fields, { ...goodAddress, BindedResourceId }).problems).toEqual([]);
});
