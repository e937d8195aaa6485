/** The way of a packet on the map: along the lines that are there, numbered, as far as it comes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import type { PathCase, PathQuery } from '../paths/path.ts';
import { trace } from '../paths/trace.ts';
import { sampleMeasure as measure, sampleWords as words } from '../testing/sample-map.ts';
import { anyQuestion } from '../testing/sample-paths.ts';
import { accept, group, https, network, peeredNetwork, throughNat } from '../testing/two-vpcs.ts';
import { qualityOf } from './quality.ts';
import type { Point, Scene } from './scene.ts';
import { litByPath, withPath } from './scene-path.ts';
import { vpcMapOf } from './vpc-map.ts';
import { pathOnVpcMap, type VpcPath } from './vpc-path.ts';
import { vpcScene } from './vpc-scene.ts';
import { zoomScene } from './zoomed.ts';

function drawn(model: NetworkModel, walk: PathCase, vpc: string): { path: VpcPath; scene: Scene } {
  const map = vpcMapOf(model, vpc);
  if (!map) throw new Error(`the model has no ${vpc}`);
  const path = pathOnVpcMap(model, map, walk);
  const scene = vpcScene({ map, words, measure, width: 1184, height: 760 });
  const why = ({ result }: VpcPath['stops'][number]): string => (result === 'block' ? 'Security group: blocked, no rule lets it in' : '');
  return { path, scene: withPath(scene, path.stops, { measure, members: new Map(), why }) };
}

const on = (model: NetworkModel, query: PathQuery, vpc: string) => {
  const [first] = trace(model, query).cases;
  if (!first) throw new Error('nothing to trace');
  return drawn(model, first, vpc);
};

/** "1 subnet:subnet-a pass", in order; what the map has nothing for by its kind. */
const told = ({ stops }: VpcPath): string[] => stops.map(({ n, key, elsewhere, result }) => `${n} ${key ?? elsewhere?.kind} ${result}`);

const traced = ({ traced: lines = [] }: Scene): string[] => lines.map(({ key, state, start, end }) => `${key} ${state} ${start}-${end}`);

describe('the way of a packet on the map of a VPC', () => {
  it('goes out by table and peering and comes back by the same lines', () => {
    const { path, scene } = on(network(), https, 'vpc-a');
    expect(told(path)).toEqual([
      '1 subnet:subnet-a pass',
      '2 table:rtb-a pass',
      '3 hop:PEERCONNECTION:pcx-ab pass',
      '4 beyond:pcx-ab pass',
      '5 beyond:pcx-ab pass',
      '6 hop:PEERCONNECTION:pcx-ab pass',
      '7 subnet:subnet-a pass',
    ]);
    expect(path.others).toEqual(['vpc-b']);
    expect(traced(scene)).toEqual(['way:table:rtb-a>hop:PEERCONNECTION:pcx-ab good arrow-arrow', 'link:beyond:pcx-ab good arrow-arrow']);
    expect(litByPath(path.stops, scene)).toContain('route:rtb-a:10.1.0.0/16:pcx-ab');
  });

  it('is told by the map of the other VPC from its own side', () => {
    const { path } = on(network(), https, 'vpc-b');
    expect(told(path)).toEqual([
      '1 beyond:pcx-ab pass',
      '2 hop:PEERCONNECTION:pcx-ab pass',
      '3 subnet:subnet-b pass',
      '4 subnet:subnet-b pass',
      '5 table:rtb-b pass',
      '6 hop:PEERCONNECTION:pcx-ab pass',
      '7 beyond:pcx-ab pass',
    ]);
  });

  it('ends where a group or a missing route stops it: no answer, and a cross', () => {
    const filtered = on(network({ securityGroups: group([accept('ALL', 'ALL')], []) }), https, 'vpc-a');
    expect(told(filtered.path)).toEqual(['1 subnet:subnet-a block']);
    expect(filtered.scene.signs.filter((sign) => sign.kind === 'stop').map(({ state }) => state)).toEqual(['dead', 'dead']);
    expect(filtered.scene.texts.filter(({ kind, full }) => kind === 'word' && full.startsWith('Security group')).length).toBe(1);
    const lost = on(peeredNetwork([], []), https, 'vpc-a');
    expect(told(lost.path)).toEqual(['1 subnet:subnet-a pass', '2 table:rtb-a block']);
    // Towards what refuses.
    expect(traced(lost.scene)).toEqual(['refused table:rtb-a dead dot-cross']);
  });

  it('stands behind the NAT gateway where it crosses the internet', () => {
    const { path } = on(
      { ...peeredNetwork([throughNat], []), natGateways: [{ id: 'nat-a', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1'] }] },
      { from: { interface: 'eni-a' }, to: { address: '1.0.0.0' }, protocol: 'TCP', port: 443 },
      'vpc-a',
    );
    expect(told(path).slice(2)).toEqual([
      '3 hop:NAT:nat-a pass',
      '4 beyond:nat-a pass',
      '5 beyond:nat-a pass',
      '6 hop:NAT:nat-a pass',
      '7 subnet:subnet-a pass',
    ]);
  });

  it('adds no corner, breaks no gate, and numbers stops without a gap, whatever is asked', () => {
    fc.assert(
      fc.property(anyQuestion, ({ model, question: { from, to, ...rest } }) => {
        const query: PathQuery = { ...rest, from: from.startsWith('eni') ? { interface: from } : { address: from }, to };
        for (const walk of trace(model, query).cases) {
          for (const { id } of model.vpcs) {
            const { path, scene } = drawn(model, walk, id);
            expect(path.stops.map(({ n }) => n)).toEqual(path.stops.map((_, at) => at + 1));
            const points = new Set([...scene.lines, ...scene.ways].flatMap((line) => line.points.map(({ x, y }: Point) => `${x} ${y}`)));
            const along = (scene.traced ?? []).filter(({ key }) => !key.startsWith('refused '));
            for (const line of along) for (const { x, y } of line.points) expect(points).toContain(`${x} ${y}`);
            for (const seen of [scene, zoomScene(scene, 0.6, measure)]) {
              const { overText, textOverText, outside } = qualityOf(seen);
              expect({ overText, textOverText, outside }).toEqual({ overText: [], textOverText: [], outside: [] });
              // A number is never left out: without it a stop is not found in the words.
              expect(seen.texts.filter(({ kind, full }) => kind === 'word' && /^[→←] \d+( \d+)*$/.test(full)).length).toBe(
                seen.signs.filter((sign) => sign.kind === 'stop' && !sign.bare).length,
              );
            }
            const keys = new Set(scene.boxes.map(({ key }) => key));
            for (const { key } of path.stops) if (key !== null) expect(keys).toContain(key);
            const blocked = walk.forward.some(({ result }) => result === 'block');
            if (blocked) {
              expect(path.stops.every(({ way }) => way === 'forward')).toBe(true);
              if (path.stops.length > 0) expect(path.stops.at(-1)?.result).toBe('block');
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
