/** Customer gateways through the wire, in both generations, with every documented refusal. */
import { describe, expect, it } from 'vitest';
import { itRefuses, usualRefusals } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('customer-gateway');
const { call3, code3, call2017, word2017 } = stage;
const none = 'cgw-00000000';

interface GatewayAnswer {
  CustomerGatewayId: string;
  CustomerGatewayName: string;
  IpAddress: string;
}

const create = async (IpAddress = '58.211.1.12', CustomerGatewayName = 'shop') =>
  ((await call3('CreateCustomerGateway', { CustomerGatewayName, IpAddress })).CustomerGateway as GatewayAnswer).CustomerGatewayId;
const found = async (params: Record<string, unknown>) =>
  ((await call3('DescribeCustomerGateways', params)).CustomerGatewaySet as GatewayAnswer[]).map((row) => row.CustomerGatewayId);

describe('a customer gateway', () => {
  it('is made, found, renamed and deleted over API 3.0', async () => {
    const first = await create();
    const second = await create('58.211.1.13', 'plant');
    expect((await call3('DescribeCustomerGateways', { CustomerGatewayIds: [first] })).CustomerGatewaySet).toEqual([
      {
        CustomerGatewayId: expect.stringMatching(/^cgw-[0-9a-z]{8}$/),
        CustomerGatewayName: 'shop',
        IpAddress: '58.211.1.12',
        CreatedTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      },
    ]);
    expect(await found({})).toEqual([second, first]);
    expect(await found({ Limit: 1, Offset: 1 })).toEqual([first]);
    expect(await found({ Filters: [{ Name: 'ip-address', Values: ['58.211.1.13'] }] })).toEqual([second]);
    expect(await found({ Filters: [{ Name: 'customer-gateway-name', Values: ['shop', 'x'] }] })).toEqual([first]);
    expect(await found({ Filters: [{ Name: 'customer-gateway-id', Values: [second] }] })).toEqual([second]);
    expect(await code3('ModifyCustomerGatewayAttribute', { CustomerGatewayId: first, CustomerGatewayName: '门店' })).toBe('');
    expect(await found({ Filters: [{ Name: 'customer-gateway-name', Values: ['门店'] }] })).toEqual([first]);
    expect(await code3('DeleteCustomerGateway', { CustomerGatewayId: first })).toBe('');
    expect(await found({})).toEqual([second]);
  });

  it('is the same one over the 2017 API, under both of its ids', async () => {
    const { userGwId: id } = await call2017('AddUserGw', { userGwName: 'b', userGwAddr: '183.30.0.1' });
    const other = await create('58.211.1.14', 'a');
    const { data, totalCount } = await call2017('DescribeUserGw', { userGwId: id });
    const [row] = data as [{ userGwId: number }];
    expect(totalCount).toBe(1);
    expect(row).toEqual({
      userGwName: 'b',
      userGwId: expect.any(Number),
      unUserGwId: id,
      userGwAddr: '183.30.0.1',
      vpnConnNum: 0,
      createTime: expect.any(String),
    });
    const ids = async (params: Record<string, unknown>) =>
      ((await call2017('DescribeUserGw', params)).data as { unUserGwId: string }[]).map((one) => one.unUserGwId);
    expect(await ids({})).toEqual([other, id]);
    expect(await ids({ orderField: 'userGwName', orderDirection: 'asc' })).toEqual([other, id]);
    expect(await ids({ orderField: 'userGwName' })).toEqual([id, other]);
    expect(await ids({ userGwName: 'b' })).toEqual([id]);
    expect(await word2017('ModifyUserGw', { userGwId: row.userGwId, userGwName: 'bb' })).toBe('');
    expect(await found({ Filters: [{ Name: 'customer-gateway-name', Values: ['bb'] }] })).toEqual([id]);
    expect(await word2017('DeleteUserGw', { userGwId: row.userGwId })).toBe('');
    expect(await ids({})).toEqual([other]);
  });

  it('can be one of the devices that configurations are written for', async () => {
    const { CustomerGatewayVendorSet } = await call3('DescribeCustomerGatewayVendors');
    expect(CustomerGatewayVendorSet).toContainEqual({ VendorName: 'cisco', Platform: 'ios', SoftwareVersion: 'V15.4' });
    const { data } = await call2017('DescribeUserGwVendor');
    expect(data).toContainEqual({ vendorname: 'h3c', platform: 'comware', software: 'V1.0' });
  });
});

describe('the address', () => {
  const codeOf = (IpAddress: string) => code3('CreateCustomerGateway', { CustomerGatewayName: 'x', IpAddress });

  it('is a public one, and nobody else’s', async () => {
    for (const address of ['10.0.0.1', '192.168.4.4', '224.0.0.5', '255.255.255.255', '127.0.0.1', '169.254.1.1', '0.0.0.0', 'far.end']) {
      expect(await codeOf(address), address).toBe('InvalidParameterValue');
    }
    expect(await word2017('AddUserGw', { userGwName: 'x', userGwAddr: '172.16.0.1' })).toBe('InvalidParameter');
    expect(await codeOf('223.255.255.255')).toBe('');
  });
});

const create3 = { CustomerGatewayName: 'x', IpAddress: '1.2.3.4' };
const create2017 = { userGwName: 'x', userGwAddr: '1.2.3.4' };

const same = () => stage.call2017('AddUserGw', create2017);
const full = () => create().then(() => stage.quota('customer-gateways-per-region', 1));
const renamed = async () => ({ userGwId: await create(), userGwName: 'x'.repeat(61) });

itRefuses(stage, [
  ...usualRefusals({
    'vpc:DescribeCustomerGateways': {},
    'vpc:ModifyCustomerGatewayAttribute': async () => ({ CustomerGatewayId: await create(), CustomerGatewayName: 'x' }),
    'vpc:DeleteCustomerGateway': {},
  }),
  ['vpc:CreateCustomerGateway', 'an address that is taken', 'InvalidParameterValue.Duplicate', create3, same],
  ['vpc2017:AddUserGw', 'an address that is taken', 'InvalidParameter', create2017, same],
  ['vpc:CreateCustomerGateway', 'one more than the quota', 'VpcLimitExceeded', create3, full],
  ['vpc2017:DescribeUserGw', 'a gateway that is not there', 'InvalidUserGw.NotFound', { userGwId: none }],
  ['vpc2017:DeleteUserGw', 'a gateway that is not there', 'InvalidUserGw.NotFound', { userGwId: '999999' }],
  ['vpc2017:ModifyUserGw', 'a gateway that is not there', 'InvalidUserGw.NotFound', { userGwId: none, userGwName: 'x' }],
  ['vpc2017:ModifyUserGw', '61 characters of name', 'InvalidUserGwName', renamed],
  ['vpc2017:AddUserGw', '61 characters of name', 'InvalidUserGwName', { ...create2017, userGwName: 'x'.repeat(61) }],
  ['vpc2017:AddUserGw', 'one more than the quota', 'UserGwLimitExceeded', create2017, full],
]);
