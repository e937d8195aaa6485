/** A scene that is seen from farther: letters stay as large as they can be read, and what finds no room is left out by class. */
import type { WayState } from './map-hop.ts';
import { boxOfText, type Measure, type Rect, type Scene, type SceneLine, type SceneSign, type SceneText, type TextKind } from './scene.ts';
import { worse } from './way-states.ts';

/** The least that is read, in px on the screen. */
const leastLetter = 11;

type TextClass = 'name' | 'reason' | 'word' | 'block' | 'count';

const classes: Readonly<Record<TextKind, TextClass>> = {
  ...{ name: 'name', head: 'name', 'small-name': 'name' },
  ...{ word: 'word', mono: 'block', note: 'count', exit: 'count' },
};

/** What is wrong is told as long as there is room: it is no count. */
const classOf = ({ kind, state }: SceneText): TextClass => (kind === 'note' && state === 'dead' ? 'reason' : classes[kind]);

/** Below these a class of text goes: counts and kinds first, then CIDRs and ids. Words go where they find no room, names never. */
const dropsBelow: Readonly<Partial<Record<TextClass, number>>> = { count: 0.95, block: 0.8 };

const rank: Readonly<Record<TextClass, number>> = { name: 0, reason: 1, word: 2, block: 3, count: 4 };

const frames: ReadonlySet<string> = new Set(['wall', 'lane', 'account', 'region']);

const meets = (a: Rect, b: Rect, by: number): boolean =>
  a.x < b.x + b.width + by && b.x < a.x + a.width + by && a.y < b.y + b.height + by && b.y < a.y + a.height + by;

const holds = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x - 1 &&
  inner.y >= outer.y - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1;

/** The text cut to the room; null where not even `least` letters are left. */
function cutTo(
  measure: Measure,
  { kind, full }: SceneText,
  room: number,
  least: number,
): { readonly text: string; readonly width: number } | null {
  const whole = measure(full, kind);
  if (whole <= room) return { text: full, width: whole };
  const letters = [...full];
  for (let n = letters.length - 1; n >= least; n -= 1) {
    const text = `${letters.slice(0, n).join('')}…`;
    const width = measure(text, kind);
    if (width <= room) return { text, width };
  }
  return null;
}

const isWay = (state: SceneText['state']): state is WayState => state !== undefined && state !== 'quiet' && state !== 'inverse';

interface Obstacle extends Rect {
  /** The net of a line; '' of anything else. */
  readonly net: string;
}

/** What a text may neither lie over nor touch; a word may lie on its own line, which is broken for it. */
function groundOf({ signs }: Scene, lines: readonly SceneLine[]): Obstacle[] {
  const pieces = lines.flatMap(({ net, points }) =>
    points.slice(1).map((b, at): Obstacle => {
      const a = points[at] ?? b;
      return { net, x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
    }),
  );
  return [...pieces, ...signs.flatMap((sign) => (sign.kind === 'sign' || sign.kind === 'bar' ? [{ ...sign, net: '' }] : []))];
}

/** Lines that were broken for their words, whole again. */
function wholeLines(lines: readonly SceneLine[]): SceneLine[] {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const joined = new Set<string>();
  const whole = lines.map((line): SceneLine => {
    const next = byKey.get(`${line.key} 1`);
    const isBroken = next?.net === line.net && line.end === 'none' && next.start === 'none' && line.points.at(-1)?.y === next.points[0]?.y;
    if (!next || !isBroken) return line;
    joined.add(next.key);
    return { ...line, end: next.end, points: [...line.points.slice(0, -1), ...next.points.slice(1)] };
  });
  return whole.filter(({ key }) => !joined.has(key));
}

/** A line broken where a word lies on one of its level pieces. */
function brokenFor(line: SceneLine, words: readonly Rect[]): SceneLine[] {
  for (const { x, y, width, height } of words) {
    const at = line.points.findIndex((a, place) => {
      const b = line.points[place + 1];
      return b !== undefined && a.y === b.y && a.y > y && a.y < y + height && Math.min(a.x, b.x) < x && Math.max(a.x, b.x) > x + width;
    });
    const [a, b] = [line.points[at], line.points[at + 1]];
    if (!a || !b) continue;
    const [from, to] = a.x < b.x ? [x - 4, x + width + 4] : [x + width + 4, x - 4];
    return [
      { ...line, end: 'none', points: [...line.points.slice(0, at + 1), { x: from, y: a.y }] },
      { ...line, key: `${line.key} 1`, start: 'none', points: [{ x: to, y: a.y }, ...line.points.slice(at + 1)] },
    ];
  }
  return [line];
}

/** Where something begins to the right of a text, on its height; the edge of its box, or of the picture. */
function roomFor({ x, y, size }: Pick<SceneText, 'x' | 'y' | 'size'>, edge: number, ground: readonly Rect[]): number {
  const { top, bottom } = { top: y - size * 0.82 - 1, bottom: y + size * 0.24 + 1 };
  return ground.reduce(
    (right, one) => (one.x > x && one.y < bottom && one.y + one.height > top ? Math.min(right, one.x - 4) : right),
    edge,
  );
}

/** Numbers of a packet's stops, and their grounds, grown from their corners: each stays readable on its own ground. */
function numbersIn(
  scene: Scene,
  zoom: number,
): { readonly texts: ReadonlyMap<SceneText, SceneText>; readonly grounds: ReadonlyMap<SceneSign, SceneSign> } {
  const texts = new Map<SceneText, SceneText>();
  const grounds = new Map<SceneSign, SceneSign>();
  for (const sign of scene.signs) {
    if (sign.kind !== 'stop') continue;
    const text = scene.texts.find((one) => holds(sign, boxOfText(one)));
    if (!text) continue;
    const grown = Math.max(1, leastLetter / (text.size * zoom));
    // Upwards, and away from its corner: the name below it stays.
    const [width, height] = [sign.width * grown, sign.height * grown];
    const x = sign.way === 'forward' ? sign.x : sign.x + sign.width - width;
    const y = sign.y + sign.height - height;
    grounds.set(sign, { ...sign, x, y, width, height });
    const at = { x: x + (text.x - sign.x) * grown, y: y + (text.y - sign.y) * grown };
    texts.set(text, { ...text, ...at, width: text.width * grown, size: text.size * grown });
  }
  return { texts, grounds };
}

/** Reasons beside the numbers of stops have no room from farther: the number is still crossed out, and the words stand below. */
function withoutReasons(scene: Scene): Scene {
  const bare = scene.signs.filter((sign) => sign.kind === 'stop' && sign.bare);
  if (bare.length === 0) return scene;
  return {
    ...scene,
    signs: scene.signs.filter((sign) => !bare.includes(sign)),
    texts: scene.texts.filter((text) => text.kind !== 'word' || !bare.some((sign) => holds(sign, boxOfText(text)))),
  };
}

/**
 * The scene for a zoom below 1: its texts are larger in its own measures, so that they are read; boxes and ways of lines stay.
 * From 1 on it is the scene itself.
 */
export function zoomScene(near: Scene, zoom: number, measure: Measure): Scene {
  if (zoom >= 1) return near;
  const scene = withoutReasons(near);
  const lines = wholeLines(scene.lines);
  const ground = groundOf(scene, lines);
  const solid = scene.boxes.filter(({ kind }) => !frames.has(kind));
  const whole: Rect = { x: 0, y: 0, width: scene.width, height: scene.height };
  const numbers = numbersIn(scene, zoom);
  const kept = new Map(numbers.texts);
  const taken: Rect[] = [...numbers.grounds.values()];
  const others = scene.texts.filter((text) => !kept.has(text));
  // A name ends where the next begins.
  const names = others.filter((one) => classOf(one) === 'name').map(boxOfText);
  // What is bad is said first.
  const byBadness = (a: SceneText, b: SceneText): number => (isWay(a.state) && isWay(b.state) ? worse(a.state, b.state) : 0);
  for (const text of others.sort((a, b) => rank[classOf(a)] - rank[classOf(b)] || byBadness(a, b) || a.y - b.y || a.x - b.x)) {
    if (zoom < (dropsBelow[classOf(text)] ?? 0)) continue;
    const grown = Math.max(1, leastLetter / (text.size * zoom));
    const own = solid.find((box) => holds(box, boxOfText(text)));
    const isName = classOf(text) === 'name';
    const isOfLine = text.kind === 'word' && !own;
    // It grows about the middle of its line, and stays in its box.
    const size = text.size * grown;
    const within = own ?? whole;
    const y = Math.min(Math.max(text.y + (size - text.size) * 0.35, within.y + size * 0.82), within.y + within.height - size * 0.24);
    const edge = within.x + within.width - (own ? 6 : 2);
    const room = roomFor({ x: text.x, y, size }, edge, isName ? [...ground, ...names] : []);
    const cut = cutTo(measure, text, (room - text.x) / grown, isName ? 1 : 3);
    if (!cut || (isOfLine && cut.text !== text.full)) continue;
    const width = cut.width * grown;
    const x = isOfLine ? Math.max(2, text.x - (width - text.width) / 2) : text.x;
    const next: SceneText = { ...text, text: cut.text, width, size, x, y };
    const box = boxOfText(next);
    const isOwn = ({ net }: Obstacle): boolean => isOfLine && text.of.includes(net);
    if (!holds(own ?? whole, box) || taken.some((one) => meets(one, box, 1))) continue;
    if (
      ground.some(
        (one) => meets(one, box, 1) && !(isOwn(one) && one.height === 0 && one.x < box.x - 6 && one.x + one.width > box.x + box.width + 6),
      )
    )
      continue;
    if (solid.some((one) => one !== own && meets(one, box, 0))) continue;
    kept.set(text, next);
    taken.push(box);
  }
  const wordsOf = (net: string): Rect[] => [...kept.values()].filter(({ kind, of }) => kind === 'word' && of.includes(net)).map(boxOfText);
  return {
    ...scene,
    signs: scene.signs.map((sign) => numbers.grounds.get(sign) ?? sign),
    lines: lines.flatMap((line) => brokenFor(line, wordsOf(line.net))),
    texts: scene.texts.flatMap((text) => kept.get(text) ?? []),
  };
}
