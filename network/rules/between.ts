/** Whether lists on the way from one to another ever answer as neither does. */
import { actionOf, cellsOf, Deciders, noPackets } from './cells.ts';
import { changedRules, touchedClasses } from './changed.ts';
import type { ReadRule } from './rule.ts';
import { finish, Pace, type Slices } from './slices.ts';

/** `staysBetween`, in slices. */
function* betweenSlices(
  before: readonly ReadRule[],
  after: readonly ReadRule[],
  states: readonly (readonly ReadRule[])[],
): Slices<boolean> {
  if ([before, after, ...states].some((rules) => rules.some(({ possible, sure }) => possible !== sure))) return false;
  const pace = new Pace();
  const cells = yield* cellsOf([before, after, ...states], undefined, pace);
  const changes = states.map((state) => changedRules(before, state));
  // A packet that no changed rule matches is answered as before.
  const gone = Uint8Array.from(before, (_, at) => (changes.some(({ a }) => a[at] === 1) ? 1 : 0));
  const flags = [gone, new Uint8Array(after.length), ...changes.map(({ b }) => b)];
  const [first, last, ...between] = cells.lists.map((list) => new Deciders(cells, list));
  const services = touchedClasses(cells, 'services', flags);
  if (!first || !last) return true;
  for (const address of touchedClasses(cells, 'addresses', flags)) {
    for (const one of [first, last, ...between]) if (pace.spent(one.decide(address, services))) yield;
    for (const service of services) {
      if (first.first[service] === noPackets) continue;
      const answer = ({ list, first: decides }: Deciders) =>
        actionOf(list, (decides[service] ?? -1) < 0 ? null : (decides[service] ?? null));
      const [old, wanted] = [answer(first), answer(last)];
      if (old === wanted && between.some((one) => answer(one) !== old)) return false;
    }
    if (pace.spent(services.length * (4 + between.length))) yield;
  }
  return true;
}

/** True when each of the lists surely answers every packet as `before` or as `after` does; false where that cannot be told. */
export const staysBetween = (before: readonly ReadRule[], after: readonly ReadRule[], states: readonly (readonly ReadRule[])[]): boolean =>
  finish(betweenSlices(before, after, states));
