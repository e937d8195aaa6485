/** The picture of one peering: an end on either side, the peering between them, and the routes of both that lead there. In px. */
import type { WayState } from './map-hop.ts';
import type { PeeringMap, PeeringRoute, PeeringRouteFate, PeeringSide, PeeringTable } from './peering-map.ts';
import {
  type Measure,
  type Point,
  type Scene,
  type SceneBox,
  type SceneLine,
  type SceneSign,
  type SceneText,
  type SceneWay,
  type TextKind,
  textAt,
} from './scene.ts';

/** What the picture says, in the language of the page. */
export interface PeeringWords {
  readonly vpc: (side: PeeringSide) => string;
  /** Its region and account. */
  readonly place: (side: PeeringSide) => string;
  readonly table: (table: PeeringTable) => string;
  readonly counts: (table: PeeringTable) => string;
  /** What is not well with a route; '' for one that works. */
  readonly route: (route: PeeringRoute) => string;
  /** Of an end without a route: why, and what that means. */
  readonly none: (side: PeeringSide) => string;
  readonly peering: string;
  readonly state: string;
  /** What passes, and what does not. */
  readonly passes: string;
  readonly more: (n: number) => string;
  readonly moreTables: (n: number) => string;
}

interface PeeringLayoutInput {
  readonly map: PeeringMap;
  readonly words: PeeringWords;
  readonly measure: Measure;
  readonly width: number;
}

/** Narrower than this it is told as a list. */
export const leastPeeringWidth = 640;

const [rowHeight, pad, stub, gutter] = [18, 10, 17, 64] as const;
const [mostRows, mostTables] = [8, 10] as const;

interface Drawing extends PeeringLayoutInput {
  readonly boxes: SceneBox[];
  readonly texts: SceneText[];
  readonly lines: SceneLine[];
  readonly signs: SceneSign[];
  readonly ways: SceneWay[];
}

/** Where one end stands; `out` is 1 where its lines leave to the right, -1 to the left. */
interface SidePlace {
  readonly side: PeeringSide;
  readonly x: number;
  readonly width: number;
  readonly out: 1 | -1;
}

interface Pin extends Point {
  readonly table: string;
  readonly state: WayState;
}

/** A text in lines as wide as the room, at most so many; the last is cut where it does not end. */
function wrapped(measure: Measure, text: string, kind: TextKind, room: number, most: number): string[] {
  const words = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s?|\s/gu) ?? [];
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    const isFull = line !== '' && measure((line + word).trimEnd(), kind) > room;
    if (isFull && lines.length < most) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

interface ParagraphPlace extends Point {
  readonly room: number;
  /** How many lines there may be. */
  readonly most: number;
  readonly of: readonly string[];
  readonly state?: SceneText['state'] | undefined;
  readonly kind?: TextKind;
}

/** Puts lines of a text one under the other; returns the height that they take. */
function paragraph({ measure, texts }: Drawing, text: string, place: ParagraphPlace): number {
  const { x, y, room, most, of, state, kind = 'note' } = place;
  const lines = wrapped(measure, text, kind, room, most);
  lines.forEach((line, at) => {
    texts.push(textAt(measure, kind, line, { x, y: y + at * 15, room, of, state }));
  });
  return lines.length * 15;
}

const inkOf: Readonly<Record<PeeringRouteFate, SceneText['state']>> = {
  live: undefined,
  unknown: 'unknown',
  missing: 'missing',
  elsewhere: 'missing',
  dead: 'dead',
  unused: 'quiet',
};

/** A line that leads nowhere: a piece of it, with a cross at its end. */
function stubInto({ lines }: Drawing, place: SidePlace, from: Point, route: PeeringRoute, key: string): void {
  if (route.fate === 'unused') return;
  const points = [from, { x: from.x + place.out * stub, y: from.y }];
  lines.push({ key, net: key, points, state: route.fate === 'dead' ? 'dead' : 'missing', start: 'none', end: 'cross', of: [] });
}

function rowInto(drawing: Drawing, place: SidePlace, table: PeeringTable, { route, y }: { route: PeeringRoute; y: number }): void {
  const { measure, words, texts } = drawing;
  const x = place.x + pad;
  const width = place.width - 2 * pad;
  const of = [table.key];
  const state = inkOf[route.fate];
  const word = words.route(route);
  const room = width - 34;
  const told = word === '' ? null : textAt(measure, 'word', word, { x: 0, y: 0, room: Math.floor(room * 0.6), of });
  const wide = room - (told ? told.width + 10 : 0);
  texts.push(textAt(measure, 'mono', route.destination, { x: x + 15, y: y + 13, room: wide, state, of }));
  if (told) texts.push({ ...told, x: x + width - 15 - told.width, y: y + 13, ...(state ? { state } : {}) });
}

function tableInto(drawing: Drawing, place: SidePlace, table: PeeringTable, top: number): { height: number; pin: Pin | null } {
  const { measure, words, boxes, texts, signs } = drawing;
  const [x, width, of] = [place.x + pad, place.width - 2 * pad, [table.key]];
  const shown = table.routes.slice(0, table.routes.length > mostRows ? mostRows - 1 : mostRows);
  const more = table.routes.length - shown.length;
  const first = top + 38;
  const height = 38 + (shown.length + Number(more > 0)) * rowHeight + 8;
  boxes.push({ key: table.key, kind: 'table', x, y: top, width, height, of });
  texts.push(textAt(measure, 'name', words.table(table), { x: x + 10, y: top + 18, room: width - 20, of }));
  texts.push(textAt(measure, 'note', words.counts(table), { x: x + 10, y: top + 32, room: width - 20, state: 'quiet', of }));
  const edge = place.out === 1 ? x + width : x;
  shown.forEach((route, at) => {
    const y = first + at * rowHeight;
    rowInto(drawing, place, table, { route, y });
    const leads = route.fate === 'live' || route.fate === 'unknown';
    if (!leads) stubInto(drawing, place, { x: edge, y: y + 9 }, route, `stub:${table.id}:${at}`);
  });
  if (more > 0) {
    texts.push(
      textAt(measure, 'note', words.more(more), {
        x: x + 15,
        y: first + shown.length * rowHeight + 13,
        room: width - 30,
        state: 'quiet',
        of,
      }),
    );
  }
  const leading = shown.filter(({ fate }) => fate === 'live' || fate === 'unknown');
  if (leading.length === 0) return { height, pin: null };
  // Those that lead there are the first rows: one bracket holds them.
  if (leading.length > 1) {
    const bracket = { y: first, width: 5, height: leading.length * rowHeight, of };
    signs.push(
      place.out === 1 ? { kind: 'bracket', x: x + width - 11, ...bracket } : { kind: 'bracket', opens: 'right', x: x + 6, ...bracket },
    );
  }
  const state: WayState = leading.some(({ fate }) => fate === 'live') ? 'good' : 'unknown';
  return { height, pin: { x: edge, y: first + Math.round((leading.length * rowHeight) / 2), table: table.key, state } };
}

/** One end: its head, its tables one under the other; returns where lines leave it and where it ends. */
function sideInto(drawing: Drawing, place: SidePlace): Leaving {
  const { measure, words, texts, boxes, map } = drawing;
  const { side, x, width } = place;
  const [of, room, left] = [[side.key], width - 2 * pad - 4, x + pad + 2];
  // The frame is painted first, and is as high as what stands in it.
  const at = boxes.length;
  texts.push(textAt(measure, 'name', words.vpc(side), { x: left, y: 22, room, of }));
  let y = 38;
  const [shown, more] = [side.ranges.slice(0, 3), side.ranges.length - 3];
  for (const range of shown) {
    texts.push(textAt(measure, 'mono', range, { x: left, y, room, of }));
    y += 15;
  }
  if (more > 0) {
    texts.push(textAt(measure, 'note', words.more(more), { x: left, y, room, state: 'quiet', of }));
    y += 15;
  }
  y += paragraph(drawing, words.place(side), { x: left, y, room, most: 2, state: 'quiet', of });
  const pins: Pin[] = [];
  const cards = side.tables.slice(0, mostTables);
  for (const table of cards) {
    const { height, pin } = tableInto(drawing, place, table, y);
    if (pin) pins.push(pin);
    y += height + 8;
  }
  if (side.tables.length > cards.length) {
    texts.push(
      textAt(measure, 'note', words.moreTables(side.tables.length - cards.length), { x: left, y: y + 12, room, state: 'quiet', of }),
    );
    y += 20;
  }
  if (cards.length === 0 && map.peering !== null) {
    y += paragraph(drawing, words.none(side), {
      x: left,
      y: y + 14,
      room,
      most: 6,
      of,
      state: map.state === 'active' ? 'missing' : 'quiet',
    });
    y += 16;
  }
  const bottom = y + 4;
  boxes.splice(at, 0, { key: side.key, kind: 'wall', x: x + 0.5, y: 0.5, width: width - 1, height: bottom - 1, of });
  return { bottom, pins };
}

/** An end that sends nothing: the line from its edge, clear of what sticks out of it, in the state of the whole. */
function barePin({ map, lines }: Drawing, { side }: SidePlace, edge: number, bottom: number, want: number): Pin | null {
  if (map.peering === null) return null;
  const stubs = lines.filter(({ end, points }) => end === 'cross' && Math.abs((points[0]?.x ?? 0) - edge) <= pad);
  const isFree = want > 12 && want < bottom - 12 && stubs.every(({ points }) => Math.abs((points[0]?.y ?? 0) - want) > 10);
  const state = map.state !== 'active' ? map.way : side.vpc === null || side.unread ? 'unknown' : 'missing';
  return { x: edge, y: isFree ? want : 20, table: side.key, state };
}

interface Leaving {
  readonly pins: readonly Pin[];
  readonly bottom: number;
}

/** Lines of one end, which meet on one track before the peering: the net of that end. */
function linesInto(drawing: Drawing, place: SidePlace, leaving: Leaving, node: SceneBox): void {
  const { map, lines, ways } = drawing;
  const { side, out } = place;
  const edge = out === 1 ? place.x + place.width : place.x;
  const track = edge + out * 34;
  const entry = { x: out === 1 ? node.x : node.x + node.width, y: Math.round(node.y + node.height / 2) };
  const bare = leaving.pins.length === 0 ? barePin(drawing, place, edge, leaving.bottom, entry.y) : null;
  const pins = bare ? [bare] : leaving.pins;
  pins.forEach((pin, at) => {
    const start = { x: pin.x, y: pin.y };
    const points = pin.y === entry.y ? [start, entry] : [start, { x: track, y: pin.y }, { x: track, y: entry.y }, entry];
    lines.push({
      ...{ key: `line:${pin.table}`, net: `net:${side.key}`, points, state: pin.state },
      start: 'none',
      end: at === 0 && !bare ? 'arrow' : 'none',
      of: [pin.table, map.key],
    });
    if (!bare) ways.push({ from: pin.table, to: map.key, state: pin.state, points });
  });
}

/** The peering itself, as high as its words. */
function nodeInto(drawing: Drawing, x: number, width: number, middle: number): SceneBox {
  const { map, words, measure, boxes, texts, signs } = drawing;
  const of = [map.key];
  const room = width - 24;
  const state = map.way === 'good' ? undefined : map.way;
  const passes = wrapped(measure, words.passes, 'note', room, 4);
  const told = wrapped(measure, words.state, 'word', room, 2);
  const height = 32 + (told.length + passes.length) * 15 + 8;
  const y = Math.max(1, Math.round(middle - height / 2));
  const box: SceneBox = { key: map.key, kind: 'hop', x, y, width, height, of, state: map.way };
  boxes.push(box);
  const sign = { x: x + 10, y: y + 8, width: 16, height: 16, of };
  signs.push({ ...sign, kind: 'sign', name: 'peering', ...(state ? { state } : {}) });
  texts.push(textAt(measure, 'name', words.peering, { x: x + 32, y: y + 21, room: width - 42, of }));
  let line = y + 40;
  line += paragraph(drawing, words.state, { x: x + 12, y: line, room, most: 2, of, state: state ?? 'good', kind: 'word' });
  paragraph(drawing, words.passes, { x: x + 12, y: line, room, most: 4, of });
  return box;
}

/** The same peering and room give the same picture. */
export function peeringScene(input: PeeringLayoutInput): Scene {
  const { map } = input;
  const width = Math.max(leastPeeringWidth, input.width);
  const drawing: Drawing = { ...input, boxes: [], texts: [], lines: [], signs: [], ways: [] };
  const nodeWidth = width < 800 ? 148 : 188;
  const sideWidth = Math.min(420, Math.floor((width - nodeWidth - 2 * gutter) / 2));
  const between = Math.min(gutter * 2, Math.floor((width - nodeWidth - 2 * sideWidth) / 2));
  const places: readonly [SidePlace, SidePlace] = [
    { side: map.sides[0], x: 0, width: sideWidth, out: 1 },
    { side: map.sides[1], x: sideWidth + 2 * between + nodeWidth, width: sideWidth, out: -1 },
  ];
  const [left, right] = [sideInto(drawing, places[0]), sideInto(drawing, places[1])];
  const pins = [...left.pins, ...right.pins];
  const tallest = Math.max(left.bottom, right.bottom);
  const middle = pins.length > 0 ? pins.reduce((sum, { y }) => sum + y, 0) / pins.length : tallest / 2;
  const node = nodeInto(drawing, sideWidth + between, nodeWidth, Math.max(60, middle));
  linesInto(drawing, places[0], left, node);
  linesInto(drawing, places[1], right, node);
  const { boxes, texts, lines, signs, ways } = drawing;
  return {
    width: 2 * sideWidth + 2 * between + nodeWidth,
    height: Math.max(tallest, node.y + node.height + 1),
    ...{ boxes, texts, lines, signs, ways },
  };
}
