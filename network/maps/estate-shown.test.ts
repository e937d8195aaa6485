/** A filter leaves out and moves nothing: what is left stands where it stood. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleEstateModel, sampleEstateWords as words } from '../testing/sample-estate.ts';
import { sampleMeasure as measure } from '../testing/sample-map.ts';
import { type Estate, estateOf } from './estate.ts';
import { type EstateFilter, type EstateKind, estateKinds, filterEstate } from './estate-filter.ts';
import { estateView, isApart } from './estate-groups.ts';
import { withOverlaps } from './estate-overlaps.ts';
import { estatePlan } from './estate-places.ts';
import { estateScene } from './estate-scene.ts';
import { shownOf } from './estate-shown.ts';
import { qualityOf } from './quality.ts';
import type { Scene } from './scene.ts';

const everything: EstateFilter = {
  ...{ without: new Set<EstateKind>(), joinedOnly: false, account: '', region: '', state: '', troubled: false, near: null },
};
const filters: fc.Arbitrary<Partial<EstateFilter>> = fc.oneof(
  fc.subarray([...estateKinds]).map((kinds) => ({ without: new Set(kinds) })),
  fc.constantFrom<Partial<EstateFilter>>(
    { joinedOnly: true },
    { account: '100000000001' },
    { region: 'ap-shanghai' },
    { state: 'dead' },
    { state: 'missing' },
    { state: 'overlap' },
    { troubled: true },
  ),
  fc.integer({ min: 1, max: 3 }).map((hops) => ({ near: { id: 'vpc-0001', hops } })),
);
const sizes = fc.record({
  vpcs: fc.integer({ min: 2, max: 70 }),
  lines: fc.integer({ min: 0, max: 24 }),
  accounts: fc.integer({ min: 1, max: 3 }),
  regions: fc.integer({ min: 1, max: 4 }),
  ccns: fc.integer({ min: 0, max: 2 }),
});

/** Some VPCs have the range of another. */
function alike(estate: Estate): Estate {
  const [first] = estate.vpcs;
  return { ...estate, vpcs: estate.vpcs.map((vpc, at) => (first && at % 7 === 3 ? { ...vpc, cidrs: first.cidrs } : vpc)) };
}

const rect = ({ key, x, y, width, height }: Scene['boxes'][number]): string => [key, x, y, width, height].join(' ');
/** Where lines of VPCs lie, whole or broken for a word: their corners. */
const corners = ({ ways }: Scene): Map<string, string> =>
  new Map(ways.map(({ from, to, points }) => [`${from} ${to}`, points.map(({ x, y }) => `${x},${y}`).join(' ')]));

describe('what a filter leaves of the picture', () => {
  it('stands where it stood, and passes the gates', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1_000_000 }), filters, (size, seed, filter) => {
        const full = withOverlaps(alike(estateOf(sampleEstateModel(size, seed))));
        const view = estateView(full);
        const plan = estatePlan(view, 1384);
        const input = { view, plan, words, measure, width: 1384, height: 760 };
        const [all, left] = [
          estateScene(input),
          estateScene({ ...input, shown: shownOf(view, filterEstate(full, { ...everything, ...filter })) }),
        ];
        expect([left.width, left.height]).toEqual([all.width, all.height]);
        const [boxes, ways] = [new Set(all.boxes.map(rect)), corners(all)];
        expect(left.boxes.filter((box) => !boxes.has(rect(box)))).toEqual([]);
        for (const [ends, points] of corners(left)) expect(points).toBe(ways.get(ends));
        const signs = new Set(
          all.signs.flatMap((sign) => (sign.kind === 'sign' && sign.name !== 'trouble' ? [`${sign.x} ${sign.y}`] : [])),
        );
        for (const sign of left.signs) if (sign.kind === 'sign' && sign.name !== 'trouble') expect(signs).toContain(`${sign.x} ${sign.y}`);
        const { smallestFont: _, crossings: __, cut: ___, ...faults } = qualityOf(left);
        expect(faults).toEqual({ overText: [], throughBox: [], shared: [], textOverText: [], outside: [] });
      }),
      { numRuns: 15 },
    );
  });

  it('is the same picture with and without addresses in common, but for their lines', () => {
    const whole = alike(estateOf(sampleEstateModel({ vpcs: 20, lines: 9, accounts: 2, regions: 3 }, 3)));
    const full = withOverlaps(whole);
    const view = estateView(full);
    const apart = new Set(view.lines.filter(isApart).map(({ key }) => key));
    expect(apart.size).toBeGreaterThan(0);
    const input = { view, plan: estatePlan(view, 1384), words, measure, width: 1384, height: 760 };
    const [on, off] = [shownOf(view, full), shownOf(view, whole)].map((shown) => estateScene({ ...input, shown }));
    const isOf = ({ of }: { readonly of: readonly string[] }): boolean => of.some((key) => apart.has(key));
    expect(off).toEqual({
      ...on,
      lines: on?.lines.filter((line) => !isOf(line)),
      texts: on?.texts.filter((text) => !isOf(text)),
      signs: off?.signs,
      ways: on?.ways.filter(({ state }) => state !== 'overlap'),
    });
  });

  it('has fewer in a stack and in a bundle, by the same keys', () => {
    const full = estateOf(sampleEstateModel({ vpcs: 200, lines: 60, accounts: 3, regions: 4 }, 5));
    const view = estateView(full);
    const shown = shownOf(view, filterEstate(full, { ...everything, troubled: true }));
    const keys = new Set(view.nodes.map(({ key }) => key));
    expect(shown.nodes.every(({ key, vpcs }) => keys.has(key) && vpcs.every(({ findings }) => findings.length > 0))).toBe(true);
    expect(shown.nodes.some((node) => node.vpcs.length < (view.nodes.find(({ key }) => key === node.key)?.vpcs.length ?? 0))).toBe(true);
    expect(shown.all).toBe(view.all);
  });
});
