import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionData, action, integer, listOf, required, struct, text, time } from '../../catalogue/define.ts';
import { Account } from '../accounts/account.ts';
import { holderOfLink } from '../auth/person.ts';
import { createCallHandler } from '../call.ts';
import { parseStrictJson } from '../http/strict-json.ts';
import { forgetfulRecorder } from '../test/kit.ts';
import { Cancellation } from './cancellation.ts';
import { UpstreamClient } from './client.ts';
import { judgeOutcome, reconcileParams } from './evidence.ts';
import { backoff, delayBefore, maxAttempts, RetryBudget } from './retry.ts';
import { type HttpAnswer, TransportError } from './transport.ts';

const account = new Account({ id: 'a', name: 'a', uin: null, vendor: 'tencent' }, { secretId: 'AKIDtest00', secretKey: 'secretkey00' });

describe('repeats', () => {
  it('wait anywhere up to a bound that doubles, and longer when throttled', () => {
    const most = () => 1;
    expect([1, 2, 3].map((attempt) => delayBefore(attempt, false, most))).toEqual([100, 200, 400]);
    expect([1, 2, 3, 9].map((attempt) => delayBefore(attempt, true, most))).toEqual([500, 1_000, 2_000, backoff.throttledCap]);
    expect(delayBefore(30, false, most)).toBe(backoff.cap);
    expect(delayBefore(2, true, () => 0)).toBe(0);
  });

  it('end when the budget is empty, and begin again with successes', () => {
    const budget = new RetryBudget();
    let taken = 0;
    while (budget.take('other') !== null) taken += 1;
    expect(taken).toBe(RetryBudget.capacity / 5);
    for (let success = 0; success < 10; success += 1) budget.succeeded();
    expect([budget.take('timeout'), budget.take('other')]).toEqual([10, null]);
  });

  it('are paid back by the success they bring: a third of calls refused once empties no budget', () => {
    const budget = new RetryBudget();
    for (let call = 0; call < 10_000; call += 1) {
      const cost = call % 3 === 0 ? budget.take('other') : undefined;
      expect(cost).not.toBe(null);
      budget.succeeded(cost ?? 1);
    }
  });
});

describe('a write with a ClientToken', () => {
  const write: ActionData = action({
    kind: 'create',
    line: 1,
    params: { Name: required(text()), ClientToken: text() },
    results: {},
    errors: [],
  });
  const lost = new TransportError('lost', true, 'x');
  const fine: HttpAnswer = { status: 200, text: '{"Response":{"RequestId":"r"}}', date: null };

  async function make(params: Record<string, unknown>, answers: (HttpAnswer | TransportError)[]) {
    const bodies: string[] = [];
    const transport = {
      post: async (_origin: string, { body }: { body: string }): Promise<HttpAnswer> => {
        const next = answers[bodies.push(body) - 1];
        if (!next || next instanceof TransportError) throw next ?? lost;
        return next;
      },
    };
    const upstream = new UpstreamClient({ transport, rate: 0, onSkew: () => {}, sleep: async () => {} });
    const registry = { mode: 'real', accounts: () => [account], originOf: () => 'http://127.0.0.1:9' } as const;
    const handle = createCallHandler({
      registry,
      upstream,
      defaultRegion: 'ap-beijing',
      findAction: () => write,
      sleep: async () => {},
      recorder: await forgetfulRecorder(),
    });
    const asked = { service: 'vpc', action: 'Make', body: { params }, session: 's', person: holderOfLink, leaving: new Cancellation() };
    const answer = await handle(asked);
    return { answer, bodies };
  }

  it('is sent again when its answer was lost, with one and the same token', async () => {
    const { answer, bodies } = await make({ Name: 'n' }, [lost, lost, fine]);
    expect(answer.status).toBe(200);
    expect(new Set(bodies).size).toBe(1);
    expect([bodies.length, bodies[0]]).toEqual([maxAttempts, expect.stringMatching(/"ClientToken":"[0-9a-f-]{36}"/)]);
  });

  it('keeps the token it was given', async () => {
    const { bodies } = await make({ Name: 'n', ClientToken: 'mine' }, [fine]);
    expect(bodies).toEqual(['{"Name":"n","ClientToken":"mine"}']);
  });

  it('whose outcome stays unknown says so: nothing tells how to look it up', async () => {
    const { answer } = await make({ Name: 'n' }, [lost, lost, lost]);
    expect([answer.status, JSON.parse(answer.body).error.outcome]).toEqual([504, 'unknown']);
  });
});

describe('the look-up', () => {
  const list: ActionData = action({
    kind: 'list',
    line: 1,
    params: { Ids: listOf(text()), Name: text(), Filters: { kind: 'filters', keys: { zone: text(), 'is-default': text() } } },
    results: { Total: integer(), Set: listOf(struct({ Id: text(), Zone: text(), CreatedTime: time() })) },
    errors: [],
    paging: { items: 'Set', total: 'Total', offset: 'Offset', limit: 'Limit', max: 100 },
  });

  it('asks by parameters, by filters and by literals', () => {
    const lookUp = {
      by: 'x',
      where: { Ids: 'Id', Name: 'Name', zone: 'Zone', 'is-default': '=true', absent: 'NotGiven' },
      expect: 'exists',
    } as const;
    expect(reconcileParams(lookUp, list, { Id: 'v', Name: 'n', Zone: 'z' })).toEqual({
      Ids: ['v'],
      Name: 'n',
      Filters: [
        { Name: 'zone', Values: ['z'] },
        { Name: 'is-default', Values: ['true'] },
      ],
    });
    expect(reconcileParams({ by: 'x', where: { Ids: 'Id' }, expect: 'absent' }, list, {})).toBeNull();
  });

  const sentAt = Date.parse('2026-11-21T12:00:00+08:00');
  const row = (time: string, Zone = 'z') => ({ Id: time, Zone, CreatedTime: `2026-11-21 ${time}` });
  const exists = { by: 'x', where: { Ids: 'Id' }, expect: 'exists', compare: { Zone: 'Zone' } } as const;

  const alone = { before: new Set<string>(), isHandedOut: () => false, contested: false };

  it.each([
    ['nothing there', [], 'not-done'],
    ['one that is new', [row('12:00:01')], 'done'],
    ['one of the same second', [row('11:59:59')], 'done'],
    ['one that is older', [row('11:59:57')], 'not-done'],
    ['an old and a new one', [row('11:00:00'), row('12:00:01')], 'done'],
    ['two new ones', [row('12:00:01'), row('12:00:02')], 'unknown'],
    ['a new one that is not like it', [row('12:00:01', 'other')], 'not-done'],
    ['one without a time, which was not there before', [{ Id: 'v', Zone: 'z' }], 'done'],
    ['one without an id', [{ Zone: 'z' }], 'unknown'],
  ])('after a create, with %s', (_what, rows, outcome) => {
    expect(judgeOutcome(exists, { Zone: 'z' }, list, { ...alone, rows, sentAt }).outcome).toBe(outcome);
  });

  it.each([
    ['that was there before', { before: new Set(['12:00:01']) }, 'not-done'],
    ['whose id another call was given', { isHandedOut: (id: string) => id === '12:00:01' }, 'not-done'],
    ['while one like it is under way', { contested: true }, 'unknown'],
    ['of that moment, when nobody knows what was there', { before: null }, 'unknown'],
  ])('after a create, with a row %s', (_what, more, outcome) => {
    expect(judgeOutcome(exists, { Zone: 'z' }, list, { ...alone, ...more, rows: [row('12:00:01')], sentAt }).outcome).toBe(outcome);
  });

  it('after a create knows a row that is younger than any doubt, even without the list before', () => {
    const evidence = { ...alone, before: null, rows: [row('12:00:09')], sentAt };
    expect(judgeOutcome(exists, { Zone: 'z' }, list, evidence).outcome).toBe('done');
  });

  it('after a change compares what was written, lists in any order', () => {
    const same = { by: 'x', where: { Ids: 'Id' }, expect: 'same', compare: { Dns: 'DnsServers', Name: 'Name' } } as const;
    const evidence = { ...alone, rows: [{ Dns: ['1.1.1.1', '2.2.2.2'], Name: 'old' }], sentAt };
    expect(judgeOutcome(same, { DnsServers: ['2.2.2.2', '1.1.1.1'] }, list, evidence).outcome).toBe('done');
    expect(judgeOutcome(same, { DnsServers: ['2.2.2.2'], Name: 'old' }, list, evidence).outcome).toBe('not-done');
    expect(judgeOutcome(same, {}, list, evidence).outcome).toBe('unknown');
  });
});

describe('strict JSON', () => {
  const hasTwice = (value: unknown): boolean => JSON.stringify(value).includes('__proto__');

  it('takes what JSON.parse takes, and reads it alike', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        const reading = parseStrictJson(written);
        if (hasTwice(value) || /"(?:constructor|prototype)"\s*:/.test(written)) return true;
        return reading.ok && JSON.stringify(reading.value) === JSON.stringify(JSON.parse(written));
      }),
    );
  });

  it.each([
    ['{"a":1,"a":2}', false],
    ['{"a":{"a":1},"b":{"a":1}}', true],
    ['["a","a"]', true],
    ['{"a":"a"}', true],
    ['{"a":"\\",\\"a\\":"}', true],
    ['{"x":[{"constructor":1}]}', false],
    ['{"x":"constructor"}', true],
    [`${'['.repeat(16)}${']'.repeat(16)}`, true],
    [`${'['.repeat(17)}${']'.repeat(17)}`, false],
    ['{"a":1', false],
  ])('%s: %s', (written, ok) => {
    expect(parseStrictJson(written).ok).toBe(ok);
  });
});
