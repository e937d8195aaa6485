/** What the tests of parameter templates share: the four kinds, and how both generations name each. */
import { TestWorld } from '../../testing/test-world.ts';

type Params = Readonly<Record<string, unknown>>;

/** How the actions of one kind are called, and what they take. */
interface Kind {
  readonly prefix: 'ipm' | 'ipmg' | 'ppm' | 'ppmg';
  readonly v3: { readonly noun: string; readonly id: string; readonly name: string; readonly members: string; readonly listed: string };
  readonly v2: {
    readonly noun: string;
    readonly list: string;
    readonly id: string;
    readonly name: string;
    readonly listedName: string;
    readonly members: string;
  };
  readonly filter: string;
}

export const kinds: readonly Kind[] = [
  {
    prefix: 'ipm',
    v3: { noun: 'AddressTemplate', id: 'AddressTemplateId', name: 'AddressTemplateName', members: 'Addresses', listed: 'AddressSet' },
    v2: { noun: 'Address', list: 'DescribeAddress', id: 'addressId', name: 'addressName', listedName: 'addressName', members: 'address' },
    filter: 'address-template',
  },
  {
    prefix: 'ppm',
    v3: { noun: 'ServiceTemplate', id: 'ServiceTemplateId', name: 'ServiceTemplateName', members: 'Services', listed: 'ServiceSet' },
    v2: { noun: 'Service', list: 'DescribeService', id: 'serviceId', name: 'serviceName', listedName: 'serviceName', members: 'service' },
    filter: 'service-template',
  },
  {
    prefix: 'ipmg',
    v3: {
      noun: 'AddressTemplateGroup',
      id: 'AddressTemplateGroupId',
      name: 'AddressTemplateGroupName',
      members: 'AddressTemplateIds',
      listed: 'AddressTemplateIdSet',
    },
    v2: {
      noun: 'AddressGroup',
      list: 'DescribeAddressGroups',
      id: 'addressGroupId',
      name: 'addressGroupName',
      listedName: 'addressGroupName',
      members: 'addressGroup',
    },
    filter: 'address-template-group',
  },
  {
    prefix: 'ppmg',
    v3: {
      noun: 'ServiceTemplateGroup',
      id: 'ServiceTemplateGroupId',
      name: 'ServiceTemplateName',
      members: 'ServiceTemplateIds',
      listed: 'ServiceTemplateIdSet',
    },
    v2: {
      noun: 'ServiceGroup',
      list: 'DescribeServiceGroups',
      id: 'serviceGroupId',
      name: 'serviceName',
      listedName: 'serviceGroupName',
      members: 'serviceGroup',
    },
    filter: 'service-template-group',
  },
];

const kindOf = (prefix: Kind['prefix']): Kind => kinds.find((kind) => kind.prefix === prefix) as Kind;

export class TemplateStage extends TestWorld {
  /** Makes one with the 2017 API. @returns its id. */
  readonly make = async (prefix: Kind['prefix'], name: string, members: readonly string[]): Promise<string> => {
    const { v2 } = kindOf(prefix);
    const { data } = await this.call2017(`Create${v2.noun}`, { [v2.name]: name, [v2.members]: members });
    return (data as Record<string, string>)[v2.id] as string;
  };

  /** Three sets of members that the kind takes. */
  readonly someMembers = async ({ prefix }: Kind): Promise<[string[], string[], string[]]> => {
    if (prefix === 'ipm') return [['10.0.0.1'], ['10.0.0.2', '10.1.0.0/16'], ['10.0.0.4-10.0.0.9', '10.0.0.3', '10.2.0.0/16']];
    if (prefix === 'ppm') return [['tcp:80'], ['udp:53', 'icmp'], ['tcp:99,97', 'tcp:443-446', 'gre']];
    const inside = prefix === 'ipmg' ? 'ipm' : 'ppm';
    const member = inside === 'ipm' ? ['10.9.0.1'] : ['tcp:9001'];
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.push(await this.make(inside, `inside-${count}`, member));
    return [ids.slice(0, 1), ids.slice(0, 2), ids];
  };

  /** A template of the kind with two members. */
  readonly some = async (kind: Kind): Promise<string> => this.make(kind.prefix, 'some', (await this.someMembers(kind))[1]);

  /** The list of API 3.0. */
  readonly list3 = async ({ v3 }: Kind, params: Params = {}): Promise<Record<string, unknown>[]> =>
    (await this.call3(`Describe${v3.noun}s`, params))[`${v3.noun}Set`] as Record<string, unknown>[];

  readonly list2017 = async ({ v2 }: Kind, params: Params = {}) =>
    (await this.call2017(v2.list, params)).data as { totalCount: number; data: Record<string, unknown>[] };

  /** Asks for a task of the queue of parameter templates. */
  readonly task = async (answer: Params) => {
    const { taskId } = answer.data as { taskId: number };
    const { data } = await this.call2017('DescribeNetTaskResult', { taskId });
    return data as { status: number; output: { code: number; message: string }; data?: { total: number; detail: Params[] } };
  };

  /** A security group with a rule that uses the template. */
  readonly user = async (template: string, GroupName = 'user'): Promise<string> => {
    const { SecurityGroup } = await this.call3('CreateSecurityGroup', { GroupName, GroupDescription: 'd' });
    const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
    const what = template.startsWith('ipm')
      ? { AddressTemplate: template, Protocol: 'ALL' }
      : { CidrBlock: '0.0.0.0/0', ServiceTemplate: template };
    const SecurityGroupPolicySet = { Ingress: [{ ...what, Action: 'ACCEPT' }] };
    const code = await this.code3('CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet });
    if (code !== '') throw new Error(`the rule was refused: ${code}`);
    return SecurityGroupId;
  };
}
