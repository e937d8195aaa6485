/** The demo's security groups and templates, held against the cloud's own rules. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call3, call2017 } from '../../testing/client.ts';
import { type Simulator, startSimulator } from '../../testing/start.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 'demo' });
});
afterAll(() => simulator.close());

type Rule = Readonly<Record<string, unknown>>;

it('every rule of the demo would be taken as it is listed, and some groups are bound to something', async () => {
  let groups = 0;
  let bound = 0;
  for (const { secretId, secretKey } of simulator.accounts) {
    for (const region of ['ap-guangzhou', 'ap-shanghai']) {
      const me = { url: simulator.url, keys: { secretId, secretKey }, region };
      const { SecurityGroupSet } = await call3(me, 'DescribeSecurityGroups', { Limit: 100 });
      for (const { SecurityGroupId } of SecurityGroupSet as { SecurityGroupId: string }[]) {
        const { SecurityGroupPolicySet: set } = await call3(me, 'DescribeSecurityGroupPolicies', { SecurityGroupId });
        const { Version, Egress, Ingress } = set as { Version: string; Egress: Rule[]; Ingress: Rule[] };
        const plain = (rules: Rule[]) => rules.map(({ PolicyIndex: _, ...rule }) => rule);
        const again = { Version, Egress: plain(Egress), Ingress: plain(Ingress) };
        const answer = await call3(me, 'ModifySecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: again });
        expect(answer.Error).toBeUndefined();
        const after = await call3(me, 'DescribeSecurityGroupPolicies', { SecurityGroupId });
        expect(after.SecurityGroupPolicySet).toEqual({ Version: String(Number(Version) + 1), Egress, Ingress });
        const counted = await call3(me, 'DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds: [SecurityGroupId] });
        const [counts] = counted.SecurityGroupAssociationStatisticsSet as [{ CVM: number }];
        groups += 1;
        if (counts.CVM > 0) bound += 1;
      }
    }
  }
  expect(groups).toBe(19);
  expect(bound).toBe(16);
});

it('every template of the demo would be taken as it is listed', async () => {
  for (const { secretId, secretKey } of simulator.accounts) {
    const me = { url: simulator.url, keys: { secretId, secretKey } };
    const { AddressTemplateSet } = await call3(me, 'DescribeAddressTemplates', { Limit: 100 });
    for (const { AddressTemplateId, AddressSet } of AddressTemplateSet as Record<string, unknown>[]) {
      expect((await call3(me, 'ModifyAddressTemplateAttribute', { AddressTemplateId, Addresses: AddressSet })).Error).toBeUndefined();
    }
    const { ServiceTemplateSet } = await call3(me, 'DescribeServiceTemplates', { Limit: 100 });
    for (const { ServiceTemplateId, ServiceSet } of ServiceTemplateSet as Record<string, unknown>[]) {
      expect((await call3(me, 'ModifyServiceTemplateAttribute', { ServiceTemplateId, Services: ServiceSet })).Error).toBeUndefined();
    }
    const { data } = (await call2017(me, 'DescribeAddressGroups')).data as { data: { addressGroup: { addressName: string }[] }[] };
    expect(data.length).toBeGreaterThan(0);
    for (const { addressGroup } of data) for (const member of addressGroup) expect(member.addressName).not.toBe('');
  }
});
