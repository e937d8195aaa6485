import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRead } from '../../catalogue/define.ts';
import { type Family, families } from '../../catalogue/fields.ts';
import { actions, familyOf } from '../../catalogue/index.ts';
import { undescribedAction, undescribedNames } from '../../catalogue/undescribed.ts';
import { Account } from '../accounts/account.ts';
import { isReadOnly } from '../accounts/read-only.ts';
import type { Registry } from '../accounts/registry.ts';
import { createCallHandler } from '../call.ts';
import { ask, bearer, forgetfulRecorder, startWeft, temporaryFolder } from '../test/kit.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import { UpstreamClient } from '../upstream/client.ts';
import { accessTo, type Grant, readGrant } from './grants.ts';
import { objectionTo, seenBy } from './permission.ts';
import { holderOfLink, type Person } from './person.ts';
import { readRoleMap } from './role-map.ts';

const accountOf = (id: string, uin: string | null = null): Account =>
  new Account({ id, name: id, uin, vendor: 'tencent' }, { secretId: 'AKIDexample0000id', secretKey: 'examplekey000000' });
const [ops, shop] = [accountOf('ops', '100'), accountOf('shop', '200')];

const grant = (text: string): Grant => {
  const reading = readGrant(text);
  if (!reading.ok) throw new Error(reading.why);
  return reading.grant;
};
const personWith = (...grants: string[]): Person => ({ id: 'oidc:1', name: 'Ada', email: null, grants: grants.map(grant) });

const described = Object.entries(actions);
const every = [...described, ...undescribedNames.map((name) => [name, undescribedAction(name)] as const)].flatMap(([name, data]) =>
  data === undefined ? [] : [{ name, data, params: {} }],
);

/** The actions of the catalogue, and those that no family describes, that the person may call in the account. */
const allowedTo = (person: Person, account: Account) => every.filter((call) => objectionTo(call, account, person, undefined) === null);

describe('a grant', () => {
  it.each([
    ['viewer', { role: 'viewer', account: '*', family: '*' }],
    ['operator@100', { role: 'operator', account: '100', family: '*' }],
    ['operator@*/eip', { role: 'operator', account: '*', family: 'eip' }],
    ['viewer@ops/security-group', { role: 'viewer', account: 'ops', family: 'security-group' }],
  ])('%s is read as it is written', (text, expected) => {
    expect(readGrant(text)).toEqual({ ok: true, grant: expected });
  });

  it.each([
    '',
    'root',
    'Admin',
    'operator@',
    'operator@ops/',
    'operator@ops/nothing',
    'operator@ops/eip/vpc',
    'viewer@a@b',
    'admin@ops',
    'admin@*',
    ' viewer',
  ])('"%s" is none, and is not read as another', (text) => {
    expect(readGrant(text).ok).toBe(false);
  });
});

describe('what a person may do', () => {
  it('follows from role, account, family and whether it writes, for every action there is', () => {
    const viewer = allowedTo(personWith('viewer'), ops);
    expect(viewer).toEqual(every.filter(({ data }) => isRead(data)));
    for (const role of ['operator', 'admin']) expect(allowedTo(personWith(role), ops)).toHaveLength(every.length);
    expect(allowedTo(personWith('operator@100'), ops)).toHaveLength(every.length);
    expect(allowedTo(personWith('operator@shop'), ops)).toEqual([]);
    expect(allowedTo(personWith(), ops)).toEqual([]);
  });

  it('with a grant for one family is its actions, and the reads that all pages need', () => {
    fc.assert(
      fc.property(fc.constantFrom(...families), fc.constantFrom('viewer', 'operator'), (family, role) => {
        const shared: readonly (Family | undefined)[] = ['account', 'tag', 'task'];
        const expected = every.filter(({ name, data }) => {
          const of = familyOf(name);
          return of === family ? role === 'operator' || isRead(data) : isRead(data) && shared.includes(of);
        });
        // Of tags, writes go by the resources that are named, and here none are.
        const names = (calls: typeof every) => calls.map(({ name }) => name).filter((name) => !/^tag:(?:Un)?Tag/.test(name));
        expect(names(allowedTo(personWith(`${role}@ops/${family}`), ops))).toEqual(names(expected));
      }),
    );
  });

  it('is the sum of the grants, and no more', () => {
    const person = personWith('viewer', 'operator@ops/eip', 'operator@shop/vpc');
    const writes = (account: Account) => allowedTo(person, account).filter(({ data }) => !isRead(data));
    expect(new Set(writes(ops).map(({ name }) => familyOf(name)))).toEqual(new Set(['eip']));
    expect(new Set(writes(shop).map(({ name }) => familyOf(name)))).toEqual(new Set(['vpc']));
    expect(accessTo(person.grants, accountOf('third'))).toEqual({ read: '*', write: [] });
  });

  it.each([
    ['qcs::vpc:ap-guangzhou:uin/100:subnet/subnet-1', null],
    ['qcs::vpc:ap-guangzhou:uin/100:vpc/vpc-1', 'NotPermitted'],
    ['qcs::cvm:ap-guangzhou:uin/100:instance/ins-1', 'NotPermitted'],
    ['subnet/subnet-1', 'NotPermitted'],
    [7, 'NotPermitted'],
  ])('with tags goes by the resource: %s', (resource, code) => {
    const data = actions['tag:TagResources'];
    const call = { name: 'tag:TagResources', data, params: { ResourceList: ['qcs::vpc:ap-guangzhou:uin/100:subnet/subnet-2', resource] } };
    expect(objectionTo(call, ops, personWith('operator@ops/subnet'), undefined)?.code ?? null).toBe(code);
  });

  it('is nothing in an account that no grant is about, which is not told of either', () => {
    const registry: Registry = { mode: 'real', accounts: () => [ops, shop], originOf: () => '' };
    expect(seenBy(registry, personWith('viewer@200')).accounts()).toEqual([shop]);
    expect(seenBy(registry, personWith('viewer@*/eip')).accounts()).toEqual([ops, shop]);
    expect(seenBy(registry, holderOfLink).accounts()).toEqual([ops, shop]);
  });
});

describe('groups', () => {
  it('are grants themselves where no map is set; other words are worth nothing', () => {
    expect(readRoleMap(undefined)(['operator@ops', 'everybody', 'admin@ops'])).toEqual([grant('operator@ops')]);
  });

  it('are worth what the map says and nothing else, a role of that name included', () => {
    const map = readRoleMap('{"netops": "operator", "audit": ["viewer@ops", "viewer@shop/eip"], "admin": []}');
    expect(map(['netops', 'audit', 'audit'])).toEqual(['operator', 'viewer@ops', 'viewer@shop/eip'].map(grant));
    expect(map(['admin', 'operator', 'constructor'])).toEqual([]);
  });

  it('come from a file that only its owner can change', () => {
    const file = join(temporaryFolder(), 'roles.json');
    writeFileSync(file, '{"netops": "operator"}');
    chmodSync(file, 0o644);
    expect(readRoleMap(file)(['netops'])).toEqual([grant('operator')]);
    chmodSync(file, 0o664);
    expect(() => readRoleMap(file)).toThrow(/chmod go-w/);
  });

  it.each([
    ['{"netops": "root"}', /"root" of the group "netops" is no grant: its role is none of viewer, operator, admin/],
    ['{"netops": ["viewer", 7]}', /7 of the group "netops" is no grant/],
    ['{"a": "viewer", "a": "admin"}', /there twice/],
    ['[]', /path of a file/],
    ['roles.json', /full path/],
    ['/nowhere/roles.json', /cannot be read/],
  ])('of a map that is not understood refuse the start: %s', (setting, words) => {
    expect(() => readRoleMap(setting)).toThrow(words);
  });
});

describe('a call', () => {
  const sent: string[] = [];
  const handlerFor = (readOnly: readonly string[] = []) => {
    sent.length = 0;
    const transport = {
      post: async (_origin: string, { body }: { body: string }) => {
        sent.push(body);
        return { status: 200, text: '{"Response":{"RequestId":"r","TotalCount":0,"VpcSet":[]}}', date: null };
      },
    };
    const upstream = new UpstreamClient({ transport, rate: 0, onSkew: () => {}, sleep: async () => {} });
    const registry: Registry = {
      mode: 'real',
      accounts: () => [ops, shop],
      originOf: () => 'http://127.0.0.1:9',
      readOnly: (account) => isReadOnly(readOnly, account, [ops, shop]),
    };
    const handler = forgetfulRecorder().then((recorder) =>
      createCallHandler({ registry, upstream, defaultRegion: 'ap-guangzhou', sleep: async () => {}, recorder }),
    );
    return async (person: Person, action: string, params: object, account?: string) => {
      const handle = await handler;
      const answer = await handle({ service: 'vpc', action, body: { params, account }, session: 's', person, leaving: new Cancellation() });
      return { status: answer.status, error: (JSON.parse(answer.body) as { error?: Record<string, unknown> }).error };
    };
  };

  it('that the role does not allow is refused in words and sends nothing, whatever the page says', async () => {
    const call = handlerFor();
    const viewer = personWith('viewer', 'operator@ops/eip');
    const refused = await call(viewer, 'DeleteVpc', { VpcId: 'vpc-12345678' });
    expect([refused.status, refused.error?.code, refused.error?.outcome]).toEqual([403, 'NotPermitted', 'not-done']);
    expect(refused.error?.message).toBe('Your role does not let you change anything of the family "vpc" in this account.');
    // By the explorer, for which no family describes it.
    expect((await call(viewer, 'DeleteHaVip', { HaVipId: 'havip-1' })).error?.code).toBe('NotPermitted');
    expect(sent).toEqual([]);
  });

  it('in an account without a grant finds no such account, and one that names none is about the first that has one', async () => {
    const call = handlerFor();
    const person = personWith('viewer@shop');
    expect((await call(person, 'DescribeVpcs', {}, 'ops')).error?.code).toBe('AccountNotFound');
    expect((await call(personWith(), 'DescribeVpcs', {})).error?.code).toBe('AccountNotFound');
    expect(sent).toEqual([]);
    expect((await call(person, 'DescribeVpcs', {})).status).toBe(200);
    expect(sent).toHaveLength(1);
  });

  it.each([['ops'], ['100'], ['*']])('that changes a read-only account (%s) is refused to everyone, reads go on', async (name) => {
    const call = handlerFor([name]);
    const refused = await call(holderOfLink, 'DeleteVpc', { VpcId: 'vpc-12345678' });
    expect([refused.status, refused.error?.code, refused.error?.outcome, sent]).toEqual([403, 'AccountReadOnly', 'not-done', []]);
    expect((await call(holderOfLink, 'DescribeVpcs', {})).status).toBe(200);
    if (name !== '*') expect((await call(holderOfLink, 'DeleteVpc', { VpcId: 'vpc-12345678' }, 'shop')).status).toBe(200);
  });
});

describe('the read-only mark', () => {
  it('of a number holds for accounts whose number is not known yet', () => {
    const unknown = accountOf('env');
    expect(isReadOnly(['300'], unknown, [ops, unknown])).toBe(true);
    expect(isReadOnly(['100'], unknown, [ops, unknown])).toBe(false);
    expect(isReadOnly(['300'], ops, [ops, unknown])).toBe(false);
  });

  it('is told with the account, and a name that is no account’s refuses the start', async () => {
    const weft = await startWeft({ env: { WEFT_READ_ONLY: 'env' } });
    const facts = await ask(`${weft.url}/api/console`, { headers: bearer });
    expect(JSON.parse(facts.text)).toMatchObject({ accounts: [{ id: 'env', readOnly: true }] });
    await expect(startWeft({ env: { WEFT_READ_ONLY: 'prod' } })).rejects.toThrow(
      'WEFT_READ_ONLY names "prod", which is no account here. There are: env.',
    );
  });
});
