/** Parameter templates of the four kinds: by the old official client of the 2017 API. */
import { describe, expect, it } from 'vitest';
import { type Answer, must, type SdkStage, type Values } from '../../stage.ts';

type Call = (Action: string, params?: Values) => Promise<Answer>;

/** How the actions of a kind speak: nouns, names of fields, and two lists of members. */
const kinds = {
  Address: {
    id: 'addressId',
    name: 'addressName',
    members: 'address',
    list: 'DescribeAddress',
    values: [['10.1.0.1'], ['10.2.0.0/16', '10.3.0.1-10.3.0.9']],
  },
  Service: {
    id: 'serviceId',
    name: 'serviceName',
    members: 'service',
    list: 'DescribeService',
    values: [['tcp:80'], ['udp:53', 'tcp:443-446']],
  },
  AddressGroup: { id: 'addressGroupId', name: 'addressGroupName', members: 'addressGroup', list: 'DescribeAddressGroups', of: 'Address' },
  ServiceGroup: { id: 'serviceGroupId', name: 'serviceName', members: 'serviceGroup', list: 'DescribeServiceGroups', of: 'Service' },
} as const;

type Kind = keyof typeof kinds;

async function make(call: Call, kind: Kind, name: string, members: readonly string[]): Promise<string> {
  const { id, name: nameField, members: list } = kinds[kind];
  const { data } = await call(`Create${kind}`, { [nameField]: name, [list]: members });
  return (data as Values)[id] as string;
}

/** Two lists of members that the kind may have. */
async function membersFor(call: Call, kind: Kind): Promise<readonly (readonly string[])[]> {
  const words = kinds[kind];
  if ('values' in words) return words.values;
  const made = await Promise.all(kinds[words.of].values.map((values, index) => make(call, words.of, `part ${index}`, values)));
  return made.map((id) => [id]);
}

/** Begins a task of `DescribeNetTaskResult` and waits for its outcome. */
async function outcome(call: Call, Action: string, params: Values): Promise<Values> {
  const { taskId } = (await call(Action, params)).data as Values;
  return (await call('DescribeNetTaskResult', { taskId })).data as Values;
}

const succeeded = { status: 0, output: { code: 0, message: 'OK' } };

export function stories(stage: SdkStage): void {
  describe('parameter templates', () => {
    it.each(Object.keys(kinds) as Kind[])('%s: made, found, renamed, changed, asked who uses it, deleted', async (kind) => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { id, name, members, list } = kinds[kind];
      const [before = [], after = []] = await membersFor(call, kind);
      const template = await make(call, kind, 'first', before);
      const mine = { [id]: template };
      await call(`Modify${kind}Attribute`, { ...mine, [name]: '常用' });
      expect(await outcome(call, `Modify${kind}`, { ...mine, [members]: after })).toMatchObject(succeeded);
      const found = (await call(list, { [name]: '常' })).data as { totalCount: number; data: Values[] };
      expect(found).toMatchObject({ totalCount: 1, data: [mine] });
      const shown = (must(found.data[0])[members] as (string | Values)[]).map((member) =>
        typeof member === 'string' ? member : Object.values(member)[0],
      );
      expect(shown).toEqual(after);
      const [missing, code] = kind.endsWith('Group') ? [`${before[0]?.split('-')[0]}-00000000`, 29258] : ['none-such', 9003];
      expect((await ask(`Modify${kind}`, { ...mine, [members]: [missing] })).code).toBe(code);

      const SecurityGroupId = await boundGroup(stage, template);
      const users = await outcome(call, `Describe${kind}Instances`, mine);
      expect(users).toMatchObject({ ...succeeded, data: { total: 1, detail: [{ region: 'gz', type: 'sg', id: SecurityGroupId }] } });
      expect(await outcome(call, `Delete${kind}`, mine)).toMatchObject({ status: 1, output: { code: 9005 } });
      await stage.vpc().DeleteSecurityGroup({ SecurityGroupId });
      expect(await outcome(call, `Delete${kind}`, mine)).toMatchObject(succeeded);
      expect((await call(list, mine)).data).toMatchObject({ totalCount: 0, data: [] });
    });
  });
}

/** A security group with a rule that uses the template; security groups have no 2017 actions. */
async function boundGroup(stage: SdkStage, template: string): Promise<string> {
  const client = stage.vpc();
  const { SecurityGroup } = await client.CreateSecurityGroup({ GroupName: 'web', GroupDescription: 'front' });
  const SecurityGroupId = SecurityGroup?.SecurityGroupId ?? '';
  const address = template.startsWith('ipm');
  const rule = address
    ? { Protocol: 'ALL', AddressTemplate: { AddressId: template } }
    : { CidrBlock: '10.0.0.0/8', ServiceTemplate: { ServiceId: template } };
  await client.CreateSecurityGroupPolicies({ SecurityGroupId, SecurityGroupPolicySet: { Ingress: [{ ...rule, Action: 'ACCEPT' }] } });
  return SecurityGroupId;
}
