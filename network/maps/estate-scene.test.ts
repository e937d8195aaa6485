/** The gates of the map of the estate: a picture that breaks one of them sends a stranger the wrong way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import { sampleEstateModel, sampleEstateWords as words } from '../testing/sample-estate.ts';
import { sampleMeasure as measure } from '../testing/sample-map.ts';
import { estateOf } from './estate.ts';
import { type EstateView, estateView, mostCards, mostLines } from './estate-groups.ts';
import { estatePlan } from './estate-places.ts';
import { estateScene } from './estate-scene.ts';
import { qualityOf } from './quality.ts';
import type { Scene } from './scene.ts';

function sceneOf(view: EstateView, width: number, height = 760): Scene {
  return estateScene({ view, plan: estatePlan(view, width), words, measure, width, height });
}
const viewOf = (model: NetworkModel): EstateView => estateView(estateOf(model));

const widths = [1072, 1184, 1384, 1864] as const;
const none = { overText: [], throughBox: [], shared: [], textOverText: [], outside: [] };

const sizes = fc.record({
  vpcs: fc.integer({ min: 1, max: 40 }),
  lines: fc.integer({ min: 0, max: 20 }),
  accounts: fc.integer({ min: 1, max: 4 }),
  regions: fc.integer({ min: 1, max: 6 }),
});
const seeds = fc.integer({ min: 1, max: 1_000_000 });

const mixed = <T>(rows: readonly T[], turn: number): T[] => {
  const at = rows.length === 0 ? 0 : turn % rows.length;
  return [...rows.slice(at), ...rows.slice(0, at)].reverse();
};

describe('the picture of an estate', () => {
  it('has no line over a text or through a box, shares no stretch, and no text lies over another', () => {
    fc.assert(
      fc.property(sizes, seeds, fc.constantFrom(...widths), (size, seed, width) => {
        const { smallestFont, crossings: _, cut: __, ...faults } = qualityOf(sceneOf(viewOf(sampleEstateModel(size, seed)), width));
        expect(faults).toEqual(none);
        expect(smallestFont).toBeGreaterThanOrEqual(11);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for rows in another order', () => {
    fc.assert(
      fc.property(sizes, seeds, fc.nat(50), (size, seed, turn) => {
        const model = sampleEstateModel(size, seed);
        const other: NetworkModel = {
          ...model,
          vpcs: mixed(model.vpcs, turn),
          subnets: mixed(model.subnets, turn),
          routeTables: mixed(model.routeTables, turn).map((table) => ({ ...table, routes: mixed(table.routes, turn) })),
          peerings: mixed(model.peerings, turn).map((one) => ({ ...one, vpcs: [one.vpcs[1], one.vpcs[0]] as const })),
          vpnConnections: mixed(model.vpnConnections, turn),
        };
        expect(sceneOf(viewOf(other), 1384)).toEqual(sceneOf(viewOf(model), 1384));
      }),
      { numRuns: 20 },
    );
  });

  it('crosses lines at most three times for ten lines, up to twelve lines', () => {
    const all = Array.from({ length: 12 }, (_, seed) => {
      const scene = sceneOf(viewOf(sampleEstateModel({ vpcs: 18, lines: 12, accounts: 2, regions: 3 }, seed + 1)), 1864);
      return qualityOf(scene).crossings;
    });
    expect(all.reduce((sum, n) => sum + n, 0) / all.length).toBeLessThanOrEqual(3.6);
  });

  it('names every line', () => {
    fc.assert(
      fc.property(sizes, seeds, fc.constantFrom(...widths), (size, seed, width) => {
        const view = viewOf(sampleEstateModel(size, seed));
        const { texts } = sceneOf(view, width);
        const named = new Set(texts.flatMap(({ of }) => of));
        expect(view.lines.filter(({ key }) => !named.has(key)).length).toBeLessThanOrEqual(Math.ceil(view.lines.length / 10));
      }),
      { numRuns: 20 },
    );
  });

  it('stacks what is too much, up to a thousand VPCs, and says every one of them', () => {
    for (const size of [
      { vpcs: 200, lines: 60, accounts: 3, regions: 4 },
      { vpcs: 1000, lines: 400, accounts: 4, regions: 6 },
    ]) {
      const estate = estateOf(sampleEstateModel(size, 5));
      const view = estateView(estate);
      expect(view.nodes.length).toBeLessThanOrEqual(mostCards);
      expect(view.lines.length).toBeLessThanOrEqual(mostLines);
      expect(view.nodes.flatMap(({ vpcs }) => vpcs).length).toBe(size.vpcs);
      const scene = sceneOf(view, 1384);
      const { smallestFont: _, crossings: __, cut: ___, ...faults } = qualityOf(scene);
      expect(faults).toEqual(none);
      // What joins VPCs of one stack is no line; all the rest is drawn or listed.
      const stackOf = new Map(view.nodes.flatMap((node) => node.vpcs.map(({ key }) => [key, node.key] as const)));
      const between = estate.links.filter(({ ends: [a, b] }) => stackOf.get(a) !== stackOf.get(b));
      expect([...view.lines, ...view.undrawn].flatMap(({ links }) => links).length).toBe(between.length);
    }
  });
});

describe('a picture of an estate built wrong on purpose fails', () => {
  const scene = sceneOf(viewOf(sampleEstateModel({ vpcs: 14, lines: 9, accounts: 2, regions: 3 }, 3)), 1384);
  const [first] = scene.lines.filter(({ key }) => key.startsWith('link:'));
  const [card] = scene.boxes.filter(({ kind }) => kind === 'card');
  if (!first || !card) throw new Error('the sample has cards and lines');
  it('for a line straight from card to card', () => {
    const { overText, throughBox } = qualityOf({
      ...scene,
      lines: [
        ...scene.lines,
        {
          ...first,
          key: 'wrong',
          net: 'wrong',
          points: [
            { x: 0, y: card.y + 20 },
            { x: scene.width, y: card.y + 20 },
          ],
        },
      ],
    });
    expect(throughBox).not.toEqual([]);
    expect([...overText, ...throughBox].every((text) => text.startsWith('wrong'))).toBe(true);
  });
  it('for two lines on one track', () => {
    expect(qualityOf({ ...scene, lines: [...scene.lines, { ...first, key: 'wrong', net: 'wrong' }] }).shared).not.toEqual([]);
  });
});
