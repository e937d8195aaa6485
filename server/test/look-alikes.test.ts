/** Creates whose answers are lost beside others that look the same: nobody is told that somebody else's is theirs. */
import { describe, expect, it } from 'vitest';
import { api3, type CloudScript, reply, weftTo } from './kit.ts';

interface Vpc {
  readonly VpcId: string;
  readonly VpcName: string;
  readonly CidrBlock: string;
  readonly CreatedTime: string;
}

const chinaTime = (ms = Date.now()): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const twin = { VpcName: 'twin', CidrBlock: '10.0.0.0/16' };

/** A cloud with VPCs; `onCreate` decides what becomes of each create. */
function cloudOf(onCreate: (make: (by?: string) => Vpc, response: Parameters<CloudScript>[1], count: number) => void) {
  const made: Vpc[] = [];
  const make = (by = 'us', ms = Date.now()): Vpc => {
    const vpc = { VpcId: `vpc-${by}${String(made.length).padStart(4, '0')}`, ...twin, CreatedTime: chinaTime(ms) };
    made.push(vpc);
    return vpc;
  };
  let creates = 0;
  const script: CloudScript = (heard, response) => {
    if (heard.headers['x-tc-action'] !== 'CreateVpc') return reply(response, api3({ TotalCount: made.length, VpcSet: made }));
    creates += 1;
    return onCreate(make, response, creates);
  };
  return { made, make, script };
}

const idOf = (data: Record<string, unknown> | undefined): string | undefined => (data?.Vpc as Vpc | undefined)?.VpcId;

describe('a create whose answer is lost', () => {
  it.each([0, 500, 1_000, 1_900])('is not told as done with a namesake that somebody made %i ms before', async (ms) => {
    const { make, script } = cloudOf((_make, response) => response.destroy());
    make('they', Date.now() - ms);
    const { weft } = await weftTo(script);
    const answer = await weft.call('vpc:CreateVpc', twin);
    expect([answer.status, answer.json().error?.outcome]).toEqual([502, 'not-done']);
  });

  it('is found beside such a namesake, by its own id', async () => {
    const { make, script } = cloudOf((create, response) => {
      create('us');
      response.destroy();
    });
    make('they');
    const { weft } = await weftTo(script);
    const answer = await weft.call('vpc:CreateVpc', twin);
    expect([answer.json().outcome, idOf(answer.json().data)]).toEqual(['done', 'vpc-us0001']);
  });

  it('is unknown when the list before it could not be read and a row of that moment is there', async () => {
    let lists = 0;
    const { make, script } = cloudOf((_make, response) => response.destroy());
    make('they');
    const { weft } = await weftTo((heard, response, count) => {
      if (heard.headers['x-tc-action'] === 'DescribeVpcs' && ++lists === 1) response.writeHead(500).end('oops');
      else script(heard, response, count);
    });
    const answer = await weft.call('vpc:CreateVpc', twin);
    expect([answer.status, answer.json().error?.outcome]).toEqual([504, 'unknown']);
  });

  it('beside an equal one under way is unknown, and the equal one keeps its id', async () => {
    let answerFirst = (): void => {};
    const { script } = cloudOf((make, response, count) => {
      if (count === 1) {
        const vpc = make('first');
        answerFirst = () => reply(response, api3({ Vpc: vpc }));
      } else response.destroy();
    });
    const { weft, cloud } = await weftTo(script);
    const first = weft.call('vpc:CreateVpc', twin);
    while (!cloud.heard.some(({ headers }) => headers['x-tc-action'] === 'CreateVpc'))
      await new Promise((resolve) => setImmediate(resolve));
    const second = await weft.call('vpc:CreateVpc', twin);
    answerFirst();
    // The row was there before the second one was sent, so it is known not to be the second's.
    expect(['unknown', 'not-done']).toContain(second.json().error?.outcome);
    expect(idOf((await first).json().data)).toBe('vpc-first0000');
  });

  it.each([2, 3, 8])('as are the answers of %i equal ones at once: none is told another’s id', async (count) => {
    let arrived = 0;
    const waiting: (() => void)[] = [];
    const { made, script } = cloudOf((make, response) => {
      arrived += 1;
      // Every second one is applied; all answers are lost, once all have come.
      if (arrived % 2 === 1) make('us');
      waiting.push(() => response.destroy());
      if (arrived === count) for (const lose of waiting) lose();
    });
    const { weft } = await weftTo(script);
    const answers = await Promise.all(Array.from({ length: count }, () => weft.call('vpc:CreateVpc', twin)));
    const told = answers.flatMap((answer) => idOf(answer.json().data) ?? []);
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeLessThanOrEqual(1);
    expect(made).toHaveLength(Math.ceil(count / 2));
    expect(answers.filter((answer) => answer.json().error?.outcome === 'unknown').length).toBeGreaterThan(0);
  });

  it('after one of unknown outcome is unknown too: the first may have come true only now', async () => {
    let list = true;
    const { script } = cloudOf((make, response, count) => {
      if (count === 2) make('first, late');
      response.destroy();
    });
    const { weft } = await weftTo((heard, response, count) => {
      if (!list && heard.headers['x-tc-action'] === 'DescribeVpcs') response.destroy();
      else script(heard, response, count);
      // The list before the first create is read, those after it are not.
      if (heard.headers['x-tc-action'] === 'CreateVpc') list = false;
    });
    expect((await weft.call('vpc:CreateVpc', twin)).json().error?.outcome).toBe('unknown');
    list = true;
    const second = weft.call('vpc:CreateVpc', twin);
    setTimeout(() => {
      list = true;
    }, 0);
    const answer = await second;
    expect(answer.json().error?.outcome).toBe('unknown');
  });

  it('whose answer cannot be read is looked for: too deep, invalid UTF-8, a member twice', async () => {
    for (const spoiled of [
      `{"Response":{"A":${'['.repeat(100)}${']'.repeat(100)},"RequestId":"r"}}`,
      Buffer.from([0x7b, 0xff, 0x7d]),
      '{"Response":{"RequestId":"r"},"Response":{"Error":{"Code":"X","Message":""},"RequestId":"r"}}',
      '{"Response":{"Error":{"Code":"LimitExceeded","Message":""},"Error":null,"RequestId":"r"}}',
    ]) {
      const { script } = cloudOf((make, response) => {
        make('us');
        response.writeHead(200, { 'content-type': 'application/json' }).end(spoiled);
      });
      const { weft } = await weftTo(script);
      const answer = await weft.call('vpc:CreateVpc', twin);
      expect([answer.status, answer.json().outcome, idOf(answer.json().data)]).toEqual([200, 'done', 'vpc-us0000']);
    }
  });
});

describe('a write that the cloud may still be at', () => {
  const gateways: [what: string, status: number, text: string][] = [
    ['504 of a gateway', 504, '<h1>504 Gateway Time-out</h1>'],
    ['502 of a gateway', 502, 'bad gateway'],
    ['a page in its place', 200, '<html>Sign in to this network</html>'],
    ['nothing', 200, ''],
  ];

  it.each(gateways)('is not told as not done: %s', async (_what, status, text) => {
    const { script } = cloudOf((_make, response) => void response.writeHead(status, { 'content-type': 'text/html' }).end(text));
    const { weft } = await weftTo(script);
    const answer = await weft.call('vpc:CreateVpc', twin);
    expect([answer.status, answer.json().error]).toMatchObject([504, { code: 'OutcomeUnknown', outcome: 'unknown', retryable: false }]);
  });

  it('is found though it comes true seconds after its connection broke', async () => {
    let create = (): unknown => null;
    const { script } = cloudOf((make, response) => {
      create = () => make('late');
      response.destroy();
    });
    let looks = 0;
    const { weft } = await weftTo((heard, response, count) => {
      if (heard.headers['x-tc-action'] === 'DescribeVpcs' && ++looks === 5) create();
      script(heard, response, count);
    });
    expect((await weft.call('vpc:CreateVpc', twin)).json()).toMatchObject({ outcome: 'done', data: { Vpc: { VpcId: 'vpc-late0000' } } });
  });
});

describe('a read whose answer cannot be read', () => {
  it.each([
    ['too deep', `{"Response":{"A":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)},"RequestId":"r"}}`],
    ['deep enough for a parser only', `{"Response":{"A":${'['.repeat(100_000)}${']'.repeat(100_000)},"RequestId":"r"}}`],
    ['a root twice', '{"Response":{"A":1,"RequestId":"r"},"Response":{"B":2,"RequestId":"r"}}'],
    ['a root twice, by an escape', '{"Response":{"A":1,"RequestId":"r"},"R\\u0065sponse":{"B":2,"RequestId":"r"}}'],
    ['a total twice', '{"Response":{"TotalCount":1,"TotalCount":2,"VpcSet":[],"RequestId":"r"}}'],
    [
      'a byte that is no text',
      Buffer.concat([Buffer.from('{"Response":{"A":"'), Buffer.from([0xc3, 0x28]), Buffer.from('","RequestId":"r"}}')]),
    ],
  ])('is told as such: %s', async (_what, text) => {
    const { weft } = await weftTo((_heard, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(text));
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json().error?.code]).toEqual([502, 'CloudUnreadable']);
  });

  it('deep within reason is read', async () => {
    const { weft } = await weftTo((_heard, response) =>
      reply(response, `{"Response":{"A":${'['.repeat(40)}${']'.repeat(40)},"RequestId":"r"}}`),
    );
    expect((await weft.call('vpc:DescribeVpcs')).status).toBe(200);
  });
});
