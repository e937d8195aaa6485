/** VPN connections through the wire, in both generations, with every documented refusal. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Stage } from '../../testing/stage.ts';

const stage = new Stage();
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

type Shown = { VpnConnectionId: string; State: string; NetStatus: string } & Record<string, unknown>;
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
const create = async (more: Record<string, unknown> = {}) => (await call3('CreateVpnConnection', wanted(more))).VpnConnection as Shown;
const createCode = (more: Record<string, unknown>) => code3('CreateVpnConnection', wanted(more));
const shown = async (id: string) => ((await call3('DescribeVpnConnections', { VpnConnectionIds: [id] })).VpnConnectionSet as [Shown])[0];
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

describe('refusals', () => {
  it('of API 3.0', async () => {
    const { VpnConnectionId } = await create();
    expect(await createCode({ SecurityPolicyDatabases: spd('10.8.4.0/24', '10.8.0.0/13') })).toBe('InvalidParameterValue.VpcCidrConflict');
    expect(await createCode({ SecurityPolicyDatabases: spd('10.9.0.0/24') })).toBe('InvalidParameterValue');
    expect(await createCode({ CustomerGatewayId: 'far' })).toBe('InvalidParameterValue.Malformed');
    const refused = await call3('CreateVpnConnection', wanted({ PreShareKey: 'very\nsecret' }));
    expect(refused.Error?.Code).toBe('InvalidParameterValue.Malformed');
    expect(JSON.stringify(refused)).not.toContain('secret');
    const ike = (IKEOptionsSpecification: Record<string, unknown>) => createCode({ IKEOptionsSpecification });
    expect(await ike({ LocalIdentity: 'FQDN', LocalFqdnName: 'a', LocalAddress: '1.2.3.4' })).toBe('InvalidParameter.Coexist');
    expect(await ike({ RemoteFqdnName: 'a' })).toBe('InvalidParameter.Coexist');
    expect(await ike({ RemotIdentity: 'FQDN' })).toBe('MissingParameter');
    const Filters = [{ Name: 'vpn-connection-name', Values: ['tunnel'] }];
    expect((await call3('DescribeVpnConnections', { Filters })).TotalCount).toBe(1);
    expect(await code3('DescribeVpnConnections', { Filters, VpnConnectionIds: [VpnConnectionId] })).toBe('InvalidParameter.Coexist');
    expect(await code3('DescribeVpnConnections', { VpnConnectionIds: ['x'] })).toBe('InvalidParameterValue.Malformed');
    expect(await code3('DescribeVpnConnections', { VpnConnectionIds: [none] })).toBe('ResourceNotFound');
    expect(await code3('DeleteVpnConnection', { VpnGatewayId, VpnConnectionId: none })).toBe('ResourceNotFound');
    expect(await code3('ModifyVpnConnectionAttribute', { VpnConnectionId: none })).toBe('ResourceNotFound');
    await stage.quota('vpn-connections-per-customer-gateway', 1);
    expect(await createCode({})).toBe('LimitExceeded');
  });

  it('of the 2017 API', async () => {
    const { VpnConnectionId } = await create();
    for (const action of ['AddVpnConnEx', 'DescribeVpnConn', 'ModifyVpnConnEx', 'DeleteVpnConn', 'ResetVpnConnSA']) {
      const base = action === 'AddVpnConnEx' ? add() : { ...place(), vpnConnId: VpnConnectionId };
      expect(await word2017(action, { ...base, vpcId: 'vpc-00000000' }), action).toBe('InvalidVpc.NotFound');
      expect(await word2017(action, { ...base, vpnGwId: 'vpngw-00000000' }), action).toBe('InvalidVpnGw.NotFound');
    }
    const id = { ...place(), vpnConnId: none };
    for (const action of ['DescribeVpnConn', 'ModifyVpnConnEx', 'ResetVpnConnSA']) {
      expect(await word2017(action, id), action).toBe('InvalidVpnGw.NotFound');
    }
    expect(await word2017('DeleteVpnConn', id)).toBe('InvalidVpnConn.NotFound');
    expect(await word2017('AddVpnConnEx', add({ userGwId: 'cgw-00000000' }))).toBe('InvalidUserGw.NotFound');
    expect(await word2017('AddVpnConnEx', add({ vpnConnName: 'x'.repeat(61) }))).toBe('InvalidVpnConnName');
    expect(await word2017('AddVpnConnEx', add({ spdAcl: '{"10.8.0.0/24":"x"}' }))).toBe('InvalidParameter');
    expect(await word2017('AddVpnConnEx', add({ userGwCidrBlock: [] }))).toBe('InvalidParameter');
    await stage.quota('vpn-connections-per-vpn-gateway', 1);
    expect(await word2017('AddVpnConnEx', add())).toBe('VpnConnLimitExceeded');
    await stage.speed('vpn-connection', { seconds: 60 });
    await code3('DeleteVpnConnection', { VpnGatewayId, VpnConnectionId });
    expect(await word2017('DeleteVpnConn', { ...place(), vpnConnId: VpnConnectionId })).toBe('InvalidVpnConnState');
  });
});
