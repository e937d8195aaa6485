/** A packet's way drawn on a scene: along its lines, with a number at every stop. It adds no corner that the lines do not have. */

import type { WayState } from './map-hop.ts';
import { type Measure, type Scene, type SceneBox, type SceneLine, type SceneSign, type SceneText, textAt } from './scene.ts';
import type { PathStop } from './vpc-path.ts';

/** Where two stops that follow each other are joined by a line. */
interface Leg {
  readonly line: Pick<SceneLine, 'key' | 'net' | 'points'>;
  /** Along the line, from its first point to its last. */
  readonly onwards: boolean;
}

type StopResult = PathStop['result'];

const states: Readonly<Record<StopResult, WayState>> = { pass: 'good', partly: 'missing', unknown: 'unknown', block: 'dead' };
const ranks: readonly WayState[] = ['dead', 'unknown', 'missing', 'good'];

/** The box that a thing stands in: its own, or one that holds it. */
function boxFinder(scene: Scene, members: ReadonlyMap<string, string>): (key: string) => SceneBox | undefined {
  const own = new Map(scene.boxes.filter(({ key }) => key !== '').map((box) => [box.key, box]));
  const holding = new Map(scene.boxes.flatMap((box) => (box.kind === 'tile' ? box.of.map((key) => [key, box] as const) : [])));
  return (key) => own.get(key) ?? own.get(members.get(key) ?? '') ?? holding.get(key);
}

/** The table that holds a subnet's cell, by the lane it stands in. */
const tableBeside = (scene: Scene, cell: SceneBox): string | undefined =>
  scene.boxes.find(({ kind, y, height }) => kind === 'table' && cell.y >= y && cell.y < y + height)?.key;

/** The lines between two stops: one, or the two ends of a way that is told by names. */
function legsBetween(scene: Scene, a: SceneBox, b: SceneBox): readonly Leg[] {
  const inLane = ({ kind }: SceneBox): boolean => kind === 'cell' || kind === 'tile';
  const from = inLane(a) ? tableBeside(scene, a) : a.key;
  const to = inLane(b) ? tableBeside(scene, b) : b.key;
  for (const [start, end, onwards] of [
    [from, to, true],
    [to, from, false],
  ] as const) {
    const way = scene.ways.find((one) => one.from === start && one.to === end);
    if (way) {
      const [key, net] = [`way:${way.from}>${way.to}`, `path ${way.from}>${way.to}`];
      const ends = [way.points, ...(way.goesOn ? [way.goesOn] : [])];
      return ends.map((points, at) => ({ line: { key: at === 0 ? key : `${key} on`, net, points }, onwards }));
    }
    const link = scene.lines.find(({ key, of }) => key.startsWith('link:') && of[0] === start && of[1] === end);
    if (link) return [{ line: link, onwards }];
  }
  return [];
}

interface TracedLine extends Pick<SceneLine, 'key' | 'net' | 'points'> {
  there: boolean;
  back: boolean;
  state: WayState;
}

/** The lines of the way, each once: a packet and its answer often take the same. */
function tracedLines(scene: Scene, stops: readonly PathStop[], boxOf: (key: string) => SceneBox | undefined): SceneLine[] {
  const traced = new Map<string, TracedLine>();
  stops.forEach((stop, at) => {
    const before = stops[at - 1];
    if (!before || before.way !== stop.way || before.key === null || stop.key === null) return;
    const [a, b] = [boxOf(before.key), boxOf(stop.key)];
    // What decides inside a subnet or a table is no fault of the line that leads there.
    const reached = b?.kind === 'hop' || b?.kind === 'beyond' ? states[stop.result] : 'good';
    for (const { line, onwards } of a && b && a !== b ? legsBetween(scene, a, b) : []) {
      const { key, net, points } = line;
      const known = traced.get(key);
      const state = ranks.find((one) => one === reached || one === known?.state) ?? 'good';
      traced.set(key, {
        ...{ key, net, points, state },
        there: (known?.there ?? false) || onwards,
        back: (known?.back ?? false) || !onwards,
      });
    }
  });
  return [...traced.values()].map(({ key, net, points, state, there, back }) => ({
    ...{ key, net, state, of: [key] },
    // A line that is only come back by is drawn from its other end: what a packet comes to is the end of the line.
    points: there ? points : [...points].reverse(),
    start: there && back ? 'arrow' : 'none',
    end: state === 'dead' && there !== back ? 'cross' : 'arrow',
  }));
}

const badgeHeight = 14;

/** Numbers over the upper edge of their boxes: of the way there from the left, of the way back from the right. */
function badgesOf(
  measure: Measure,
  stops: readonly PathStop[],
  boxOf: (key: string) => SceneBox | undefined,
): { readonly signs: SceneSign[]; readonly texts: SceneText[] } {
  const groups = new Map<string, { readonly box: SceneBox; readonly stops: PathStop[] }>();
  for (const stop of stops) {
    const box = stop.key === null ? undefined : boxOf(stop.key);
    if (!box) continue;
    const id = `${stop.way} ${box.key}`;
    const group = groups.get(id) ?? { box, stops: [] };
    groups.set(id, group);
    group.stops.push(stop);
  }
  const signs: SceneSign[] = [];
  const texts: SceneText[] = [];
  for (const { box, stops: held } of groups.values()) {
    const [first] = held;
    if (!first) continue;
    const state = ranks.find((one) => held.some(({ result }) => states[result] === one)) ?? 'good';
    const label = held.map(({ n }) => n).join(' ');
    const sides = state === 'dead' ? 22 : 8;
    const width = Math.max(badgeHeight, Math.ceil(measure(label, 'word')) + sides);
    // Clear of the heads above the first card, and of the name below.
    const y = box.y - badgeHeight / 2 - (box.kind === 'table' ? 1 : 2);
    const x = first.way === 'forward' ? box.x + 2 : box.x + box.width - 2 - width;
    const of = held.flatMap(({ key }) => key ?? []);
    signs.push({ kind: 'stop', way: first.way, state, x, y, width, height: badgeHeight, of });
    const middle = x + (state === 'dead' ? (width - 14) / 2 : width / 2);
    texts.push(
      textAt(measure, 'word', label, {
        ...{ x: middle, y: y + 11, align: 'middle', of },
        state: first.way === 'forward' ? 'inverse' : state,
      }),
    );
  }
  return { signs, texts };
}

/** The scene with the way of a packet over it. `members`: hops of boxes that hold several. */
export function withPath(scene: Scene, stops: readonly PathStop[], measure: Measure, members: ReadonlyMap<string, string>): Scene {
  const boxOf = boxFinder(scene, members);
  const { signs, texts } = badgesOf(measure, stops, boxOf);
  return {
    ...scene,
    traced: tracedLines(scene, stops, boxOf),
    signs: [...scene.signs, ...signs],
    texts: [...scene.texts, ...texts],
  };
}

/** Keys of everything on the way: things, the routes that are taken, and the lines of the scene. */
export const litByPath = (stops: readonly PathStop[], { traced = [] }: Scene): ReadonlySet<string> =>
  new Set([
    ...traced.map(({ key }) => key),
    ...stops.flatMap(({ key, hops }) => [
      ...(key === null ? [] : [key]),
      ...hops.flatMap(({ route }) => (route ? [`route:${route.routeTable}:${route.destination}:${route.gateway}`] : [])),
    ]),
  ]);
