/** The doctor against the simulated cloud, and against clouds that refuse, lie about the time, hang or answer more than is known. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Dialect, dialects } from '../../catalogue/binding.ts';
import { action, choice, integer, listOf, struct, text } from '../../catalogue/define.ts';
import type { Simulator } from '../../simulator/main.ts';
import { startSimulator } from '../../simulator/testing/start.ts';
import { hostileAnswer, oddities } from '../../tests/support/hostile-answers.ts';
import { api3, api3Error, type CloudScript, keys, later, reply, startCloud, temporaryFolder } from '../test/kit.ts';
import { differencesOf } from './differences.ts';
import { runDoctor } from './doctor.ts';
import type { Finding } from './examine.ts';
import { questionsFor } from './questions.ts';

interface Report {
  readonly ok: boolean;
  readonly failed: number;
  readonly permissionsMissing: readonly string[];
  readonly findings: readonly (Omit<Finding, 'check'> & { readonly check: string })[];
}

const limits = { connectMs: 1_000, answerMs: 400, maxBytes: 1e6, connections: 8 };

async function consult(env: Record<string, string | undefined>, args: readonly string[] = ['--json'], home = temporaryFolder()) {
  const said: string[] = [];
  const exitCode = await runDoctor({ args, env, home, etc: join(home, 'no-etc'), say: (line) => said.push(line), deadlineMs: 800, limits });
  return { exitCode, text: said.join('\n'), report: (args.includes('--json') ? JSON.parse(said.join('\n')) : null) as Report };
}

const everywhere = (url: string) => ['vpc', 'vpc2017', 'sts', 'region', 'cvm', 'gaap', 'cdb'].map((service) => `${service}=${url}`).join();
const envFor = (url: string, id: string = keys.id, key: string = keys.key) => ({
  TENCENTCLOUD_SECRET_ID: id,
  TENCENTCLOUD_SECRET_KEY: key,
  WEFT_ENDPOINTS: everywhere(url),
});

const actionOf = (headers: Readonly<Record<string, unknown>>) => String(headers['x-tc-action']);

/** A cloud that knows the keys, and does what the script says of everything else. */
async function cloudWith(script: CloudScript) {
  const { url, heard } = await startCloud((request, response, count) =>
    actionOf(request.headers) === 'GetCallerIdentity'
      ? reply(response, api3({ AccountId: '100000000001', Arn: 'qcs::cam::uin/100000000001:uin/2' }))
      : script(request, response, count),
  );
  return { url, heard, env: envFor(url) };
}

const actionsOf = (dialect: Dialect): string[] =>
  questionsFor(dialect)
    .map(({ action: name }) => name)
    .toSorted();

const worldOf = ({ world }: Simulator) => [...world.rows()].map(([table, place, id]) => `${table} ${place} ${id}`).toSorted();

const by = (report: Report, check: string) => report.findings.filter((one) => one.check === check);

describe('with the simulated cloud', () => {
  it.each(dialects)('all is well: each list of %s is asked once, and nothing is written', async (dialect) => {
    const simulator = await startSimulator({ seed: 'demo' });
    later(() => simulator.close());
    const account = simulator.accounts.find((one) => (one.dialect ?? 'documents') === dialect);
    const env = { ...envFor(simulator.url, account?.secretId, account?.secretKey), WEFT_DIALECT: dialect };
    const before = worldOf(simulator);
    const { exitCode, report, text: json } = await consult(env);
    expect(report.findings.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(exitCode).toBe(0);
    expect(by(report, 'identity')).toMatchObject([{ status: 'ok', says: expect.stringContaining(account?.uin ?? 'none') }]);
    expect(by(report, 'regions')).toMatchObject([{ status: 'ok', says: expect.stringMatching(/^\d+ regions\.$/) }]);
    expect(by(report, 'clock')).toMatchObject([{ status: 'ok' }]);
    expect(by(report, 'dialect')).toMatchObject([{ status: dialect === 'today' ? 'ok' : 'warn' }]);
    const lists = by(report, 'list').flatMap((one) => one.action ?? []);
    expect(lists).toEqual([...new Set(lists)]);
    const notAsked = by(report, 'list').flatMap((one) => (one.action === undefined ? (one.says.match(/\w+:\w+/g) ?? []) : []));
    expect([...lists, ...notAsked].toSorted()).toEqual(actionsOf(dialect));
    expect(by(report, 'list').find((one) => one.action === 'vpc:DescribeVpcs')?.total).toBeGreaterThan(0);
    expect(worldOf(simulator)).toEqual(before);
    expect(json).not.toContain(account?.secretKey);
  });

  it('the lists are those that the dialect has', () => {
    expect(actionsOf('today').filter((name) => name.startsWith('vpc2017:'))).toEqual([]);
    const gone = ['vpc2017:DescribeNatGateway', 'vpc2017:DescribeNetworkAcl', 'vpc2017:DescribeVpcPeeringConnections'];
    expect(actionsOf('documents')).toEqual(expect.arrayContaining(gone));
    const parts = ['vpc:DescribeNatGateways', 'vpc:DescribeCcnRoutes', 'vpc:DescribeSecurityGroupPolicies'];
    expect(actionsOf('today')).toEqual(expect.arrayContaining(parts));
  });

  it('a key that is wrong ends it there, with the reason, and neither key is printed', async () => {
    const simulator = await startSimulator({ seed: 'empty' });
    later(() => simulator.close());
    const { exitCode, text: lines } = await consult(envFor(simulator.url, simulator.accounts[0]?.secretId, 'awrongkey0000000'), []);
    expect(exitCode).toBe(1);
    expect(lines).toMatch(/^FAIL {2}identity: AuthFailure\.SignatureFailure: .*Check the keys/m);
    expect(lines).not.toMatch(/list vpc:|awrongkey0000000/);
    expect(lines).not.toContain(simulator.accounts[0]?.secretId);
  });
});

describe('with a cloud that', () => {
  it('forbids some lists: they are what is missing, and no failure', async () => {
    const { env } = await cloudWith(({ headers }, response) =>
      actionOf(headers) === 'DescribeAddresses'
        ? reply(response, api3Error('UnauthorizedOperation', 'not you', 'req-9'))
        : reply(response, api3({ RegionSet: [{ Region: 'ap-guangzhou' }] })),
    );
    const { exitCode, report } = await consult(env);
    expect([exitCode, report.permissionsMissing]).toEqual([0, ['vpc:DescribeAddresses']]);
    expect(report.findings.find((one) => one.action === 'vpc:DescribeAddresses')).toMatchObject({
      status: 'warn',
      code: 'UnauthorizedOperation',
      requestId: 'req-9',
    });
    expect((await consult(env, [])).text).toContain('\nPermissions missing: vpc:DescribeAddresses\n');
  });

  it('refuses a list for another reason: that has failed', async () => {
    const { env } = await cloudWith((_, response) => reply(response, api3Error('UnsupportedRegion', 'no\u001b[31m\nFAIL  all')));
    const { exitCode, text: lines } = await consult(env, []);
    expect(exitCode).toBe(1);
    expect(lines).toContain('Set TENCENTCLOUD_REGION to a region that the account has.');
    expect(lines).not.toContain('\u001b');
    expect(lines).not.toMatch(/^FAIL {2}all/m);
  });

  it('has another time: by how much, and that the call went through', async () => {
    const ahead = 600_000;
    const { env } = await cloudWith((_, response) => reply(response, api3({ RegionSet: [] })));
    const { url } = await startCloud(({ headers }, response) => {
      const date = new Date(Date.now() + ahead).toUTCString();
      const late = Number(headers['x-tc-timestamp']) * 1_000 < Date.now() + ahead - 300_000;
      return late
        ? reply(response, api3Error('AuthFailure.SignatureExpire'), 200, { date })
        : reply(response, api3({ AccountId: '1', Arn: 'a' }), 200, { date });
    });
    const { report } = await consult({ ...env, WEFT_ENDPOINTS: env.WEFT_ENDPOINTS.replace(/sts=[^,]+/, `sts=${url}`) });
    expect(by(report, 'identity')).toMatchObject([{ status: 'ok' }]);
    expect(by(report, 'clock')).toMatchObject([
      { status: 'warn', says: expect.stringMatching(/clock is (?:599|600|601) s behind the cloud/) },
    ]);
  });

  it('hangs: it is not asked for every list in turn', async () => {
    const { env, heard } = await cloudWith(() => {});
    const { exitCode, report } = await consult(env);
    expect(exitCode).toBe(1);
    expect(by(report, 'regions')).toMatchObject([{ status: 'fail', code: 'CloudTimeout' }]);
    expect(by(report, 'list').at(-1)?.says).toMatch(/^The cloud does not answer: \d+ more lists were not asked\.$/);
    const lists = new Set(heard.map(({ headers }) => actionOf(headers)));
    expect(lists.size).toBeLessThan(questionsFor('today').length);
  }, 30_000);

  it('cannot be reached at all: the way is what is wrong', async () => {
    const { exitCode, report } = await consult(envFor('http://127.0.0.1:9'));
    expect([exitCode, by(report, 'list').filter(({ status }) => status !== 'fail'), by(report, 'clock')]).toEqual([1, [], []]);
    expect(by(report, 'identity')).toMatchObject([{ code: 'CloudUnreachable.Refused', says: expect.stringContaining('WEFT_ENDPOINTS') }]);
  });

  it('cannot be asked who signs: lists are asked all the same, and the clock is told by what answered', async () => {
    const { url, heard } = await startCloud((_, response) => reply(response, api3({ RegionSet: [{ Region: 'ap-guangzhou' }] })));
    const env = envFor(url);
    const { exitCode, report } = await consult({
      ...env,
      WEFT_ENDPOINTS: env.WEFT_ENDPOINTS.replace(/sts=[^,]+/, 'sts=http://127.0.0.1:9'),
    });
    expect(exitCode).toBe(1);
    expect(by(report, 'identity')).toMatchObject([{ status: 'fail', code: 'CloudUnreachable.Refused' }]);
    expect([by(report, 'clock').length, by(report, 'regions').length]).toEqual([1, 1]);
    expect(heard.map(({ headers }) => actionOf(headers))).toContain('DescribeVpcs');
  });

  it('has regions without a name here: they are told', async () => {
    const { env } = await cloudWith((_, response) =>
      reply(response, api3({ RegionSet: [{ Region: 'ap-atlantis' }, { Region: 'ap-tokyo' }, null, { Region: 7 }] })),
    );
    const { report } = await consult(env);
    expect(by(report, 'regions')).toMatchObject([
      { status: 'warn', says: expect.stringMatching(/^2 regions\. Weft has no names for ap-atlantis; .*ap-guangzhou is none of them/) },
    ]);
  });
});

describe('with a cloud that means no good', () => {
  it.each(oddities)(
    '%s answers everywhere: each list has its finding, and the report is one',
    async (oddity) => {
      const { env } = await cloudWith(({ headers }, response) => {
        const name = questionsFor('today').find((one) => one.action.endsWith(`:${actionOf(headers)}`))?.action;
        reply(response, api3(name === undefined ? hostileAnswer('region:DescribeRegions', oddity) : hostileAnswer(name, oddity)));
      });
      const { exitCode, report } = await consult(env);
      expect(by(report, 'list').filter(({ status }) => status === 'fail')).toEqual([]);
      expect(exitCode).toBe(0);
      const told = by(report, 'list')
        .map((one) => one.action ?? one.says)
        .join();
      for (const { action: name } of questionsFor('today')) expect(told).toContain(name);
      const found = by(report, 'list').flatMap(({ differences }) => differences ?? []);
      expect(found.flatMap(({ unknownValues }) => unknownValues).join()).toContain('=STATE_OF_TOMORROW');
      expect(found.flatMap(({ unknownFields }) => unknownFields).join()).toContain('.SomethingOfTomorrow');
      expect(found.flatMap(({ missing }) => missing).length).toBeGreaterThan(0);
      const lines = (await consult(env, [])).text.split('\n');
      const isOdd = (line: string): boolean => /\p{Cc}|\u202e/u.test(line) || !/^(?:ok|WARN|FAIL|\d+ failed,|Permissions) /.test(line);
      expect(lines.filter(isOdd)).toEqual([]);
    },
    30_000,
  );

  it('answers with no list at all, no object, or a total without rows: that is told, and nothing fails', async () => {
    const answers: readonly Record<string, unknown>[] = [{}, { VpcSet: 'all', TotalCount: -1 }, { TotalCount: 7, VpcSet: null }];
    const { env } = await cloudWith((_, response, count) => reply(response, api3(answers[count % answers.length] ?? {})));
    const { exitCode, report } = await consult(env);
    expect(exitCode).toBe(0);
    expect(by(report, 'list').filter(({ action: name, status }) => name !== undefined && status === 'ok')).toEqual([]);
  });
});

describe('before any call', () => {
  it.each([
    ['no keys', {}, 'No keys:'],
    ['settings that contradict each other', { WEFT_ENDPOINTS: 'internal,regional' }, 'says both internal and regional'],
    ['half a pair', { TENCENTCLOUD_SECRET_ID: 'i' }, 'TENCENTCLOUD_SECRET_KEY is not'],
    ['a proxy that is none', { HTTPS_PROXY: 'socks5://u:hunter2@p:1' }, 'no http or https address'],
  ])('%s: said, with exit code 2', async (_what, env, said) => {
    const { exitCode, report, text: json } = await consult(env);
    expect([exitCode, report.ok]).toEqual([2, false]);
    expect(report.findings.at(-1)).toMatchObject({ status: 'fail', says: expect.stringContaining(said) });
    expect(json).not.toContain('hunter2');
  });

  it('a word that it does not know is refused, and help is given', async () => {
    expect(await consult({}, ['--fix'])).toMatchObject({ exitCode: 2, text: expect.stringContaining('"--fix" is nothing') });
    expect(await consult({}, ['--help'])).toMatchObject({ exitCode: 0, text: expect.stringContaining('Exit code') });
  });

  it('the proxy and the form of the endpoints are told, without a password', async () => {
    const { text: lines } = await consult(
      { HTTPS_PROXY: 'http://u:hunter2@proxy.test:3128', NO_PROXY: '.internal', WEFT_ENDPOINTS: 'internal' },
      [],
    );
    expect(lines).toContain('internal endpoints; through the proxy http://proxy.test:3128 except for .internal.');
    expect(lines).not.toContain('hunter2');
  });

  it('a profile that cannot be used is said beside those that can', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.tccli'));
    writeFileSync(join(home, '.tccli', 'work.credential'), '{"secretId":"i"}', { mode: 0o600 });
    const { env } = await cloudWith((_, response) => reply(response, api3({})));
    const { exitCode, report } = await consult(env, ['--json'], home);
    expect([exitCode, by(report, 'sources')]).toMatchObject([
      1,
      [{ status: 'fail', says: expect.stringContaining('work.credential: It has no secret key') }, { status: 'ok' }],
    ]);
  });

  it('a role that cannot be taken on ends its account’s examination', async () => {
    const { url, heard } = await startCloud((_, response) => reply(response, api3Error('ResourceNotFound.RoleNotFound')));
    const { report } = await consult({ ...envFor(url), TENCENTCLOUD_ROLE_ARN: 'qcs::cam::uin/1:roleName/ops' });
    expect(by(report, 'keys')).toMatchObject([{ status: 'fail', says: expect.stringContaining('Mend the role’s ARN') }]);
    expect(new Set(heard.map(({ headers }) => actionOf(headers)))).toEqual(new Set(['AssumeRole']));
  });
});

describe('differences from the catalogue', () => {
  const known = action({
    kind: 'list',
    source: 'today',
    params: {},
    results: {
      TotalCount: integer(),
      Set: listOf(struct({ Id: text(), State: choice(['UP', 'DOWN']), Parts: listOf(struct({ A: integer() })) })),
    },
    errors: [],
  });

  it('are told once each, by place; what is new and empty is nothing', () => {
    const row = { Id: 'a', State: 'UPGRADING', Parts: [{ A: 1, B: 2 }, { A: 'x' }], New: 1, Empty: '', None: null, Many: [] };
    expect(differencesOf(known, { TotalCount: 2, Set: [row, { ...row, Id: null }] })).toEqual({
      unknownFields: ['Set.Parts.B', 'Set.New'],
      unknownValues: ['Set.State=UPGRADING'],
      missing: ['Set.Parts.A', 'Set.Id'],
    });
  });

  it('of an answer that is nothing like it are told too, and of one like it there are none', () => {
    expect(differencesOf(known, { Set: 'all' }).missing).toEqual(['TotalCount', 'Set']);
    expect(differencesOf(known, { TotalCount: 0, Set: [] })).toEqual({ unknownFields: [], unknownValues: [], missing: [] });
  });
});

it('asks for rules of five parts only of an ACL that has such', () => {
  const asked = questionsFor('today').find((one) => one.action === 'vpc:DescribeNetworkAclQuintupleEntries');
  expect(asked?.of).toMatchObject({ prefix: 'acl', kind: { field: 'NetworkAclType', value: 'QUINTUPLE' } });
});
