/** Long work between the other things of a page. */
import type { Slices } from '../../network/rules/slices.ts';

/** Milliseconds of work before the page has its turn: a frame is 16. */
const turn = 8;

/** Works for one turn at most. @returns whether the work is done, and what it gave. */
export function workATurn<T>(slices: Slices<T>, now: () => number = () => performance.now()): IteratorResult<void, T> {
  const until = now() + turn;
  for (;;) {
    const step = slices.next();
    if (step.done || now() >= until) return step;
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Works in turns with the page until all is done; null when `isStale` says after a turn that nobody waits for it any more. */
export async function inTurns<T>(slices: Slices<T>, isStale: () => boolean): Promise<T | null> {
  for (;;) {
    const { done, value } = workATurn(slices);
    if (done) return value;
    await pause();
    if (isStale()) return null;
  }
}
