import { expect, test } from 'vitest';
import { callsFor, sharedTags } from './changes.ts';

const row = (id: string, tags: Readonly<Record<string, string>> = {}) => ({
  SubnetId: id,
  TagSet: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});
const place = { type: 'vpc/subnet', region: 'ap-guangzhou', idOf: (of: Readonly<Record<string, unknown>>) => String(of.SubnetId) };
const name = (id: string): string => `qcs::vpc:ap-guangzhou:uin/:subnet/${id}`;
const changes = (set: Readonly<Record<string, string>>, ...removed: string[]) => ({
  set: new Map(Object.entries(set)),
  removed: new Set(removed),
});

test('keys are told once, with their values and on how many resources', () => {
  const found = sharedTags([row('a', { env: 'prod', team: 'x' }), row('b', { env: 'test' }), { SubnetId: 'c', TagSet: null }]);
  expect(found).toEqual([
    {
      key: 'env',
      values: new Map([
        ['prod', 1],
        ['test', 1],
      ]),
      count: 2,
    },
    { key: 'team', values: new Map([['x', 1]]), count: 1 },
  ]);
});

test('only what is not so already is sent, resources of the same wish in one call', () => {
  const rows = [row('a', { env: 'prod', old: '1' }), row('b', { env: 'test' }), row('c')];
  expect(callsFor(rows, place, changes({ env: 'prod' }, 'old', 'none'))).toEqual([
    { name: 'tag:TagResources', params: { ResourceList: [name('b'), name('c')], Tags: [{ TagKey: 'env', TagValue: 'prod' }] } },
    { name: 'tag:UnTagResources', params: { ResourceList: [name('a')], TagKeys: ['old'] } },
  ]);
  expect(callsFor(rows.slice(0, 1), place, changes({ env: 'prod' }))).toEqual([]);
});

test('a call has at most ten resources and ten tags', () => {
  const rows = Array.from({ length: 21 }, (_, n) => row(`s${n}`));
  const keys = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`k${n}`, 'v']));
  const calls = callsFor(rows, place, changes(keys));
  expect(calls.map(({ params }) => [(params.ResourceList as string[]).length, (params.Tags as object[]).length])).toEqual([
    [10, 10],
    [10, 1],
    [10, 10],
    [10, 1],
    [1, 10],
    [1, 1],
  ]);
});
