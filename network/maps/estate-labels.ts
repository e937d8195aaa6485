/** Words of the estate's lines: on a level piece, which is broken for it, or beside an upright one, where nothing else stands. */

import { type EstateLine, isApart } from './estate-groups.ts';
import type { LineWords } from './estate-words.ts';
import { boxOfText, type Measure, type Point, type Rect, type SceneText, textAt } from './scene.ts';
import { worse } from './way-states.ts';

export interface DrawnLine {
  readonly line: EstateLine;
  readonly points: readonly Point[];
  readonly words: LineWords;
}

/** A gap in a piece of a line, for its word. */
interface Break {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

interface LabelPlace {
  readonly text: SceneText;
  readonly gap: Break | null;
}

interface Ground {
  readonly boxes: readonly Rect[];
  readonly texts: Rect[];
  readonly lines: readonly DrawnLine[];
  readonly width: number;
}

const overlaps = (a: Rect, b: Rect, by: number): boolean =>
  a.x < b.x + b.width + by && b.x < a.x + a.width + by && a.y < b.y + b.height + by && b.y < a.y + a.height + by;

const pieceRect = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

function isFree(ground: Ground, text: SceneText, own: DrawnLine, on: number | null, room: number): boolean {
  const box = boxOfText(text);
  if (box.x < 2 || box.x + box.width > ground.width - 2) return false;
  if (ground.boxes.some((one) => overlaps(box, one, 2)) || ground.texts.some((one) => overlaps(box, one, 3))) return false;
  return ground.lines.every((line) =>
    line.points.slice(1).every((b, at) => {
      if (line === own && at === on) return true;
      return !overlaps(box, pieceRect(line.points[at] ?? b, b), line === own ? 2 : room);
    }),
  );
}

/** Places on a piece, or beside it, the middle first. */
function* placesOf(
  measure: Measure,
  drawn: DrawnLine,
  text: string,
): Generator<{ readonly text: SceneText; readonly piece: number | null; readonly at: number }> {
  const { points, line } = drawn;
  const width = measure(text, 'word');
  const state = line.state;
  const of = [line.key];
  const pieces = points
    .slice(1)
    .map((b, at) => ({ at, a: points[at] ?? b, b, size: Math.abs(b.x - (points[at]?.x ?? 0)) + Math.abs(b.y - (points[at]?.y ?? 0)) }));
  const sorted = [...pieces].sort((p, q) => Number(q.a.y === q.b.y) - Number(p.a.y === p.b.y) || q.size - p.size || p.at - q.at);
  for (const { at, a, b, size } of sorted) {
    if (a.y !== b.y) continue;
    const room = size - width - 22;
    if (room < 0) continue;
    const left = Math.min(a.x, b.x) + 11;
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0, 1]) {
      yield { text: textAt(measure, 'word', text, { x: Math.round(left + room * share), y: a.y + 4, state, of }), piece: at, at: a.y };
    }
  }
  for (const { a, b } of sorted) {
    if (a.y !== b.y || a.x === b.x) continue;
    for (const y of [a.y - 6, a.y + 14])
      yield { text: textAt(measure, 'word', text, { x: Math.round((a.x + b.x) / 2), y, align: 'middle', state, of }), piece: null, at: y };
  }
  for (const { a, b, size } of sorted) {
    if (a.x !== b.x) continue;
    const middle = (a.y + b.y) / 2;
    for (let off = 0; off <= size / 2 - 6; off += 4) {
      for (const y of off === 0 ? [middle] : [middle - off, middle + off]) {
        for (const x of [a.x + 7, a.x - 7 - width])
          yield { text: textAt(measure, 'word', text, { x, y: Math.round(y) + 4, state, of }), piece: null, at: y };
      }
    }
  }
}

function placeOf(measure: Measure, ground: Ground, drawn: DrawnLine): LabelPlace | null {
  const { long, middle = long, short } = drawn.words;
  for (const text of new Set([long, middle, short])) {
    for (const room of [6, 3]) {
      for (const place of placesOf(measure, drawn, text)) {
        if (!isFree(ground, place.text, drawn, place.piece, room)) continue;
        const { x, width } = place.text;
        return { text: place.text, gap: place.piece === null ? null : { piece: place.piece, from: x - 5, to: x + width + 5 } };
      }
    }
  }
  return null;
}

export type Labels = ReadonlyMap<string, LabelPlace>;

/** Where words may not stand: over boxes, and over texts. */
export interface LabelGround {
  readonly boxes: readonly Rect[];
  readonly texts: readonly SceneText[];
  readonly width: number;
}

/** What joins nothing comes last: it may be left out, and the others stay. */
const inTurn = ({ line: a }: DrawnLine, { line: b }: DrawnLine): number =>
  Number(isApart(a)) - Number(isApart(b)) || worse(a.state, b.state) || (a.key < b.key ? -1 : 1);

/** A word for each line that has room for one, by the line's key: what is bad is placed first. `known`: words that stay. */
export function labelsFor(
  measure: Measure,
  lines: readonly DrawnLine[],
  { boxes, texts, width }: LabelGround,
  known: Labels = new Map(),
): Labels {
  const ground: Ground = { boxes, texts: [...texts, ...[...known.values()].map(({ text }) => text)].map(boxOfText), lines, width };
  const found = new Map(known);
  for (const drawn of [...lines].sort(inTurn)) {
    if (known.has(drawn.line.key)) continue;
    const placed = placeOf(measure, ground, drawn);
    if (!placed) continue;
    found.set(drawn.line.key, placed);
    ground.texts.push(boxOfText(placed.text));
  }
  return found;
}
