/** VPN connections through the wire, in both generations, with every documented refusal. */
import { beforeEach, describe, expect, it } from 'vitest';
import { call3 as callThree } from '../../testing/client.ts';
import { itRefuses, ofEach } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('vpn-connection');
const { call3, code3, call2017, word2017 } = stage;
const none = 'vpnx-00000000';
let vpc: { id: string; oldId: string };
let VpnGatewayId: string;
let CustomerGatewayId: string;

beforeEach(async () => {
  vpc = await stage.vpc('10.8.0.0/16');
  const gateway = await call3('CreateVpnGateway', { VpcId: vpc.id, VpnGatewayName: 'g', InternetMaxBandwidthOut: 5 });
  VpnGatewayId = (gateway.VpnGateway as { VpnGatewayId: string }).VpnGatewayId;
  const far = await call3('CreateCustomerGateway', { CustomerGatewayName: 'c', IpAddress: '58.211.1.12' });
  CustomerGatewayId = (far.CustomerGateway as { CustomerGatewayId: string }).CustomerGatewayId;
});

type ConnectionAnswer = { VpnConnectionId: string; State: string; NetStatus: string } & Record<string, unknown>;
const spd = (local = '10.8.4.0/24', ...far: string[]) => [
  { LocalCidrBlock: local, RemoteCidrBlock: far.length > 0 ? far : ['58.211.1.0/24'] },
];
const wanted = (more: Record<string, unknown> = {}) => ({
  VpcId: vpc.id,
  VpnGatewayId,
  CustomerGatewayId,
  VpnConnectionName: 'tunnel',
  PreShareKey: '654321',
  SecurityPolicyDatabases: spd(),
  ...more,
});
const create = async (more: Record<string, unknown> = {}) =>
  (await call3('CreateVpnConnection', wanted(more))).VpnConnection as ConnectionAnswer;
const shown = async (id: string) =>
  ((await call3('DescribeVpnConnections', { VpnConnectionIds: [id] })).VpnConnectionSet as [ConnectionAnswer])[0];
const place = () => ({ vpcId: vpc.oldId, vpnGwId: VpnGatewayId });
const listed = async (params: Record<string, unknown> = {}) =>
  (await call2017('DescribeVpnConn', params)).data as [Record<string, unknown> & { vpnConnId: number }];
const add = (more: Record<string, unknown> = {}) => ({
  ...place(),
  userGwId: CustomerGatewayId,
  vpnConnName: 'old',
  preSharedKey: 'dgdgd33',
  userGwCidrBlock: ['10.56.20.1/24'],
  ...more,
});

describe('a connection', () => {
  it('has every option filled in, and is the same one in both generations', async () => {
    const made = await create({
      IPSECOptionsSpecification: { IntegrityAlgorith: 'SHA1' },
      IKEOptionsSpecification: { RemoteIdentity: 'ADDRESS' },
    });
    expect(made.State).toBe('PENDING');
    const row = await shown(made.VpnConnectionId);
    expect(row).toMatchObject({
      VpnConnectionId: expect.stringMatching(/^vpnx-[0-9a-z]{8}$/),
      State: 'AVAILABLE',
      NetStatus: 'AVAILABLE',
      PreShareKey: '654321',
      VpnProto: 'IPSEC',
      EncryptProto: 'IKE',
      RouteType: 'STATIC',
      SecurityPolicyDatabaseSet: spd(),
      IKEOptionsSpecification: {
        PropoEncryAlgorithm: '3DES-CBC',
        PropoAuthenAlgorithm: 'MD5',
        ExchangeMode: 'MAIN',
        LocalIdentity: 'ADDRESS',
        RemotIdentity: 'ADDRESS',
        LocalAddress: expect.stringMatching(/^198\./),
        RemoteAddress: '58.211.1.12',
        LocalFqdnName: '',
        RemoteFqdnName: '',
        DhGroupName: 'GROUP1',
        IKESaLifetimeSeconds: 86_400,
        IKEVersion: 'IKEV1',
      },
      IPSECOptionsSpecification: {
        EncryptAlgorithm: 'AES-CBC-128',
        IntegrityAlgorithm: 'SHA1',
        IPSECSaLifetimeSeconds: 3600,
        IPSECSaLifetimeTraffic: 604_800,
        PfsDhGroup: 'NULL',
        EncapMode: 'TUNNEL',
        SecurityProto: 'ESP',
      },
    });
    const [old] = await listed(place());
    expect(old).toMatchObject({
      unVpnConnId: made.VpnConnectionId,
      unVpcId: vpc.id,
      userGwAddress: '58.211.1.12',
      vpcConnStatus: 6,
      netStatus: 'available',
      sourceCidr: ['10.8.4.0/24'],
      destinationCidr: ['58.211.1.0/24'],
      IKESet: [{ propoEncryAlgorithm: '3des-cbc', propoAuthenAlgorithm: 'md5', dhGroupName: 'group1' }],
      IPsecSet: [{ encryptAlgorithm: 'aes-cbc-128', integrityAlgorithm: 'sha', encapMode: 'tunnel', pfsDhGroup: 'null' }],
    });
    expect(await listed({ vpnConnId: String(old.vpnConnId) })).toHaveLength(1);
    expect(await shown(made.VpnConnectionId.replace('vpnx-', 'vpn-x-'))).toEqual(row);
    expect((await call2017('DescribeUserGw')).data).toMatchObject([{ vpnConnNum: 1 }]);
    expect(await code3('DeleteCustomerGateway', { CustomerGatewayId })).toBe('ResourceInUse');
    expect(await code3('DeleteVpnGateway', { VpnGatewayId })).toBe('ResourceInUse');
  });

  it('is made, changed, reset and deleted over the 2017 API, with its states', async () => {
    await stage.speed('vpn-connection', { seconds: 10 });
    const status = async (taskId: number) => ((await call2017('DescribeVpcTaskResult', { taskId })).data as { status: number }).status;
    const task = async (action: string, params: Record<string, unknown>) =>
      ((await call2017(action, params)).data as { taskId: number }).taskId;
    const IKESet = { exchangeMode: 'aggressive', remoteIdentity: 'fqdn', remoteFqdnName: 'vpn86', encryptAlgorithm: 'aes-cbc-192' };
    const made = await task('AddVpnConnEx', add({ IKESet, IPsecSet: { integrityAlgorithm: 'sha' } }));
    const [{ vpnConnId }] = await listed();
    const id = { ...place(), vpnConnId };
    expect(await listed()).toMatchObject([{ vpcConnStatus: 0, netStatus: 'unavailable' }]);
    expect(await word2017('ResetVpnConnSA', id)).toBe('ActionLocked');
    expect(await word2017('DeleteVpnConn', id)).toBe('InvalidVpnConnState');
    await stage.control('clock', { advance: 11 });
    expect(await status(made)).toBe(0);
    expect(await listed({ vpnConnName: 'ol' })).toMatchObject([
      {
        sourceCidr: ['10.8.0.0/16'],
        destinationCidr: ['10.56.20.0/24'],
        IKESet: [{ exchangeMode: 'aggressive', remoteIdentity: 'fqdn', remoteFqdnName: 'vpn86', remoteAddress: '' }],
        IPsecSet: [{ encryptAlgorithm: 'aes-cbc-192', integrityAlgorithm: 'sha' }],
      },
    ]);
    await task('ModifyVpnConnEx', { ...id, vpnConnName: 'renamed' });
    expect(await listed()).toMatchObject([{ vpnConnName: 'renamed', vpcConnStatus: 6 }]);
    const changed = await task('ModifyVpnConnEx', { ...id, spdAcl: '{"10.8.0.5/24":["172.123.10.5/16"]}', preSharedKey: 'new' });
    expect(await listed()).toMatchObject([{ vpcConnStatus: 2, sourceCidr: ['10.8.0.0/24'], destinationCidr: ['172.123.0.0/16'] }]);
    await stage.control('clock', { advance: 11 });
    expect(await status(changed)).toBe(0);
    expect(await word2017('ResetVpnConnSA', id)).toBe('');
    expect(await listed()).toMatchObject([{ vpcConnStatus: 6, netStatus: 'unavailable', preSharedKey: 'new' }]);
    await stage.control('clock', { advance: 11 });
    const gone = await task('DeleteVpnConn', id);
    expect(await listed()).toMatchObject([{ vpcConnStatus: 4 }]);
    await stage.control('clock', { advance: 11 });
    expect(await status(gone)).toBe(0);
    expect(await listed()).toEqual([]);
  });

  it('is changed, reset and deleted over API 3.0', async () => {
    const { VpnConnectionId } = await create();
    const modify = (changes: Record<string, unknown>) => code3('ModifyVpnConnectionAttribute', { VpnConnectionId, ...changes });
    expect(await modify({ VpnConnectionName: '隧道', SecurityPolicyDatabases: spd('10.8.5.0/24', '172.16.0.0/12') })).toBe('');
    expect(await modify({ IKEOptionsSpecification: { LocalIdentity: 'FQDN', LocalFqdnName: 'gz.example' } })).toBe('');
    expect(await shown(VpnConnectionId)).toMatchObject({
      VpnConnectionName: '隧道',
      PreShareKey: '654321',
      SecurityPolicyDatabaseSet: spd('10.8.5.0/24', '172.16.0.0/12'),
      IKEOptionsSpecification: { LocalIdentity: 'FQDN', LocalFqdnName: 'gz.example', LocalAddress: '' },
    });
    expect(await code3('ResetVpnConnection', { VpnGatewayId, VpnConnectionId })).toBe('');
    expect(await code3('DeleteVpnConnection', { VpnGatewayId, VpnConnectionId })).toBe('');
    expect((await call3('DescribeVpnConnections')).TotalCount).toBe(0);
  });

  it('has a configuration for each of the devices', async () => {
    const { VpnConnectionId } = await create({ IPSECOptionsSpecification: { PfsDhGroup: 'DH-GROUP14' } });
    const download = async (VendorName: string, Platform: string, SoftwareVersion: string) =>
      await call3('DownloadCustomerGatewayConfiguration', {
        VpnGatewayId,
        VpnConnectionId,
        CustomerGatewayVendor: { VendorName, Platform, SoftwareVersion },
        InterfaceName: 'GigabitEthernet0/0',
      });
    const cisco = (await download('cisco', 'ios', 'V15.4')).CustomerGatewayConfiguration;
    expect(cisco).toContain(' permit ip 58.211.1.0 0.0.0.255 10.8.4.0 0.0.0.255\r\n');
    expect(cisco).toContain(' set pfs group14\r\n');
    expect(cisco).toMatch(/crypto isakmp key 654321 address 198\.1[89]\./);
    expect((await download('cisco', 'ios', 'V1')).Error?.Code).toBe('InvalidParameterValue');
    const device = { vendorname: 'h3c', platform: 'comware', software: 'V1.0', interfaceName: 'GE0/0' };
    const { configFileInfo } = (await call2017('GetVpnConnConfig', { vpnConnId: VpnConnectionId, ...device })).data as Record<
      string,
      string
    >;
    expect(configFileInfo).toContain(' pfs dh-group14\r\n');
    expect(configFileInfo).toContain('interface GE0/0\r\n');
    expect(await word2017('GetVpnConnConfig', { vpnConnId: none, ...device })).toBe('InvalidVpnConn.NotFound');
  });
});

const making = 'vpc:CreateVpnConnection';
const listing = 'vpc:DescribeVpnConnections';
const ike = (IKEOptionsSpecification: Record<string, unknown>) => () => wanted({ IKEOptionsSpecification });
const policies =
  (...blocks: [string, ...string[]]) =>
  () =>
    wanted({ SecurityPolicyDatabases: spd(...blocks) });
const ofNone = () => ({ VpnGatewayId, VpnConnectionId: none });
const Filters = [{ Name: 'vpn-connection-name', Values: ['tunnel'] }];
const full = () => create().then(() => stage.quota('vpn-connections-per-customer-gateway', 1));

itRefuses(stage, [
  [making, 'a remote block that overlaps the VPC', 'InvalidParameterValue.VpcCidrConflict', policies('10.8.4.0/24', '10.8.0.0/13')],
  [making, 'a near block outside the VPC', 'InvalidParameterValue', policies('10.9.0.0/24')],
  [making, 'what is no id', 'InvalidParameterValue.Malformed', () => wanted({ CustomerGatewayId: 'far' })],
  [making, 'a key of two lines', 'InvalidParameterValue.Malformed', () => wanted({ PreShareKey: 'very\nsecret' })],
  [making, 'two local identities', 'InvalidParameter.Coexist', ike({ LocalIdentity: 'FQDN', LocalFqdnName: 'a', LocalAddress: '1.2.3.4' })],
  [making, 'a remote name beside an address', 'InvalidParameter.Coexist', ike({ RemoteFqdnName: 'a' })],
  [making, 'a remote identity without its name', 'MissingParameter', ike({ RemotIdentity: 'FQDN' })],
  [making, 'one more than the quota', 'LimitExceeded', () => wanted(), full],
  [listing, 'ids and filters', 'InvalidParameter.Coexist', { Filters, VpnConnectionIds: [none] }],
  [listing, 'what is no id', 'InvalidParameterValue.Malformed', { VpnConnectionIds: ['x'] }],
  [listing, 'one that is not there', 'ResourceNotFound', { VpnConnectionIds: [none] }],
  ['vpc:DeleteVpnConnection', 'one that is not there', 'ResourceNotFound', ofNone],
  ['vpc:ModifyVpnConnectionAttribute', 'one that is not there', 'ResourceNotFound', { VpnConnectionId: none }],
]);

it('a refusal does not repeat the key', async () => {
  const refused = await call3('CreateVpnConnection', wanted({ PreShareKey: 'very\nsecret' }));
  expect(JSON.stringify(refused)).not.toContain('secret');
});

it('are found by their names', async () => {
  await create();
  expect((await call3('DescribeVpnConnections', { Filters })).TotalCount).toBe(1);
});

const adding = 'vpc2017:AddVpnConnEx';
const inPlace = async () => ({ ...place(), vpnConnId: (await create()).VpnConnectionId });
const listed2017 = { 'vpc2017:DescribeVpnConn': inPlace, 'vpc2017:ModifyVpnConnEx': inPlace, 'vpc2017:ResetVpnConnSA': inPlace };
const aboutOne = { ...listed2017, 'vpc2017:AddVpnConnEx': () => add(), 'vpc2017:DeleteVpnConn': inPlace };
const full2017 = () => create().then(() => stage.quota('vpn-connections-per-vpn-gateway', 1));
const going = async () => {
  const { VpnConnectionId } = await create();
  await stage.speed('vpn-connection', { seconds: 60 });
  await code3('DeleteVpnConnection', { VpnGatewayId, VpnConnectionId });
  return { ...place(), vpnConnId: VpnConnectionId };
};

itRefuses(stage, [
  ...ofEach(aboutOne, 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }),
  ...ofEach(aboutOne, 'a gateway that is not there', 'InvalidVpnGw.NotFound', { vpnGwId: 'vpngw-00000000' }),
  ...ofEach(listed2017, 'one that is not there', 'InvalidVpnGw.NotFound', { vpnConnId: none }),
  ['vpc2017:DeleteVpnConn', 'one that is not there', 'InvalidVpnConn.NotFound', () => ({ ...place(), vpnConnId: none })],
  ['vpc2017:DeleteVpnConn', 'one that is being deleted', 'InvalidVpnConnState', going],
  [adding, 'a customer gateway that is not there', 'InvalidUserGw.NotFound', () => add({ userGwId: 'cgw-00000000' })],
  [adding, '61 characters of name', 'InvalidVpnConnName', () => add({ vpnConnName: 'x'.repeat(61) })],
  [adding, 'policies that are no blocks', 'InvalidParameter', () => add({ spdAcl: '{"10.8.0.0/24":"x"}' })],
  [adding, 'no remote blocks', 'InvalidParameter', () => add({ userGwCidrBlock: [] })],
  [adding, 'one more than the quota', 'VpnConnLimitExceeded', () => add(), full2017],
]);

describe('as accounts of today have it', () => {
  it('is led by BGP, watches its far end, and keeps both when something else is changed', async () => {
    const me = await stage.newAccount({ dialect: 'today' });
    const ask = async (action: string, params: object = {}): Promise<Record<string, unknown>> => callThree(me, action, { ...params });
    const { Vpc } = (await ask('CreateVpc', { VpcName: 'v', CidrBlock: '10.8.0.0/16' })) as { Vpc: { VpcId: string } };
    const near = { VpcId: Vpc.VpcId, VpnGatewayName: 'g', InternetMaxBandwidthOut: 200, Zone: 'ap-guangzhou-3', BgpAsn: 64_600 };
    const { VpnGateway } = (await ask('CreateVpnGateway', near)) as { VpnGateway: Record<string, string> };
    expect(VpnGateway).toMatchObject({ Type: 'IPSEC', Zone: 'ap-guangzhou-3', BgpAsn: 64_600, NetworkInstanceId: '' });
    const VpnGatewayId = VpnGateway.VpnGatewayId;
    await ask('ModifyVpnGatewayAttribute', { VpnGatewayId, VpnGatewayName: 'renamed' });
    const { VpnGatewaySet } = await ask('DescribeVpnGateways', { VpnGatewayIds: [VpnGatewayId] });
    expect(VpnGatewaySet).toMatchObject([{ VpnGatewayName: 'renamed', Zone: 'ap-guangzhou-3', BgpAsn: 64_600 }]);
    const made = await ask('CreateCustomerGateway', { CustomerGatewayName: 'far', IpAddress: '58.211.1.12', BgpAsn: 65_001 });
    const { CustomerGatewayId } = made.CustomerGateway as { CustomerGatewayId: string };
    const bgp = { TunnelCidr: '169.254.128.0/30', LocalBgpIp: '169.254.128.1', RemoteBgpIp: '169.254.128.2' };
    const watched = { RouteType: 'Bgp', DpdEnable: 1, DpdTimeout: '60', DpdAction: 'clear', EnableHealthCheck: true };
    const ends = { VpnGatewayId, CustomerGatewayId, VpnConnectionName: 'c', PreShareKey: 'k' };
    const { VpnConnection } = (await ask('CreateVpnConnection', { ...ends, ...watched, BgpConfig: bgp })) as {
      VpnConnection: Record<string, string>;
    };
    const told = { ...watched, BgpConfig: { ...bgp, LocalBgpAsn: '64600', RemoteBgpAsn: '65001' }, VpcId: Vpc.VpcId };
    expect(VpnConnection).toMatchObject({ ...told, SecurityPolicyDatabaseSet: [], NegotiationType: 'active' });
    const usual = { IntegrityAlgorithm: 'SHA1', IPSECSaLifetimeSeconds: 14_400, IPSECSaLifetimeTraffic: 4_096_000_000 };
    expect(VpnConnection).toMatchObject({ IKEOptionsSpecification: { PropoAuthenAlgorithm: 'SHA' }, IPSECOptionsSpecification: usual });
    const { VpnConnectionId } = VpnConnection;
    await ask('ModifyVpnConnectionAttribute', { VpnConnectionId, VpnConnectionName: 'd' });
    const only = async () => ((await ask('DescribeVpnConnections')).VpnConnectionSet as unknown[])[0];
    expect(await only()).toMatchObject({ ...told, VpnConnectionName: 'd', HealthCheckStatus: 'AVAILABLE' });
    await ask('ModifyCustomerGatewayAttribute', { CustomerGatewayId, CustomerGatewayName: 'far', BgpAsn: 65_002 });
    await ask('ModifyVpnConnectionAttribute', { VpnConnectionId, DpdEnable: 0, IKEOptionsSpecification: { DhGroupName: 'GROUP21' } });
    const ike = { DhGroupName: 'GROUP21', PropoAuthenAlgorithm: 'SHA', IKESaLifetimeSeconds: 86_400 };
    expect(await only()).toMatchObject({ IKEOptionsSpecification: ike });
    expect(await only()).toMatchObject({ DpdEnable: 0, DpdTimeout: '60', BgpConfig: { RemoteBgpAsn: '65002' } });
  });

  it('may begin at the gateway of a CCN, which is in no VPC', async () => {
    const me = await stage.newAccount({ dialect: 'today' });
    const wanted = { VpcId: '', VpnGatewayName: 'g', InternetMaxBandwidthOut: 5, Type: 'CCN' };
    const { VpnGateway } = (await callThree(me, 'CreateVpnGateway', wanted)) as unknown as { VpnGateway: Record<string, string> };
    expect(VpnGateway).toMatchObject({ VpcId: '', Type: 'CCN' });
    const far = await callThree(me, 'CreateCustomerGateway', { CustomerGatewayName: 'far', IpAddress: '58.211.1.12' });
    const { CustomerGatewayId } = far.CustomerGateway as { CustomerGatewayId: string };
    const policy = { SecurityPolicyDatabases: [{ LocalCidrBlock: '10.0.0.0/8', RemoteCidrBlock: ['192.168.0.0/16'] }] };
    const ends = { VpnGatewayId: VpnGateway.VpnGatewayId, CustomerGatewayId, VpnConnectionName: 'c', PreShareKey: 'k' };
    const { VpnConnection } = await callThree(me, 'CreateVpnConnection', { ...ends, ...policy });
    expect(VpnConnection).toMatchObject({ VpcId: '', SecurityPolicyDatabaseSet: policy.SecurityPolicyDatabases, RouteType: 'STATIC' });
  });
});
