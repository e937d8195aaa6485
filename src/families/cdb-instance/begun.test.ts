// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { begunIn, keepBegun } from './begun.ts';

const one = { account: undefined, InstanceId: 'cdb-1', AsyncRequestId: 'a', RequestId: 'r', at: '2026-11-27T00:00:00.000Z' };

beforeEach(() => localStorage.clear());

it('what was begun is kept in this browser, the latest first, the last twenty', () => {
  for (let count = 0; count < 25; count += 1) keepBegun({ ...one, AsyncRequestId: String(count) });
  const kept = begunIn(localStorage.getItem('weft.cdb-begun'));
  expect(kept.map(({ AsyncRequestId }) => AsyncRequestId)).toEqual(Array.from({ length: 20 }, (_, index) => String(24 - index)));
});

it('a storage that is damaged holds nothing, and what is damaged in it is left out', () => {
  for (const text of [null, '', '{', '7', '{}']) expect(begunIn(text)).toEqual([]);
  expect(begunIn(JSON.stringify([null, 7, { ...one, at: 7 }, one]))).toEqual([{ ...one, account: undefined }]);
});
