/** Parameter templates in both generations, through the wire. */
import { describe, expect, it } from 'vitest';
import { kinds, TemplateStage } from './fixture.ts';

const stage = new TemplateStage();
const { call3, code3, call2017, word2017, make, list3, list2017, task } = stage;

describe.each(kinds)('templates of the kind $prefix', (kind) => {
  const { v3, v2 } = kind;

  it('made in one generation are the same in the other', async () => {
    const [one, two, three] = await stage.someMembers(kind);
    const answer = (await call3(`Create${v3.noun}`, { [v3.name]: 'first', [v3.members]: two }))[v3.noun] as Record<string, unknown>;
    const id = answer[v3.id] as string;
    expect(id).toMatch(new RegExp(`^${kind.prefix}-[0-9a-z]{8}$`));
    expect(answer).toMatchObject({ [v3.name]: 'first', [v3.listed]: two, CreatedTime: expect.any(String) });
    const second = await make(kind.prefix, 'second', three);
    expect((await list2017(kind)).data.map((row) => row[v2.id])).toEqual([second, id]);
    expect((await list3(kind)).map((row) => row[v3.listed])).toEqual([three, two]);
    const changed = await call2017(`Modify${v2.noun}`, { [v2.id]: id, [v2.members]: one });
    expect(await task(changed)).toEqual({ status: 0, output: { code: 0, message: 'OK' } });
    expect(await word2017(`Modify${v2.noun}Attribute`, { [v2.id]: id, [v2.name]: 'renamed' })).toBe('');
    const found = await list3(kind, { Filters: [{ Name: `${kind.filter}-id`, Values: [id] }] });
    expect(found).toMatchObject([{ [v3.name]: 'renamed', [v3.listed]: one }]);
    expect(await code3(`Modify${v3.noun}Attribute`, { [v3.id]: id, [v3.name]: 'again', [v3.members]: three })).toBe('');
    expect((await list2017(kind, { [v2.id]: id.slice(-5) })).data).toMatchObject([{ [v2.listedName]: 'again' }]);
    expect((await task(await call2017(`Delete${v2.noun}`, { [v2.id]: id }))).status).toBe(0);
    expect(await code3(`Delete${v3.noun}`, { [v3.id]: second })).toBe('');
    expect(await list3(kind)).toEqual([]);
  });

  it('are found by parts of id and name, both at once, in 2017; by the whole name in 3.0', async () => {
    const [one] = await stage.someMembers(kind);
    for (const name of ['web-guangzhou', 'web-shanghai', '数据库']) await make(kind.prefix, name, one);
    const names = async (params: Record<string, unknown>) => (await list2017(kind, params)).data.map((row) => row[v2.listedName]);
    expect(await names({ [v2.name]: 'web' })).toEqual(['web-shanghai', 'web-guangzhou']);
    expect(await names({ [v2.name]: '库' })).toEqual(['数据库']);
    const id = (await list2017(kind, { [v2.name]: 'guangzhou' })).data[0]?.[v2.id] as string;
    expect(await names({ [v2.name]: 'web', [v2.id]: id })).toEqual(['web-guangzhou']);
    expect(await names({ [v2.name]: '库', [v2.id]: id })).toEqual([]);
    expect(await list2017(kind, { offset: 1, limit: 1 })).toMatchObject({ totalCount: 3, data: [{ [v2.listedName]: 'web-shanghai' }] });
    const filtered = (value: string) => list3(kind, { Filters: [{ Name: `${kind.filter}-name`, Values: [value] }] });
    expect(await filtered('web')).toEqual([]);
    expect(await filtered('数据库')).toHaveLength(1);
  });

  it('that are used stay: refused in 3.0, a failed task in 2017', async () => {
    const id = await stage.some(kind);
    const user = await stage.user(id);
    expect(await code3(`Delete${v3.noun}`, { [v3.id]: id })).toBe('ResourceInUse');
    const outcome = await task(await call2017(`Delete${v2.noun}`, { [v2.id]: id }));
    expect(outcome).toMatchObject({ status: 1, output: { code: 9005, message: expect.stringContaining(user) } });
    expect((await list3(kind)).map((row) => row[v3.id])).toContain(id);
    await code3('ModifySecurityGroupPolicies', { SecurityGroupId: user, SecurityGroupPolicySet: { Version: '0' } });
    expect((await task(await call2017(`Delete${v2.noun}`, { [v2.id]: id }))).status).toBe(0);
    expect(await list3(kind)).toEqual([]);
  });

  it('tell who uses them, in every region', async () => {
    const id = await stage.some(kind);
    const here = await stage.user(id, '广州安全组');
    const inShanghai = { ...stage.me, region: 'ap-shanghai' };
    const { SecurityGroup } = (await stage.recorder.call3(inShanghai, 'CreateSecurityGroup', { GroupName: 'sh', GroupDescription: 'd' }))
      .answer;
    const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
    const what = id.startsWith('ipm') ? { AddressTemplate: id, Protocol: 'ALL' } : { CidrBlock: '10.0.0.1', ServiceTemplate: [id] };
    const set = { SecurityGroupId, SecurityGroupPolicySet: { Egress: [{ ...what, Action: 'DROP' }] } };
    expect((await stage.recorder.call3(inShanghai, 'CreateSecurityGroupPolicies', set)).code).toBe('');
    const outcome = await task(await call2017(`Describe${v2.noun}Instances`, { [v2.id]: id }));
    expect(outcome).toEqual({
      status: 0,
      output: { code: 0, message: 'OK' },
      data: {
        total: 2,
        detail: [
          { region: 'gz', type: 'sg', id: here, name: '广州安全组' },
          { region: 'sh', type: 'sg', id: SecurityGroupId, name: 'sh' },
        ],
      },
    });
  });

  it('are changed by tasks that take a while, during which nothing else may be done to them', async () => {
    const [one, two] = await stage.someMembers(kind);
    const id = await make(kind.prefix, 'slow', one);
    await stage.speed('parameter-template', { reads: 1 });
    const changing = await call2017(`Modify${v2.noun}`, { [v2.id]: id, [v2.members]: two });
    expect(await code3(`Delete${v3.noun}`, { [v3.id]: id })).toBe('ResourceUnavailable');
    expect(await word2017(`Modify${v2.noun}Attribute`, { [v2.id]: id, [v2.name]: 'x' })).toBe('9005');
    expect(await word2017(`Modify${v2.noun}`, { [v2.id]: id, [v2.members]: one })).toBe('9005');
    expect(await word2017(`Delete${v2.noun}`, { [v2.id]: id })).toBe('9005');
    expect((await task(changing)).status).toBe(2);
    expect((await task(changing)).status).toBe(0);
    expect((await list3(kind)).find((row) => row[v3.id] === id)?.[v3.listed]).toEqual(two);
    const deleting = await call2017(`Delete${v2.noun}`, { [v2.id]: id });
    expect((await task(deleting)).status).toBe(2);
    expect((await task(deleting)).status).toBe(0);
    expect((await list3(kind)).some((row) => row[v3.id] === id)).toBe(false);
  });
});

it('members are kept in one spelling', async () => {
  const address = ['10.0.0.6', '10.0.0.2/16', '10.0.0.1-10.0.0.20', '10.3.0.1/32', '10.4.0.1-10.4.0.1'];
  await make('ipm', 'a', address);
  const { data: addresses } = (await call2017('DescribeAddress')).data as { data: { address: string[] }[] };
  expect(addresses[0]?.address).toEqual(['10.0.0.6', '10.0.0.0/16', '10.0.0.1-10.0.0.20', '10.3.0.1', '10.4.0.1']);
  const Services = ['TCP:8080', 'udp: 99', 'ICMP', 'tcp:ALL'];
  const { ServiceTemplate } = await call3('CreateServiceTemplate', { ServiceTemplateName: 's', Services });
  expect(ServiceTemplate).toMatchObject({ ServiceSet: ['tcp:8080', 'udp:99', 'icmp', 'tcp:all'] });
});

it('members of a 2017 group are listed with their names, and name the groups they are in', async () => {
  const member = await make('ipm', 'office', ['10.100.0.0/20']);
  const group = await make('ipmg', 'everywhere', [member]);
  const { data } = (await call2017('DescribeAddressGroups')).data as { data: unknown[] };
  expect(data).toMatchObject([{ addressGroupId: group, addressGroup: [{ addressId: member, addressName: 'office' }] }]);
  const users = (await task(await call2017('DescribeAddressInstances', { addressId: member }))).data;
  expect(users).toEqual({ total: 1, detail: [{ region: 'gz', type: 'ipmg', id: group, name: 'everywhere' }] });
  expect(await code3('DeleteAddressTemplate', { AddressTemplateId: member })).toBe('ResourceInUse');
});

it('the samples of group actions are taken as they stand', async () => {
  const [address, service] = [await make('ipm', 'a', ['10.0.0.1']), await make('ppm', 's', ['tcp:1'])];
  const made = await call3('CreateAddressTemplateGroup', { AddressTemplateName: 'TestName', AddressTemplateIds: [address] });
  expect(made.AddressTemplateGroup).toMatchObject({ AddressTemplateGroupName: 'TestName' });
  const group = await make('ppmg', 'g', [service]);
  expect(await word2017('ModifyServiceGroup', { serviceGroupId: group, addressGroup: [service] })).toBe('');
  expect(await word2017('ModifyServiceGroupAttribute', { serviceGroupId: group, serviceGroupName: 'h' })).toBe('');
  expect(await word2017('ModifyServiceAttribute', { serviceId: group, serviceName: 'i' })).toBe('');
  expect((await list2017(kinds[3] as (typeof kinds)[number])).data).toMatchObject([{ serviceGroupName: 'i' }]);
});

it('the templates of an account are the same in every region, and nobody else’s', async () => {
  const id = await make('ipm', 'a', ['10.0.0.1']);
  const elsewhere = { ...stage.me, region: 'ap-beijing' };
  const { answer } = await stage.recorder.call2017(elsewhere, 'DescribeAddress');
  expect(answer.data).toMatchObject({ totalCount: 1, data: [{ addressId: id }] });
  const { answer: other } = await stage.recorder.call2017(await stage.newAccount(), 'DescribeAddress');
  expect(other.data).toMatchObject({ totalCount: 0 });
});

it('address templates hold IPv6 as the cloud of today has it, in the shortest spelling', async () => {
  const members = ['2001:DB8::5/64', '2001:db8:0::1-2001:db8::9', 'fd00::7/128', '10.0.0.0/8'];
  const made = await call3('CreateAddressTemplate', { AddressTemplateName: 'both', Addresses: members });
  const { AddressSet } = made.AddressTemplate as { AddressSet: string[] };
  expect(AddressSet).toEqual(['2001:db8::/64', '2001:db8:0::1-2001:db8::9', 'fd00::7', '10.0.0.0/8']);
  expect(await code3('CreateAddressTemplate', { AddressTemplateName: 'bad', Addresses: ['2001:db8::/129'] })).not.toBe('');
});

const remarked = [
  ['AddressTemplate', 'ipm', 'AddressesExtra', 'AddressExtraSet', 'Address', ['10.0.0.1', '2001:db8::/48']],
  ['ServiceTemplate', 'ppm', 'ServicesExtra', 'ServiceExtraSet', 'Service', ['tcp:80', 'udp:53']],
] as const;

it.each(remarked)(
  '%s of today keeps remarks beside its members, until members come bare',
  async (...[noun, prefix, param, set, name, members]) => {
    const id = await make(prefix, 'n', [members[0]]);
    const idOf = async (called: string) =>
      ((await call3(`Describe${noun}s`))[`${noun}Set`] as Record<string, unknown>[]).find((row) => row[`${noun}Name`] === called)?.[
        `${noun}Id`
      ];
    const rows = async () => ((await call3(`Describe${noun}s`))[`${noun}Set`] as Record<string, unknown>[])[0]?.[set];
    const extra = members.map((member, at) => ({ [name]: member, Description: at === 0 ? '办公' : '' }));
    expect(await rows()).toBeUndefined();
    expect(await code3(`Create${noun}`, { [`${noun}Name`]: 'remarked', [param]: extra })).toBe('');
    expect(await rows()).toMatchObject(extra);
    expect(await code3(`Delete${noun}`, { [`${noun}Id`]: await idOf('remarked') })).toBe('');
    expect(await code3(`Modify${noun}Attribute`, { [`${noun}Id`]: id, [param]: extra })).toBe('');
    expect(await rows()).toMatchObject(extra);
    expect(await code3(`Modify${noun}Attribute`, { [`${noun}Id`]: id, [`${noun}Name`]: 'renamed' })).toBe('');
    expect(await rows()).toMatchObject(extra);
    const bare = name === 'Address' ? 'Addresses' : 'Services';
    expect(await code3(`Modify${noun}Attribute`, { [`${noun}Id`]: id, [bare]: [...members] })).toBe('');
    expect(await rows()).toBeUndefined();
  },
);
