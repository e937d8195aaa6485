/** The pixels of the estate's picture: how wide columns and channels are, how high rows. */
import type { EstateGrid, GridPlace } from './estate-grid.ts';
import type { PlannedLine } from './estate-plan.ts';
import { cornersOf, type Frame, leftPlaces, levelPlaces } from './estate-ways.ts';

/** What stands at the right of a column's cards: words beside all exits, beside those that do not work, their signs alone, or nothing. In px. */
export interface ExitStrip {
  readonly kind: 'words' | 'troubles' | 'signs' | 'none';
  readonly width: number;
}

/** What a column's cards need. In px. */
interface ColumnNeed {
  /** No card stands in it. */
  readonly empty: boolean;
  /** The width that shows every name and range. */
  readonly card: number;
  /** The width of its widest exit in words; 0: it has none. */
  readonly exits: number;
  /** The same of those that do not work. */
  readonly troubles: number;
  /** How many these are. */
  readonly bad: number;
}

const signsWidth = 44;
const noComb: ExitStrip = { kind: 'none', width: 14 };
/** A column without cards is no wider than this beside its channel. */
const emptyColumn = 24;
const uprightStep = 9;
const levelStep = 15;
const leastCard = 140;
/** Beside a panel names are cut before the picture is wider than its room. */
const leastBeside = 122;
const narrowFrom = 1060;
/** Cards are widened to this where there is room, and to what their names need. */
const mostCard = 220;
const mostNeed = 280;
const accountHead = 30;
const regionHead = 26;
/** In place of the heads of regions, in an account that is closed. */
const closedHead = 6;
/** Cards of an account that is closed. */
export const closedHeight = 46;
/** A CCN's card stands in the middle of its place. */
export const hubHeight = 54;
const gap = 8;

interface Tracks {
  /** By channel: how many lines run side by side, and which of them each line is. */
  readonly levels: ReadonlyMap<number, number>;
  readonly uprights: ReadonlyMap<number, number>;
  readonly of: ReadonlyMap<string, readonly number[]>;
}

interface Run {
  readonly key: string;
  readonly place: number;
  readonly track: number;
  readonly from: number;
  readonly to: number;
}

/** Lines of a channel that never come near each other share a track; the rest keep the order of the plan. */
export function compactTracks(lines: readonly (PlannedLine & { readonly a: GridPlace; readonly b: GridPlace })[], plain: Frame): Tracks {
  const runs = new Map<string, Run[]>();
  for (const { key, way, tracks, a, b } of lines) {
    const points = cornersOf(plain, way, tracks, a, b);
    way.channels.forEach(({ level, at }, place) => {
      const value = level ? plain.level(at, tracks[place] ?? 0) : plain.upright(at, tracks[place] ?? 0);
      const along = points.filter((point) => (level ? point.y : point.x) === value).map((point) => (level ? point.x : point.y));
      const run = { key, place, track: tracks[place] ?? 0, from: Math.min(...along) - 60, to: Math.max(...along) + 60 };
      const id = `${level ? 'level' : 'upright'} ${at}`;
      runs.set(id, [...(runs.get(id) ?? []), run]);
    });
  }
  const of = new Map<string, number[]>(lines.map(({ key, tracks }) => [key, tracks.map(() => 0)]));
  const counts = { level: new Map<number, number>(), upright: new Map<number, number>() };
  for (const [id, held] of runs) {
    const [kind, at] = id.split(' ') as ['level' | 'upright', string];
    const done: { readonly run: Run; readonly track: number }[] = [];
    for (const run of held.sort((x, y) => x.track - y.track)) {
      const track = done.reduce(
        (least, one) => (one.run.from < run.to && run.from < one.run.to ? Math.max(least, one.track + 1) : least),
        0,
      );
      done.push({ run, track });
      const own = of.get(run.key);
      if (own) own[run.place] = track;
    }
    counts[kind].set(Number(at), 1 + done.reduce((most, { track }) => Math.max(most, track), 0));
  }
  return { levels: counts.level, uprights: counts.upright, of };
}

export interface EstateFrame extends Frame {
  readonly width: number;
  readonly height: number;
  /** By column. */
  readonly cardWidths: readonly number[];
  readonly combs: readonly ExitStrip[];
  readonly accounts: readonly { readonly account: string; readonly top: number; readonly height: number; readonly inner: number }[];
  readonly regions: readonly { readonly region: string; readonly x: number; readonly width: number; readonly head: number }[];
}

export interface FrameInput {
  readonly grid: EstateGrid;
  readonly tracks: Tracks;
  readonly width: number;
  readonly height: number;
  /** By column. */
  readonly needs: readonly ColumnNeed[];
  /** Where CCNs stand: "row column". */
  readonly hubs: ReadonlySet<string>;
  /** Level channels that are higher, since a word found no place in them. */
  readonly roomy?: ReadonlySet<number>;
  /** Accounts that are closed to a strip. */
  readonly closed: ReadonlySet<string>;
  /** The least height of each row's cards. */
  readonly least: readonly number[];
}

/** Cards as wide as they need, or all cut at the same width where that is too much: at least `least` px, `room` together if that can be. */
function cardsIn(needs: readonly ColumnNeed[], room: number, least: number): number[] {
  const at = (level: number): number[] => needs.map(({ empty, card }) => (empty ? emptyColumn : Math.max(least, Math.min(card, level))));
  let level = mostNeed;
  while (level > least && sum(at(level)) > room) level -= 1;
  return at(level);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Words for as many columns as have room for them: beside exits that do not work, where most of these are first; then beside all. */
function combsIn(needs: readonly ColumnNeed[], room: number): ExitStrip[] {
  const combs = needs.map(({ exits }): ExitStrip => (exits > 0 ? { kind: 'signs', width: signsWidth } : noComb));
  let left = room - sum(combs.map(({ width }) => width));
  for (const [kind, of] of [
    ['troubles', 'troubles'],
    ['words', 'exits'],
  ] as const) {
    const order = needs
      .flatMap((need, at) => (need[of] > 0 ? [{ at, width: need[of], bad: kind === 'troubles' ? need.bad : 0 }] : []))
      .sort((a, b) => b.bad - a.bad || a.width - b.width || a.at - b.at);
    for (const { at, width } of order) {
      const more = width - (combs[at]?.width ?? 0);
      if (more > left) continue;
      left -= more;
      combs[at] = { kind, width };
    }
  }
  return combs;
}

/** Names come before exits in words, these before wider cards and channels. What fits not even so is wider than the view. */
function columnsOf({ grid, tracks, width, needs }: FrameInput) {
  const columns = needs.length;
  const least = needs.map((_, at) => Math.max(32, 26 + uprightStep * ((tracks.uprights.get(at) ?? 0) - 1)));
  const room = width - 2 * gap - (grid.regions.length - 1) * gap - sum(least);
  const signs = sum(needs.map(({ exits }) => (exits > 0 ? signsWidth : noComb.width)));
  const natural = cardsIn(needs, room - signs, width < narrowFrom ? leastBeside : leastCard);
  const combs = combsIn(needs, room - sum(natural));
  const full = Math.max(1, needs.filter(({ empty }) => !empty).length);
  const wider = Math.max(0, Math.floor((room - sum(natural) - sum(combs.map((comb) => comb.width))) / full));
  const cardWidths = natural.map((card, at) => (needs[at]?.empty ? card : Math.max(card, Math.min(mostCard, card + wider))));
  const spare = Math.max(0, room - sum(cardWidths) - sum(combs.map((comb) => comb.width)));
  // What cards cannot take goes to the channels.
  const each = Math.min(60, Math.floor(spare / Math.max(1, columns)));
  const channels = least.map((one) => one + each);
  let x = gap;
  const lefts: number[] = [];
  const starts: number[] = [];
  const regions = grid.regions.map(({ region, from, columns: n }) => {
    const left = x;
    for (let at = from; at < from + n; at += 1) {
      starts.push(x);
      lefts.push(x + (channels[at] ?? 0));
      x += (channels[at] ?? 0) + (cardWidths[at] ?? 0) + (combs[at]?.width ?? 0);
    }
    const place = { region, x: left, width: x - left, head: lefts[from] ?? left };
    x += gap;
    return place;
  });
  return { cardWidths, combs, regions, lefts, starts, channels, width: x };
}

/** What a channel gets where a word has found no place. */
const wordRoom = 28;

function rowsOf({ grid, tracks, height, least, roomy, closed }: FrameInput) {
  const count = (channel: number): number => tracks.levels.get(channel) ?? 0;
  const channelHeights = new Map<number, number>();
  let channels = 0;
  grid.accounts.forEach(({ from, rows }, at) => {
    for (let channel = from + at; channel <= from + at + rows; channel += 1) {
      const high = (count(channel) === 0 ? 14 : 30 + levelStep * (count(channel) - 1)) + (roomy?.has(channel) ? wordRoom : 0);
      channelHeights.set(channel, high);
      channels += high;
    }
  });
  const rows = least.reduce((sum, one) => sum + one, 0);
  const heads = grid.accounts.reduce(
    (sum, { account }) => sum + accountHead + (closed.has(account) ? closedHead : regionHead) + 2 * gap,
    -gap,
  );
  const fixed = new Set(
    grid.accounts.flatMap(({ account, from, rows: n }) => (closed.has(account) ? Array.from({ length: n }, (_, at) => from + at) : [])),
  );
  const growing = Math.max(1, least.length - fixed.size);
  let spare = Math.max(0, height - channels - rows - heads - 2);
  const most = Math.max(0, ...least.map((one, at) => (fixed.has(at) ? 0 : 124 - one)));
  const perRow = Math.min(most, Math.floor(spare / growing));
  spare -= perRow * growing;
  const used = [...channelHeights].filter(([channel]) => count(channel) > 0);
  const perChannel = Math.min(26, Math.floor(spare / Math.max(1, used.length)));
  for (const [channel, high] of used) channelHeights.set(channel, high + perChannel);
  return { channelHeights, heights: least.map((one, at) => (fixed.has(at) ? one : Math.max(one, Math.min(124, one + perRow)))) };
}

/** Everything's place in px. */
export function frameOf(input: FrameInput): EstateFrame {
  const { grid, tracks } = input;
  const across = columnsOf(input);
  const { channelHeights, heights } = rowsOf(input);
  const tops: number[] = [];
  const levelTops = new Map<number, number>();
  let y = 0;
  const accounts = grid.accounts.map(({ account, from, rows }, at) => {
    const top = y;
    y += accountHead;
    const inner = y;
    y += input.closed.has(account) ? closedHead : regionHead;
    for (let row = from; row < from + rows; row += 1) {
      levelTops.set(row + at, y);
      y += channelHeights.get(row + at) ?? 0;
      tops.push(y);
      y += heights[row] ?? 0;
    }
    levelTops.set(from + at + rows, y);
    y += channelHeights.get(from + at + rows) ?? 0;
    const band = { account, top, inner, height: y + gap - top };
    y += 2 * gap;
    return band;
  });
  const height = ({ row }: GridPlace): number => heights[row] ?? 0;
  const inset = (place: GridPlace): number =>
    input.hubs.has(`${place.row} ${place.column}`) ? Math.max(0, Math.floor((height(place) - hubHeight) / 2)) : 0;
  const top = (place: GridPlace): number => (tops[place.row] ?? 0) + inset(place);
  const bottom = (place: GridPlace): number => (tops[place.row] ?? 0) + height(place) - inset(place);
  const centred = (track: number, n: number, step: number): number => Math.round((track - (n - 1) / 2) * step);
  return {
    ...{ width: across.width, height: Math.max(1, y - gap), cardWidths: across.cardWidths, combs: across.combs },
    ...{ accounts, regions: across.regions },
    level: (channel, track) =>
      Math.round((levelTops.get(channel) ?? 0) + (channelHeights.get(channel) ?? 0) / 2) +
      centred(track, tracks.levels.get(channel) ?? 1, levelStep),
    upright: (channel, track) =>
      Math.round((across.starts[channel] ?? 0) + (across.channels[channel] ?? 0) / 2) +
      centred(track, tracks.uprights.get(channel) ?? 1, uprightStep),
    portX: ({ column }, port) =>
      Math.round((across.lefts[column] ?? 0) + ((across.cardWidths[column] ?? 0) * (port + 1)) / (levelPlaces + 1)),
    portY: (place, port) => Math.round(top(place) + ((bottom(place) - top(place)) * (port + 1)) / (leftPlaces + 1)),
    top,
    bottom,
    left: ({ column }) => across.lefts[column] ?? 0,
  };
}
