import { expect, it } from 'vitest';
import type { Slices } from '../../network/rules/slices.ts';
import { inTurns, workATurn } from './slices.ts';

/** Work of so many slices; a slice takes 3 ms of the clock that it returns. */
function work(slices: number): { readonly parts: Slices<string>; readonly now: () => number } {
  let clock = 0;
  function* parts(): Slices<string> {
    for (let at = 0; at < slices; at += 1) {
      clock += 3;
      yield;
    }
    return 'done';
  }
  return { parts: parts(), now: () => clock };
}

it('a turn ends with the first slice that passes its time, or with the work', () => {
  const long = work(100);
  expect(workATurn(long.parts, long.now).done).toBe(false);
  expect(long.now()).toBe(9);
  expect(workATurn(work(2).parts, () => 0)).toEqual({ done: true, value: 'done' });
});

it('work goes on in turns, and stops when nobody waits for it', async () => {
  expect(await inTurns(work(3).parts, () => false)).toBe('done');
  function* endless(): Slices<string> {
    for (;;) yield;
  }
  expect(await inTurns(endless(), () => true)).toBeNull();
});
