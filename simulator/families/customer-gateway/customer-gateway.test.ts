/** Customer gateways through the wire, in both generations, with every documented refusal. */
import { describe, expect, it } from 'vitest';
import { Stage } from '../../testing/stage.ts';

const stage = new Stage();
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
    expect(await codeOf('223.255.255.255')).toBe('InvalidParameterValue.Duplicate');
    expect(await word2017('AddUserGw', { userGwName: 'x', userGwAddr: '223.255.255.255' })).toBe('InvalidParameter');
  });
});

describe('refusals', () => {
  it('of API 3.0', async () => {
    const id = await create();
    const rename = (CustomerGatewayId: string, CustomerGatewayName = 'x') =>
      code3('ModifyCustomerGatewayAttribute', { CustomerGatewayId, CustomerGatewayName });
    expect(await code3('DescribeCustomerGateways', { CustomerGatewayIds: [none] })).toBe('ResourceNotFound');
    expect(await code3('DescribeCustomerGateways', { CustomerGatewayIds: ['gateway'] })).toBe('InvalidParameterValue.Malformed');
    const Filters = [{ Name: 'ip-address', Values: ['58.211.1.12'] }];
    expect(await code3('DescribeCustomerGateways', { CustomerGatewayIds: [id], Filters })).toBe('InvalidParameter');
    expect(await rename(none)).toBe('ResourceNotFound');
    expect(await rename('gateway')).toBe('InvalidParameterValue.Malformed');
    expect(await rename(id, 'x'.repeat(61))).toBe('InvalidParameterValue.Malformed');
    expect(await code3('DeleteCustomerGateway', { CustomerGatewayId: none })).toBe('ResourceNotFound');
    expect(await code3('DeleteCustomerGateway', { CustomerGatewayId: 'gateway' })).toBe('InvalidParameterValue.Malformed');
    await stage.quota('customer-gateways-per-region', 1);
    expect(await code3('CreateCustomerGateway', { CustomerGatewayName: 'x', IpAddress: '1.2.3.4' })).toBe('VpcLimitExceeded');
  });

  it('of the 2017 API', async () => {
    const userGwId = await create();
    expect(await word2017('DescribeUserGw', { userGwId: none })).toBe('InvalidUserGw.NotFound');
    expect(await word2017('DeleteUserGw', { userGwId: '999999' })).toBe('InvalidUserGw.NotFound');
    expect(await word2017('ModifyUserGw', { userGwId: none, userGwName: 'x' })).toBe('InvalidUserGw.NotFound');
    expect(await word2017('ModifyUserGw', { userGwId, userGwName: 'x'.repeat(61) })).toBe('InvalidUserGwName');
    expect(await word2017('AddUserGw', { userGwName: 'x'.repeat(61), userGwAddr: '1.2.3.4' })).toBe('InvalidUserGwName');
    await stage.quota('customer-gateways-per-region', 1);
    expect(await word2017('AddUserGw', { userGwName: 'x', userGwAddr: '1.2.3.4' })).toBe('UserGwLimitExceeded');
  });
});
