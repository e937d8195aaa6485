/** A packet's way drawn on a scene: along its lines, with a number at every stop. It adds no corner that the lines do not have. */

import type { WayState } from './map-hop.ts';
import {
  boxOfText,
  type Measure,
  type Rect,
  type Scene,
  type SceneBox,
  type SceneLine,
  type SceneSign,
  type SceneText,
  textAt,
} from './scene.ts';
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
/** So much of a reason stands beside its number; all of it is told below the picture. */
const mostReason = 330;

interface PathWords {
  readonly measure: Measure;
  /** Hops of boxes that hold several. */
  readonly members: ReadonlyMap<string, string>;
  /** Why the packet ends at a stop; '' where it passes. */
  readonly why: (stop: PathStop) => string;
}

/** Where a packet ends, and why. */
interface Ending {
  readonly text: string;
  readonly badge: Rect;
  readonly of: readonly string[];
  readonly onward: boolean;
}

/** The room that the stretches of a line take. */
const stretches = ({ points }: Pick<SceneLine, 'points'>): Rect[] =>
  points.slice(1).map((to, at) => {
    const from = points[at] ?? to;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
  });

/** The reason beside the number of the stop, on a ground of its own, as far as no other number, text or line stands there. */
function reasonInto(scene: Scene, measure: Measure, { text, badge, of, onward }: Ending, signs: SceneSign[], texts: SceneText[]): void {
  if (text === '') return;
  const across = ({ y, height }: Rect): boolean => y < badge.y + badgeHeight + 1 && y + height > badge.y - 1;
  const level: Rect[] = [
    ...signs.filter((sign) => sign.kind === 'stop' && sign.x !== badge.x),
    ...scene.texts.map(boxOfText),
    ...[...scene.lines, ...scene.ways].flatMap(stretches),
  ].filter(across);
  const [left, right] = [badge.x, badge.x + badge.width];
  const room = (from: 'left' | 'right'): number =>
    from === 'right'
      ? Math.min(scene.width, ...level.flatMap(({ x }) => (x > right ? [x] : []))) - right
      : left - Math.max(0, ...level.flatMap((sign) => (sign.x < left ? [sign.x + sign.width] : [])));
  const wanted = Math.min(mostReason, Math.ceil(measure(text, 'word')) + 10);
  const preferred = onward ? 'right' : 'left';
  const other = onward ? 'left' : 'right';
  const side = room(preferred) >= wanted + 8 || room(preferred) >= room(other) ? preferred : other;
  const most = Math.min(wanted, Math.floor(room(side)) - 8);
  if (most < 40) return;
  const shown = textAt(measure, 'word', text, { x: 0, y: badge.y + 11, room: most - 10, state: 'dead', of });
  const ground = Math.ceil(shown.width) + 10;
  const x = side === 'right' ? right + 2 : left - 2 - ground;
  signs.push({ kind: 'stop', way: 'return', state: 'dead', bare: true, x, y: badge.y, width: ground, height: badgeHeight, of });
  texts.push({ ...shown, x: x + 5 });
}

/** Numbers over the upper edge of their boxes: of the way there from the left, of the way back from the right. */
function badgesOf(
  scene: Scene,
  { measure, why }: PathWords,
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
  const reasons: Ending[] = [];
  for (const { box, stops: held } of groups.values()) {
    const [first] = held;
    if (!first) continue;
    const state = ranks.find((one) => held.some(({ result }) => states[result] === one)) ?? 'good';
    const numbers = held.map(({ n }) => n).join(' ');
    // Which way it goes is seen without a colour too.
    const label = first.way === 'forward' ? `→ ${numbers}` : `← ${numbers}`;
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
    const ending = held.find(({ result }) => result === 'block');
    if (ending) reasons.push({ text: why(ending), badge: { x, y, width, height: badgeHeight }, of, onward: first.way === 'forward' });
  }
  for (const one of reasons) reasonInto(scene, measure, one, signs, texts);
  return { signs, texts };
}

/** Towards what refuses at a table: a stub that ends in a cross, level with its counts, where no line of a route begins. */
function refusedAt({ lines }: Scene, stops: readonly PathStop[], boxOf: (key: string) => SceneBox | undefined): SceneLine[] {
  return stops.flatMap(({ key, result, hops }): SceneLine[] => {
    const box = key === null ? undefined : boxOf(key);
    if (result !== 'block' || box?.kind !== 'table') return [];
    const taken = hops.flatMap(({ route }) => (route ? [`route:${route.routeTable}:${route.destination}:${route.gateway}`] : []));
    // A dead route has its own.
    if (lines.some((line) => taken.includes(line.key))) return [];
    const [x, y] = [box.x + box.width, box.y + 29];
    const points = [
      { x, y },
      { x: x + 15, y },
    ];
    return [{ key: `refused ${box.key}`, net: `refused ${box.key}`, points, state: 'dead', start: 'dot', end: 'cross', of: [box.key] }];
  });
}

/** The scene with the numbers of a packet's stops over it. */
export function withStops(scene: Scene, stops: readonly PathStop[], words: PathWords): Scene {
  const { signs, texts } = badgesOf(scene, words, stops, boxFinder(scene, words.members));
  return { ...scene, signs: [...scene.signs, ...signs], texts: [...scene.texts, ...texts] };
}

/** The scene with the way of a packet over it. */
export function withPath(scene: Scene, stops: readonly PathStop[], words: PathWords): Scene {
  const boxOf = boxFinder(scene, words.members);
  return {
    ...withStops(scene, stops, words),
    traced: [...tracedLines(scene, stops, boxOf), ...refusedAt(scene, stops, boxOf)],
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
