/** The gates of the map of the estate: a picture that breaks one of them sends a stranger the wrong way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import { sampleEstateModel, sampleEstateWords as words } from '../testing/sample-estate.ts';
import { sampleMeasure as measure } from '../testing/sample-map.ts';
import { estateOf } from './estate.ts';
import { accountOpened, blocksOfNode, type EstateView, estateView, mostCards } from './estate-groups.ts';
import { estatePlan, uncrossedPlan } from './estate-places.ts';
import { estateScene } from './estate-scene.ts';
import { extentOf, qualityOf, wordlessIn } from './quality.ts';
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
  ccns: fc.integer({ min: 0, max: 3 }),
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

  it('puts no word of a line over what leaves a VPC', () => {
    const model = sampleEstateModel({ vpcs: 37, lines: 9, accounts: 1, regions: 1, ccns: 3 }, 6_556_932);
    expect(qualityOf(sceneOf(viewOf(model), 1384)).overText).toEqual([]);
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
          ccns: mixed(model.ccns, turn),
          ccnAttachments: mixed(model.ccnAttachments, turn),
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

  it('crosses them hardly once for ten lines where cards may change places, in the same way for rows in another order', () => {
    const seeds = [1, 2, 3, 4];
    const picture = (model: NetworkModel): Scene => {
      const view = viewOf(model);
      return estateScene({ view, plan: uncrossedPlan(view, 1384), words, measure, width: 1384, height: 760 });
    };
    const scenes = seeds.map((seed) => picture(sampleEstateModel({ vpcs: 14, lines: 10, accounts: 2, regions: 3 }, seed)));
    const faults = scenes.map((scene) => {
      const { smallestFont: _, crossings: __, cut: ___, ...rest } = qualityOf(scene);
      return rest;
    });
    expect(faults).toEqual(seeds.map(() => none));
    expect(scenes.reduce((sum, scene) => sum + qualityOf(scene).crossings, 0)).toBeLessThanOrEqual(seeds.length);
    const model = sampleEstateModel({ vpcs: 14, lines: 10, accounts: 2, regions: 3 }, 1);
    expect(picture({ ...model, vpcs: mixed(model.vpcs, 5), peerings: mixed(model.peerings, 3) })).toEqual(scenes[0]);
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

  it.each([
    { vpcs: 200, lines: 60, accounts: 3, regions: 4, how: 'name' },
    { vpcs: 200, lines: 60, accounts: 3, regions: 4, tagged: true, how: 'tag' },
    { vpcs: 1000, lines: 400, accounts: 4, regions: 6, ccns: 4, how: 'region' },
  ] as const)('stacks what is too much, and says every one of $vpcs VPCs and their lines', ({ how, ...size }) => {
    const estate = estateOf(sampleEstateModel(size, 5));
    const automatic = estateView(estate);
    expect(automatic.grouping).not.toBe('none');
    expect(automatic.nodes.length).toBeLessThanOrEqual(mostCards);
    for (const view of [automatic, estateView(estate, { grouping: how })]) {
      expect(view.nodes.flatMap(({ vpcs }) => vpcs).length).toBe(size.vpcs);
      const { smallestFont: _, crossings: __, cut: ___, ...faults } = qualityOf(sceneOf(view, 1384));
      expect(faults).toEqual(none);
      // What joins VPCs of one stack is no line; all the rest is drawn or listed.
      const stackOf = new Map(view.nodes.flatMap((node) => node.vpcs.map(({ key }) => [key, node.key] as const)));
      const between = estate.links.filter(({ ends: [a, b] }) => (stackOf.get(a) ?? a) !== (stackOf.get(b) ?? b));
      expect([...view.lines, ...view.undrawn].flatMap(({ links }) => links).length).toBe(between.length);
    }
  });

  it('is wider than its view before it is many views high', () => {
    const model = sampleEstateModel({ vpcs: 220, lines: 6, accounts: 1, regions: 1 }, 5);
    const view = estateView(estateOf({ ...model, natGateways: [], vpnGateways: [], vpnConnections: [] }), { grouping: 'none' });
    const scene = sceneOf(view, 1384);
    expect(scene.boxes.filter(({ key }) => key !== '')).toHaveLength(220);
    expect(scene.height).toBeLessThan(4 * 760);
    expect(scene.width).toBeLessThan(4 * 1384);
    const { smallestFont: _, crossings: __, cut: ___, ...faults } = qualityOf(scene);
    expect(faults).toEqual(none);
  });

  it('leaves VPCs with five lines and more single by account and region too, and what is selected', () => {
    const estate = estateOf(sampleEstateModel({ vpcs: 300, lines: 200, accounts: 2, regions: 3 }, 8));
    const lines = (key: string): number => estate.links.filter(({ ends }) => ends.includes(key)).length;
    const busy = estate.vpcs.filter(({ key }) => lines(key) >= 5).map(({ key }) => key);
    const lone = estate.vpcs.find(({ key }) => lines(key) === 0)?.key ?? '';
    const view = estateView(estate, { grouping: 'region', selected: lone });
    const singles = view.nodes.filter(({ kind }) => kind === 'vpc').map(({ key }) => key);
    expect(busy.length).toBeGreaterThan(1);
    expect(singles).toEqual(expect.arrayContaining([...busy, lone]));
    expect(view.nodes.filter(({ kind }) => kind === 'stack').every((node) => blocksOfNode(node).length > 0)).toBe(true);
    // Where all have many lines, no more stand alone than cards have room.
    const mesh = estateView(estateOf(sampleEstateModel({ vpcs: 200, lines: 1500, accounts: 2, regions: 3 }, 8)), { grouping: 'region' });
    expect(mesh.nodes.length).toBeLessThanOrEqual(mostCards);
  });

  it('writes exits in words where there is room, names of cards first, and makes no room for an empty column', () => {
    const view = viewOf(sampleEstateModel({ vpcs: 6, lines: 3, accounts: 1, regions: 2 }, 3));
    const told = (width: number): number => sceneOf(view, width).texts.filter(({ kind }) => kind === 'exit').length;
    expect([told(1864) > 0, told(420)]).toEqual([true, 0]);
    const wide = sceneOf(view, 1864);
    expect(wide.texts.filter(({ kind, text, full }) => (kind === 'exit' || kind === 'name') && text !== full)).toEqual([]);
    const plan = estatePlan(view, 1864);
    const more = plan.grid.regions.map((region, at) =>
      at === plan.grid.regions.length - 1 ? { ...region, columns: region.columns + 1 } : region,
    );
    const gap = estateScene({ view, plan: { ...plan, grid: { ...plan.grid, regions: more } }, words, measure, width: 700, height: 760 });
    expect(gap.width - sceneOf(view, 700).width).toBeLessThanOrEqual(38 + 24 + 14);
  });

  it('closes accounts without findings to strips, where others have some; opening one moves nothing but down', () => {
    const estate = estateOf(sampleEstateModel({ vpcs: 200, lines: 0, accounts: 3, regions: 3, tagged: true }, 5));
    const [quiet, loud] = [...new Set(estate.vpcs.map(({ account }) => account))];
    const told = { ...estate, vpcs: estate.vpcs.map((vpc) => (vpc.account === loud ? vpc : { ...vpc, findings: [] })) };
    const closed = estateView(told, { grouping: 'tag' });
    expect(closed.nodes.filter((node) => node.account === quiet).every((node) => node.closed)).toBe(true);
    expect(closed.nodes.filter((node) => node.account === loud).some((node) => node.closed)).toBe(false);
    const plan = estatePlan(closed, 1384);
    const low = estateScene({ view: closed, plan, words, measure, width: 1384, height: 300 });
    const strips = low.boxes.filter(({ key }) => closed.nodes.some((node) => node.key === key && node.closed));
    expect(strips.length).toBeGreaterThan(0);
    expect(strips.every(({ height }) => height === 46)).toBe(true);
    const { smallestFont: _, crossings: __, cut: ___, ...faults } = qualityOf(low);
    expect(faults).toEqual(none);
    const inside = told.vpcs.find((vpc) => vpc.account === quiet)?.key ?? '';
    for (const options of [{ open: new Set([accountOpened(quiet ?? '')]) }, { selected: inside }]) {
      const view = estateView(told, { grouping: 'tag', ...options });
      expect(view.nodes.filter((node) => node.account === quiet).some((node) => node.closed)).toBe(false);
      const next = estatePlan(view, 1384, plan);
      expect(next.grid.accounts.map(({ account }) => account)).toEqual(plan.grid.accounts.map(({ account }) => account));
      for (const node of closed.nodes.filter((one) => one.account === loud))
        expect(next.grid.places.get(node.key)?.column).toBe(plan.grid.places.get(node.key)?.column);
    }
  });

  it('begins with more than 60 cards, or more than 20 lines between VPCs', () => {
    const of = (vpcs: number, lines: number): string =>
      estateView(estateOf(sampleEstateModel({ vpcs, lines, accounts: 2, regions: 3 }, 2))).grouping;
    expect([of(60, 20), of(61, 20), of(60, 21)].map((how) => how === 'none')).toEqual([true, false, false]);
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
  it('for a line that nothing is written on', () => {
    expect(wordlessIn(scene)).toEqual([]);
    expect(wordlessIn({ ...scene, texts: scene.texts.filter(({ of }) => !of.includes(first.net)) })).toEqual([first.net]);
  });
  it('for a picture in a corner of its view', () => {
    const view = { width: scene.width, height: scene.height };
    expect(extentOf(scene, view)).toBeGreaterThan(0.95);
    expect(extentOf(scene, { width: 2 * view.width, height: view.height })).toBeLessThan(0.5);
    const half = (part: Scene['boxes'][number]): boolean => part.x + part.width < view.width / 2;
    expect(extentOf({ ...scene, boxes: scene.boxes.filter(half), texts: [] }, view)).toBeLessThan(0.5);
  });
  it('for two lines on one track', () => {
    expect(qualityOf({ ...scene, lines: [...scene.lines, { ...first, key: 'wrong', net: 'wrong' }] }).shared).not.toEqual([]);
  });
});
