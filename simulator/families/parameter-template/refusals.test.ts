/** Every documented refusal of the parameter template actions, through the wire. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ActionName } from '../../../catalogue/index.ts';
import { itRefuses, itRefusesByFault, type OwnParams, ofEach } from '../../testing/refusals.ts';
import { kinds, TemplateStage } from './fixture.ts';

type Params = Record<string, unknown>;

const stage = new TemplateStage();
stage.recorder.provesRefusalsOf('parameter-template');
const { call3, code3, call2017, word2017, make, quota } = stage;
const general = 'InvalidParameterValue';
const malformed = 'InvalidParameterValue.Malformed';
const duplicate = 'InvalidParameterValue.Duplicate';
const notFound = 'ResourceNotFound';
const long = 'x'.repeat(61);

/** Answers the word, and holds that the number beside it is the same. */
async function codeOf(name: string, params: Params = {}): Promise<string> {
  const [service, action = ''] = name.split(':');
  if (service === 'vpc') return code3(action, params);
  const { answer, code } = await stage.recorder.call2017(stage.me, action, params);
  expect(String(answer.code)).toBe(code || '0');
  return code;
}

describe.each(kinds)('templates of the kind $prefix', (kind) => {
  const { v3, v2, prefix } = kind;
  const none = `${prefix}-00000000`;
  const grouped = prefix === 'ipmg' || prefix === 'ppmg';
  const absent = [prefix === 'ipmg' ? 'ipm-00000000' : 'ppm-00000000'];
  /** What the tables of the two actions leave of the codes. */
  const creating = { ipm: [malformed, general, duplicate], ipmg: [malformed, malformed, malformed] } as const;
  const [badMember, badName, twice] = prefix === 'ipm' || prefix === 'ipmg' ? creating[prefix] : ([general, general, general] as const);
  const [changedName, changedTwice] = prefix === 'ipmg' ? [general, duplicate] : [malformed, malformed];
  let members: Awaited<ReturnType<typeof stage.someMembers>>;
  let id: string;
  beforeEach(async () => {
    members = await stage.someMembers(kind);
    id = await make(prefix, 'n', members[0]);
  });

  const in3 = (verb: string, after = '') => `vpc:${verb}${v3.noun}${after}` as ActionName;
  const in2017 = (verb: string, after = '') => `vpc2017:${verb}${v2.noun}${after}` as ActionName;
  const make3 = (set: unknown, name = 'n') => ({ [v3.name]: name, [v3.members]: set });
  const change3 = (more: Params, of = id) => ({ [v3.id]: of, ...more });
  const make2017 = (set: unknown, name = 'n') => ({ [v2.name]: name, [v2.members]: set });
  const change2017 = (set: unknown) => ({ [v2.id]: id, [v2.members]: set });
  const tooMany = () => quota('templates-per-kind', 1);
  const doubled = (n: 0 | 1) => [...members[n], ...members[n]];

  itRefuses({ codeOf }, [
    [in3('Create'), 'what is no member', badMember, () => make3(['nonsense'])],
    [in3('Create'), '61 bytes of name', badName, () => make3(members[0], long)],
    [in3('Create'), 'blanks as a name', badName, () => make3(members[0], '  ')],
    [in3('Create'), 'a member twice', twice, () => make3(doubled(0))],
    [in3('Create'), 'one more than the quota', 'LimitExceeded', () => make3(members[0]), tooMany],
    [in3('Modify', 'Attribute'), 'what is no member', malformed, () => change3({ [v3.members]: ['nonsense'] })],
    [in3('Modify', 'Attribute'), '61 bytes of name', changedName, () => change3({ [v3.name]: long })],
    [in3('Modify', 'Attribute'), 'a member twice', changedTwice, () => change3({ [v3.members]: doubled(1) })],
    [in3('Modify', 'Attribute'), 'one that is not there', notFound, () => change3({ [v3.name]: 'n' }, none)],
    [in3('Delete'), 'one that is not there', notFound, () => change3({}, none)],
    [in3('Delete'), 'what is no id', malformed, () => change3({}, 'template')],
    [in3('Describe', 's'), 'a filter that there is not', malformed, { Filters: [{ Name: 'colour', Values: ['red'] }] }],
  ]);
  /** The template in a rule of a security group, which may have so many. */
  const withRules = (limit: number) => stage.user(id).then(() => quota('expanded-policies-per-group', limit));
  const twoMembers = () => quota('members-per-template', 2);
  const busy = async () => {
    await stage.speed('parameter-template', { seconds: 60 });
    expect(await word2017(`Modify${v2.noun}`, change2017(members[1].slice(1)))).toBe('');
  };
  /** Another template, and the first member under way. */
  let other: string;
  const memberBusy = async () => {
    other = await make(prefix, 'h', members[1].slice(1));
    await stage.speed('parameter-template', { seconds: 60 });
    const [member] = members[0];
    const more = prefix === 'ipmg' ? { addressId: member, address: ['10.8.0.0/16'] } : { serviceId: member, service: ['tcp:8'] };
    expect(await word2017(`Modify${prefix === 'ipmg' ? 'Address' : 'Service'}`, more)).toBe('');
  };
  const aboutOne: OwnParams = {
    [in2017('Modify')]: () => change2017(members[0]),
    [in2017('Modify', 'Attribute')]: () => ({ [v2.id]: id, [v2.name]: 'x' }),
    [in2017('Delete')]: () => ({ [v2.id]: id }),
    [in2017('Describe', 'Instances')]: () => ({ [v2.id]: id }),
  };
  const inRule = async () => {
    const { SecurityGroup } = await stage.call3('CreateSecurityGroup', { GroupName: 'n', GroupDescription: 'd' });
    const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
    const rule = prefix.startsWith('ipm') ? { AddressTemplate: id, Protocol: 'ALL' } : { ServiceTemplate: id, CidrBlock: '0.0.0.0/0' };
    return { SecurityGroupId, SecurityGroupPolicySet: { Ingress: [{ ...rule, Action: 'ACCEPT' }] } };
  };
  const { [in2017('Describe', 'Instances')]: _, ...changing } = aboutOne;

  itRefuses({ codeOf }, [
    ...ofEach(aboutOne, 'one that is not there', '29258', { [v2.id]: none }),
    ...ofEach(aboutOne, 'what is no id', '9003', { [v2.id]: 'template' }),
    ...ofEach(aboutOne, 'a parameter that there is not', '9003', { colour: 'red' }),
    ...ofEach(changing, 'one that is being changed', '9005', {}, busy),
    [`vpc2017:${v2.list}` as ActionName, 'what is no number', '9003', { limit: 'ten' }],
    [in2017('Create'), 'what is no member', '9003', make2017(['nonsense'])],
    [in2017('Create'), 'a member twice', '9003', () => make2017(doubled(0))],
    [in2017('Modify', 'Attribute'), '61 bytes of name', '9003', () => ({ [v2.id]: id, [v2.name]: long })],
    [in2017('Modify'), 'more rules than the quota', '29259', () => change2017(members[2]), () => withRules(2)],
    [in2017('Modify'), 'more members than the quota', '29260', () => change2017(members[2]), twoMembers],
    [in2017('Create'), 'more members than the quota', '29260', () => make2017(members[2]), twoMembers],
    [in2017('Create'), 'one more than the quota', '29260', () => make2017(members[0]), tooMany],
    ['vpc:CreateSecurityGroupPolicies', 'a template that is being changed', 'ResourceUnavailable', inRule, busy],
  ]);

  if (grouped) {
    itRefuses({ codeOf }, [
      [in3('Create'), 'a member that is not there', prefix === 'ipmg' ? notFound : general, () => make3(absent)],
      [in3('Modify', 'Attribute'), 'a member that is not there', notFound, () => change3({ [v3.members]: absent })],
      [in2017('Create'), 'a member that is not there', '29258', () => make2017(absent)],
      [in2017('Modify'), 'a member that is not there', '29258', () => change2017(absent)],
      [in2017('Create'), 'more rules than the quota, in no group', '29259', () => make2017(members[2]), () => withRules(2)],
      [in2017('Create'), 'a member that is being changed', '9005', () => make2017(members[0]), memberBusy],
      [in2017('Modify'), 'a member that is being changed', '9005', () => ({ ...change2017(members[0]), [v2.id]: other }), memberBusy],
    ]);
  }

  it('may have as many rules as the quota', async () => {
    await withRules(2);
    expect(await word2017(`Modify${v2.noun}`, change2017(members[1]))).toBe('');
  });
});

const task = 'vpc2017:DescribeNetTaskResult';
const usersOf = async () => {
  const { data } = await call2017('DescribeAddressInstances', { addressId: await make('ipm', 'a', ['10.0.0.1']) });
  return data as { taskId: number };
};
itRefuses({ codeOf }, [
  [task, 'one that is not there', '29258', { taskId: 1 }],
  [task, 'what is no number', '9003', { taskId: 'one' }],
]);
itRefuses(stage, [['vpc2017:DescribeVpcTaskResult', 'a task of templates', 'ResourceNotFound', usersOf]]);

it('DescribeNetTaskResult knows no task of another account', async () => {
  const asked = await usersOf();
  expect((await stage.recorder.call2017(await stage.newAccount(), 'DescribeNetTaskResult', { ...asked })).code).toBe('29258');
});

/** Parameters with which the action would succeed, so that only the fault can be the reason. */
async function good(called: string): Promise<Record<string, unknown>> {
  const action = called.replace('vpc2017:', '');
  const kind = kinds.find(({ v2 }) =>
    new RegExp(`^(?:Create|Modify|Delete|Describe)${v2.noun}(?:Attribute|Instances)?$|^${v2.list}$`).test(action),
  );
  if (!kind || action === kind.v2.list) return kind ? {} : { taskId: 1 };
  const { v2 } = kind;
  const [one] = await stage.someMembers(kind);
  const id = action.startsWith('Create') ? {} : { [v2.id]: await make(kind.prefix, 'n', one) };
  const name = action.startsWith('Create') || action.endsWith('Attribute') ? { [v2.name]: 'm' } : {};
  const members = action.startsWith('Create') || action === `Modify${v2.noun}` ? { [v2.members]: one } : {};
  return { ...id, ...name, ...members };
}

itRefusesByFault(stage, 'parameter-template', good, { codeOf });

const bothWays = [
  ['ModifyAddressTemplateAttribute', 'ipm', ['10.0.0.1'], { Addresses: ['10.0.0.2'], AddressesExtra: [{ Address: '10.0.0.2' }] }],
  ['ModifyServiceTemplateAttribute', 'ppm', ['tcp:80'], { Services: ['tcp:81'], ServicesExtra: [{ Service: 'tcp:81' }] }],
] as const;

it.each([
  ['CreateAddressTemplate', { AddressTemplateName: 'n' }, { Addresses: ['10.0.0.1'], AddressesExtra: [{ Address: '10.0.0.1' }] }],
  ['CreateServiceTemplate', { ServiceTemplateName: 'n' }, { Services: ['tcp:80'], ServicesExtra: [{ Service: 'tcp:80' }] }],
])('%s takes members bare or with remarks: one of both', async (action, named, both) => {
  expect(await code3(action, named)).toBe('MissingParameter');
  expect(await code3(action, { ...named, ...both })).toBe('InvalidParameter.Coexist');
});

it.each(bothWays)('%s refuses members given both ways', async (action, prefix, members, sent) => {
  const id = await make(prefix, 'n', [...members]);
  const own = prefix === 'ipm' ? 'AddressTemplateId' : 'ServiceTemplateId';
  expect(await code3(action, { [own]: id, ...sent })).toBe('InvalidParameter.Coexist');
});

it('tells today how many members a template may have', async () => {
  await stage.quota('members-per-template', 7);
  expect(await call3('DescribeTemplateLimits')).toMatchObject({
    TemplateLimit: { AddressTemplateMemberLimit: 7, ServiceTemplateGroupMemberLimit: 7 },
  });
});
