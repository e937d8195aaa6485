/** Which API an account speaks: told to the console, and held against what its pages ask for. */
import { describe, expect, it } from 'vitest';
import { dialects } from '../../catalogue/binding.ts';
import { isSpoken } from '../../catalogue/dialects.ts';
import { successors } from '../../catalogue/index.ts';
import { api3, ask, bearer, reply, type TestServerOptions, weftTo } from './kit.ts';

const old = 'vpc2017/DescribeNatGateway';
const present = 'vpc/DescribeNatGateways';
const shared = 'vpc/DescribeVpcs';

async function asked(dialect: TestServerOptions['env'], path: string, body: object): Promise<string> {
  const { cloud, weft } = await weftTo(
    (_heard, response) => reply(response, path.startsWith('vpc2017') ? { code: 0, message: '' } : api3({})),
    {
      ...(dialect && { env: dialect }),
    },
  );
  const answer = await ask(`${weft.url}/api/call/${path}`, {
    method: 'POST',
    headers: bearer,
    body: JSON.stringify({ params: {}, ...body }),
  });
  const { error } = JSON.parse(answer.text) as { error?: { code: string } };
  // What is refused is not sent.
  expect(cloud.heard).toHaveLength(error ? 0 : 1);
  return error?.code ?? '';
}

const documents = { WEFT_DIALECT: 'documents' };

describe('an action that a page asks for', () => {
  it.each([
    ['a real account has not', undefined, old, 'NotInDialect'],
    ['a real account has', undefined, present, ''],
    ['every account has', undefined, shared, ''],
    ['an account of the documents has not', documents, present, 'NotInDialect'],
    ['an account of the documents has', documents, old, ''],
    ['every account has, of the documents too', documents, shared, ''],
  ])('%s', async (_what, env, path, code) => {
    expect(await asked(env, path, { dialect: env ? 'documents' : 'today' })).toBe(code);
  });

  it('is held against what the account speaks, not against what the page takes it for', async () => {
    expect(await asked(documents, present, { dialect: 'today' })).toBe('NotInDialect');
  });

  it('of today, which succeeds none of the documents’, is every account’s', () => {
    for (const dialect of dialects) expect(isSpoken(dialect, 'sts:GetCallerIdentity', successors)).toBe(true);
  });

  it('in a dialect that there is none of is a bad request', async () => {
    expect(await asked(documents, shared, { dialect: 'latin' })).toBe('BadRequest');
  });
});

it('the explorer, which names no dialect, may ask for any action', async () => {
  expect(await asked(undefined, old, {})).toBe('');
  expect(await asked(documents, present, {})).toBe('');
});

describe('an action of today that no family describes', () => {
  const undescribed = 'vpc/CreateHaVip';
  const params = { VpcId: 'vpc-1a2b3c4d', HaVipName: 'standby' };

  it('the explorer may ask for, no page may', async () => {
    expect(await asked(undefined, undescribed, { params })).toBe('');
    for (const dialect of dialects) expect(await asked({ WEFT_DIALECT: dialect }, undescribed, { params, dialect })).toBe('NotInDialect');
  });

  it.each([
    ['one that it lacks', { VpcId: 'vpc-1a2b3c4d' }],
    ['one that it does not have', { ...params, Colour: 'red' }],
    ['one of another type', { ...params, CheckAssociate: 'perhaps' }],
    ['a structure that is none', { ...params, Tags: ['red'] }],
  ])('is not sent with a parameter that is not right: %s', async (_what, wrong) => {
    expect(await asked(undefined, undescribed, { params: wrong })).toMatch(/Parameter/);
  });

  it('is sent as it was asked, with one token for the intent', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3({})));
    const body = JSON.stringify({ params: { ...params, Tags: [{ Key: 'env', Value: 'prod' }] } });
    const answer = await ask(`${weft.url}/api/call/${undescribed}`, { method: 'POST', headers: bearer, body });
    expect(answer.status).toBe(200);
    const token = expect.stringMatching(/^[\da-f-]{36}$/);
    expect(JSON.parse(cloud.heard[0]?.body ?? '')).toEqual({ ...params, Tags: [{ Key: 'env', Value: 'prod' }], ClientToken: token });
  });
});
