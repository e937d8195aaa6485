/** What can be wrong with a picture, counted from its scene: a stranger trips over each of these. */
import { boxOfText, type Point, type Rect, type Scene, type SceneLine, type SceneText } from './scene.ts';

interface Quality {
  /** A line over a text. */
  readonly overText: readonly string[];
  /** A line through a box that it neither begins nor ends at. */
  readonly throughBox: readonly string[];
  /** A stretch that two nets share. */
  readonly shared: readonly string[];
  /** Texts over each other. */
  readonly textOverText: readonly string[];
  /** A text that leaves the box it stands in, or the picture. */
  readonly outside: readonly string[];
  readonly crossings: number;
  readonly smallestFont: number;
  /** Texts that are cut. */
  readonly cut: readonly string[];
}

interface Piece {
  readonly net: string;
  readonly line: SceneLine;
  readonly a: Point;
  readonly b: Point;
}

/** Frames that others stand in: lines may cross their edges. */
const frames: ReadonlySet<string> = new Set(['wall', 'lane', 'account', 'region']);

const piecesOf = (scene: Scene): Piece[] =>
  scene.lines.flatMap((line) => line.points.slice(1).map((b, at): Piece => ({ net: line.net, line, a: line.points[at] ?? b, b })));

/** Whether a piece (level or upright) runs inside a rectangle, `by` px in from its edges. */
function meets({ a, b }: Piece, { x, y, width, height }: Rect, by: number): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return right > x + by && left < x + width - by && bottom > y + by && top < y + height - by;
}

const overlap = (a: Rect, b: Rect, by: number): boolean =>
  a.x + a.width > b.x + by && b.x + b.width > a.x + by && a.y + a.height > b.y + by && b.y + b.height > a.y + by;

const isLevel = ({ a, b }: Piece): boolean => a.y === b.y;

/** How two pieces of different nets meet: they share a stretch (or come nearer than 3 px side by side), cross, or neither. */
function meeting(one: Piece, two: Piece): 'shared' | 'crossing' | null {
  if (isLevel(one) === isLevel(two)) {
    const [p, q] = isLevel(one) ? (['x', 'y'] as const) : (['y', 'x'] as const);
    const along =
      Math.min(Math.max(one.a[p], one.b[p]), Math.max(two.a[p], two.b[p])) -
      Math.max(Math.min(one.a[p], one.b[p]), Math.min(two.a[p], two.b[p]));
    return along > 0 && Math.abs(one.a[q] - two.a[q]) < 3 ? 'shared' : null;
  }
  const [level, upright] = isLevel(one) ? [one, two] : [two, one];
  const crosses =
    upright.a.x > Math.min(level.a.x, level.b.x) &&
    upright.a.x < Math.max(level.a.x, level.b.x) &&
    level.a.y > Math.min(upright.a.y, upright.b.y) &&
    level.a.y < Math.max(upright.a.y, upright.b.y);
  return crosses ? 'crossing' : null;
}

/** Things in rows of 64 px, so that only what is near is compared. */
function byRows<T>(things: readonly T[], span: (thing: T) => readonly [number, number]): (from: number, to: number) => Set<T> {
  const rows = new Map<number, T[]>();
  for (const thing of things) {
    const [from, to] = span(thing);
    for (let row = Math.floor(from / 64); row <= Math.floor(to / 64); row += 1) {
      const held = rows.get(row);
      if (held) held.push(thing);
      else rows.set(row, [thing]);
    }
  }
  return (from, to) => {
    const found = new Set<T>();
    for (let row = Math.floor(from / 64); row <= Math.floor(to / 64); row += 1) for (const thing of rows.get(row) ?? []) found.add(thing);
    return found;
  };
}

function lineFaults(scene: Scene, pieces: readonly Piece[]): Pick<Quality, 'overText' | 'throughBox' | 'shared' | 'crossings'> {
  const [overText, throughBox, shared]: string[][] = [[], [], []];
  let crossings = 0;
  const near = byRows(pieces, ({ a, b }) => [Math.min(a.y, b.y), Math.max(a.y, b.y)]);
  for (const text of scene.texts) {
    const box = boxOfText(text);
    for (const piece of near(box.y, box.y + box.height)) if (meets(piece, box, 0)) overText?.push(`${piece.line.key} over "${text.text}"`);
  }
  for (const box of scene.boxes) {
    if (frames.has(box.kind)) continue;
    for (const piece of near(box.y, box.y + box.height)) if (meets(piece, box, 1)) throughBox?.push(`${piece.line.key} through ${box.key}`);
  }
  for (const one of pieces) {
    for (const two of near(Math.min(one.a.y, one.b.y) - 3, Math.max(one.a.y, one.b.y) + 3)) {
      if (one.net >= two.net) continue;
      const how = meeting(one, two);
      if (how === 'crossing') crossings += 1;
      if (how === 'shared') shared?.push(`${one.line.key} and ${two.line.key}`);
    }
  }
  return { overText: overText ?? [], throughBox: throughBox ?? [], shared: shared ?? [], crossings };
}

const grounds = ({ signs }: Scene): Rect[] => signs.filter(({ kind }) => kind === 'stop');

const holds = (a: Rect, b: Rect): boolean => b.x >= a.x && b.y >= a.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height;

/** Numbers of a packet's stops: they stand on grounds of their own, over the edges of boxes. */
function numbersOf(scene: Scene): ReadonlySet<SceneText> {
  const own = grounds(scene);
  return new Set(scene.texts.filter((text) => own.some((ground) => holds(ground, boxOfText(text)))));
}

/** Grounds of numbers that lie over other texts. */
function overNumbers(scene: Scene): string[] {
  const numbers = numbersOf(scene);
  const others = scene.texts.filter((text) => !numbers.has(text));
  return grounds(scene).flatMap((ground) =>
    others.flatMap((text) => (overlap(ground, boxOfText(text), 0.5) ? [`a number over "${text.text}"`] : [])),
  );
}

/** Texts that stand in the middle of a box reach over its edge, or over the edge of the picture. */
function outsideOf(scene: Scene): string[] {
  const solid = scene.boxes.filter(({ kind }) => !frames.has(kind));
  const near = byRows(solid, ({ y, height }) => [y, y + height]);
  const numbers = numbersOf(scene);
  return scene.texts.flatMap((text) => {
    if (numbers.has(text)) return [];
    const box = boxOfText(text);
    const leaves = box.x < -1 || box.y < -1 || box.x + box.width > scene.width + 1 || box.y + box.height > scene.height + 1;
    const over = [...near(box.y, box.y + box.height)].some(
      (one) =>
        overlap(box, one, 1) &&
        (box.x < one.x || box.x + box.width > one.x + one.width || box.y < one.y || box.y + box.height > one.y + one.height),
    );
    return leaves || over ? [`"${text.text}"`] : [];
  });
}

function textFaults(texts: readonly SceneText[]): string[] {
  const near = byRows(texts, (text) => [boxOfText(text).y, boxOfText(text).y + text.size]);
  const place = new Map(texts.map((text, at) => [text, at]));
  return texts.flatMap((one, at) => {
    const box = boxOfText(one);
    return [...near(box.y, box.y + box.height)].flatMap((two) =>
      (place.get(two) ?? 0) > at && overlap(box, boxOfText(two), 0.5) ? [`"${one.text}" over "${two.text}"`] : [],
    );
  });
}

/** How much of a view lies inside the outline of all that is drawn, from 0 to 1: the rest of it is empty. For tests. */
export function extentOf({ boxes, texts }: Scene, view: { readonly width: number; readonly height: number }): number {
  const all: readonly Rect[] = [...boxes, ...texts.map(boxOfText)];
  const within = (at: number, most: number): number => Math.min(most, Math.max(0, at));
  const side = (ends: readonly (readonly [number, number])[], most: number): number =>
    within(Math.max(0, ...ends.map(([, end]) => end)), most) - within(Math.min(most, ...ends.map(([start]) => start)), most);
  const across = side(
    all.map(({ x, width }) => [x, x + width]),
    view.width,
  );
  const down = side(
    all.map(({ y, height }) => [y, y + height]),
    view.height,
  );
  return (across * down) / (view.width * view.height);
}

/** Lines that nothing is written on. For tests. */
export function wordlessIn({ lines, texts }: Scene): string[] {
  const named = new Set(texts.flatMap(({ of }) => of));
  return [...new Set(lines.flatMap(({ net, of }) => (net.startsWith('comb:') || of.some((key) => named.has(key)) ? [] : [net])))];
}

/** Counts everything; lists name what is wrong, so that a test that fails says it. */
export function qualityOf(scene: Scene): Quality {
  return {
    ...lineFaults(scene, piecesOf(scene)),
    textOverText: [...textFaults(scene.texts), ...overNumbers(scene)],
    outside: outsideOf(scene),
    smallestFont: scene.texts.reduce((least, { size }) => Math.min(least, size), Number.POSITIVE_INFINITY),
    cut: scene.texts.flatMap(({ text, full }) => (text === full ? [] : [full])),
  };
}
