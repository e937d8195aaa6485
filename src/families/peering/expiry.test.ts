import { expect, test } from 'vitest';
import { expiryOf } from './expiry.ts';

const asked = '2026-11-19 10:00:00';
const at = (text: string): number => new Date(text).getTime();

test('a request that waits has seven days', () => {
  expect(expiryOf({ state: 0, createTime: asked }, at('2026-11-21T10:00:00+08:00'))).toEqual(new Date('2026-11-26T10:00:00+08:00'));
});

test('what does not wait has none, nor has a request that was asked for again later', () => {
  for (const state of [1, 2, 3, 4] as const) expect(expiryOf({ state, createTime: asked }, at('2026-11-20T00:00:00Z'))).toBe(null);
  expect(expiryOf({ state: 0, createTime: asked }, at('2026-12-20T00:00:00Z'))).toBe(null);
});
