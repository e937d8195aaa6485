// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { createAll, nameOfPlanned, type Results, wantsWork } from './run.ts';

const plan = ['a', 'b', 'c'].map((name, at) => ({ name: `batch-${name}`, cidr: `10.0.${at}.0/24`, zone: 'ap-guangzhou-1' }));

/** A proxy that refuses the block given, once. */
function proxyThatRefuses(refused: string): string[] {
  const sent: string[] = [];
  let left = 1;
  vi.stubGlobal('fetch', async (path: string, init: { body?: string }) => {
    if (!path.endsWith('/CreateSubnet')) return Response.json({ data: { SubnetSet: [], TotalCount: 0 }, requestId: 'r' });
    const { params } = JSON.parse(init.body ?? '{}') as { params: { CidrBlock: string } };
    sent.push(params.CidrBlock);
    if (params.CidrBlock === refused && left > 0) {
      left -= 1;
      return Response.json(
        { error: { code: 'LimitExceeded', message: 'no more', requestId: 'r', retryable: false, outcome: 'not-done' } },
        { status: 422 },
      );
    }
    return Response.json({ data: { Subnet: { SubnetId: `subnet-${sent.length}` } }, requestId: 'r' });
  });
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

async function wayTo(signal = new AbortController().signal) {
  const module = await loadFamily('subnet');
  return { client: new QueryClient(), scope: { region: 'ap-guangzhou' }, module, action: 'vpc:CreateSubnet', vpc: 'vpc-2ari9m7h', signal };
}

describe('making the subnets of a plan', () => {
  it('goes on after a refusal, and tries only what failed again', async () => {
    const sent = proxyThatRefuses('10.0.1.0/24');
    const way = await wayTo();
    const seen: Results[] = [];
    const first = await createAll(way, plan, new Map(), (results) => seen.push(results));
    expect(plan.map(({ cidr }) => first.get(cidr)?.state)).toEqual(['done', 'failed', 'done']);
    expect(first.get('10.0.1.0/24')?.error?.code).toBe('LimitExceeded');
    expect(seen[0]?.get('10.0.0.0/24')?.state).toBe('running');
    const second = await createAll(
      way,
      plan.filter(({ cidr }) => wantsWork(first.get(cidr))),
      first,
      () => {},
    );
    expect(plan.map(({ cidr }) => second.get(cidr)?.state)).toEqual(['done', 'done', 'done']);
    expect(sent).toEqual(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24', '10.0.1.0/24']);
  });

  it('begins no further one once it is stopped', async () => {
    const sent = proxyThatRefuses('');
    const control = new AbortController();
    const results = await createAll(await wayTo(control.signal), plan, new Map(), () => control.abort());
    expect(sent).toEqual(['10.0.0.0/24']);
    expect([...results.values()].map(({ state }) => state)).toEqual(['done']);
  });
});

it('names planned subnets after the prefix without doubling its hyphen', () => {
  expect(nameOfPlanned('web', 'a', 0)).toBe('web-a');
  expect(nameOfPlanned(' web- ', 'b', 0)).toBe('web-b');
  expect(nameOfPlanned('web_', 'c', 1)).toBe('web_c2');
  expect(nameOfPlanned('', 'a', 0)).toBe('subnet-a');
});
