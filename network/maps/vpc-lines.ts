/** The lines between tables and hops: nets on their tracks, destinations on the legs, and each table's way to each hop. */
import { type Point, type SceneLine, textAt } from './scene.ts';
import type { NetPlace } from './vpc-columns.ts';
import { type Drawing, hopsWord, labelsOf, mostNamed, tablesWord, trackStep } from './vpc-drawing.ts';

interface Edges {
  /** Right edge of the tables, x of the track, left edge of the hops. */
  readonly from: number;
  readonly track: number;
  readonly to: number;
}

const wayKey = (table: string, hop: string): string => `way:${table}>${hop}`;

/** A line without points that repeat the one before. */
const line = (points: readonly Point[]): Point[] =>
  points.filter(({ x, y }, at) => at === 0 || points[at - 1]?.x !== x || points[at - 1]?.y !== y);

/** The outer end of a trunk: it turns into the pin or the leg there, but where both leave at one height. */
function endOf(y: number, { pins, legs }: NetPlace, { from, to }: Edges): { point: Point | null; mark: SceneLine['start'] } {
  const pin = pins.some((one) => one.y === y);
  const leg = legs.some((one) => one.y === y);
  if (pin && leg) return { point: null, mark: 'none' };
  return pin ? { point: { x: from, y }, mark: 'dot' } : { point: { x: to, y }, mark: 'arrow' };
}

function trunkInto(drawing: Drawing, place: NetPlace, edges: Edges): void {
  const { net, pins, legs } = place;
  const { state, key } = net;
  const of = net.tables.flatMap((table) => net.hops.map((hop) => wayKey(table, hop)));
  const heights = [...new Set([...pins, ...legs].map(({ y }) => y))].sort((a, b) => a - b);
  const [top = 0, bottom = 0] = [heights[0], heights.at(-1)];
  const [first, last] = [endOf(top, place, edges), endOf(bottom, place, edges)];
  const { track } = edges;
  const points = [
    ...(first.point ? [first.point] : []),
    { x: track, y: top },
    { x: track, y: bottom },
    ...(last.point ? [last.point] : []),
  ];
  if (top !== bottom) drawing.lines.push({ key: `${key} trunk`, net: key, points, state, start: first.mark, end: last.mark, of });
  for (const y of heights) {
    const [isPin, isLeg] = [pins.some((one) => one.y === y), legs.some((one) => one.y === y)];
    // What the trunk turns into is drawn with it.
    if ((y === top || y === bottom) && top !== bottom && !(isPin && isLeg)) continue;
    const ends = line([
      { x: isPin ? edges.from : track, y },
      { x: isLeg ? edges.to : track, y },
    ]);
    drawing.lines.push({
      key: `${key} ${y}`,
      net: key,
      points: ends,
      state,
      start: isPin ? 'dot' : 'none',
      end: isLeg ? 'arrow' : 'none',
      of,
    });
    if (top !== bottom) drawing.signs.push({ kind: 'joint', x: track - 3, y: y - 3, width: 6, height: 6, state, of });
  }
}

function labelsInto({ input: { measure, words, map, compact }, plan, columns, texts }: Drawing, { net, legs }: NetPlace): void {
  if (compact) return;
  const routes = map.tables.filter(({ key }) => net.tables.includes(key)).flatMap((table) => table.routes);
  for (const { hop, y } of legs) {
    const members = plan.hops.find((one) => one.hop.key === hop)?.hop.members ?? [];
    const own = new Set(
      routes.flatMap((route) =>
        route.hop !== null && members.includes(route.hop) && (route.fate === 'live') === (net.state === 'good') ? [route.destination] : [],
      ),
    );
    const all = (plan.hops.find((one) => one.hop.key === hop)?.hop.destinations ?? []).filter((destination) => own.has(destination));
    const shared = plan.nets.filter((other) => other.net.hops.includes(hop)).length > 1;
    const labels = labelsOf(all, words.more, shared ? 1 : 2);
    const of = net.tables.map((table) => wayKey(table, hop));
    const state = net.state === 'good' ? {} : { state: net.state };
    labels.forEach((label, at) => {
      const up = y - 5 - (labels.length - 1 - at) * 13;
      texts.push(textAt(measure, 'mono', label, { x: columns.hopX - 12, y: up, align: 'right', of, ...state }));
    });
  }
}

/** A net that is not drawn: at each table a stub with the names of its hops, at each hop one with the names of its tables. */
function namedInto(drawing: Drawing, { net, pins, legs }: NetPlace): void {
  const { input, plan, columns, lines, texts, ways } = drawing;
  const { key, state } = net;
  const from = columns.tableX + columns.tableWidth;
  const told = state === 'good' ? {} : { state };
  const stubs = pins.map(({ table, y }) => {
    const of = net.hops.map((hop) => wayKey(table, hop));
    const points = [
      { x: from, y },
      { x: from + columns.namedAt - 6, y },
    ];
    lines.push({ key: `${key} ${table}`, net: key, points, state, start: 'dot', end: 'arrow', of });
    const at = { x: from + columns.namedAt, y: y + 4, room: columns.namedRoom, of, ...told };
    texts.push(textAt(input.measure, 'note', hopsWord(input, plan, net), at));
    return { table, points };
  });
  const word = tablesWord(input, net, Math.min(mostNamed, columns.label));
  for (const { hop, y } of legs) {
    const of = net.tables.map((table) => wayKey(table, hop));
    const text = textAt(input.measure, 'note', word, { x: columns.hopX - 12, y: y - 5, align: 'right', of, ...told });
    const points = [
      { x: Math.floor(text.x) - 2, y },
      { x: columns.hopX, y },
    ];
    texts.push(text);
    lines.push({ key: `${key} ${hop}`, net: key, points, state, start: 'ring', end: 'arrow', of });
    for (const stub of stubs) ways.push({ from: stub.table, to: hop, state, points: stub.points, goesOn: points });
  }
}

export function linesInto(drawing: Drawing): void {
  const { plan, columns, ways } = drawing;
  const from = columns.tableX + columns.tableWidth;
  for (const place of plan.nets) {
    const { net, pins, legs, track: index } = place;
    const track = from + columns.lead + (index ?? 0) * trackStep;
    if (net.named) {
      namedInto(drawing, place);
      continue;
    }
    trunkInto(drawing, place, { from, track, to: columns.hopX });
    labelsInto(drawing, place);
    for (const pin of pins) {
      for (const leg of legs) {
        const bend =
          pin.y === leg.y
            ? []
            : [
                { x: track, y: pin.y },
                { x: track, y: leg.y },
              ];
        ways.push({
          from: pin.table,
          to: leg.hop,
          state: net.state,
          points: line([{ x: from, y: pin.y }, ...bend, { x: columns.hopX, y: leg.y }]),
        });
      }
    }
  }
}
