/**
 * What the engine costs, for `npm run bench`: the caller gives the clock, the package has none.
 * Every figure is in milliseconds: the best, the middle and the worst of the runs after one to warm up.
 */

import { differenceSlices } from '../rules/difference.ts';
import { exposureSlices } from '../rules/exposure.ts';
import { readRules } from '../rules/rule.ts';
import { findingsIn } from '../rules/shadow.ts';
import { finish, type Slices } from '../rules/slices.ts';
import { checkerboard, crossedRules, nestedRanges, portLists, type usualRules } from './sample-rules.ts';

interface Figure {
  readonly name: string;
  readonly best: number;
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
  return { name, best: times[0] ?? 0, median: times[Math.floor(runs / 2)] ?? 0, worst: times.at(-1) ?? 0 };
}

/** One direction of a group, from text to every consequence the editor shows beside its rows. */
export function analyse(rules: ReturnType<typeof usualRules>): unknown {
  const read = readRules(rules);
  return [finish(findingsIn(read)), finish(exposureSlices(read))];
}

/** Lists that have been slow, or that try to be. */
export const longLists = {
  '101 rules of 50 odd ports, nested': () => portLists(101, 50),
  '513 rules of 8 ports, nested': () => portLists(513, 8),
  '513 rules of 50 ports, nested': () => portLists(513, 50),
  '513 stripes, crossed': () => crossedRules(513),
  '513 stripes, as a checkerboard': () => checkerboard(513),
  '513 ranges, each within the last': () => nestedRanges(513),
  '513 ranges, each around the last': () => nestedRanges(513, true),
} as const;

interface SliceTiming {
  readonly name: string;
  /** Milliseconds in all, and of the longest slice. */
  readonly whole: number;
  readonly longest: number;
}

function sliced(name: string, now: () => number, slices: Slices<unknown>): SliceTiming {
  const start = now();
  let [longest, last] = [0, start];
  for (let done = false; !done; ) {
    done = slices.next().done === true;
    const at = now();
    longest = Math.max(longest, at - last);
    last = at;
  }
  return { name, whole: last - start, longest };
}

/** Each analysis of each long list, once: the first time the compiler has its part. */
export function benchLongLists(now: () => number): SliceTiming[] {
  return Object.entries(longLists).flatMap(([name, make]) => {
    const read = readRules(make());
    const edited = read.toSpliced(
      read.length >> 1,
      1,
      ...readRules([{ action: 'DROP', protocol: 'TCP', port: '443', cidr: '10.0.0.0/8' }]),
    );
    const each: [string, () => Slices<unknown>][] = [
      ['findings', () => findingsIn(read)],
      ['exposure', () => exposureSlices(read)],
      ['one edit', () => differenceSlices(read, edited)],
      ['turned round', () => differenceSlices(read, [...read].reverse())],
    ];
    return each.map(([what, slices]) => sliced(`${name}: ${what}`, now, slices()));
  });
}
