/** The official client of API 3.0, unmodified, pointed at the simulated cloud in each of the ways it can be. */
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { vpc } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/testing/start.ts';

const { Client } = vpc.v20170312;
type Client = InstanceType<typeof Client>;

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});

afterAll(() => simulator.close());

/** How the client is told where to go and how to sign. */
const ways = {
  'TC3 by POST': { httpProfile: { protocol: 'http://', endpoint: '127.0.0.1:PORT' } },
  'TC3 by GET': { httpProfile: { protocol: 'http://', endpoint: '127.0.0.1:PORT', reqMethod: 'GET' } },
  'TC3 to the real host name': { httpProfile: { protocol: 'http://', agent: 'to the simulator' } },
  'HmacSHA256 by POST': { signMethod: 'HmacSHA256', httpProfile: { protocol: 'http://', endpoint: '127.0.0.1:PORT' } },
  'HmacSHA1 by GET': { signMethod: 'HmacSHA1', httpProfile: { protocol: 'http://', endpoint: '127.0.0.1:PORT', reqMethod: 'GET' } },
} as const;

function clientFor(way: keyof typeof ways, keys?: { secretId: string; secretKey: string }, port = simulator.port): Client {
  const { secretId, secretKey } = keys ?? simulator.accounts[0] ?? { secretId: '', secretKey: '' };
  const { httpProfile, ...profile } = ways[way];
  const agent = new Agent();
  // Whatever host the client asks for, it gets the simulator; the Host header stays the real cloud's.
  Object.assign(agent, { createConnection: () => connect(port, '127.0.0.1') });
  const http =
    'agent' in httpProfile
      ? { protocol: httpProfile.protocol, agent }
      : { ...httpProfile, endpoint: httpProfile.endpoint.replace('PORT', String(port)) };
  return new Client({
    credential: { secretId, secretKey },
    region: 'ap-guangzhou',
    profile: { ...profile, httpProfile: http } as NonNullable<ConstructorParameters<typeof Client>[0]['profile']>,
  });
}

/** The code of a refusal; fails when there is none. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return (error as { code: string }).code;
  }
  throw new Error('the call was not refused');
}

describe.each(Object.keys(ways) as (keyof typeof ways)[])('%s', (way) => {
  it('creates, lists, modifies and deletes a VPC and its subnet', async () => {
    const client = clientFor(way);
    const name = `${way} 网络`;
    const { Vpc: made } = await client.CreateVpc({ VpcName: name, CidrBlock: '10.8.0.0/16', DnsServers: ['10.8.0.2'] });
    expect(made).toMatchObject({ VpcName: name, CidrBlock: '10.8.0.0/16', IsDefault: false, EnableMulticast: false });
    const VpcId = made?.VpcId ?? '';
    expect(VpcId).toMatch(/^vpc-[a-z0-9]{8}$/);

    const { Subnet } = await client.CreateSubnet({ VpcId, SubnetName: 'web', CidrBlock: '10.8.1.0/24', Zone: 'ap-guangzhou-2' });
    expect(Subnet).toMatchObject({ AvailableIpAddressCount: 253, Zone: 'ap-guangzhou-2', VpcId });
    const SubnetId = Subnet?.SubnetId ?? '';

    const filters = [
      { Name: 'vpc-id', Values: [VpcId, 'vpc-00000000'] },
      { Name: 'cidr-block', Values: ['10.8.0.0'] },
    ];
    const listed = await client.DescribeVpcs({ Filters: filters, Offset: '0', Limit: '5' });
    expect(listed).toMatchObject({ TotalCount: 1, VpcSet: [{ VpcId, DnsServerSet: ['10.8.0.2'] }] });
    const past = await client.DescribeVpcs({ Filters: filters, Offset: '1', Limit: '5' });
    expect(past).toMatchObject({ TotalCount: 1, VpcSet: [] });

    await client.ModifyVpcAttribute({ VpcId, VpcName: 'renamed & more', EnableMulticast: 'true' });
    const { VpcSet } = await client.DescribeVpcs({ VpcIds: [VpcId] });
    expect(VpcSet?.[0]).toMatchObject({ VpcName: 'renamed & more', EnableMulticast: true });

    await client.ModifySubnetAttribute({ SubnetId, SubnetName: 'web-2' });
    const { SubnetSet } = await client.DescribeSubnets({
      Filters: [
        { Name: 'subnet-name', Values: ['web-2'] },
        { Name: 'vpc-id', Values: [VpcId] },
      ],
    });
    expect(SubnetSet?.map((subnet) => subnet.SubnetId)).toEqual([SubnetId]);

    expect(await codeOf(client.DeleteVpc({ VpcId }))).toBe('ResourceInUse');
    await client.DeleteSubnet({ SubnetId });
    await client.DeleteVpc({ VpcId });
    expect(await codeOf(client.DescribeVpcs({ VpcIds: [VpcId] }))).toBe('ResourceNotFound');
  });

  it('is refused with a wrong key, an unknown id, and an unknown parameter', async () => {
    const right = simulator.accounts[0] ?? { secretId: '', secretKey: '' };
    const wrong = clientFor(way, { ...right, secretKey: 'wrong' });
    expect(await codeOf(wrong.DescribeVpcs({}))).toBe('AuthFailure.SignatureFailure');
    const unknown = clientFor(way, { ...right, secretId: 'AKIDunknown' });
    expect(await codeOf(unknown.DescribeVpcs({}))).toBe('AuthFailure.SecretIdNotFound');
    const extra = { Colour: 'red' } as Parameters<Client['DescribeVpcs']>[0];
    expect(await codeOf(clientFor(way).DescribeVpcs(extra))).toBe('UnknownParameter');
  });

  it('is told that an action does not exist', async () => {
    expect(await codeOf(clientFor(way).request('DescribeMoons', {}))).toBe('InvalidAction');
  });

  it('is refused when its clock is more than five minutes off', async () => {
    const sixMinutes = 360_000;
    const later = await startSimulator({ seed: 'empty', machineTime: () => Date.now() + sixMinutes });
    try {
      expect(await codeOf(clientFor(way, later.accounts[0], later.port).DescribeVpcs({}))).toBe('AuthFailure.SignatureExpire');
    } finally {
      await later.close();
    }
  });
});
