/** Cloud databases through the wire: opening one to the Internet (API 3.0), bringing isolated ones back (2017 API). */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer2017, call3, call2017 } from '../../testing/client.ts';
import { itRefuses, itRefusesByFault } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('cdb-instance');
const none = 'cdb-00000000';

async function open(InstanceId: unknown, more: Record<string, unknown> = {}) {
  const answer = await call3(stage.me, 'OpenWanService', { InstanceId, ...more }, { version: '2017-03-20' });
  const code = answer.Error?.Code ?? '';
  stage.recorder.note('cdb:OpenWanService', code);
  return { answer, code };
}

async function resume(cdbInstanceIds: unknown, instanceRole?: string): Promise<{ answer: Answer2017; code: number; data: ResumeAnswer }> {
  const answer = await call2017(stage.me, 'OpenCdbHour', { cdbInstanceIds, ...(instanceRole ? { instanceRole } : {}) });
  stage.recorder.note('cdb2017:OpenCdbHour', answer.code);
  return { answer, code: answer.code, data: answer.data as ResumeAnswer };
}

interface ResumeAnswer {
  readonly instanceRole: string;
  readonly cdbInstanceIds: readonly Record<string, unknown>[];
}

const database = async (row: Record<string, unknown> = {}) => (await stage.put('cdb-instance', row)).InstanceId as string;
const rowOf = (InstanceId: string) => stage.put('cdb-instance', { InstanceId });
const isolated = (row: Record<string, unknown> = {}) => database({ Status: 5, ...row });

describe('a database', () => {
  it('stands in a subnet like anything else there, and keeps it from being deleted', async () => {
    const vpc = await stage.vpc();
    const subnet = await stage.subnet(vpc.id);
    const id = await database({ SubnetId: subnet, PrivateIpAddress: '10.0.1.9', InstanceName: 'orders' });
    expect(id).toMatch(/^cdb-[0-9a-z]{8}$/);
    const refused = await stage.call3('DeleteSubnet', { SubnetId: subnet });
    expect(refused.Error).toMatchObject({ Code: 'ResourceInUse', Message: expect.stringContaining(id) });
    expect(await stage.put('instance', { InstanceId: id })).toMatchObject({ Kind: 'CDB', PrivateIpAddress: '10.0.1.9' });
    await expect(database({ SubnetId: 'subnet-00000000' })).rejects.toThrow('400');
    expect(await stage.count('cdb-instance')).toBe(1);
  });
});

describe('OpenWanService', () => {
  it('opens a database to the Internet at a name and a port, and tells the task', async () => {
    const id = await database();
    const { answer } = await open(id);
    expect(answer).toEqual({ RequestId: expect.any(String), AsyncRequestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){3}$/) });
    const { WanIsOpen, WanDomain, WanPort, Doing } = await rowOf(id);
    expect({ WanIsOpen, WanDomain, Doing }).toEqual({ WanIsOpen: true, WanDomain: `gz-${id}.sql.tencentcdb.com`, Doing: 'nothing' });
    expect(WanPort).toBeGreaterThan(1024);
  });

  it('takes its time where told so, and nothing else may be done meanwhile', async () => {
    await stage.speed('cdb-instance', { seconds: 60 });
    const id = await database();
    expect((await open(id)).code).toBe('');
    expect(await rowOf(id)).toMatchObject({ WanIsOpen: false, Doing: 'opening' });
    expect((await resume([id])).code).toBe(9592);
    await stage.control('clock', { advance: 61 });
    await stage.call3('DescribeVpcs');
    expect(await rowOf(id)).toMatchObject({ WanIsOpen: true, Doing: 'nothing' });
    expect((await open(id)).code).toBe('OperationDenied');
  });

  const action = 'cdb:OpenWanService';
  const about = (row: Record<string, unknown>) => async () => ({ InstanceId: await database(row) });
  itRefuses({ codeOf: async (_action, { InstanceId, ...more }) => (await open(InstanceId, more)).code }, [
    [action, 'what is no id', 'InvalidParameter', { InstanceId: 'database' }],
    [action, 'what is no text', 'InvalidParameter', { InstanceId: { id: 1 } }],
    [action, 'a database that is not there', 'InvalidParameter.InstanceNotFound', { InstanceId: none }],
    [action, 'one that is not initialised', 'OperationDenied.WrongStatus', about({ IsInitialised: false })],
    [action, 'one that is isolated', 'OperationDenied.WrongStatus', about({ Status: 5 })],
    [action, 'one that is for reading only', 'OperationDenied.ActionNotSupport', about({ Role: 'ro' })],
    [action, 'one that is open', 'OperationDenied', about({ WanIsOpen: true })],
    [action, 'one that is being opened', 'FailedOperation.StatusConflict', about({ Doing: 'opening' })],
    [action, 'no id', 'MissingParameter', {}],
    [action, 'a parameter that it does not have', 'UnknownParameter', { InstanceId: none, Colour: 'red' }],
  ]);

  it('needs its region, and finds nothing of another', async () => {
    const id = await database();
    const codeIn = async (region: string) =>
      (await call3(stage.me, 'OpenWanService', { InstanceId: id }, { version: '2017-03-20', region })).Error?.Code;
    expect(await codeIn('')).toBe('MissingParameter');
    expect(await codeIn('ap-shanghai')).toBe('InvalidParameter.InstanceNotFound');
    expect(await codeIn('ap-shanghai-fsi')).toBe('InvalidParameter.InstanceNotFound');
  });
});

describe('OpenCdbHour', () => {
  it('brings isolated databases back, each with its own result', async () => {
    const [first, second, running] = [await isolated(), await isolated({ Role: 'disaster' }), await database()];
    const { data } = await resume([first, running, second]);
    expect(data).toEqual({
      instanceRole: 'master',
      cdbInstanceIds: [
        { code: 0, message: '', oldStatus: '5', cdbInstanceId: first },
        { code: 9548, message: expect.stringContaining(running), oldStatus: '1', cdbInstanceId: running },
        { code: 0, message: '', oldStatus: '5', cdbInstanceId: second },
      ],
    });
    expect([(await rowOf(first)).Status, (await rowOf(second)).Status]).toEqual([1, 1]);
  });

  it('tells the roles apart', async () => {
    const id = await isolated({ Role: 'ro' });
    expect((await resume([id])).code).toBe(9572);
    expect((await resume([id], 'ro')).data).toMatchObject({ instanceRole: 'ro', cdbInstanceIds: [{ code: 0, cdbInstanceId: id }] });
    expect((await resume([await isolated()], 'ro')).code).toBe(9572);
  });

  const resuming = 'cdb2017:OpenCdbHour';
  const words: Readonly<Record<string, string>> = {
    9003: 'InvalidParameter',
    9548: 'IncorrectInstanceStatus',
    9572: 'InstanceNotExists',
    9592: 'OperationDenied',
    9640: 'InternalFailure',
    100207: 'OperationConstraints.AccountBalanceNotEnough',
  };
  let id: string;
  beforeEach(async () => {
    id = await isolated();
  });
  /** Answers the number, and holds that the word is the one beside it. */
  const codeOf = async (_action: string, { ids, role }: { readonly ids?: unknown; readonly role?: string }) => {
    const { answer } = await resume(ids, role);
    expect(answer.codeDesc).toBe(words[answer.code] ?? 'Success');
    return String(answer.code);
  };
  const asker = { codeOf, unchanged: async () => (await rowOf(id)).Status };
  const mine = (...more: string[]) => ({ ids: [id, ...more] });
  const spent = () => stage.put('balance', { Holder: 'self', IsSpent: true });
  const underWay = async () => {
    await stage.speed('cdb-instance', { seconds: 60 });
    expect((await resume([id])).code).toBe(0);
  };
  itRefuses(asker, [
    [resuming, 'a database that is not there', '9572', () => mine(none)],
    [resuming, 'one that is paid by the month', '9003', async () => mine(await isolated({ PayMode: 'monthly' }))],
    [resuming, 'a role that there is not', '9003', () => ({ ...mine(), role: 'owner' })],
    [resuming, 'no databases', '9003', {}],
    [resuming, 'databases that run', '9548', async () => ({ ids: [await database(), await database()] })],
    [resuming, 'an account without money', '100207', () => mine(), spent],
    [resuming, 'one that is being brought back', '9592', () => mine(), underWay],
  ]);
  itRefusesByFault(stage, 'cdb-instance', () => mine(), asker);

  it('brings back the others of one that is being brought back', async () => {
    await underWay();
    const { data } = await resume(mine(await isolated()).ids);
    expect(data.cdbInstanceIds).toMatchObject([{ code: 9592, oldStatus: '5' }, { code: 0 }]);
  });
});
