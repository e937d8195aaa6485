/**
 * What the engine costs, for `npm run bench`: the caller gives the clock, the package has none.
 * Every figure is in milliseconds: the best, the middle and the worst of the runs after one to warm up.
 */

import { indexOf } from '../model/look-up.ts';
import { vpcSpace } from '../model/space.ts';
import { trace } from '../paths/trace.ts';
import { peeringMatrix, transitiveTraps } from '../routes/peerings.ts';
import { effectiveRoutes } from '../routes/routes.ts';
import { difference, differenceSlices } from '../rules/difference.ts';
import { exposureSlices } from '../rules/exposure.ts';
import { readRules } from '../rules/rule.ts';
import { findingsIn, shadowedIn } from '../rules/shadow.ts';
import { finish, type Slices } from '../rules/slices.ts';
import { type SampleSize, sampleModel } from './sample-model.ts';
import { checkerboard, crossedRules, nestedRanges, portLists, usualRules } from './sample-rules.ts';

export interface Figure {
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

export interface Sliced {
  readonly name: string;
  /** Milliseconds in all, and of the longest slice. */
  readonly whole: number;
  readonly longest: number;
}

function sliced(name: string, now: () => number, slices: Slices<unknown>): Sliced {
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
export function benchLongLists(now: () => number): Sliced[] {
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

export function benchRules(now: () => number, count = 200): Figure[] {
  const usual = usualRules(count);
  const crossed = crossedRules(count);
  const edited = usual.toSpliced(Math.floor(count / 2), 1, { action: 'DROP', protocol: 'TCP', port: '443', cidr: '10.0.0.0/8' });
  return [
    measure(`read ${count} rules`, now, () => readRules(usual)),
    measure(`shadowed, ${count} usual rules`, now, () => shadowedIn(readRules(usual))),
    measure(`all consequences, ${count} usual rules`, now, () => analyse(usual)),
    measure(`difference after one edit, ${count} usual rules`, now, () => difference(usual, edited)),
    measure(`all consequences, ${count} crossed rules`, now, () => analyse(crossed)),
    measure(`difference after one edit, ${count} crossed rules`, now, () => difference(crossed, crossed.slice(1))),
  ];
}

/** A model is a value that is indexed once: a copy of the object makes the index anew. */
export function benchModel(now: () => number, size: SampleSize = { vpcs: 100, subnetsPerVpc: 10, interfacesPerSubnet: 5 }): Figure[] {
  const model = sampleModel(size);
  const ends = model.interfaces.map(({ id }) => id);
  const indexed = () => indexOf({ ...model });
  const pairs = Array.from({ length: 200 }, (_, at) => [
    ends[(at * 7919) % ends.length] ?? '',
    ends[(at * 104_729 + 13) % ends.length] ?? '',
  ]);
  const name = `${model.vpcs.length} VPCs, ${model.subnets.length} subnets, ${ends.length} interfaces`;
  const traced = () =>
    pairs.map(([from = '', to = '']) => trace(model, { from: { interface: from }, to: { interface: to }, protocol: 'TCP', port: 443 }));
  const subnet = (at: number) => ({ subnet: model.subnets[at]?.id ?? '' });
  return [
    measure(`index, ${name}`, now, indexed),
    measure(`index and every subnet's effective routes, ${name}`, now, () => {
      const fresh = { ...model };
      return model.subnets.map(({ id }) => effectiveRoutes(fresh, id));
    }),
    measure('200 paths between interfaces', now, traced),
    measure('one path between two subnets', now, () => trace(model, { from: subnet(0), to: subnet(11), protocol: 'TCP', port: 443 })),
    measure('one path from the internet to a subnet', now, () =>
      trace(model, { from: { internet: true }, to: subnet(3), protocol: 'TCP', port: 443 }),
    ),
    measure('one path from a subnet to the internet', now, () =>
      trace(model, { from: subnet(3), to: { internet: true }, protocol: 'TCP', port: 443 }),
    ),
    measure(`peering matrix of ${model.vpcs.length} VPCs`, now, () => peeringMatrix({ ...model }), 5),
    measure('transitive traps', now, () => transitiveTraps(model), 5),
    measure('space of every VPC', now, () => model.vpcs.map(({ id }) => vpcSpace(model, id)), 5),
  ];
}
