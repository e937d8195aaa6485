/** A packet's way on the estate is drawn as far as it comes, on the lines that are there. */
import { expect, it } from 'vitest';
import { sampleEstateModel, sampleEstateWords as words } from '../testing/sample-estate.ts';
import { sampleMeasure as measure } from '../testing/sample-map.ts';
import { estateOf } from './estate.ts';
import { estateView } from './estate-groups.ts';
import { litByEstatePath, type PathLeg, withEstatePath } from './estate-path.ts';
import { estatePlan } from './estate-places.ts';
import { estateScene } from './estate-scene.ts';
import { qualityOf } from './quality.ts';
import type { PathStop } from './vpc-path.ts';

const view = estateView(estateOf(sampleEstateModel({ vpcs: 12, lines: 8, accounts: 2, regions: 3 }, 1)));
const scene = estateScene({ view, plan: estatePlan(view, 1384), words, measure, width: 1384, height: 760 });
const stopAt = (key: string, n: number, result: PathStop['result']): PathStop => ({
  ...{ n, way: 'forward', key, elsewhere: null, hops: [], result },
});

it.each(view.lines.map((line) => [line.key, line] as const))(
  'of %s in either direction, and its numbers hide no text',
  (_, { key, ends }) => {
    for (const onwards of [true, false]) {
      const [from, to] = onwards ? ends : [ends[1], ends[0]];
      const leg = (state: PathLeg['state'], back = false): PathLeg => ({ line: key, onwards, back, state });
      const stops = [stopAt(from, 1, 'pass'), stopAt(to, 2, 'unknown')];
      const drawn = withEstatePath(scene, { stops, legs: [leg('unknown')] }, measure);
      const own = scene.lines.filter(({ net }) => net === key);
      const [first, last] = onwards ? [own[0], own.at(-1)] : [own.at(-1), own[0]];
      const traced = drawn.traced ?? [];
      expect(traced.map((line) => line.key).sort()).toEqual(own.map((line) => line.key).sort());
      expect(traced[0]?.points[0]).toEqual(onwards ? first?.points[0] : first?.points.at(-1));
      expect(traced.at(-1)).toMatchObject({ end: 'arrow', state: 'unknown' });
      expect(traced.at(-1)?.points.at(-1)).toEqual(onwards ? last?.points.at(-1) : last?.points[0]);
      expect(qualityOf(drawn).textOverText).toEqual([]);
      expect(withEstatePath(scene, { stops: [], legs: [leg('dead')] }, measure).traced?.at(-1)?.end).toBe('cross');
      expect(withEstatePath(scene, { stops: [], legs: [leg('good', true)] }, measure).traced?.[0]?.start).toBe('arrow');
      expect([...litByEstatePath({ stops: stops.slice(0, 1), legs: [] })]).toEqual([from]);
    }
  },
);
