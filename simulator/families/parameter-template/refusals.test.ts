/** Every documented refusal of the parameter template actions, through the wire. */
import { describe, expect, it } from 'vitest';
import { faultsOf, orderFault } from '../../testing/recorder.ts';
import { kinds, TemplateStage } from './fixture.ts';

const stage = new TemplateStage();
stage.recorder.provesRefusalsOf('parameter-template');
const { code3, call2017, word2017, make, quota } = stage;
const general = 'InvalidParameterValue';
const malformed = 'InvalidParameterValue.Malformed';
const duplicate = 'InvalidParameterValue.Duplicate';

describe.each(kinds)('templates of the kind $prefix', (kind) => {
  const { v3, v2, prefix } = kind;
  const none = `${prefix}-00000000`;
  const grouped = prefix === 'ipmg' || prefix === 'ppmg';
  /** What the tables of the two actions leave of the codes. */
  const creating = { ipm: [malformed, general, duplicate], ipmg: [malformed, malformed, malformed] } as const;
  const [badMember, badName, twice] = prefix === 'ipm' || prefix === 'ipmg' ? creating[prefix] : ([general, general, general] as const);
  const [changedName, changedTwice] = prefix === 'ipmg' ? [general, duplicate] : [malformed, malformed];

  it('in API 3.0', async () => {
    const [one, two] = await stage.someMembers(kind);
    const create = (name: string, members: unknown) => code3(`Create${v3.noun}`, { [v3.name]: name, [v3.members]: members });
    const modify = (more: Record<string, unknown>, id: string) => code3(`Modify${v3.noun}Attribute`, { [v3.id]: id, ...more });
    expect(await create('n', ['nonsense'])).toBe(badMember);
    expect(await create('x'.repeat(61), one)).toBe(badName);
    expect(await create('  ', one)).toBe(badName);
    expect(await create('n', [...one, ...one])).toBe(twice);
    const id = await make(prefix, 'n', one);
    expect(await modify({ [v3.members]: ['nonsense'] }, id)).toBe(malformed);
    expect(await modify({ [v3.name]: 'x'.repeat(61) }, id)).toBe(changedName);
    expect(await modify({ [v3.members]: [...two, ...two] }, id)).toBe(changedTwice);
    expect(await modify({ [v3.name]: 'n' }, none)).toBe('ResourceNotFound');
    expect(await code3(`Delete${v3.noun}`, { [v3.id]: none })).toBe('ResourceNotFound');
    expect(await code3(`Delete${v3.noun}`, { [v3.id]: 'template' })).toBe(malformed);
    expect(await code3(`Describe${v3.noun}s`, { Filters: [{ Name: 'colour', Values: ['red'] }] })).toBe(malformed);
    if (grouped) {
      const absent = prefix === 'ipmg' ? 'ipm-00000000' : 'ppm-00000000';
      expect(await create('n', [absent])).toBe(prefix === 'ipmg' ? 'ResourceNotFound' : general);
      expect(await modify({ [v3.members]: [absent] }, id)).toBe('ResourceNotFound');
    }
    await quota('templates-per-kind', 1);
    expect(await create('n', one)).toBe('LimitExceeded');
  });

  it('of what is not there, and of wrong parameters, in 2017', async () => {
    const [one] = await stage.someMembers(kind);
    const id = await make(prefix, 'n', one);
    const unknown: [string, Record<string, unknown>][] = [
      [`Modify${v2.noun}`, { [v2.members]: one }],
      [`Modify${v2.noun}Attribute`, { [v2.name]: 'n' }],
      [`Delete${v2.noun}`, {}],
      [`Describe${v2.noun}Instances`, {}],
    ];
    for (const [action, more] of unknown) {
      expect(await call2017(action, { ...more, [v2.id]: none })).toMatchObject({ code: 29_258, codeDesc: '29258' });
      expect(await word2017(action, { ...more, [v2.id]: 'template' })).toBe('9003');
      expect(await word2017(action, { ...more, [v2.id]: id, colour: 'red' })).toBe('9003');
    }
    expect(await word2017(v2.list, { limit: 'ten' })).toBe('9003');
    expect(await word2017(`Create${v2.noun}`, { [v2.name]: 'n', [v2.members]: ['nonsense'] })).toBe('9003');
    expect(await word2017(`Create${v2.noun}`, { [v2.name]: 'n', [v2.members]: [...one, ...one] })).toBe('9003');
    expect(await word2017(`Modify${v2.noun}Attribute`, { [v2.id]: id, [v2.name]: 'x'.repeat(61) })).toBe('9003');
    if (!grouped) return;
    const absent = [prefix === 'ipmg' ? 'ipm-00000000' : 'ppm-00000000'];
    expect(await word2017(`Create${v2.noun}`, { [v2.name]: 'n', [v2.members]: absent })).toBe('29258');
    expect(await word2017(`Modify${v2.noun}`, { [v2.id]: id, [v2.members]: absent })).toBe('29258');
  });

  it('of too many templates, members and rules, in 2017', async () => {
    const [one, two, three] = await stage.someMembers(kind);
    const id = await make(prefix, 'n', one);
    const create = (members: readonly string[]) => word2017(`Create${v2.noun}`, { [v2.name]: 'n', [v2.members]: members });
    const modify = (members: readonly string[]) => word2017(`Modify${v2.noun}`, { [v2.id]: id, [v2.members]: members });
    await stage.user(id);
    await quota('expanded-policies-per-group', 2);
    expect(await modify(three)).toBe('29259');
    if (grouped) expect(await create(three)).toBe('29259');
    expect(await modify(two)).toBe('');
    await quota('expanded-policies-per-group', 100);
    await quota('members-per-template', 2);
    expect(await modify(three)).toBe('29260');
    expect(await create(three)).toBe('29260');
    await quota('members-per-template', 100);
    await quota('templates-per-kind', 1);
    expect(await create(one)).toBe('29260');
  });

  it('of what is being changed, in 2017', async () => {
    const [one, two] = await stage.someMembers(kind);
    const id = await make(prefix, 'n', one);
    await stage.speed('parameter-template', { seconds: 60 });
    const member = one[0] as string;
    if (grouped) {
      const group = { [v2.name]: 'g', [v2.members]: [member] };
      const inside = prefix === 'ipmg' ? 'Address' : 'Service';
      const outside = await make(prefix, 'h', two.slice(1));
      const more = prefix === 'ipmg' ? { addressId: member, address: ['10.8.0.0/16'] } : { serviceId: member, service: ['tcp:8'] };
      expect(await word2017(`Modify${inside}`, more)).toBe('');
      expect(await word2017(`Create${v2.noun}`, group)).toBe('9005');
      expect(await word2017(`Modify${v2.noun}`, { [v2.id]: outside, [v2.members]: [member] })).toBe('9005');
    }
    expect(await word2017(`Modify${v2.noun}`, { [v2.id]: id, [v2.members]: two.slice(1) })).toBe('');
    expect(await word2017(`Modify${v2.noun}`, { [v2.id]: id, [v2.members]: two.slice(1) })).toBe('9005');
    expect(await word2017(`Modify${v2.noun}Attribute`, { [v2.id]: id, [v2.name]: 'x' })).toBe('9005');
    expect(await word2017(`Delete${v2.noun}`, { [v2.id]: id })).toBe('9005');
    const { SecurityGroup } = await stage.call3('CreateSecurityGroup', { GroupName: 'n', GroupDescription: 'd' });
    const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
    const rule = prefix.startsWith('ipm') ? { AddressTemplate: id, Protocol: 'ALL' } : { ServiceTemplate: id, CidrBlock: '0.0.0.0/0' };
    const SecurityGroupPolicySet = { Ingress: [{ ...rule, Action: 'ACCEPT' }] };
    expect(await code3('CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet })).toBe('ResourceUnavailable');
  });
});

it('of DescribeNetTaskResult', async () => {
  expect(await word2017('DescribeNetTaskResult', { taskId: 1 })).toBe('29258');
  expect(await word2017('DescribeNetTaskResult', { taskId: 'one' })).toBe('9003');
  const id = await make('ipm', 'a', ['10.0.0.1']);
  const { data } = await call2017('DescribeAddressInstances', { addressId: id });
  const { taskId } = data as { taskId: number };
  expect(await word2017('DescribeVpcTaskResult', { taskId })).toBe('ResourceNotFound');
  expect((await stage.recorder.call2017(await stage.newAccount(), 'DescribeNetTaskResult', { taskId })).code).toBe('29258');
});

/** Parameters with which the action would succeed, so that only the fault can be the reason. */
async function good(action: string): Promise<Record<string, unknown>> {
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

it.each(faultsOf('parameter-template'))('%s is provoked by a fault', async (pair) => {
  const params = await good(pair.split(' ')[0]?.split(':')[1] ?? '');
  const { action, code } = await orderFault(stage.me, pair);
  expect(await call2017(action, params)).toMatchObject({ code: Number(code), codeDesc: code });
});
