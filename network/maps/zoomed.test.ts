/** A map from farther: every text that is left is read, in its place, and meets nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleEstateModel, sampleEstateWords } from '../testing/sample-estate.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords } from '../testing/sample-map.ts';
import { estateOf } from './estate.ts';
import { estateView } from './estate-groups.ts';
import { estatePlan } from './estate-places.ts';
import { estateScene } from './estate-scene.ts';
import { qualityOf } from './quality.ts';
import type { Scene } from './scene.ts';
import { vpcMapOf } from './vpc-map.ts';
import { vpcScene } from './vpc-scene.ts';
import { waysAt } from './walk.ts';
import { zoomScene } from './zoomed.ts';

const room = { width: 1384, height: 760 } as const;

function estate(seed: number): Scene {
  const view = estateView(estateOf(sampleEstateModel({ vpcs: 24, lines: 12, accounts: 3, regions: 4 }, seed)));
  return estateScene({ view, plan: estatePlan(view, room.width), words: sampleEstateWords, measure, ...room });
}

function vpc(seed: number): Scene {
  const map = vpcMapOf(sampleMapModel({ tables: 4, subnets: 30, zones: 3, peers: 4, interfacesPerSubnet: 2 }, seed), 'vpc-home');
  if (!map) throw new Error('the sample has no vpc-home');
  return vpcScene({ map, words: sampleWords, measure, ...room });
}

const none = { overText: [], throughBox: [], shared: [], textOverText: [], outside: [] };

describe('a map from farther', () => {
  it('has no letter below 11 px on the screen, nothing over a text, and no text out of its box', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(estate, vpc),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 50, max: 99 }),
        (of, seed, percent) => {
          const zoom = percent / 100;
          const { cut: _, crossings: __, smallestFont, ...faults } = qualityOf(zoomScene(of(seed), zoom, measure));
          expect(faults).toEqual(none);
          expect(smallestFont * zoom).toBeGreaterThan(10.99);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has every name and every head that it had, and why a route carries nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(estate, vpc),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 50, max: 99 }),
        (of, seed, percent) => {
          const scene = of(seed);
          const told = ({ texts }: Scene): string[] =>
            texts
              .filter(
                ({ kind, state }) => kind === 'name' || kind === 'head' || kind === 'small-name' || (kind === 'note' && state === 'dead'),
              )
              .map(({ full, of }) => `${full} of ${of.join()}`)
              .sort();
          expect(told(zoomScene(scene, percent / 100, measure))).toEqual(told(scene));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('loses counts first, then blocks; at 100 % and nearer it is as it was laid out', () => {
    const scene = estate(3);
    const kinds = (zoom: number): Set<string> => new Set(zoomScene(scene, zoom, measure).texts.map(({ kind }) => kind));
    expect(zoomScene(scene, 1, measure)).toBe(scene);
    expect(zoomScene(scene, 2, measure)).toBe(scene);
    expect([...kinds(0.9)].sort()).toEqual(['head', 'mono', 'name', 'small-name', 'word'].filter((kind) => kinds(1).has(kind)));
    expect(kinds(0.9).has('mono')).toBe(true);
    expect(kinds(0.5).has('mono')).toBe(false);
    expect(kinds(0.5).has('name')).toBe(true);
  });
});

it('a line is broken where its word stands, and only there', () => {
  for (const seed of [1, 2, 3]) {
    const scene = estate(seed);
    for (const zoom of [0.5, 0.8]) {
      const far = zoomScene(scene, zoom, measure);
      for (const net of new Set(scene.lines.filter(({ net }) => net.startsWith('link:')).map((line) => line.net))) {
        const parts = far.lines.filter((line) => line.net === net);
        const named = far.texts.some((text) => text.kind === 'word' && text.of.includes(net));
        expect(parts.filter(({ start }) => start === 'ring').length).toBe(1);
        expect(parts.filter(({ end }) => end === 'ring').length).toBe(1);
        if (!named) expect(parts.length).toBe(1);
      }
    }
  }
});

describe('lines of a thing', () => {
  it('are walked one by one: each leads to its other end, and back', () => {
    const scene = estate(3);
    const [first] = scene.ways;
    if (!first) throw new Error('the sample has lines');
    const ways = waysAt(scene, first.from);
    expect(ways.map(({ to }) => to)).toContain(first.to);
    for (const { to } of ways) expect(waysAt(scene, to).map((back) => back.to)).toContain(first.from);
    expect(waysAt(scene, 'gone')).toEqual([]);
  });
});
