/** VPNs and direct-connect gateways: by the old official client of the 2017 API. */
import { describe, expect, it } from 'vitest';
import type { Answer, SdkStage, Values } from '../../stage.ts';
import { network2017, rowsOf, statusOf } from './networks.ts';

type Call = (Action: string, params?: Values) => Promise<Answer>;

/** Calls an action; where it begins a task, waits for its success. */
async function done(call: Call, Action: string, params: Values): Promise<void> {
  const answer = await call(Action, params);
  const taskId = answer.taskId ?? (answer.data as Values | undefined)?.taskId;
  if (taskId !== undefined) expect(await statusOf(call, taskId)).toBe(0);
}

/** The kinds of translation: a rule, another, and what a list shows of the first. */
const kinds = {
  LocalIPTranslation: [
    { originalIP: '10.8.1.5', translationIP: '138.0.0.1' },
    { originalIP: '10.8.1.6', translationIP: '138.0.0.2' },
  ],
  LocalSourceIPPortTranslation: [{ translationIPPool: '138.0.1.1-138.0.1.9' }, { translationIPPool: '138.0.2.0/24' }],
  LocalDestinationIPPortTranslation: [
    { originalIP: '10.8.1.5', originalPort: '80', translationIP: '138.0.0.1', translationPort: '8080', proto: 'tcp' },
    { originalIP: '10.8.1.5', originalPort: '443', translationIP: '138.0.0.1', translationPort: '8443', proto: 'tcp' },
  ],
  PeerIPTranslation: [
    { originalIP: '192.168.7.1', translationIP: '138.0.0.1' },
    { originalIP: '192.168.7.2', translationIP: '138.0.0.2' },
  ],
} as const;

const oldOf = (rule: Values): Values =>
  Object.fromEntries(Object.entries(rule).map(([name, value]) => [`old${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]));

export function stories(stage: SdkStage): void {
  describe('VPNs', () => {
    it('an office is connected: gateway, remote end, tunnel, its configuration; and disconnected', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { vpcId } = await network2017(stage);
      const bought = await call('RunVpnGw', { name: 'gate', vpcId, bandwidth: 5, chargeType: 'POSTPAID_BY_HOUR' });
      const { vpnGwId } = bought.data as Values;
      await call('ModifyVpnGw', { vpcId, vpnGwId, vpnGwName: 'north gate' });
      expect((await call('DescribeVpnGw', { vpnGwName: 'north' })).data).toMatchObject([{ unVpnGwId: vpnGwId, vpnGwStatus: 6 }]);
      const [vendor] = rowsOf(await call('DescribeUserGwVendor'));
      const { userGwId } = await call('AddUserGw', { userGwName: 'office', userGwAddr: '58.211.1.12' });
      expect((await ask('AddUserGw', { userGwName: 'inside', userGwAddr: '10.1.1.1' })).code).toBe(4000);
      await call('ModifyUserGw', { userGwId, userGwName: 'head office' });
      const order = { vpcId, vpnGwId, userGwId, vpnConnName: 'tunnel', preSharedKey: 'between us' };
      const IKESet = { propoEncryAlgorithm: 'aes-cbc-128', exchangeMode: 'aggressive' };
      await done(call, 'AddVpnConnEx', { ...order, userGwCidrBlock: ['172.20.0.0/16'], IKESet });
      expect((await call('DescribeUserGw', { userGwName: 'head' })).data).toMatchObject([{ unUserGwId: userGwId, vpnConnNum: 1 }]);
      const tunnel = async () => rowsOf(await call('DescribeVpnConn', { vpcId }))[0] ?? {};
      expect(await tunnel()).toMatchObject({
        vpnConnName: 'tunnel',
        destinationCidr: ['172.20.0.0/16'],
        IKESet: [{ exchangeMode: 'aggressive', dhGroupName: 'group1' }],
      });
      const { unVpnConnId: vpnConnId } = await tunnel();
      const mine = { vpcId, vpnGwId, vpnConnId };
      await done(call, 'ModifyVpnConnEx', { ...mine, vpnConnName: 'main', userGwCidrBlock: ['172.21.0.0/16'] });
      expect(await tunnel()).toMatchObject({ vpnConnName: 'main', destinationCidr: ['172.21.0.0/16'], preSharedKey: 'between us' });
      await call('ResetVpnConnSA', mine);
      const { data } = await call('GetVpnConnConfig', { vpnConnId, interfaceName: 'eth0', ...vendor });
      expect((data as Values).configFileInfo).toContain('172.21.0.0');
      expect((await ask('DeleteUserGw', { userGwId })).codeDesc).toBe('ResourceInUse');
      await done(call, 'DeleteVpnConn', mine);
      await call('DeleteUserGw', { userGwId });
      expect(await call('DescribeUserGw')).toMatchObject({ totalCount: 0, data: [] });
    });

    it('a gateway is priced, ordered for a month, found by its order, and renewed', async () => {
      const call = stage.ok2017();
      const { vpcId, oldVpcId } = await network2017(stage);
      expect((await call('InquiryVpnPrice', { period: 1, bandwidth: 5 })).price).toBe(380);
      const { dealIds } = await call('CreateVpn', { vpcId: oldVpcId, name: 'month', period: 1, bandwidth: 5 });
      const [dealId] = dealIds as string[];
      const gateway = async () => rowsOf(await call('DescribeVpnGw', { dealId }))[0] ?? {};
      const { unVpnGwId: vpnGwId, expireTime } = await gateway();
      await call('RenewVpn', { vpcId, vpnGwId, period: 2 });
      const later = (await gateway()).expireTime;
      expect(String(later) > String(expireTime)).toBe(true);
      expect((await stage.capi()('DeleteVpc', { vpcId })).codeDesc).toBe('InvalidVpc.CannotDelete');
    });
  });

  describe('direct-connect gateways', () => {
    const gateway = async (call: Call) => {
      const { vpcId } = await network2017(stage);
      const { data } = await call('CreateDirectConnectGateway', { vpcId, directConnectGatewayName: 'line', type: 1 });
      return { vpcId, directConnectGatewayId: (data as Values).directConnectGatewayId };
    };

    it('one of each type, renamed, and gone', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const mine = await gateway(call);
      const second = { vpcId: mine.vpcId, directConnectGatewayName: 'other', type: 1 };
      expect((await ask('CreateDirectConnectGateway', second)).codeDesc).toBe('DirectConnectGatewayLimitExceeded');
      await done(call, 'ModifyDirectConnectGateway', { ...mine, directConnectGatewayName: '专线_1' });
      const listed = await call('DescribeDirectConnectGateway', { vpcId: mine.vpcId });
      expect(listed.data).toMatchObject([{ directConnectGatewayName: '专线_1', type: 1, snatNum: 0 }]);
      await done(call, 'DeleteDirectConnectGateway', mine);
      expect((await call('DescribeDirectConnectGateway')).totalCount).toBe(0);
    });

    it.each(Object.keys(kinds) as (keyof typeof kinds)[])('%s: a rule is made, changed, listed and deleted', async (kind) => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const mine = await gateway(call);
      const list = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
      const [first, second] = kinds[kind];
      await done(call, `Create${kind}NatRule`, { ...mine, [list]: [{ ...first, description: 'made' }] });
      expect((await ask(`Create${kind}NatRule`, { ...mine, [list]: [first] })).code).not.toBe(0);
      await done(call, `Modify${kind}NatRule`, { ...mine, ...oldOf(first), ...second, description: 'changed' });
      expect(rowsOf(await call(`Describe${kind}NatRule`, mine))).toEqual([{ ...second, description: 'changed' }]);
      expect((await ask(`Delete${kind}NatRule`, { ...mine, [list]: [first] })).codeDesc).toMatch(/NotFound$/);
      await done(call, `Delete${kind}NatRule`, { ...mine, [list]: [second] });
      expect((await call(`Describe${kind}NatRule`, mine)).data).toEqual([]);
    });

    it.each(['LocalIPTranslation', 'LocalSourceIPPortTranslation'] as const)('%s: ACL rules say which packets it is for', async (kind) => {
      const call = stage.ok2017();
      const mine = await gateway(call);
      const list = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
      const [rule] = kinds[kind];
      await done(call, `Create${kind}NatRule`, { ...mine, [list]: [rule] });
      const source = kind === 'LocalSourceIPPortTranslation' ? { sourceCidr: '10.8.1.0/24' } : {};
      const packets = { protocol: 'TCP', sourcePort: '80', destinationCidr: '192.168.0.0/16', destinationPort: '8000-9000', ...source };
      const at = { ...mine, ...rule };
      await call(`Create${kind}AclRule`, { ...at, aclRules: [packets] });
      const rules = async () => rowsOf(await call(`Describe${kind}AclRule`, at));
      const [made] = await rules();
      expect(made).toMatchObject({ ...packets, aclRuleId: expect.any(Number) });
      const { aclRuleId } = made ?? {};
      await call(`Modify${kind}AclRule`, { ...at, aclRules: [{ ...packets, aclRuleId, protocol: 'UDP' }] });
      expect(await rules()).toMatchObject([{ aclRuleId, protocol: 'UDP' }]);
      await call(`Delete${kind}AclRule`, { ...at, aclRules: [aclRuleId] });
      expect(await rules()).toEqual([]);
    });
  });
}
