/** The gates of the map of a VPC: a picture that breaks one of them sends a stranger the wrong way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords as words } from '../testing/sample-map.ts';
import { qualityOf } from './quality.ts';
import type { Scene } from './scene.ts';
import { tableMapOf } from './table-map.ts';
import { tablePairOf } from './table-pair.ts';
import { vpcMapOf } from './vpc-map.ts';
import { orderMap } from './vpc-order.ts';
import { vpcScene } from './vpc-scene.ts';
import { mapRouteKey } from './vpc-tables.ts';

function sceneOf(model: NetworkModel, width: number, height = 760, open?: ReadonlySet<string>): Scene {
  const map = vpcMapOf(model, 'vpc-home');
  if (!map) throw new Error('the model has no vpc-home');
  return vpcScene({ map, words, measure, width, height, ...(open ? { open } : {}) });
}

const widths = [1010, 1072, 1184, 1384, 1864] as const;
const none = { overText: [], throughBox: [], shared: [], textOverText: [], outside: [] };

const sizes = fc.record({
  tables: fc.integer({ min: 1, max: 9 }),
  subnets: fc.integer({ min: 0, max: 60 }),
  zones: fc.integer({ min: 1, max: 7 }),
  peers: fc.integer({ min: 0, max: 16 }),
  interfacesPerSubnet: fc.integer({ min: 0, max: 3 }),
});

/** The same rows in another order. */
const shuffled = (model: NetworkModel, turn: number): NetworkModel => {
  const mixed = <T>(rows: readonly T[]): T[] => {
    const at = rows.length === 0 ? 0 : turn % rows.length;
    return [...rows.slice(at), ...rows.slice(0, at)].reverse();
  };
  return {
    ...model,
    vpcs: mixed(model.vpcs),
    subnets: mixed(model.subnets),
    routeTables: mixed(model.routeTables).map((table) => ({ ...table, routes: mixed(table.routes) })),
    interfaces: mixed(model.interfaces),
    peerings: mixed(model.peerings),
    natGateways: mixed(model.natGateways),
    vpnConnections: mixed(model.vpnConnections),
  };
};

/** Tables and peers of generated maps. */
const generated = [2, 3, 4, 5, 6, 8, 10, 12].map((tables) => [tables, tables + 2] as const);

/** How often two nets cross at most. */
function mostBetweenTwo(scene: Scene): number {
  const nets = new Map<string, Scene['lines'][number][]>();
  for (const line of scene.lines) nets.set(line.net, [...(nets.get(line.net) ?? []), line]);
  const alone = (lines: Scene['lines']): Scene => ({ ...scene, boxes: [], texts: [], signs: [], ways: [], lines });
  let most = 0;
  for (const [a, one] of nets) for (const [b, two] of nets) if (a < b) most = Math.max(most, qualityOf(alone([...one, ...two])).crossings);
  return most;
}

const waysOf = ({ ways }: Scene): string[] => [...new Set(ways.map(({ from, to }) => `${from}>${to}`))].sort();

/** The ways that the tables tell, with the boxes that hold their hops. */
function waysIn(model: NetworkModel): string[] {
  const map = vpcMapOf(model, 'vpc-home');
  const holders = new Map(map ? orderMap(map).hops.flatMap(({ key, members }) => members.map((one) => [one, key] as const)) : []);
  const found = map?.tables.flatMap(({ key, routes }) => routes.flatMap(({ hop }) => (hop === null ? [] : [`${key}>${holders.get(hop)}`])));
  return [...new Set(found)].sort();
}

/** A VPC as people build them: each zone has its own NAT gateway, all tables lead to the same peers, some to the data centre too. */
function alike(tables: number, peers = 4): NetworkModel {
  const model = sampleMapModel({ tables, subnets: 24, zones: 3, peers, interfacesPerSubnet: 1 }, 5);
  const to = (type: string, gateway: string, destination: string) => ({ type, gateway, destination });
  return {
    ...model,
    peerings: model.peerings.map((one) => ({ ...one, state: 'active' as const })),
    natGateways: Array.from({ length: tables }, (_, at) => ({
      id: `nat-${at}`,
      vpc: 'vpc-home',
      state: 'available' as const,
      eips: [`43.0.0.${at}`],
    })),
    routeTables: model.routeTables.map((table) => {
      const at = Number(table.id.replace('rtb-', ''));
      if (table.vpc !== 'vpc-home')
        return { ...table, routes: [to('PEERCONNECTION', table.id.replace('rtb-of-vpc', 'pcx'), '10.0.0.0/12')] };
      const shared = Array.from({ length: peers }, (_, peer) => to('PEERCONNECTION', `pcx-${peer}`, `10.${64 + peer}.0.0/16`));
      const own = [to('NAT', `nat-${at}`, '0.0.0.0/0'), ...(at < tables / 2 ? [to('DIRECTCONNECT', 'dcg-0', '172.20.0.0/16')] : [])];
      return { ...table, routes: [...own, ...shared] };
    }),
  };
}

describe('the picture of a VPC', () => {
  it('has no line over a text or through a box, shares no stretch, and no text lies over another', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(...widths), (size, seed, width) => {
        const { smallestFont, crossings: _, cut: __, ...faults } = qualityOf(sceneOf(sampleMapModel(size, seed), width));
        expect(faults).toEqual(none);
        expect(smallestFont).toBeGreaterThanOrEqual(11);
      }),
      { numRuns: 80 },
    );
  });

  it.each(generated)('crosses no more than an eye follows with %i tables and %i peers, and loses no way', (tables, peers) => {
    for (const seed of [1, 2, 3]) {
      const model = sampleMapModel({ tables, subnets: 30, zones: 3, peers, interfacesPerSubnet: 1 }, seed);
      const ways = waysIn(model);
      for (const width of widths) {
        const scene = sceneOf(model, width);
        const { crossings, smallestFont: _, cut: __, ...faults } = qualityOf(scene);
        expect(faults).toEqual(none);
        const drawn = scene.ways.filter(({ goesOn }) => goesOn === undefined);
        expect(crossings).toBeLessThanOrEqual(Math.min(10, 0.3 * drawn.length));
        expect(waysOf(scene)).toEqual(ways);
        // Names are for what tangles.
        expect(drawn.length).toBeGreaterThanOrEqual(ways.length / 4);
        if (width === 1384) expect(mostBetweenTwo(scene)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('names every subnet where the cards of many tables leave room for them', () => {
    for (const seed of [1, 2, 3]) {
      const scene = sceneOf(sampleMapModel({ tables: 9, subnets: 60, zones: 3, peers: 10, interfacesPerSubnet: 1 }, seed), 1384);
      expect(scene.boxes.filter(({ kind }) => kind === 'tile')).toEqual([]);
      expect(scene.boxes.filter(({ kind }) => kind === 'cell')).toHaveLength(60);
    }
  });

  it('draws nearly every way where tables are alike', () => {
    for (const tables of [2, 4, 6, 8, 12]) {
      for (const width of widths) {
        const scene = sceneOf(alike(tables), width);
        expect(scene.ways.filter(({ goesOn }) => goesOn).length).toBeLessThanOrEqual(scene.ways.length / 10);
        expect(qualityOf(scene).crossings).toBeLessThanOrEqual(0.3 * scene.ways.length);
      }
    }
  });

  it('puts next hops near the tables that lead to them', () => {
    for (const [tables, peers] of generated) {
      const scene = sceneOf(sampleMapModel({ tables, subnets: 30, zones: 3, peers, interfacesPerSubnet: 1 }, 1), 1384);
      for (const hop of scene.boxes.filter(({ kind }) => kind === 'hop')) {
        const ports = scene.ways.flatMap(({ to, points: [port] }) => (to === hop.key && port ? [port.y] : []));
        if (ports.length === 0) continue;
        const middle = ports.reduce((sum, y) => sum + y, 0) / ports.length;
        expect(Math.abs(hop.y + hop.height / 2 - middle)).toBeLessThan(400);
      }
    }
  });

  it('puts hops that are alike in one box once they are many, and opens it in its place', () => {
    const model = alike(2, 9);
    const closed = sceneOf(model, 1384);
    const stack = closed.boxes.find(({ key }) => key.startsWith('stack:'));
    expect(closed.texts.find(({ of, kind }) => kind === 'name' && stack && of.includes(stack.key))?.full).toBe('peering-0 +8');
    expect(sceneOf(model, 1384, 760, new Set([stack?.key ?? ''])).boxes.filter(({ key }) => key.startsWith('hop:PEER')).length).toBe(9);
  });

  it('keeps them for one table of it, beside another, in half of the width', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1_000_000 }), (size, seed) => {
        const map = vpcMapOf(sampleMapModel({ ...size, subnets: 8 }, seed), 'vpc-home');
        for (const { id } of map?.tables ?? []) {
          const one = map && tableMapOf(map, id);
          if (!one) continue;
          const scene = vpcScene({ map: one, words, measure, width: 580, height: 240, compact: true });
          const { smallestFont, crossings: _, cut: __, ...faults } = qualityOf(scene);
          expect(faults).toEqual(none);
          expect(smallestFont).toBeGreaterThanOrEqual(11);
          expect(scene.boxes.some(({ kind }) => kind === 'cell')).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps them for two tables beside each other, with what both lead to at the same heights', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(480, 580, 760), (size, seed, width) => {
        const map = vpcMapOf(sampleMapModel({ ...size, subnets: 8, peers: Math.min(12, size.peers) }, seed), 'vpc-home');
        const [a, b] = map?.tables ?? [];
        const pair = map && a && b && tablePairOf(map, a.id, b.id);
        if (!pair) return;
        const scenes = pair.map(({ map: one, shared, marks }) =>
          vpcScene({
            ...{ map: one, words, measure, width, height: 280, compact: true, shared },
            marks: new Map([...marks].map(([key, mark]) => [key, `≠ ${mark}`])),
          }),
        );
        for (const scene of scenes) {
          const { smallestFont, crossings: _, cut: __, ...faults } = qualityOf(scene);
          expect(faults).toEqual(none);
          expect(smallestFont).toBeGreaterThanOrEqual(11);
        }
        const topsIn = (scene: Scene | undefined) => pair[0].shared.map((key) => scene?.boxes.find((box) => box.key === key)?.y);
        expect(topsIn(scenes[0])).toEqual(topsIn(scenes[1]));
        // What differs in one differs in the other, or is not there.
        const told = pair.map(({ table, marks }) =>
          table.routes.map((route) => [route.destination, marks.get(mapRouteKey(table, route))] as const),
        );
        for (const [destination, mark] of told[0] ?? []) {
          const others = (told[1] ?? []).filter(([other]) => other === destination);
          expect(mark === 'only').toBe(others.length === 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for rows in another order', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1_000_000 }), fc.nat(50), (size, seed, turn) => {
        const model = sampleMapModel(size, seed);
        expect(sceneOf(shuffled(model, turn), 1384)).toEqual(sceneOf(model, 1384));
      }),
      { numRuns: 40 },
    );
  });

  it('cuts no block: where many do not fit, a zone becomes a tile that opens in its place', () => {
    const model = sampleMapModel({ tables: 4, subnets: 1000, zones: 4, peers: 6, interfacesPerSubnet: 5 }, 7);
    const closed = sceneOf(model, 1384);
    const tile = closed.boxes.find(({ kind }) => kind === 'tile');
    expect(closed.height).toBeLessThan(2000);
    expect(tile).toBeDefined();
    const open = sceneOf(model, 1384, 760, new Set([tile?.key ?? '']));
    expect(open.boxes.filter(({ kind }) => kind === 'cell').length).toBeGreaterThan(20);
    for (const scene of [closed, open]) {
      const { crossings: _, cut, smallestFont: __, ...faults } = qualityOf(scene);
      expect(faults).toEqual(none);
      expect(cut.filter((text) => /^10\.[\d.]+\/\d+$/.test(text))).toEqual([]);
    }
  });

  it('puts hops that the same tables lead to on one net', () => {
    const model = sampleMapModel({ tables: 1, subnets: 3, zones: 1, peers: 0, interfacesPerSubnet: 1 }, 1);
    const routes = ['nat-0', 'dcg-0'].map((gateway, at) => ({
      destination: ['0.0.0.0/0', '172.20.0.0/16'][at] ?? '',
      type: ['NAT', 'DIRECTCONNECT'][at] ?? '',
      gateway,
    }));
    const [first] = model.routeTables;
    if (!first) throw new Error('the sample has a table');
    const tables = ['rtb-0', 'rtb-9'].map((id) => ({ ...first, id, main: id === 'rtb-0', routes }));
    const { lines } = sceneOf({ ...model, routeTables: tables }, 1384);
    expect(new Set(lines.filter(({ key }) => key.startsWith('net:')).map(({ net }) => net)).size).toBe(1);
  });
});

describe('a picture built wrong on purpose fails', () => {
  const scene = sceneOf(sampleMapModel({ tables: 3, subnets: 24, zones: 3, peers: 4, interfacesPerSubnet: 2 }, 3), 1384);
  const [first] = scene.lines.filter(({ key }) => key.startsWith('net:'));
  if (!first) throw new Error('the sample has nets');
  const withLine = (points: Scene['lines'][number]['points'], net = 'other'): Scene => ({
    ...scene,
    lines: [...scene.lines, { ...first, key: net, net, points }],
  });
  it('for a line over a text', () => {
    const [text] = scene.texts;
    if (!text) throw new Error('the sample has texts');
    expect(
      qualityOf(
        withLine([
          { x: text.x - 5, y: text.y - 3 },
          { x: text.x + text.width, y: text.y - 3 },
        ]),
      ).overText,
    ).not.toEqual([]);
  });
  it('for a line through a box', () => {
    const cell = scene.boxes.find(({ kind }) => kind === 'cell');
    if (!cell) throw new Error('the sample has cells');
    expect(
      qualityOf(
        withLine([
          { x: cell.x - 5, y: cell.y + 3 },
          { x: cell.x + cell.width + 5, y: cell.y + 3 },
        ]),
      ).throughBox,
    ).not.toEqual([]);
  });
  it('for a stretch that two nets share, and for lines that cross', () => {
    expect(qualityOf(withLine(first.points)).shared).not.toEqual([]);
    const [a, b] = first.points;
    if (!a || !b) throw new Error('a line has two points');
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const across =
      a.y === b.y
        ? [
            { x: middle.x, y: a.y - 3 },
            { x: middle.x, y: a.y + 3 },
          ]
        : [
            { x: a.x - 3, y: middle.y },
            { x: a.x + 3, y: middle.y },
          ];
    expect(qualityOf(withLine(across)).crossings).toBeGreaterThan(qualityOf(scene).crossings);
  });
  it('for a text over another, outside the picture, or too small', () => {
    const [text] = scene.texts;
    if (!text) throw new Error('the sample has texts');
    expect(qualityOf({ ...scene, texts: [...scene.texts, { ...text, x: text.x + 4 }] }).textOverText).not.toEqual([]);
    expect(qualityOf({ ...scene, texts: [{ ...text, x: scene.width }] }).outside).not.toEqual([]);
    expect(qualityOf({ ...scene, texts: [{ ...text, size: 9 }] }).smallestFont).toBe(9);
    expect(qualityOf({ ...scene, texts: [{ ...text, text: 'te…', full: 'text' }] }).cut).toEqual(['text']);
  });
});
