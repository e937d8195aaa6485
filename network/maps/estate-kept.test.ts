/** A plan of the estate over time: nothing moves that need not, and what is new stands where nothing stood. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleEstateModel, sampleEstateWords as words } from '../testing/sample-estate.ts';
import { sampleMeasure as measure } from '../testing/sample-map.ts';
import { type Estate, estateOf } from './estate.ts';
import { type EstateView, estateView } from './estate-groups.ts';
import { estatePlan, planEstate, planUncrossed } from './estate-places.ts';
import { estateScene } from './estate-scene.ts';
import { qualityOf } from './quality.ts';
import type { Scene } from './scene.ts';

const width = 1384;
const viewOf = (estate: Estate): EstateView => estateView(estate, { grouping: 'none' });
const pictureOf = (view: EstateView, plan: ReturnType<typeof estatePlan>): Scene =>
  estateScene({ view, plan, words, measure, width, height: 760 });

/** Without some VPCs, and what joins them. */
function without(estate: Estate, isGone: (at: number) => boolean): Estate {
  const gone = new Set(estate.vpcs.flatMap(({ key }, at) => (isGone(at) ? [key] : [])));
  return {
    ...estate,
    vpcs: estate.vpcs.filter(({ key }) => !gone.has(key)),
    links: estate.links.filter(({ ends }) => !ends.some((end) => gone.has(end))),
  };
}

const sizes = fc.record({
  vpcs: fc.integer({ min: 6, max: 36 }),
  lines: fc.integer({ min: 0, max: 16 }),
  accounts: fc.integer({ min: 1, max: 3 }),
  regions: fc.integer({ min: 1, max: 4 }),
});
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('a plan that is kept', () => {
  it('is the same as it was while nothing changes', () => {
    const view = viewOf(estateOf(sampleEstateModel({ vpcs: 24, lines: 14, accounts: 2, regions: 3 }, 4)));
    const plan = estatePlan(view, width);
    expect(estatePlan(view, width, plan)).toEqual({ ...plan, isNew: false });
  });

  it('leaves what is known in its column and its row of its account, and passes the gates, when VPCs come', () => {
    fc.assert(
      fc.property(sizes, seeds, fc.integer({ min: 3, max: 7 }), (size, seed, every) => {
        const all = estateOf(sampleEstateModel(size, seed));
        const before = viewOf(without(all, (at) => at % every === 0));
        const plan = estatePlan(before, width);
        const after = viewOf(all);
        const next = estatePlan(after, width, plan);
        expect([...next.grid.places.keys()].sort()).toEqual(after.nodes.map(({ key }) => key).sort());
        const rowIn = (of: typeof plan, row: number): number => row - (of.grid.accounts.findLast(({ from }) => from <= row)?.from ?? 0);
        for (const [key, { row, column }] of plan.grid.places) {
          if (!before.lines.some(({ ends }) => ends.includes(key))) continue;
          const now = next.grid.places.get(key);
          const [old, same] = [plan, next].map((one) =>
            one.grid.regions.findLast(({ from }) => from <= (one === plan ? column : (now?.column ?? 0))),
          );
          expect([same?.region, (now?.column ?? 0) - (same?.from ?? 0), rowIn(next, now?.row ?? -1)]).toEqual([
            ...[old?.region, column - (old?.from ?? 0), rowIn(plan, row)],
          ]);
        }
        const { crossings: _, cut: __, smallestFont: ___, ...faults } = qualityOf(pictureOf(after, next));
        expect(faults).toEqual({ overText: [], throughBox: [], shared: [], textOverText: [], outside: [] });
      }),
      { numRuns: 30 },
    );
  });

  const all = estateOf(sampleEstateModel({ vpcs: 30, lines: 14, accounts: 2, regions: 3 }, 9));
  const joined = new Set(all.links.flatMap(({ ends }) => ends));
  const lone = all.vpcs.findLastIndex(({ key, exits }) => !joined.has(key) && exits.length === 0);

  it('keeps every place and every way when a lone VPC comes into a free place, and when it goes again', () => {
    expect(lone).toBeGreaterThanOrEqual(0);
    const fewer = viewOf(without(all, (at) => at === lone));
    const plan = estatePlan(fewer, width);
    const more = estatePlan(viewOf(all), width, plan);
    const fresh = all.vpcs[lone]?.key ?? '';
    const bands = (of: typeof plan): number => of.grid.accounts.reduce((sum, { rows }) => sum + rows, 0);
    // Where there was a free place nothing is added; in any case nothing changes its column.
    for (const [key, place] of plan.grid.places) {
      expect(more.grid.places.get(key)?.column).toBe(place.column);
      if (bands(more) === bands(plan)) expect(more.grid.places.get(key)).toEqual(place);
    }
    expect(more.grid.places.has(fresh)).toBe(true);
    if (bands(more) === bands(plan)) expect(more.lines).toEqual(plan.lines);
    const again = estatePlan(fewer, width, more);
    expect(again.lines).toEqual(more.lines);
    for (const [key, place] of again.grid.places) expect(more.grid.places.get(key)).toEqual(place);
  });

  it('keeps the ways of lines that are known when a line comes', () => {
    const fewer: Estate = { ...all, links: all.links.slice(1) };
    const [first] = all.links;
    const shown = viewOf(fewer);
    const plan = estatePlan(shown, width);
    const next = estatePlan(viewOf(all), width, plan);
    const moved = new Set([...plan.grid.places].flatMap(([key, at]) => (next.grid.places.get(key)?.row === at.row ? [] : [key])));
    for (const line of plan.lines) {
      const ends = plan.ends.get(line.key) ?? ['', ''];
      if (!ends.some((end) => moved.has(end) || first?.ends.includes(end))) expect(next.lines).toContainEqual(line);
    }
    expect(next.lines.length).toBe(plan.lines.length + 1);
  });

  it('keeps its crossings, since nothing moves', () => {
    const view = viewOf(all);
    const next = estatePlan(view, width, estatePlan(view, width));
    expect([...planUncrossed(view, next)]).toEqual([]);
  });

  it('is made anew where most is another, or an account is gone', () => {
    const plan = estatePlan(viewOf(all), width);
    const [account] = new Set(all.vpcs.map((vpc) => vpc.account));
    const rest = viewOf(without(all, (at) => all.vpcs[at]?.account === account));
    expect(estatePlan(rest, width, plan)).toEqual(estatePlan(rest, width));
    const narrow = estatePlan(viewOf(all), 900, plan);
    expect(narrow).toEqual(estatePlan(viewOf(all), 900));
  });
});

it('a plan made in slices is the plan, and no slice is more than one line', () => {
  const view = viewOf(estateOf(sampleEstateModel({ vpcs: 30, lines: 18, accounts: 2, regions: 3 }, 2)));
  const slices = planEstate(view, width);
  let turns = 0;
  for (let step = slices.next(); ; step = slices.next()) {
    if (step.done) {
      expect(step.value).toEqual(estatePlan(view, width));
      break;
    }
    turns += 1;
  }
  expect(turns).toBeGreaterThanOrEqual(view.lines.length);
});
