// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { KnownRule } from '../../../network/rule-sets/rule-set.ts';
import { draftKey } from '../../lib/drafts.ts';
import { keepDraft, readDraft, readHistory, remember, withSeen } from './draft-storage.ts';

const rule = (n: number): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: String(n) },
  remote: { kind: 'address', cidr: '10.0.0.0/8' },
  description: '',
});

it('a version is remembered once, and newest first; the oldest go when there is no more room', () => {
  const seen = (version: string, n: number) => ({ version, at: n, how: 'seen' as const, ingress: [rule(n)], egress: [] });
  const two = withSeen(withSeen([], seen('1', 1)), seen('2', 2));
  expect(two.map(({ version }) => version)).toEqual(['2', '1']);
  expect(withSeen(two, { ...seen('2', 2), at: 9 })).toBe(two);
  expect(withSeen(two, { ...seen('2', 2), how: 'applied' })[0]?.how).toBe('applied');
  expect(withSeen(two, seen('2', 5)).map(({ at }) => at)).toEqual([5, 1]);
  const large = (n: number) => ({
    ...seen(String(n), n),
    ingress: Array.from({ length: 1000 }, (_, at) => ({ ...rule(at), description: 'long '.repeat(10) })),
  });
  expect([1, 2, 3, 4, 5, 6].reduce((all, n) => withSeen(all, large(n)), [] as ReturnType<typeof withSeen>).length).toBeLessThan(5);
});

it('a draft and a history of the shape before, which named the remote end `far`, are read under the name of today', () => {
  const scope = { account: 'main', region: 'ap-guangzhou' };
  const set = { version: '1', ingress: [rule(22)], egress: [] };
  const draft = { base: set, wanted: { ingress: [rule(22), rule(80)], egress: [] }, from: { ingress: [0, null], egress: [] } };
  const asBefore = (text: string | null) => (text ?? '').replaceAll('"remote":', '"far":').replaceAll('"shape":3', '"shape":2');
  keepDraft(scope, { id: 'sg-1', name: 'web' }, draft);
  remember(scope, 'sg-1', { ...set, at: 1, how: 'seen' });
  for (const name of Object.keys(localStorage)) localStorage.setItem(name, asBefore(localStorage.getItem(name)));
  expect(localStorage.getItem(draftKey(scope, 'sg-1'))).toContain('"far":{"kind":"address"');
  expect(readDraft(scope, 'sg-1')).toEqual({ draft, unsure: false });
  expect(readHistory(scope, 'sg-1')).toMatchObject([set]);
});
