/** Opening acceleration proxies through the wire. */
import { beforeEach, describe, expect, it } from 'vitest';
import { call3, control, signed1 } from '../../testing/client.ts';
import { itRefuses, itRefusesByFault } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('gaap-proxy');
const wire = { version: '2018-05-29', region: '' };
const none = 'link-00000000';

async function open(params: Record<string, unknown>) {
  const { RequestId: _, ...answer } = await call3(stage.me, 'OpenProxies', params, wire);
  const code = answer.Error?.Code ?? '';
  stage.recorder.note('gaap:OpenProxies', code);
  return { answer, code };
}

const proxy = async (row: Record<string, unknown> = {}) => (await stage.put('gaap-proxy', { Status: 'CLOSED', ...row })).ProxyId as string;
const status = async (ProxyId: string) => (await stage.put('gaap-proxy', { ProxyId })).Status;
const nothing = { InvalidStatusInstanceSet: [], OperationFailedInstanceSet: [] };

describe('OpenProxies', () => {
  it('opens what is closed, under the new and the old name of the parameter', async () => {
    const [a, b, c] = [await proxy(), await proxy(), await proxy()];
    expect(a).toMatch(/^link-[0-9a-z]{8}$/);
    expect((await open({ ProxyIds: [a] })).answer).toEqual(nothing);
    expect((await open({ InstanceIds: [b], ProxyIds: [c, c] })).answer).toEqual(nothing);
    expect([await status(a), await status(b), await status(c)]).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
  });

  it('lists those that were not closed, and those whose opening failed, and opens the others', async () => {
    const [closed, running, isolated, broken] = [
      await proxy(),
      await proxy({ Status: 'RUNNING' }),
      await proxy({ Status: 'ISOLATED' }),
      await proxy({ FailsToOpen: true }),
    ];
    const { answer } = await open({ ProxyIds: [running, closed, broken, isolated] });
    expect(answer).toEqual({ InvalidStatusInstanceSet: [running, isolated], OperationFailedInstanceSet: [broken] });
    expect([await status(closed), await status(broken), await status(isolated)]).toEqual(['RUNNING', 'CLOSED', 'ISOLATED']);
  });

  it('takes its time where told so; meanwhile a proxy is no longer closed', async () => {
    await stage.speed('gaap-proxy', { seconds: 30 });
    const id = await proxy();
    expect((await open({ ProxyIds: [id] })).answer).toEqual(nothing);
    expect(await status(id)).toBe('OPENING');
    expect((await open({ ProxyIds: [id] })).answer).toEqual({ ...nothing, InvalidStatusInstanceSet: [id] });
    await stage.control('clock', { advance: 31 });
    expect((await open({ ProxyIds: [id] })).answer).toEqual({ ...nothing, InvalidStatusInstanceSet: [id] });
    expect(await status(id)).toBe('RUNNING');
  });

  it('happens once for a ClientToken, until that is forgotten', async () => {
    const [id, other] = [await proxy(), await proxy()];
    const asked = { ProxyIds: [id], ClientToken: 'token-1' };
    expect((await open(asked)).answer).toEqual(nothing);
    expect((await open(asked)).answer).toEqual(nothing);
    expect((await open({ ProxyIds: [id] })).answer).toEqual({ ...nothing, InvalidStatusInstanceSet: [id] });
    await stage.control('clock', { advance: 24 * 3600 });
    expect((await open({ ...asked, ProxyIds: [other] })).answer).toEqual(nothing);
  });

  it('remembers no token of a call that it refused', async () => {
    const ClientToken = 'again';
    expect((await open({ ProxyIds: [none], ClientToken })).code).toBe('ResourceNotFound');
    expect((await open({ ProxyIds: [await proxy()], ClientToken })).answer).toEqual(nothing);
  });

  it('is about no region: any, none, and one that there is not, are the same', async () => {
    const id = await proxy();
    for (const region of ['ap-shanghai', 'eu-atlantis', '']) {
      const { Error: refusal } = await call3(stage.me, 'OpenProxies', { ProxyIds: [id] }, { ...wire, region });
      expect(refusal).toBeUndefined();
    }
    const form = signed1(stage.me, 'GET', '/', { ProxyIds: [id] }, { Action: 'OpenProxies', Version: '2018-05-29', Region: '' });
    expect(form.has('Region')).toBe(false);
    const { Response } = (await (await fetch(`${stage.me.url}/?${form}`)).json()) as { Response: object };
    expect(Response).toEqual({ InvalidStatusInstanceSet: [id], OperationFailedInstanceSet: [], RequestId: expect.any(String) });
  });

  it('is about proxies that the state counts under no region', async () => {
    await proxy();
    const { accounts } = (await control(stage.me.url, 'GET', 'state')) as { accounts: { uin: string }[] };
    expect(accounts.find(({ uin }) => uin === stage.me.uin)).toMatchObject({ regions: {}, everywhere: { 'gaap-proxy': 1 } });
  });
});

describe('refusals', () => {
  let closed: string;
  beforeEach(async () => {
    closed = await proxy();
  });
  const action = 'gaap:OpenProxies';
  const asker = { codeOf: async (_: string, params: object) => (await open({ ...params })).code, unchanged: () => status(closed) };
  const mine = () => ({ ProxyIds: [closed] });
  const withAnother = async (row: Record<string, unknown>) => ({ ProxyIds: [closed, await proxy(row)] });
  const full = () => stage.put('gaap-region', { RegionId: 'Europe', IsFull: true });
  const usedToken = async () => open({ ProxyIds: [await proxy()], ClientToken: 'token-1' });
  const spent = () => stage.put('balance', { Holder: 'self', IsSpent: true });

  itRefuses(asker, [
    [action, 'no proxies', 'MissingParameter', {}],
    [action, 'an empty list', 'MissingParameter', { ProxyIds: [] }],
    [action, 'what is no list', 'InvalidParameter', () => ({ ProxyIds: { closed } })],
    [action, 'what is no id', 'InvalidParameterValue', () => ({ ProxyIds: [closed, 'proxy'] })],
    [action, '65 characters of token', 'InvalidParameterValue', () => ({ ...mine(), ClientToken: 'x'.repeat(65) })],
    [action, 'a token in Chinese', 'InvalidParameterValue', () => ({ ...mine(), ClientToken: '令牌' })],
    [action, 'a parameter that it does not have', 'UnknownParameter', () => ({ ...mine(), Colour: 'red' })],
    [action, 'a proxy that is not there', 'ResourceNotFound', () => ({ ProxyIds: [closed, none] })],
    [action, 'a proxy of the old version', 'FailedOperation.NotSupportOldVersionProxy', () => withAnother({ Version: '1.0' })],
    [action, 'a region that is full', 'ResourceUnavailable', () => withAnother({ RealServerRegion: 'Europe' }), full],
    [action, 'a token with other proxies', 'FailedOperation.DuplicatedRequest', () => ({ ...mine(), ClientToken: 'token-1' }), usedToken],
    [action, 'an account without money', 'FailedOperation.AccountBalanceInsufficient', mine, spent],
    [action, 'nothing that costs nothing', '', async () => ({ ProxyIds: [await proxy({ Status: 'RUNNING' })] }), spent],
  ]);
  itRefusesByFault(stage, 'gaap-proxy', mine, asker);
});
