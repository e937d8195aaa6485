/**
 * What the engine costs, for `npm run bench`: the caller gives the clock, the room has none.
 * Every figure is in milliseconds: the middle and the worst of the runs after one to warm up.
 */
import { difference } from './difference.ts';
import { exposure } from './exposure.ts';
import { readRules } from './rule.ts';
import { crossedRules, usualRules } from './sample-rules.ts';
import { changesNothingIn, contradictsIn, shadowedIn } from './shadow.ts';

export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly worst: number;
}

export function measure(name: string, now: () => number, run: () => unknown, runs = 15): Figure {
  run();
  const times = Array.from({ length: runs }, () => {
    const start = now();
    run();
    return now() - start;
  }).sort((a, b) => a - b);
  return { name, median: times[Math.floor(runs / 2)] ?? 0, worst: times.at(-1) ?? 0 };
}

/** One direction of a group, from text to every consequence the editor shows beside its rows. */
export function analyse(rules: ReturnType<typeof usualRules>): unknown {
  const read = readRules(rules);
  return [shadowedIn(read), changesNothingIn(read), contradictsIn(read), exposure(rules)];
}

export function benchRules(now: () => number, count = 200): Figure[] {
  const usual = usualRules(count);
  const crossed = crossedRules(count);
  const edited = usual.toSpliced(Math.floor(count / 2), 1, { action: 'DROP', protocol: 'TCP', port: '443', cidr: '10.0.0.0/8' });
  return [
    measure(`read ${count} rules`, now, () => readRules(usual)),
    measure(`shadowed, ${count} usual rules`, now, () => shadowedIn(readRules(usual))),
    measure(`all consequences, ${count} usual rules`, now, () => analyse(usual)),
    measure(`difference after one edit, ${count} usual rules`, now, () => difference(usual, edited)),
    measure(`shadowed, ${count} crossed rules`, now, () => shadowedIn(readRules(crossed))),
    measure(`all consequences, ${count} crossed rules`, now, () => analyse(crossed)),
    measure(`difference after one edit, ${count} crossed rules`, now, () => difference(crossed, crossed.slice(1))),
  ];
}
