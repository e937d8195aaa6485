import { expect, test } from 'vitest';
import { pollEvery, WaitingTimes } from './polling.ts';

test('2 s for half a minute, then 10 s, never when settled', () => {
  expect(pollEvery(null, 0)).toBe(false);
  expect(pollEvery(0, 0)).toBe(2_000);
  expect(pollEvery(0, 29_999)).toBe(2_000);
  expect(pollEvery(0, 30_000)).toBe(10_000);
});

test('waiting begins when something is pending, and anew after it settled', () => {
  const waiting = new WaitingTimes();
  expect(waiting.mark('list', true, 5)).toBe(5);
  expect(waiting.mark('list', true, 50)).toBe(5);
  expect(waiting.mark('list', false, 60)).toBe(null);
  expect(waiting.mark('list', true, 70)).toBe(70);
});
