/** VPCs, subnets, routes, ACLs, classic links, flow logs, accounts: by the old official client of the 2017 API. */
import { describe, expect, it } from 'vitest';
import { type Answer, must, type SdkStage, type Values } from '../../stage.ts';

export const rowsOf = (answer: Answer): Values[] => answer.data as Values[];

/** The status of a task of `DescribeVpcTaskResult`: 0 done, 1 failed, 2 running. */
export const statusOf = async (call: (Action: string, params?: Values) => Promise<Answer>, taskId: unknown): Promise<unknown> =>
  ((await call('DescribeVpcTaskResult', { taskId })).data as Values).status;

/** A VPC by both of its ids, and a subnet of it. */
export async function network2017(stage: SdkStage, cidrBlock = '10.8.0.0/16', subnet = '10.8.1.0/24') {
  const subnetSet = [{ subnetName: 'web', cidrBlock: subnet, zoneId: 100002 }];
  const made = await stage.ok2017()('CreateVpc', { vpcName: 'net', cidrBlock, subnetSet });
  const [first] = made.subnetSet as Values[];
  return { vpcId: made.unVpcId as string, oldVpcId: made.vpcId as string, subnetId: first?.unSubnetId as string };
}

export function stories(stage: SdkStage): void {
  describe('accounts, VPCs and subnets', () => {
    it('an account looks at its platform and limits', async () => {
      const call = stage.ok2017();
      expect((await call('DescribeAccountVpcAttributes')).data).toEqual({ supportedPlatforms: 'only-vpc' });
      expect((await call('DescribeVpcLimit', { type: [1, 2] })).data).toEqual({ limit: { 1: 100, 2: 10 } });
      expect((await call('CheckDefaultSubnet', { zoneId: 100003 })).data).toEqual({ checkResult: true });
    });

    it('a network with its subnets lives under its old and its new ids', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { vpcId, oldVpcId, subnetId } = await network2017(stage);
      const added = { vpcId: oldVpcId, subnetSet: [{ subnetName: 'db', cidrBlock: '10.8.2.0/24', zoneId: 100002 }] };
      const [db] = (await call('CreateSubnet', added)).subnetSet as Values[];
      expect(await ask('CreateSubnet', added)).toMatchObject({ code: 5100, codeDesc: 'InvalidSubnet.Conflict' });
      await call('ModifyVpcAttribute', { vpcId, vpcName: '生产' });
      expect(await call('DescribeVpcEx', { vpcName: '生' })).toMatchObject({ totalCount: 1, data: [{ unVpcId: vpcId, subnetNum: 2 }] });
      await call('ModifySubnetAttribute', { vpcId: oldVpcId, subnetId, subnetName: 'front' });
      const listed = await call('DescribeSubnetEx', { vpcId, zoneIds: [100002], orderDirection: 'asc', limit: 1 });
      expect(listed).toMatchObject({ totalCount: 2, data: [{ unSubnetId: subnetId, subnetName: 'front', availableIPNum: 253 }] });
      expect(await call('DescribeSubnet', { vpcId, subnetId })).toMatchObject({ subnetName: 'front', totalIPNum: 253 });
      expect(await ask('DeleteVpc', { vpcId })).toMatchObject({ code: 5100, codeDesc: 'InvalidVpc.CannotDelete' });
      await stage.machine(subnetId, { PrivateIpAddress: '10.8.1.9' });
      expect((await ask('DeleteSubnet', { vpcId, subnetId })).codeDesc).toBe('InvalidSubnet.CannotDelete');
      await stage.put('vip', { VipId: '12' });
      await call('AssociateVip', { vpcId, vipId: 12, lanIp: '10.8.1.9' });
      expect(await stage.put('vip', { VipId: '12' })).toMatchObject({ VpcId: vpcId, LanIp: '10.8.1.9' });
      await call('DeleteSubnet', { vpcId, subnetId: db?.subnetId });
      expect((await call('DescribeSubnetEx', { vpcId })).totalCount).toBe(1);
      const empty = await call('CreateVpc', { vpcName: 'spare', cidrBlock: '192.168.0.0/16' });
      await call('DeleteVpc', { vpcId: empty.vpcId });
      expect((await ask('DescribeVpcEx', { vpcId: empty.vpcId })).codeDesc).toBe('InvalidVpc.NotFound');
    });

    it('a classic machine is linked and unlinked by tasks', async () => {
      stage.use(await stage.newAccount({ classic: true }));
      const call = stage.ok2017();
      const { vpcId } = await network2017(stage, '10.0.0.0/16', '10.0.1.0/24');
      await stage.put('classic-instance', { InstanceId: 'ins-classic1', InstanceName: 'old', LanIp: '10.66.1.1' });
      const link = { vpcId, instanceIds: ['ins-classic1'] };
      expect(await statusOf(call, (await call('AttachClassicLinkVpc', link)).taskId)).toBe(0);
      expect((await stage.capi()('AttachClassicLinkVpc', link)).code).toBe(5100);
      const listed = await call('DescribeVpcClassicLink', { lanIp: '10.66.1.1' });
      expect(listed).toMatchObject({ totalCount: 1, data: [{ unVpcId: vpcId, instanceId: 'ins-classic1' }] });
      expect(await statusOf(call, (await call('DetachClassicLinkVpc', link)).taskId)).toBe(0);
      expect(await call('DescribeVpcClassicLink')).toMatchObject({ totalCount: 0, data: [] });
    });
  });

  describe('route tables', () => {
    it('a table has routes by a machine, serves a subnet, and goes', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { vpcId, subnetId } = await network2017(stage);
      const machine = await stage.machine(subnetId);
      const by = (destinationCidrBlock: string) => ({ destinationCidrBlock, nextType: 9, nextHub: machine });
      const made = await call('CreateRouteTable', {
        vpcId,
        routeTableName: 'out',
        routeSet: [{ ...by('172.16.0.0/12'), description: 'x' }],
      });
      const routeTableId = made.unRouteTableId;
      await call('CreateRoute', { vpcId, routeTableId, routeSet: [by('192.168.0.0/16')] });
      const twice = await ask('CreateRoute', { vpcId, routeTableId, routeSet: [by('192.168.0.0/16')] });
      expect(twice).toMatchObject({ code: 5100, codeDesc: 'RouteAlreadyExists' });
      await call('AssociateRouteTable', { vpcId, subnetId, routeTableId });
      await call('DeleteRoute', { vpcId, routeTableId, routeSet: [by('172.16.0.0/12')] });
      const destinations = async () => {
        const table = must(rowsOf(await call('DescribeRouteTable', { vpcId, routeTableId }))[0]);
        return [table.routeTableName, table.subnetNum, (table.routeTableSet as Values[]).map((route) => route.destinationCidrBlock)];
      };
      expect(await destinations()).toEqual(['out', 1, ['Local', '192.168.0.0/16']]);
      const whole = { vpcId, routeTableId, routeTableName: 'new', routeSet: [by('0.0.0.0/0')] };
      await call('ModifyRouteTableAttribute', whole);
      expect(await destinations()).toEqual(['new', 1, ['Local', '0.0.0.0/0']]);
      await call('DeleteRouteTable', { vpcId, routeTableId });
      expect(await call('DescribeRouteTable', { vpcId })).toMatchObject({ totalCount: 1, data: [{ routeTableType: 1, subnetNum: 1 }] });
    });
  });

  describe('network ACLs', () => {
    it('an ACL gets rules, guards a subnet, and goes when it guards none', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { vpcId, subnetId } = await network2017(stage);
      const made = await call('CreateNetworkAcl', { vpcId, networkAclName: 'guard' });
      const { networkAclId } = made.data as Values;
      await call('ModifyNetworkAcl', { vpcId, networkAclId, networkAclName: 'wall' });
      const entry = { desc: 'http', ipProtocol: 'tcp', cidrIp: '0.0.0.0/0', portRange: '80', action: 1 };
      await call('ModifyNetworkAclEntry', { vpcId, networkAclId, ruleDirection: 1, networkAclEntrySet: [entry] });
      await call('CreateSubnetAclRule', { vpcId, networkAclId, subnetIds: [subnetId] });
      expect((await call('DescribeNetworkAcl', { networkAclId })).data).toMatchObject([
        { networkAclName: 'wall', subnetNum: 1, networkAclEntrySet: { ingress: [entry], egress: [{ ipProtocol: 'all', action: 1 }] } },
      ]);
      expect((await call('DescribeAcl', { vpcId })).data).toMatchObject({ totalCount: 1, aclSet: [{ networkAclId, subnetNum: 1 }] });
      expect((await ask('DeleteNetworkAcl', { vpcId, networkAclId })).codeDesc).toBe('NetworkAclID.InUse');
      await call('DeteleSubnetAclRule', { vpcId, networkAclId, subnetIds: [subnetId] });
      await call('DeleteNetworkAcl', { vpcId, networkAclId });
      expect(await call('DescribeNetworkAcl', { vpcId })).toMatchObject({ totalCount: 0, data: [] });
    });
  });

  describe('flow logs', () => {
    it('a log of a subnet is kept, renamed and stopped', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { vpcId, subnetId } = await network2017(stage);
      const order = { vpcId, resourceType: 'SUBNET', resourceId: subnetId, trafficType: 'REJECT', cloudLogId: 'd44e4cf0-c3e2' };
      const { flowLogId } = await call('CreateFlowLog', { ...order, flowLogName: 'refused', flowLogDescription: 'all that is' });
      expect((await ask('CreateFlowLog', { ...order, flowLogName: 'refused' })).codeDesc).toBe('FlowLogNameDuplicate');
      await call('ModifyFlowLogAttribute', { vpcId, flowLogId, flowLogName: 'denied' });
      expect(await call('DescribeFlowLog', { vpcId, flowLogId })).toMatchObject({ flowLogName: 'denied', resourceId: subnetId });
      const listed = await call('DescribeFlowLogs', { trafficType: 'REJECT', orderField: 'flowLogName', orderDirection: 'asc' });
      expect(listed).toMatchObject({ totalCount: 1, data: [{ flowLogId, cloudLogState: 'SUCCESS' }] });
      await call('DeleteFlowLog', { vpcId, flowLogId });
      expect(must((await call('DescribeFlowLogs')).totalCount)).toBe(0);
    });
  });
}
