import { describe, expect, it } from 'vitest';
import { emptyModel, type NetworkModel } from '../../../network/model/model.ts';
import { buildTopology } from './build.ts';
import { type Layout, layout } from './layout.ts';
import { type Topology, type TopologyNode, walk } from './node.ts';
import { extentOf, pathOnMap } from './path.ts';
import { stateIn, turnedWith, withChange, withSubject } from './url-state.ts';
import { fitted, viewportAt, viewportText } from './viewport.ts';

const read = (text: string) => stateIn(new URLSearchParams(text));

describe('the URL of the map', () => {
  it('tells what is shown, open and selected', () => {
    expect(read('')).toEqual({ subject: { kind: 'account' }, path: null, level: 4, turned: [], selected: null, view: null });
    expect(read('vpc=vpc-1&open=2&turned=zone:vpc-1/z,vpc:vpc-2&sel=vpc:vpc-1')).toMatchObject({
      subject: { kind: 'vpc', vpc: 'vpc-1' },
      level: 2,
      turned: ['zone:vpc-1/z', 'vpc:vpc-2'],
      selected: 'vpc:vpc-1',
    });
    expect(read('from=eni-1&hops=99').subject).toEqual({ kind: 'near', from: 'eni-1', hops: 5 });
    expect(read('open=77').level).toBe(4);
  });

  it('tells a path, how far it is come along, and what was asked; nonsense is no path', () => {
    expect(read('path=eni-1+pcx-1+eni-2&stop=1&ask=TCP+443')).toMatchObject({
      path: { through: ['eni-1', 'pcx-1', 'eni-2'], reached: 1, ask: { protocol: 'TCP', port: '443' } },
      level: 1,
    });
    expect(read('path=eni-1+eni-2&stop=9').path).toEqual({ through: ['eni-1', 'eni-2'], reached: 2, ask: {} });
    expect(read('path=eni-1').path).toBeNull();
  });

  it('comes back as it was written, and says nothing of what is usual', () => {
    const turned = ['interfaces:subnet-1/sg-a+sg-b', 'region:100/ap-guangzhou'];
    const next = withChange(new URLSearchParams('region=ap-guangzhou'), {
      level: 3,
      turned,
      selected: 'vpc:vpc-1',
      view: '0.5 0 1 vpc:vpc-1',
    });
    expect(read(next.toString())).toMatchObject({ level: 3, turned, selected: 'vpc:vpc-1', view: '0.5 0 1 vpc:vpc-1' });
    expect(withChange(next, { level: 4, turned: [], selected: null, view: null }).toString()).toBe('region=ap-guangzhou');
  });

  it('never grows longer than servers take: what was turned first falls back', () => {
    const turned = Array.from({ length: 300 }, (_, at) => `interfaces:subnet-${at}/sg-1+sg-2`);
    const next = withChange(new URLSearchParams('region=ap-guangzhou'), { turned });
    expect(next.toString().length).toBeLessThan(3_000);
    expect(read(next.toString()).turned.at(-1)).toBe(turned.at(-1));
    expect(read(next.toString()).turned.length).toBeGreaterThan(40);
  });

  it('leads to another part with what is open and selected, not with the path and where one looked', () => {
    const here = new URLSearchParams('region=r&path=a+b&stop=1&ask=TCP+1&accounts=all&view=1+0+0+x&open=2&sel=vpc:v&turned=k');
    expect(withSubject(here, { from: 'vpc-1', hops: 1 }).toString()).toBe('region=r&open=2&sel=vpc%3Av&turned=k&from=vpc-1&hops=1');
  });

  it('turns what is turned back', () => {
    expect(turnedWith(['a', 'b'], ['b', 'c'])).toEqual(['a', 'c']);
  });
});

const ends = ['a', 'b'];
const model: NetworkModel = {
  ...emptyModel,
  vpcs: ends.map((one, at) => ({ id: `vpc-${one}`, account: '1', region: 'ap-guangzhou', cidr: `10.${at}.0.0/16` })),
  subnets: ends.map((one, at) => ({ id: `subnet-${one}`, vpc: `vpc-${one}`, cidr: `10.${at}.1.0/24`, zone: 'ap-guangzhou-1' })),
  interfaces: ends.flatMap((one, at) =>
    [5, 6].map((last) => ({
      id: `eni-${one}${last}`,
      vpc: `vpc-${one}`,
      subnet: `subnet-${one}`,
      addresses: [{ address: `10.${at}.1.${last}`, primary: true }],
      securityGroups: ['sg'],
    })),
  ),
  peerings: [{ id: 'pcx', vpcs: ['vpc-b', 'vpc-a'], state: 'active' }],
  natGateways: [{ id: 'nat', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1'] }],
};
const topology: Topology = buildTopology(model, new Map(), { grouped: true, places: [] });
const holders = new Map([...walk(topology.roots)].flatMap(([node, parent]) => (parent ? [[node.key, parent] as const] : [])));
const onMap = (through: readonly string[], reached = through.length) => pathOnMap(topology, holders, { through, reached, ask: {} });

describe('a path on the map', () => {
  it('leads over both sides of a peering, from the sender’s to the receiver’s, and is found inside closed boxes', () => {
    const path = onMap(['eni-a5', 'pcx', 'eni-b6']);
    expect(path.nodes.map(({ key }) => key)).toEqual(['interface:eni-a5', 'peering:pcx@vpc-a', 'peering:pcx@vpc-b', 'interface:eni-b6']);
    expect(path.lines.map(({ from, to }) => `${from} ${to}`)).toHaveLength(3);
    expect([...path.around]).toEqual(
      expect.arrayContaining(['interfaces:subnet-a/sg', 'subnet:subnet-a', 'zone:vpc-b/ap-guangzhou-1', 'gateways:vpc-b', 'vpc:vpc-a']),
    );
    expect([path.missing, path.unreached.size]).toEqual([[], 0]);
  });

  it('leads to the internet, to the subnet of an address that nobody has, and tells what is not there', () => {
    expect(onMap(['eni-a5', 'nat', '8.8.8.8']).nodes.at(-1)?.key).toBe('internet:1/ap-guangzhou');
    expect(onMap(['internet', 'eni-a5']).nodes[0]?.key).toBe('internet:1/ap-guangzhou');
    expect(onMap(['eni-a5', '10.1.1.77']).nodes.at(-1)?.key).toBe('subnet:subnet-b');
    expect(onMap(['eni-a5', 'eni-gone', 'eni-b5']).missing).toEqual(['eni-gone']);
  });

  it('tells the lines on which no packet comes', () => {
    const path = onMap(['eni-a5', 'pcx', 'eni-b6'], 1);
    expect([...path.unreached]).toEqual(path.lines.map(({ key }) => key));
  });

  it('takes the part of the map that holds its boxes', () => {
    const path = onMap(['eni-a5', 'pcx', 'eni-b6']);
    const open = layout(topology.roots, () => true);
    const extent = extentOf(path, open);
    for (const { key } of path.nodes) {
      const box = open.boxes[open.at.get(key) ?? -1];
      expect(box && extent && box.x >= extent.x && box.y + box.h <= extent.y + extent.h).toBe(true);
    }
    expect(
      extentOf(
        path,
        layout([], () => true),
      ),
    ).toBeNull();
  });
});

describe('where one looks', () => {
  const all = (node: TopologyNode): boolean => node.kind !== 'interfaces';
  const middleOf = (done: Layout, key: string) => {
    const box = done.boxes[done.at.get(key) ?? -1];
    return box ? { x: box.x + box.w / 2, y: box.y + box.h / 2 } : { x: 0, y: 0 };
  };
  it('is the same thing after another layout, in another window', () => {
    const before = layout(topology.roots, all);
    const { x, y } = middleOf(before, 'subnet:subnet-b');
    const view = { x: x - 400, y: y - 300, zoom: 1 };
    const text = viewportText(before, view, 800, 600) ?? '';
    expect(text).toContain('subnet:subnet-b');
    const after = layout([...topology.roots].reverse(), (node) => all(node) && node.id !== 'subnet-a');
    const then = viewportAt(after, text, 390, 700);
    const now = middleOf(after, 'subnet:subnet-b');
    expect(then?.zoom).toBe(1);
    expect(Math.abs((then?.x ?? 0) + 195 - now.x)).toBeLessThan(2);
    expect(Math.abs((then?.y ?? 0) + 350 - now.y)).toBeLessThan(2);
  });
  it('is told from the nearest region beyond all of them, and is nothing where its box is gone or the text is none', () => {
    const done = layout(topology.roots, all);
    const far = { ...fitted({ x: 0, y: 0, w: done.width, h: done.height }, 800, 600), x: -50_000 };
    const text = viewportText(done, far, 800, 600) ?? '';
    expect(viewportAt(done, text, 800, 600)?.x).toBeCloseTo(far.x, -2);
    expect(viewportText(layout([], all), far, 800, 600)).toBeNull();
    for (const none of ['1 0 0 vpc:gone', 'a b c vpc:vpc-a', '', 'NaN 0 0 vpc:vpc-a']) expect(viewportAt(done, none, 800, 600)).toBeNull();
  });
});
