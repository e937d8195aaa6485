import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyModel, joinModels, type NetworkModel } from '../../../network/model/model.ts';
import { sampleModel } from '../../../network/testing/sample-model.ts';
import { buildTopology } from './build.ts';
import { type Box, type Layout, layout, withoutSizes } from './layout.ts';
import type { TopologyNode } from './node.ts';

const build = (model: NetworkModel): readonly TopologyNode[] => buildTopology(model, new Map(), { grouped: true, places: [] }).roots;
const all = (): boolean => true;

const at = (done: Layout, key: string): Box | undefined => done.boxes[done.at.get(key) ?? -1];

/** Boxes of a container, by the container's key; '' is the map itself. */
function siblings(done: Layout): Map<string, Box[]> {
  const found = new Map<string, Box[]>();
  for (const box of done.boxes) {
    const key = done.boxes[box.parent]?.node.key ?? '';
    found.set(key, [...(found.get(key) ?? []), box]);
  }
  return found;
}

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const network = fc.record({
  vpcs: fc.integer({ min: 1, max: 5 }),
  subnetsPerVpc: fc.integer({ min: 0, max: 9 }),
  interfacesPerSubnet: fc.integer({ min: 0, max: 6 }),
  seed: fc.nat(1000),
});
type Shape = typeof network extends fc.Arbitrary<infer T> ? T : never;

const modelOf = ({ seed, ...size }: Shape): NetworkModel => sampleModel(size, seed);

/** A part of a network: some VPCs, subnets, interfaces and gateways of it are gone. */
function partOf(model: NetworkModel, seed: number): NetworkModel {
  let state = seed + 1;
  const stays = (): boolean => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 > 0.25;
  };
  return {
    ...model,
    vpcs: model.vpcs.filter(stays),
    subnets: model.subnets.filter(stays),
    interfaces: model.interfaces.filter(stays),
    natGateways: model.natGateways.filter(stays),
    peerings: model.peerings.filter(stays),
  };
}

/** What a box stands in, by key. An interface whose group is gone stands elsewhere, and is new there. */
const around = (done: Layout, box: Box | undefined): string | undefined => box && (done.boxes[box.parent]?.node.key ?? '');

describe('the layout of the map', () => {
  it('puts boxes beside each other and inside their containers', () => {
    fc.assert(
      fc.property(network, (shape) => {
        const done = layout(build(modelOf(shape)), all);
        for (const box of done.boxes) {
          const outer = done.boxes[box.parent];
          const inside = outer ?? { x: 0, y: 0, w: done.width, h: done.height };
          expect(box.x).toBeGreaterThanOrEqual(inside.x);
          expect(box.y).toBeGreaterThanOrEqual(inside.y);
          expect(box.x + box.w).toBeLessThanOrEqual(inside.x + inside.w);
          expect(box.y + box.h).toBeLessThanOrEqual(inside.y + inside.h);
        }
        for (const boxes of siblings(done).values()) {
          boxes.forEach((one, index) => {
            for (const other of boxes.slice(index + 1)) expect(meet(one, other), `${one.node.key} ${other.node.key}`).toBe(false);
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('does not depend on the order in which rows arrive', () => {
    fc.assert(
      fc.property(network, (shape) => {
        const model = modelOf(shape);
        const turned = Object.fromEntries(Object.entries(model).map(([kind, rows]) => [kind, rows.toReversed()]));
        const places = (one: NetworkModel) => layout(build(one), all).boxes.map(({ node, x, y, w, h }) => [node.key, x, y, w, h]);
        expect(places(joinModels([turned]))).toEqual(places(model));
      }),
      { numRuns: 25 },
    );
  });

  it('moves nothing when things go', () => {
    fc.assert(
      fc.property(network, fc.nat(), (shape, seed) => {
        const model = modelOf(shape);
        const part = partOf(model, seed);
        const before = layout(build(model), all);
        const after = layout(build(part), all, before.memory);
        for (const box of after.boxes) {
          const was = at(before, box.node.key);
          if (was && around(before, was) === around(after, box)) expect([box.node.key, box.x, box.y]).toEqual([box.node.key, was.x, was.y]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('brings things back to where they were', () => {
    fc.assert(
      fc.property(network, fc.nat(), (shape, seed) => {
        const model = modelOf(shape);
        const part = partOf(model, seed);
        const places = (done: Layout) => new Map(done.boxes.map(({ node, x, y }) => [node.key, [x, y]]));
        const before = layout(build(model), all);
        const gone = layout(build({ ...part, interfaces: model.interfaces, subnets: model.subnets, vpcs: model.vpcs }), all, before.memory);
        expect(places(layout(build(model), all, gone.memory))).toEqual(places(before));
      }),
      { numRuns: 25 },
    );
  });

  it('moves nothing left or up, and nothing past its neighbours, when things come', () => {
    fc.assert(
      fc.property(network, fc.nat(), (shape, seed) => {
        const model = modelOf(shape);
        const part = partOf(model, seed);
        const before = layout(build(part), all);
        const after = layout(build(model), all, before.memory);
        for (const was of before.boxes) {
          const box = at(after, was.node.key);
          if (!box || around(before, was) !== around(after, box)) continue;
          expect(box.x).toBeGreaterThanOrEqual(was.x);
          expect(box.y).toBeGreaterThanOrEqual(was.y);
        }
        const later = siblings(after);
        for (const [key, boxes] of siblings(before)) {
          const order = (list: readonly Box[], other: Layout) =>
            list.flatMap(({ node }) => (around(other, at(other, node.key)) === key ? [node.key] : [])).join(' ');
          expect(order(later.get(key) ?? [], before)).toBe(order(boxes, after));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves VPCs as they are inside when another one grows', () => {
    const model = sampleModel({ vpcs: 4, subnetsPerVpc: 6, interfacesPerSubnet: 2 });
    const before = layout(build(model), all);
    const added = { id: 'subnet-new', vpc: 'vpc-0', cidr: '10.0.200.0/24', zone: 'ap-guangzhou-9' };
    const after = layout(build({ ...model, subnets: [...model.subnets, added] }), all, before.memory);
    for (const { node, x, y, parent } of before.boxes) {
      if (node.kind !== 'subnet') continue;
      const vpc = before.boxes[before.boxes[parent]?.parent ?? -1];
      const [now, outer] = [at(after, node.key), at(after, vpc?.node.key ?? '')];
      expect([(now?.x ?? 0) - (outer?.x ?? 0), (now?.y ?? 0) - (outer?.y ?? 0)]).toEqual([x - (vpc?.x ?? 0), y - (vpc?.y ?? 0)]);
    }
    expect(after.at.has('subnet:subnet-new')).toBe(true);
  });

  it('gives room back when a box is closed, and keeps the order', () => {
    const model = sampleModel({ vpcs: 3, subnetsPerVpc: 6, interfacesPerSubnet: 2 });
    const roots = build(model);
    const before = layout(roots, all);
    const isOpen = (node: TopologyNode): boolean => node.id !== 'vpc-0';
    const after = layout(roots, isOpen, withoutSizes(before.memory));
    expect(at(after, 'vpc:vpc-0')?.h).toBeLessThan(at(before, 'vpc:vpc-0')?.h ?? 0);
    expect(after.boxes.some(({ node }) => node.id === 'subnet-0-0')).toBe(false);
    const vpcs = (done: Layout) => done.boxes.flatMap(({ node }) => (node.kind === 'vpc' ? [node.id] : []));
    expect(vpcs(after)).toEqual(vpcs(before));
  });

  it('of nothing is empty', () => {
    expect(layout(build(emptyModel), all)).toMatchObject({ boxes: [], width: 0, height: 0 });
  });
});
