/** Every documented refusal of the network interface actions, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, ofEach, ofElsewhere } from '../../testing/refusals.ts';
import { EniStage } from './fixture.ts';

type Params = Record<string, unknown>;

const stage = new EniStage();
stage.recorder.provesRefusalsOf('eni');
const { call3, code3, word2017, make } = stage;
const none = 'eni-00000000';
const malformed = 'InvalidParameterValue.Malformed';
let NetworkInterfaceId: string;
let first: string;
let second: string;

beforeEach(async () => {
  ({ NetworkInterfaceId } = await make({ SecondaryPrivateIpAddressCount: 1 }));
  [first = '', second = ''] = await stage.addresses(NetworkInterfaceId);
});

const at = (...texts: string[]) => texts.map((PrivateIpAddress) => ({ PrivateIpAddress }));
const here = (more: Params = {}) => ({ NetworkInterfaceId, ...more });
const machine = () => stage.machine1.InstanceId;
const withMachine = () => here({ InstanceId: machine() });
const attach = () => code3('AttachNetworkInterface', withMachine());
const elsewhere = async () => stage.subnet((await stage.vpc('10.1.0.0/16')).id, '10.1.0.0/24');
const slowly = () => stage.speed('eni', { seconds: 60 });

const making = 'vpc:CreateNetworkInterface';
const make3 = (more: Params = {}) => ({ VpcId: stage.vpc1.id, SubnetId: stage.subnet1, NetworkInterfaceName: 'n', ...more });
const withAddress = (...texts: string[]) => make3({ PrivateIpAddresses: at(...texts) });
const twoPrimary = at('10.0.1.5', '10.0.1.6').map((row) => ({ ...row, Primary: true }));
const listing = 'vpc:DescribeNetworkInterfaces';
const Filters = [{ Name: 'vpc-id', Values: ['vpc-00000000'] }];
/** What each action about one interface takes beside its id. */
const aboutOne = {
  'vpc:ModifyNetworkInterfaceAttribute': {},
  'vpc:DeleteNetworkInterface': {},
  'vpc:AssignPrivateIpAddresses': { SecondaryPrivateIpAddressCount: 1 },
  'vpc:UnassignPrivateIpAddresses': { PrivateIpAddresses: at('10.0.1.5') },
  'vpc:ModifyPrivateIpAddressesAttribute': { PrivateIpAddresses: at('10.0.1.5') },
  'vpc:AttachNetworkInterface': withMachine,
  'vpc:DetachNetworkInterface': withMachine,
  'vpc:MigrateNetworkInterface': () => ({ SourceInstanceId: machine(), DestinationInstanceId: machine() }),
};

itRefuses({ ...stage, unchanged: () => stage.count('eni') }, [
  [making, 'a VPC that is not there', 'ResourceNotFound', () => make3({ VpcId: 'vpc-00000000' })],
  [making, 'a subnet that is not there', 'ResourceNotFound', () => make3({ SubnetId: 'subnet-00000000' })],
  [making, 'a subnet of another VPC', 'ResourceNotFound', async () => make3({ SubnetId: await elsewhere() })],
  [making, '63 bytes of name', malformed, () => make3({ NetworkInterfaceName: '网'.repeat(21) })],
  [making, 'what is no id of a subnet', malformed, () => make3({ SubnetId: 'subnet' })],
  [making, 'two primary addresses', malformed, () => make3({ PrivateIpAddresses: twoPrimary })],
  [making, 'an address outside the subnet', 'InvalidParameterValue.Range', () => withAddress('10.0.2.5')],
  [making, 'the first address', 'InvalidParameterValue.Reserved', () => withAddress('10.0.1.0')],
  [making, 'the gateway’s address', 'InvalidParameterValue.Reserved', () => withAddress('10.0.1.1')],
  [making, 'the last address', 'InvalidParameterValue.Reserved', () => withAddress('10.0.1.15')],
  [making, 'an address that is taken', 'ResourceInUse', () => withAddress(stage.machine1.PrivateIpAddress)],
  [making, 'an address twice', 'ResourceInUse', () => withAddress('10.0.1.5', '10.0.1.5')],
  [making, 'eleven addresses', 'InvalidParameterValue.LimitExceeded', () => make3({ SecondaryPrivateIpAddressCount: 10 })],
  [
    making,
    'more addresses than are free',
    'ResourceInsufficient',
    () => make3({ SecondaryPrivateIpAddressCount: 5 }),
    () => make({ SecondaryPrivateIpAddressCount: 5 }),
  ],
  [making, 'one more than the quota', 'LimitExceeded', make3, () => stage.quota('enis-per-vpc', 1)],
  [listing, 'ids and filters', 'InvalidParameter.Coexist', { NetworkInterfaceIds: [none], Filters }],
  [listing, 'an interface that is not there', 'ResourceNotFound', { NetworkInterfaceIds: [none] }],
  [listing, 'what is no id', malformed, { NetworkInterfaceIds: ['card'] }],
  [listing, 'a page of 101', malformed, { Limit: 101 }],
  ...ofEach(aboutOne, 'an interface that is not there', 'ResourceNotFound', { NetworkInterfaceId: none }),
  ...ofEach(aboutOne, 'what is no id', malformed, { NetworkInterfaceId: 'card' }),
]);

const assign = 'vpc:AssignPrivateIpAddresses';
const unassign = 'vpc:UnassignPrivateIpAddresses';
const move = 'vpc:MigratePrivateIpAddress';
const moving = async (PrivateIpAddress: string, more = {}) => ({
  SourceNetworkInterfaceId: NetworkInterfaceId,
  DestinationNetworkInterfaceId: (await make(more)).NetworkInterfaceId,
  PrivateIpAddress,
});
const together = (...texts: string[]) => here({ PrivateIpAddresses: at(...texts) });

itRefuses({ ...stage, unchanged: () => stage.addresses(NetworkInterfaceId) }, [
  [assign, 'nothing asked for', 'MissingParameter', here],
  [assign, 'an address outside the subnet', malformed, () => together('10.0.7.7')],
  [assign, 'a primary address', malformed, () => here({ PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.9', Primary: true }] })],
  [assign, 'an address that it has', 'ResourceInsufficient', () => together(first)],
  [assign, 'eleven addresses', 'ResourceInsufficient', () => here({ SecondaryPrivateIpAddressCount: 9 })],
  [unassign, 'its primary address among others', 'UnauthorizedOperation.PrimaryIp', () => together(second, first)],
  [unassign, 'an address that it lacks', 'ResourceNotFound', () => together('10.0.1.12')],
  [move, 'its primary address', 'UnauthorizedOperation.PrimaryIp', () => moving(first)],
  [move, 'an address that it lacks', 'UnauthorizedOperation.AttachmentNotFound', () => moving('10.0.1.12')],
  [
    move,
    'another subnet',
    'InvalidParameterValue',
    async () => moving(second, { SubnetId: await stage.subnet(stage.vpc1.id, '10.0.2.0/24') }),
  ],
  [
    'vpc:ModifyPrivateIpAddressesAttribute',
    'one that is being attached',
    'UnsupportedOperation.InvalidState',
    () => together(first),
    () => slowly().then(attach),
  ],
]);

const attaching = 'vpc:AttachNetworkInterface';
const deleting = 'vpc:DeleteNetworkInterface';
const gone = 'ins-00000000';

itRefuses(stage, [
  [attaching, 'a machine that is not there', 'ResourceNotFound', () => here({ InstanceId: gone })],
  [
    attaching,
    'a load balancer',
    'ResourceNotFound',
    async () => here({ InstanceId: (await stage.machine(stage.subnet1, { Kind: 'CLB' })).InstanceId }),
  ],
  [
    attaching,
    'a machine of another VPC',
    'UnsupportedOperation.VpcMismatch',
    async () => here({ InstanceId: (await stage.machine(await elsewhere())).InstanceId }),
  ],
  [attaching, 'one that is attached', 'ResourceInUse', withMachine, attach],
  ['vpc:DetachNetworkInterface', 'one that is not attached', 'ResourceNotFound', withMachine],
  [deleting, 'one that is attached', 'ResourceInUse', here, attach],
  [deleting, 'one that is being deleted', 'UnsupportedOperation', here, () => slowly().then(() => call3('DeleteNetworkInterface', here()))],
]);

it('DeleteNetworkInterface takes one that was detached, and its time', async () => {
  await attach();
  await call3('DetachNetworkInterface', withMachine());
  await slowly();
  expect(await code3('DeleteNetworkInterface', here())).toBe('');
  expect(await stage.eni(NetworkInterfaceId)).toMatchObject({ State: 'DELETING' });
});

const where = (more: Params = {}) => ({ vpcId: stage.vpc1.id, networkInterfaceId: NetworkInterfaceId, ...more });
const at2017 = () => where({ instanceId: machine() });
const attach2017 = async () => expect(await word2017('AttachNetworkInterface', at2017())).toBe('');
const migrating = (newInstanceId = machine()) => where({ oldInstanceId: machine(), newInstanceId });
const notFound = 'InvalidNetworkInterface.NotFound';
const aboutOne2017 = {
  'vpc2017:ModifyNetworkInterface': where,
  'vpc2017:DeleteNetworkInterface': where,
  'vpc2017:AssignPrivateIpAddresses': () => where({ secondaryPrivateIpAddressCount: 1 }),
  'vpc2017:UnassignPrivateIpAddresses': () => where({ privateIpAddress: ['10.0.1.5'] }),
  'vpc2017:AttachNetworkInterface': at2017,
  'vpc2017:DetachNetworkInterface': at2017,
  'vpc2017:MigrateNetworkInterface': migrating,
} as const;
const moving2017 = (more: Params) => ({
  vpcId: stage.vpc1.id,
  privateIpAddress: '10.0.1.5',
  oldNetworkInterfaceId: NetworkInterfaceId,
  newNetworkInterfaceId: NetworkInterfaceId,
  ...more,
});
const make2017 = (more: Params = {}) => ({ vpcId: stage.vpc1.id, subnetId: stage.subnet1, eniName: 'n', ...more });
const making2017 = 'vpc2017:CreateNetworkInterface';
const noMachine = 'InvalidInstance.NotFound';
const taken = 'InvalidNetworkInterface.AlreadyAssociated';

itRefuses(stage, [
  ...ofElsewhere(stage, aboutOne2017, notFound, { networkInterfaceId: none }),
  ...ofElsewhere(stage, { 'vpc2017:MigratePrivateIpAddress': () => moving2017({}) }, notFound, { oldNetworkInterfaceId: none }),
  ['vpc2017:DescribeNetworkInterfaces', 'a VPC that is not there', 'InvalidVpc.NotFound', () => where({ vpcId: 'vpc-00000000' })],
  ['vpc2017:DescribeNetworkInterfaces', 'one that is not there', notFound, () => where({ networkInterfaceId: none })],
  [making2017, 'a VPC that is not there', 'InvalidVpc.NotFound', () => make2017({ vpcId: 'vpc-00000000' })],
  [making2017, 'a subnet that is not there', 'InvalidSubnet.NotFound', () => make2017({ subnetId: 'subnet-00000000' })],
  [making2017, '61 characters of name', 'InvalidNetworkInterfaceName', () => make2017({ eniName: '网'.repeat(61) })],
  [making2017, 'one more than the quota', 'NetworkInterfaceLimitExceeded', make2017, () => stage.quota('enis-per-vpc', 1)],
  [
    'vpc2017:AssignPrivateIpAddresses',
    'an address that it has',
    'InvalidPrivateIpAddress.InUse',
    () => where({ privateIpAddressSet: [{ primary: false, privateIpAddress: first }] }),
  ],
  ['vpc2017:UnassignPrivateIpAddresses', 'its primary address', 'InvalidPrivateip.IsPrimary', () => where({ privateIpAddress: [first] })],
  ['vpc2017:DetachNetworkInterface', 'one that is not attached', 'InvalidNetworkInterface.NotAttached', at2017],
  ['vpc2017:DetachNetworkInterface', 'a machine that is not there', noMachine, () => where({ instanceId: gone })],
  ['vpc2017:AttachNetworkInterface', 'a machine that is not there', noMachine, () => where({ instanceId: gone })],
  ['vpc2017:AttachNetworkInterface', 'one that is attached', taken, at2017, attach2017],
  ['vpc2017:DeleteNetworkInterface', 'one that is attached', 'InvalidNetworkInterface.CanNotDelete', where, attach2017],
  ['vpc2017:MigrateNetworkInterface', 'one that is not attached', noMachine, () => migrating()],
  ['vpc2017:MigrateNetworkInterface', 'a machine that is not there', noMachine, () => migrating(gone), attach2017],
  ['vpc2017:MigrateNetworkInterface', 'the machine that has it', taken, () => migrating(), attach2017],
]);

const six = async () => {
  const { id: VpcId } = stage.vpc1;
  await code3('AssignIpv6CidrBlock', { VpcId });
  const { Ipv6SubnetCidrBlockSet } = await call3('AssignIpv6SubnetCidrBlock', {
    VpcId,
    Ipv6SubnetCidrBlocks: [{ SubnetId: stage.subnet1 }],
  });
  return String((Ipv6SubnetCidrBlockSet as { Ipv6CidrBlock: string }[])[0]?.Ipv6CidrBlock).replace('/64', '');
};
const [assign6, unassign6] = ['vpc:AssignIpv6Addresses', 'vpc:UnassignIpv6Addresses'] as const;
const [describe6, list6] = ['vpc:ModifyIpv6AddressesAttribute', 'vpc:DescribeIp6Addresses'] as const;
const byInterface = (id: string) => [{ Name: 'network-interface-id', Values: [id] }];
const named6 = (Address: string, id = NetworkInterfaceId) => ({ NetworkInterfaceId: id, Ipv6Addresses: [{ Address }] });

itRefuses(stage, [
  [assign6, 'an interface that is not there', 'ResourceNotFound', { NetworkInterfaceId: none, Ipv6AddressCount: 1 }],
  [assign6, 'a subnet without a block', 'UnsupportedOperation.UnassignCidrBlock', () => here({ Ipv6AddressCount: 1 })],
  [
    assign6,
    'an address outside',
    'InvalidParameterValue.Range',
    async () => {
      await six();
      return named6('2001:db8::5');
    },
  ],
  [
    assign6,
    'one in use',
    'ResourceInUse',
    async () => {
      const Address = `${await six()}5`;
      await code3('AssignIpv6Addresses', named6(Address));
      return named6(Address);
    },
  ],
  [
    assign6,
    'more than an interface may have',
    'LimitExceeded',
    async () => {
      await six();
      await stage.quota('ipv6-addresses-per-eni', 1);
      return here({ Ipv6AddressCount: 2 });
    },
  ],
  [unassign6, 'one that it does not have', 'ResourceNotFound', () => named6('2001:db8::5')],
  [describe6, 'an interface that is not there', 'ResourceNotFound', () => named6('2001:db8::5', none)],
  [describe6, 'an address that it does not have', 'UnsupportedOperation.AttachmentNotFound', () => named6('2001:db8::5')],
  [
    describe6,
    'an address in two spellings',
    'InvalidParameterValue.Duplicate',
    async () => {
      const start = await six();
      await code3('AssignIpv6Addresses', named6(`${start}5`));
      return here({ Ipv6Addresses: [{ Address: `${start}5` }, { Address: `${start}0:5` }] });
    },
  ],
  [list6, 'ids beside filters', 'InvalidParameter.Coexist', { Ip6AddressIds: ['eip-1'], Filters: byInterface('eni-00000000') }],
  [list6, 'a filter that it does not have', 'InvalidParameterValue.Malformed', { Filters: [{ Name: 'x', Values: ['y'] }] }],
  [list6, 'more than a hundred ids', 'InvalidParameterValue.LimitExceeded', { Ip6AddressIds: Array(101).fill('eip-1') }],
  ['vpc:DescribeNetworkInterfaceLimit', 'a machine that is not there', 'InvalidInstanceId.NotFound', { InstanceId: gone }],
]);

it('IPv6 addresses are told, survive a change of the name, and are taken away', async () => {
  const Address = `${await six()}5`;
  expect(await code3('AssignIpv6Addresses', named6(Address))).toBe('');
  expect(await code3('AssignIpv6Addresses', here({ Ipv6AddressCount: 2 }))).toBe('');
  expect(await code3('ModifyNetworkInterfaceAttribute', here({ NetworkInterfaceName: 'other' }))).toBe('');
  const told = async () =>
    (await call3('DescribeNetworkInterfaces', { NetworkInterfaceIds: [NetworkInterfaceId] })).NetworkInterfaceSet as {
      Ipv6AddressSet: { Address: string }[];
    }[];
  expect(await told()).toMatchObject([{ NetworkInterfaceName: 'other', Ipv6AddressSet: [{ Address, Primary: true }, {}, {}] }]);
  expect(await code3('UnassignIpv6Addresses', named6(Address))).toBe('');
  expect((await told())[0]?.Ipv6AddressSet).toHaveLength(2);
});

it('IPv6 addresses are described one by one, and those with bandwidth are told', async () => {
  const start = await six();
  const [first, second] = [`${start}5`, `${start}6`];
  for (const Address of [first, second]) await code3('AssignIpv6Addresses', named6(Address));
  const Ipv6Addresses = [{ Address: second, Description: 'second' }];
  expect(await code3('ModifyIpv6AddressesAttribute', here({ Ipv6Addresses }))).toBe('');
  const told = (await call3('DescribeNetworkInterfaces', { NetworkInterfaceIds: [NetworkInterfaceId] })).NetworkInterfaceSet;
  const row = {
    Ipv6AddressSet: [
      { Address: first, Description: '', AddressId: '' },
      { Address: second, Description: 'second' },
    ],
  };
  expect(told).toMatchObject([row]);
  expect(await call3('DescribeIp6Addresses')).toMatchObject({ TotalCount: 0, AddressSet: [] });
});

it('a machine has as many interfaces as it may', async () => {
  const { InstanceId } = stage.machine1;
  await stage.quota('enis-per-instance', 4);
  expect(await call3('DescribeNetworkInterfaceLimit', { InstanceId })).toMatchObject({ EniQuantity: 4, EniPrivateIpAddressQuantity: 10 });
});
