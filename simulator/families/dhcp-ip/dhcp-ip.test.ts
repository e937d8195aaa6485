/** DHCP IPs, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, usualRefusals } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('dhcp-ip');
const { call3, code3 } = stage;
let VpcId: string;
let SubnetId: string;

beforeEach(async () => {
  VpcId = (await stage.vpc()).id;
  SubnetId = await stage.subnet(VpcId);
});

type Rows = readonly { readonly DhcpIpId: string; readonly PrivateIpAddress: string; readonly AddressIp: string }[];
const wanted = (more = {}) => ({ VpcId, SubnetId, DhcpIpName: 'shared', ...more });
const create = async (more = {}) => (await call3('CreateDhcpIp', wanted(more))).DhcpIpSet as Rows;
const made = async () => ({ DhcpIpId: (await create())[0]?.DhcpIpId });
const bound = async () => {
  const one = { ...(await made()), AddressIp: (await stage.freeEip()).AddressIp };
  await call3('AssociateDhcpIpWithAddressIp', one);
  return one;
};
const list = async (more = {}) => (await call3('DescribeDhcpIps', more)).DhcpIpSet as Rows;

it('are made at free addresses, found, renamed and deleted', async () => {
  const [first, second] = await create({ SecondaryPrivateIpAddressCount: 2 });
  expect(first).toMatchObject({ DhcpIpName: 'shared', VpcId, SubnetId, PrivateIpAddress: '10.0.1.2', AddressIp: '', State: 'UNBIND' });
  expect(await stage.freeAddresses(SubnetId)).toBe(251);
  const { DhcpIpId } = first as Rows[number];
  expect(await code3('ModifyDhcpIpAttribute', { DhcpIpId, DhcpIpName: 'moved' })).toBe('');
  expect(await list({ Filters: [{ Name: 'dhcpip-name', Values: ['moved'] }] })).toMatchObject([{ DhcpIpId }]);
  expect(await code3('DeleteDhcpIp', { DhcpIpId })).toBe('');
  expect(await list()).toEqual([second]);
  expect(await stage.freeAddresses(SubnetId)).toBe(252);
});

it('are reached by an elastic IP, which stays when it is unbound', async () => {
  const { DhcpIpId, AddressIp } = await bound();
  expect(await list({ Filters: [{ Name: 'address-ip', Values: [AddressIp] }] })).toMatchObject([{ DhcpIpId, AddressIp }]);
  const eip = async () => (await call3('DescribeAddresses', { Filters: [{ Name: 'address-ip', Values: [AddressIp] }] })).AddressSet;
  expect(await eip()).toMatchObject([{ AddressStatus: 'BIND', BindedResourceId: DhcpIpId }]);
  expect(await code3('DisassociateDhcpIpWithAddressIp', { DhcpIpId })).toBe('');
  expect(await eip()).toMatchObject([{ AddressStatus: 'UNBIND', BindedResourceId: '' }]);
  expect(await list()).toMatchObject([{ DhcpIpId, AddressIp: '' }]);
});

itRefuses(stage, [
  ...usualRefusals({
    'vpc:DescribeDhcpIps': {},
    'vpc:CreateDhcpIp': wanted,
    'vpc:ModifyDhcpIpAttribute': async () => ({ ...(await made()), DhcpIpName: 'x' }),
    'vpc:DeleteDhcpIp': {},
    'vpc:AssociateDhcpIpWithAddressIp': async () => ({ ...(await made()), AddressIp: '198.18.0.9' }),
    'vpc:DisassociateDhcpIpWithAddressIp': {},
  }),
  ['vpc:CreateDhcpIp', 'one more than the quota', 'LimitExceeded', () => wanted(), () => stage.quota('dhcp-ips-per-region', 0)],
  [
    'vpc:CreateDhcpIp',
    'more than are free',
    'ResourceInsufficient.Subnet',
    async () => wanted({ SubnetId: await stage.subnet(VpcId, '10.0.2.0/28'), SecondaryPrivateIpAddressCount: 14 }),
  ],
  ['vpc:DeleteDhcpIp', 'one with an elastic IP', 'UnsupportedOperation', async () => ({ DhcpIpId: (await bound()).DhcpIpId })],
  ['vpc:AssociateDhcpIpWithAddressIp', 'a second elastic IP', 'UnsupportedOperation', bound],
  [
    'vpc:AssociateDhcpIpWithAddressIp',
    'an elastic IP in use',
    'UnsupportedOperation.BindEIP',
    async () => ({ ...(await made()), AddressIp: (await bound()).AddressIp }),
  ],
  ['vpc:DisassociateDhcpIpWithAddressIp', 'one without elastic IP', 'UnsupportedOperation.UnbindEIP', made],
]);
