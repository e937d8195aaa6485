/** The map of the estate as a picture. The same view and room give the same picture. Sizes are in px. */
import { plainFrame } from './estate-board.ts';
import {
  type CardDrawing,
  cardInto,
  cardNeed,
  closedInto,
  exitsNeed,
  exitsOfNode,
  hubInto,
  leastHeight,
  smallInto,
} from './estate-cards.ts';
import { closedHeight, compactTracks, type EstateFrame, type FrameInput, frameOf } from './estate-frame.ts';
import type { EstateGrid, GridPlace } from './estate-grid.ts';
import type { EstateLine, EstateView } from './estate-groups.ts';
import { type DrawnLine, type LabelGround, type Labels, labelsFor } from './estate-labels.ts';
import { type EstatePlan, isSmall } from './estate-places.ts';
import type { PlannedLine } from './estate-plan.ts';
import { channelAbove, cornersOf } from './estate-ways.ts';
import type { EstateMapWords } from './estate-words.ts';
import {
  type Measure,
  type Point,
  type Rect,
  type Scene,
  type SceneBox,
  type SceneLine,
  type SceneSign,
  type SceneText,
  textAt,
} from './scene.ts';

interface EstateLayoutInput {
  /** What the plan was made for. */
  readonly view: EstateView;
  /** What a filter leaves of it; all, where it is not given. Everything stays where it is. */
  readonly shown?: EstateView;
  readonly plan: EstatePlan;
  readonly words: EstateMapWords;
  readonly measure: Measure;
  readonly width: number;
  readonly height: number;
}

/** How much room a head has before a line comes down through its band. */
function roomOf(drawn: readonly DrawnLine[], x: number, y: number, most: number): number {
  const uprights = drawn.flatMap(({ points }) =>
    points.slice(1).flatMap((b, at) => {
      const a = points[at] ?? b;
      return a.x === b.x && a.x > x && Math.min(a.y, b.y) < y + 8 && Math.max(a.y, b.y) > y - 14 ? [a.x - x - 8] : [];
    }),
  );
  return Math.min(most, ...uprights);
}

interface Head {
  readonly kind: 'name' | 'head';
  readonly title: string;
  readonly told: string;
  readonly at: Point;
  readonly room: number;
}

/** A head with its number, if there is room for both. */
function headInto({ measure, texts }: Pick<HeadDrawing, 'measure' | 'texts'>, { kind, title, told, at, room }: Head): void {
  const name = textAt(measure, kind, title, { ...at, room, of: [] });
  texts.push(name);
  if (name.width + 8 + measure(told, 'note') > room) return;
  texts.push(textAt(measure, 'note', told, { x: at.x + name.width + 8, y: at.y, state: 'quiet', of: [] }));
}

interface HeadDrawing {
  readonly frame: EstateFrame;
  readonly drawn: readonly DrawnLine[];
  readonly measure: Measure;
  readonly boxes: SceneBox[];
  readonly texts: SceneText[];
}

/** Accounts all of whose cards stand for a region of theirs. A CCN has a card as high as any. */
const closedIn = ({ nodes }: EstateView): ReadonlySet<string> => {
  const open = new Set(nodes.flatMap(({ account, closed }) => (closed ? [] : [account])));
  return new Set(nodes.flatMap(({ account, closed }) => (closed && !open.has(account) ? [account] : [])));
};

function framesInto(drawing: HeadDrawing, { view, shown = view, words }: EstateLayoutInput): void {
  const { frame, drawn, boxes } = drawing;
  const count = (account: string, region?: string): number =>
    shown.nodes.reduce(
      (sum, node) => sum + (node.account === account && (region === undefined || node.region === region) ? node.vpcs.length : 0),
      0,
    );
  const all = (account: string, region?: string): number =>
    view.all.filter((vpc) => vpc.account === account && (region === undefined || vpc.region === region)).length;
  const left = frame.regions[0]?.head ?? 46;
  const closed = closedIn(view);
  for (const { account, top, height, inner } of frame.accounts) {
    boxes.push({ key: '', kind: 'account', x: 0.5, y: top + 0.5, width: frame.width - 1, height, of: [] });
    const place = { x: left, y: top + 20 };
    const room = roomOf(drawn, place.x, place.y, frame.width - left - 12);
    headInto(drawing, {
      kind: 'name',
      title: words.account(account),
      told: [words.vpcs(count(account), all(account)), words.put(view, closed.has(account))].filter(Boolean).join(' · '),
      at: place,
      room,
    });
    for (const { region, x, width, head } of frame.regions) {
      boxes.push({ key: '', kind: 'region', x, y: inner, width, height: top + height - inner - 8, of: [] });
      if (closed.has(account)) continue;
      const at = { x: head, y: inner + 17 };
      const left = roomOf(drawn, at.x, at.y, x + width - head - 8);
      headInto(drawing, {
        kind: 'head',
        title: words.region(region),
        told: words.vpcs(count(account, region), all(account, region)),
        at,
        room: left,
      });
    }
  }
}

function rectOf(frame: EstateFrame, place: GridPlace, small: boolean): Rect {
  const y = frame.top(place);
  const full = { x: frame.left(place), y, width: frame.cardWidths[place.column] ?? 0, height: frame.bottom(place) - y };
  if (!small) return full;
  const half = Math.floor((full.height - 6) / 2);
  return { ...full, y: place.second ? full.y + full.height - half : full.y, height: half };
}

/** A line without the stretch where its word stands. */
function broken(points: readonly Point[], gap: { readonly piece: number; readonly from: number; readonly to: number } | null): Point[][] {
  if (!gap) return [[...points]];
  const [a, b] = [points[gap.piece], points[gap.piece + 1]];
  if (!a || !b) return [[...points]];
  const [before, after] = a.x < b.x ? [gap.from, gap.to] : [gap.to, gap.from];
  return [
    [...points.slice(0, gap.piece + 1), { x: before, y: a.y }],
    [{ x: after, y: a.y }, ...points.slice(gap.piece + 1)],
  ];
}

/** Where an upright piece of one line crosses a level one of another: the upright one passes over it. */
function bridgesOf(lines: readonly DrawnLine[]): SceneSign[] {
  const pieces = lines.flatMap(({ line, points }) => points.slice(1).map((b, at) => ({ line, a: points[at] ?? b, b })));
  return pieces.flatMap(({ line, a, b }): SceneSign[] => {
    if (a.x !== b.x) return [];
    const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    return pieces
      .filter((other) => other.line !== line && other.a.y === other.b.y && other.a.y > top && other.a.y < bottom)
      .filter((other) => a.x > Math.min(other.a.x, other.b.x) && a.x < Math.max(other.a.x, other.b.x))
      .map((other) => ({ kind: 'bridge', x: a.x - 4, y: other.a.y - 5, width: 8, height: 10, state: line.state, of: [line.key] }));
  });
}

/** The edges of a frame, where no word may stand. */
const edgesOf = ({ x, y, width, height }: Rect): Rect[] => [
  { x: x - 1, y, width: 2, height },
  { x: x + width - 1, y, width: 2, height },
  { x, y: y - 1, width, height: 2 },
  { x, y: y + height - 1, width, height: 2 },
];

/** The smallest box around points. */
function spanOf(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function linesInto(drawn: readonly DrawnLine[], labels: Labels, lines: SceneLine[], texts: SceneText[]): void {
  for (const { line, points } of drawn) {
    const label = labels.get(line.key);
    const parts = broken(points, label?.gap ?? null);
    parts.forEach((part, at) => {
      lines.push({
        ...{ key: at === 0 ? line.key : `${line.key} ${at}`, net: line.key, state: line.state, of: [line.key], points: part },
        start: at === 0 ? 'ring' : 'none',
        end: at === parts.length - 1 ? 'ring' : 'none',
      });
    });
    if (label) texts.push(label.text);
  }
}

interface LineRoute extends PlannedLine {
  readonly line: EstateLine;
  readonly a: GridPlace;
  readonly b: GridPlace;
}

/** Where everything stands, and what each line says. */
interface Layout {
  readonly frame: EstateFrame;
  readonly drawn: readonly DrawnLine[];
  readonly labels: Labels;
  readonly ground: LabelGround;
  /** Lines whose words have found no place. */
  readonly unnamed: readonly LineRoute[];
}

/** What rows and columns need of room, and where CCNs stand. */
function needsOf({ view, plan: { grid }, words, measure }: EstateLayoutInput): Pick<FrameInput, 'least' | 'needs' | 'hubs'> {
  const closed = closedIn(view);
  const least = grid.accounts.flatMap(({ account, rows }) =>
    Array.from({ length: rows }, (): number => (closed.has(account) ? closedHeight : 88)),
  );
  const needs = grid.regions.flatMap(({ columns }) =>
    Array.from({ length: columns }, () => ({ empty: true, card: 0, exits: 0, troubles: 0, bad: 0 })),
  );
  const hubs = new Set<string>();
  for (const node of view.nodes) {
    const { row, column } = placeIn(grid, node.key);
    least[row] = Math.max(least[row] ?? 0, leastHeight(node));
    const need = needs[column];
    if (!need) continue;
    need.empty = false;
    need.card = Math.max(need.card, cardNeed(measure, words, node));
    need.exits = Math.max(need.exits, exitsNeed(measure, words, node, 'all'));
    need.bad += exitsOfNode(node).filter(({ state }) => state !== 'good').length;
    need.troubles = Math.max(need.troubles, exitsNeed(measure, words, node, 'troubles'));
    if (node.kind === 'hub') hubs.add(`${row} ${column}`);
  }
  return { least, needs, hubs };
}

const placeIn = ({ places }: EstateGrid, key: string): GridPlace => places.get(key) ?? { row: 0, column: 0, second: false };

type Parts = Pick<CardDrawing, 'boxes' | 'texts' | 'lines' | 'signs'>;

/** Frames, and the cards of the nodes that are shown. */
function cardsOf(input: EstateLayoutInput, frame: EstateFrame, drawn: readonly DrawnLine[]): Parts {
  const { view, shown = view, plan, words, measure } = input;
  const joined = new Set(view.lines.flatMap(({ ends }) => ends));
  const drawing: CardDrawing = { measure, words, boxes: [], texts: [], lines: [], signs: [] };
  framesInto({ ...drawing, frame, drawn }, input);
  const wholes = new Map(view.nodes.map((node) => [node.key, node]));
  for (const node of shown.nodes) {
    const place = placeIn(plan.grid, node.key);
    const whole = wholes.get(node.key) ?? node;
    const small = isSmall(whole, joined);
    const card = { node, whole, rect: rectOf(frame, place, small), comb: frame.combs[place.column] ?? null };
    if (small) smallInto(drawing, node, card.rect);
    else if (node.kind === 'hub') hubInto(drawing, node, card.rect);
    else if (node.closed) closedInto(drawing, card);
    else cardInto(drawing, card);
  }
  return drawing;
}

function layoutOf(input: EstateLayoutInput, planned: readonly LineRoute[], roomy: ReadonlySet<number>): Layout {
  const { view, plan, words, measure, width, height } = input;
  const { grid } = plan;
  const tracks = compactTracks(planned, plainFrame(grid));
  const frame = frameOf({ grid, tracks, width, height, roomy, closed: closedIn(view), ...needsOf(input) });
  const drawn = planned.map(
    ({ key, way, line, a, b }): DrawnLine => ({
      ...{ line, points: cornersOf(frame, way, tracks.of.get(key) ?? [], a, b), words: words.line(line) },
    }),
  );
  const { boxes, texts, lines } = cardsOf({ ...input, shown: view }, frame, drawn);
  const solid = boxes.filter(({ key }) => key !== '');
  const edges = boxes.filter(({ key }) => key === '').flatMap(edgesOf);
  // Lines so far are those of combs.
  const combs = lines.map(({ points }) => spanOf(points));
  const ground: LabelGround = { boxes: [...solid, ...edges, ...combs], texts, width: frame.width };
  const labels = labelsFor(measure, drawn, ground);
  return { frame, drawn, labels, ground, unnamed: planned.filter(({ key }) => !labels.has(key)) };
}

/** How often channels are made higher for words that found no place. */
const mostLayouts = 4;

function settledLayout(input: EstateLayoutInput): Layout {
  const { grid, lines } = input.plan;
  const lineOf = new Map(input.view.lines.map((line) => [line.key, line]));
  const planned = lines.flatMap((one): LineRoute[] => {
    const line = lineOf.get(one.key);
    return line ? [{ ...one, line, a: placeIn(grid, line.ends[0]), b: placeIn(grid, line.ends[1]) }] : [];
  });
  const roomy = new Set<number>();
  let done = layoutOf(input, planned, roomy);
  for (let round = 1; round < mostLayouts && done.unnamed.length > 0; round += 1) {
    for (const { way, a, b } of done.unnamed) {
      const levels = way.channels.flatMap(({ level, at }) => (level ? [at] : []));
      // A line beside its column passes the channels between its ends.
      const beside = [channelAbove(grid, Math.max(a.row, b.row)), channelAbove(grid, Math.min(a.row, b.row)) + 1];
      const next = [...levels, ...beside].find((at) => !roomy.has(at));
      if (next !== undefined) roomy.add(next);
    }
    done = layoutOf(input, planned, roomy);
  }
  return done;
}

/** The lines that are shown, with the words of what is left of them. */
function shownLines({ view, shown = view, words, measure }: EstateLayoutInput, { drawn, labels, ground }: Layout) {
  if (shown === view) return { drawn, labels };
  const lineOf = new Map(shown.lines.map((line) => [line.key, line]));
  const wholes = new Map(drawn.map((one) => [one.line.key, one.line]));
  const own = drawn.flatMap(({ line: { key }, points }): DrawnLine[] => {
    const line = lineOf.get(key);
    return line ? [{ line, points, words: words.line(line) }] : [];
  });
  const changed = own.filter(({ line }) => line !== wholes.get(line.key));
  const kept = new Map([...labels].filter(([key]) => !changed.some(({ line }) => line.key === key)));
  const hidden = drawn.filter(({ line }) => !lineOf.has(line.key));
  // Words of what is left out keep their places too.
  return { drawn: own, labels: changed.length > 0 ? labelsFor(measure, [...own, ...hidden], ground, kept) : kept };
}

/** The picture of what is shown; places and sizes are those of the whole. */
export function estateScene(input: EstateLayoutInput): Scene {
  const layout = settledLayout(input);
  const { frame } = layout;
  const { drawn, labels } = shownLines(input, layout);
  const { boxes, texts, lines, signs } = cardsOf(input, frame, layout.drawn);
  linesInto(drawn, labels, lines, texts);
  signs.push(...bridgesOf(drawn));
  const ways = drawn.map(({ line, points }) => ({ from: line.ends[0], to: line.ends[1], state: line.state, points }));
  return { width: frame.width, height: frame.height, boxes, texts, lines, signs, ways };
}
