import { it } from 'vitest';
import { sampleEstateModel, sampleEstateWords as words } from '../testing/sample-estate.ts';
import { sampleMeasure as measure } from '../testing/sample-map.ts';
import { estateOf } from './estate.ts';
import { estateView } from './estate-groups.ts';
import { estatePlan, estateScene } from './estate-scene.ts';
import { qualityOf } from './quality.ts';
it('x', () => {
  const kinds = new Map<string, number>();
  for (let seed = 1; seed < 60; seed += 1) for (const width of [1072, 1384, 1864]) {
    const view = estateView(estateOf(sampleEstateModel({ vpcs: 1 + seed % 40, lines: seed % 21, accounts: 1 + seed % 4, regions: 1 + seed % 6 }, seed)));
    const q = qualityOf(estateScene({ view, plan: estatePlan(view, width), words, measure, width, height: 760 }));
    for (const k of ['overText','throughBox','shared','textOverText','outside'] as const) for (const f of q[k]) { kinds.set(k, (kinds.get(k) ?? 0) + 1); if ((kinds.get(k) ?? 0) < 5) console.log(seed, width, k, f); }
  }
  console.log([...kinds]);
  for (const [v, l, r] of [[17, 11, 3], [18, 18, 3], [40, 20, 4]] as const) {
    const times: number[] = []; const cross: number[] = []; const named: number[] = [];
    for (let seed = 1; seed < 12; seed += 1) {
      const view = estateView(estateOf(sampleEstateModel({ vpcs: v, lines: l, accounts: 2, regions: r }, seed)), {grouping: 'none'});
      const t = performance.now(); const plan = estatePlan(view, 1864); times.push(performance.now() - t);
      const scene = estateScene({ view, plan, words, measure, width: 1864, height: 760 });
      cross.push(qualityOf(scene).crossings);
      const n = new Set(scene.texts.flatMap(({ of }) => of)); named.push(view.lines.filter(({ key }) => !n.has(key)).length);
    }
    console.log(v, l, times.map(t => t.toFixed(0)).join(' '), '| crossings', cross.join(' '), '| unnamed', named.join(' '));
  }
});
