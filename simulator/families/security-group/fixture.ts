/** What the tests of security groups share. */
import { TestWorld } from '../../testing/test-world.ts';

type Params = Readonly<Record<string, unknown>>;

interface PolicySet {
  readonly Version: string;
  readonly Egress: readonly Params[];
  readonly Ingress: readonly Params[];
}

export const cidrRule = (CidrBlock: string, more: Params = {}) => ({ Protocol: 'TCP', Port: '80', CidrBlock, Action: 'ACCEPT', ...more });

export class GroupStage extends TestWorld {
  readonly group = async (GroupName = 'web', more: Params = {}): Promise<string> => {
    const { SecurityGroup } = await this.call3('CreateSecurityGroup', { GroupName, GroupDescription: 'd', ...more });
    return (SecurityGroup as { SecurityGroupId: string }).SecurityGroupId;
  };

  readonly policies = async (SecurityGroupId: string): Promise<PolicySet> =>
    (await this.call3('DescribeSecurityGroupPolicies', { SecurityGroupId })).SecurityGroupPolicySet as PolicySet;

  readonly cidrs = async (id: string, direction: 'Egress' | 'Ingress' = 'Ingress') =>
    (await this.policies(id))[direction].map((policy) => policy.CidrBlock);

  /** One of the four actions on rules. @returns its code. */
  readonly policy = (verb: 'Create' | 'Delete' | 'Modify', SecurityGroupId: string, SecurityGroupPolicySet: Params) =>
    this.code3(`${verb}SecurityGroupPolicies`, { SecurityGroupId, SecurityGroupPolicySet });

  readonly replace = (SecurityGroupId: string, SecurityGroupPolicySet: Params) =>
    this.code3('ReplaceSecurityGroupPolicy', { SecurityGroupId, SecurityGroupPolicySet });

  /** A template of addresses, a group of it, a template of services and a group of it. */
  readonly templates = async () => {
    const address = (await this.call2017('CreateAddress', { addressName: 'a', address: ['10.0.0.6', '10.0.1.0/24'] })).data;
    const { addressId } = address as { addressId: string };
    const addressGroup = (await this.call2017('CreateAddressGroup', { addressGroupName: 'ag', addressGroup: [addressId] })).data;
    const service = (await this.call2017('CreateService', { serviceName: 's', service: ['tcp:80', 'udp:53'] })).data;
    const { serviceId } = service as { serviceId: string };
    const serviceGroup = (await this.call2017('CreateServiceGroup', { serviceName: 'sg', serviceGroup: [serviceId] })).data;
    return {
      addressId,
      serviceId,
      addressGroupId: (addressGroup as { addressGroupId: string }).addressGroupId,
      serviceGroupId: (serviceGroup as { serviceGroupId: string }).serviceGroupId,
    };
  };
}
