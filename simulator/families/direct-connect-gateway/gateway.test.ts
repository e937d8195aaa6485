/** Direct-connect gateways and their translations, through the wire. */
import { describe, expect, it } from 'vitest';
import { GatewayStage, kindNames, kinds, old } from './fixture.ts';

const stage = new GatewayStage();
const { call2017, word2017, call3, create, createWord, modifyWord, removeWord, rules, status, speed, count } = stage;

describe('gateways', () => {
  it('answer every field that the table and the sample name', async () => {
    expect(await stage.listed()).toEqual({
      vpcId: stage.vpc1.oldId,
      unVpcId: stage.vpc1.id,
      vpcName: 'net',
      vpcCidrBlock: '10.0.0.0/16',
      directConnectGatewayId: stage.gateway1,
      directConnectGatewayName: 'line',
      directConnectGatewayIp: expect.stringMatching(/^10\.212\.\d+\.\d+$/),
      type: 1,
      snatNum: 0,
      dnatNum: 0,
      snaptNum: 0,
      dnaptNum: 0,
      createTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    });
    expect(stage.gateway1).toMatch(/^dcg-[a-z0-9]{8}$/);
  });

  it('are of type 0 unless told otherwise; one of each type fits into a VPC', async () => {
    const plain = await stage.gateway({ type: undefined });
    expect((await stage.listed(plain))?.type).toBe(0);
    const again = { vpcId: stage.vpc1.oldId, directConnectGatewayName: 'third' };
    expect(await word2017('CreateDirectConnectGateway', again)).toBe('DirectConnectGatewayLimitExceeded');
    expect(await word2017('CreateDirectConnectGateway', { ...again, type: 1 })).toBe('DirectConnectGatewayLimitExceeded');
    expect(await count('direct-connect-gateway')).toBe(2);
  });

  it('are listed by VPC, id and part of the name, newest first or by name, in pages', async () => {
    const plain = await stage.gateway({ type: 0, directConnectGatewayName: 'alpha' });
    const other = await stage.vpc('10.1.0.0/16');
    const far = await stage.gateway({ vpcId: other.id, directConnectGatewayName: 'outline' });
    const ids = async (params: object) => {
      const { data, totalCount } = await call2017('DescribeDirectConnectGateway', { ...params });
      return [totalCount, ...(data as { directConnectGatewayId: string }[]).map((row) => row.directConnectGatewayId)];
    };
    expect(await ids({})).toEqual([3, far, plain, stage.gateway1]);
    expect(await ids({ vpcId: stage.vpc1.oldId })).toEqual([2, plain, stage.gateway1]);
    expect(await ids({ directConnectGatewayName: 'line' })).toEqual([2, far, stage.gateway1]);
    expect(await ids({ orderField: 'directConnectGatewayName', orderDirection: 'asc' })).toEqual([3, plain, stage.gateway1, far]);
    expect(await ids({ offset: 1, limit: 1 })).toEqual([3, plain]);
    expect(await ids({ vpcId: stage.vpc1.id, directConnectGatewayId: plain })).toEqual([1, plain]);
  });

  it('are counted by their VPC, and keep it from being deleted', async () => {
    const { data } = await call2017('DescribeVpcEx', { vpcId: stage.vpc1.id });
    expect((data as { vpgNum: number }[])[0]?.vpgNum).toBe(1);
    expect(await word2017('DeleteVpc', { vpcId: stage.vpc1.id })).toBe('InvalidVpc.CannotDelete');
    await call2017('DeleteDirectConnectGateway', stage.where);
    expect(await word2017('DeleteVpc', { vpcId: stage.vpc1.id })).toBe('');
  });

  it('are renamed by a task', async () => {
    await speed('direct-connect-gateway', { reads: 1 });
    const { taskId } = await call2017('ModifyDirectConnectGateway', { ...stage.where, directConnectGatewayName: '专线_2' });
    expect(await status(taskId)).toBe(2);
    expect(await status(taskId)).toBe(0);
    expect((await stage.listed())?.directConnectGatewayName).toBe('专线_2');
  });

  it('can be routed to, and take the routes, the rules and the ACLs with them', async () => {
    const { RouteTableSet } = await call3('DescribeRouteTables', { Filters: [{ Name: 'vpc-id', Values: [stage.vpc1.id] }] });
    const RouteTableId = (RouteTableSet as { RouteTableId: string }[])[0]?.RouteTableId;
    const route = (DestinationCidrBlock: string, GatewayId = stage.gateway1) =>
      call3('CreateRoutes', { RouteTableId, Routes: [{ DestinationCidrBlock, GatewayType: 'DIRECTCONNECT', GatewayId }] });
    expect((await route('192.168.0.0/16')).Error).toBeUndefined();
    expect((await route('192.169.0.0/16', 'dcg-00000000')).Error?.Code).toBe('InvalidParameterValue');
    for (const kind of kindNames) await create(kind, kinds[kind].first);
    await call2017('CreateLocalIPTranslationAclRule', {
      ...stage.where,
      ...kinds.LocalIPTranslation.first,
      aclRules: [{ protocol: 'ALL', sourcePort: '', destinationCidr: '', destinationPort: '' }],
    });
    expect(await Promise.all(['route', 'direct-connect-nat-rule', 'direct-connect-acl-rule'].map(count))).toEqual([1, 4, 1]);
    await speed('direct-connect-gateway', { reads: 2 });
    const { taskId } = await call2017('DeleteDirectConnectGateway', stage.where);
    expect(await count('route')).toBe(0);
    expect((await route('192.168.0.0/16')).Error?.Code).toBe('InvalidParameterValue');
    expect(await word2017('DeleteDirectConnectGateway', stage.where)).toBe('ActionLocked');
    expect(await createWord('PeerIPTranslation', kinds.PeerIPTranslation.second)).toBe('ActionLocked');
    for (const expected of [2, 2, 0]) expect(await status(taskId)).toBe(expected);
    const tables = ['direct-connect-gateway', 'direct-connect-nat-rule', 'direct-connect-acl-rule'];
    expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0]);
    expect(await stage.listed()).toBeUndefined();
  });
});

describe.each(kindNames)('%s', (kind) => {
  const { first, second, task, count: field, quota } = kinds[kind];

  it('are added, listed, changed and deleted', async () => {
    const made = await create(kind, { ...first, description: 'one' }, second);
    expect(made.data).toEqual(task ? { taskId: expect.any(Number) } : []);
    expect(await rules(kind)).toEqual([
      { ...second, description: '' },
      { ...first, description: 'one' },
    ]);
    expect((await stage.listed())?.[field]).toBe(2);
    expect(await rules(kind, { description: 'on' })).toEqual([{ ...first, description: 'one' }]);
    expect(await rules(kind, { description: 'none' })).toEqual([]);
    expect(await rules(kind, { offset: 1, limit: 1 })).toEqual([{ ...first, description: 'one' }]);
    const changed = await call2017(`Modify${kind}NatRule`, { ...stage.where, ...old(first), ...first, description: 'new' });
    expect(changed.data).toEqual(task ? { taskId: expect.any(Number) } : undefined);
    expect((await rules(kind))[1]).toEqual({ ...first, description: 'new' });
    const gone = await call2017(`Delete${kind}NatRule`, { ...stage.where, [kinds[kind].list]: [first, second] });
    expect(gone.data).toEqual(task ? { taskId: expect.any(Number) } : []);
    expect(await rules(kind)).toEqual([]);
  });

  it('are added and deleted all or none, up to the quota, which has a number', async () => {
    await stage.quota(quota, 1);
    expect(await createWord(kind, first, second)).toMatch(/LimitExceeded$/);
    expect(await rules(kind)).toEqual([]);
    expect(await createWord(kind, first)).toBe('');
    expect(await removeWord(kind, first, second)).toMatch(/NotFound$/);
    expect(await rules(kind)).toHaveLength(1);
    const type = { snatNum: 32, dnatNum: 34, dnaptNum: 36, snaptNum: 38 }[field];
    expect((await call2017('DescribeVpcLimit', { type: [type] })).data).toMatchObject({ limit: { [type]: 1 } });
  });

  it('exist only where the gateway translates', async () => {
    const plain = { ...stage.where, directConnectGatewayId: await stage.gateway({ type: 0 }) };
    expect(await word2017(`Create${kind}NatRule`, { ...plain, [kinds[kind].list]: [first] })).toBe('UnsupportedOperation');
    expect((await call2017(`Describe${kind}NatRule`, plain)).data).toEqual([]);
  });
});

describe.each(kindNames.filter((kind) => kinds[kind].task))('%s, whose changes are tasks,', (kind) => {
  const { first, second } = kinds[kind];

  it('stay what they are until the task is over, and are locked meanwhile', async () => {
    await speed('direct-connect-gateway', { reads: 1 });
    const end = async (taskId: unknown) => {
      expect(await status(taskId)).toBe(2);
      expect(await status(taskId)).toBe(0);
    };
    const { data: making } = await create(kind, first);
    expect(await createWord(kind, first)).toMatch(/Duplicate$/);
    await end((making as { taskId: number }).taskId);
    expect(await rules(kind)).toHaveLength(1);
    const { data: changing } = await call2017(`Modify${kind}NatRule`, { ...stage.where, ...old(first), ...second });
    expect(await modifyWord(kind, first, { description: 'x' })).toBe('ActionLocked');
    expect(await removeWord(kind, first)).toBe('ActionLocked');
    expect(await createWord(kind, second)).toMatch(/Duplicate$/);
    await end((changing as { taskId: number }).taskId);
    expect(await rules(kind)).toEqual([{ ...second, description: '' }]);
    const { data: deleting } = await call2017(`Delete${kind}NatRule`, { ...stage.where, [kinds[kind].list]: [second] });
    await end((deleting as { taskId: number }).taskId);
    expect(await rules(kind)).toEqual([]);
  });
});

describe('what may repeat', () => {
  it('a port of a translated address serves one protocol once, in whole ranges', async () => {
    const kind = 'LocalDestinationIPPortTranslation';
    const { first } = kinds[kind];
    expect(await createWord(kind, { ...first, translationPort: '100-200' })).toBe('');
    expect(await createWord(kind, { ...first, translationPort: '200-300' })).toBe('InvalidTranslationIP.Duplicate');
    expect(await createWord(kind, { ...first, translationPort: '200-300', proto: 'UDP' })).toBe('');
    expect(await createWord(kind, { ...first, translationPort: '201-300' })).toBe('');
    expect((await rules(kind, { proto: 'udp' })).map((rule) => rule.proto)).toEqual(['udp']);
  });

  it('a pool is the same however it is written, and may touch another', async () => {
    const kind = 'LocalSourceIPPortTranslation';
    expect(await createWord(kind, { translationIPPool: '138.0.0.0/30' })).toBe('');
    expect(await createWord(kind, { translationIPPool: '138.0.0.0-138.0.0.3' })).toBe('InvalidTranslationIP.Duplicate');
    expect(await createWord(kind, { translationIPPool: '138.0.0.3' })).toBe('');
    expect(await removeWord(kind, { translationIPPool: '138.0.0.0-138.0.0.3' })).toBe('');
  });

  it('the kinds do not know of each other', async () => {
    expect(await createWord('LocalIPTranslation', kinds.LocalIPTranslation.first)).toBe('');
    expect(await createWord('PeerIPTranslation', kinds.PeerIPTranslation.first)).toBe('');
  });
});
