/** Cards of route tables: every route as a row, those that lead the same way bracketed into one port. */
import { textAt } from './scene.ts';
import type { Drawing } from './vpc-drawing.ts';
import { groupHeight, type PortGroup, rowHeight, stubHeight, type TableLane } from './vpc-lanes.ts';
import type { LanePlace } from './vpc-plan.ts';
import { type MapRoute, mapRouteKey } from './vpc-tables.ts';
import type { VpcMapWords } from './vpc-words.ts';

/** How a route differs from that of another table, at the right of its row; returns the room that this takes. */
function markInto({ input, columns, texts }: Drawing, { lane: { table } }: LanePlace, row: { route: MapRoute; y: number }): number {
  const key = mapRouteKey(table, row.route);
  const word = input.marks?.get(key);
  if (word === undefined) return 0;
  const mark = textAt(input.measure, 'word', word, { x: columns.tableX + columns.tableWidth - 15, y: row.y, align: 'right', of: [key] });
  texts.push(mark);
  return mark.width + 8;
}

function groupInto(drawing: Drawing, place: LanePlace, { group, top }: { group: PortGroup; top: number }): void {
  const {
    input: { measure, words },
    columns,
    texts,
    signs,
  } = drawing;
  const { table } = place.lane;
  const [x, room] = [columns.tableX + 10, columns.tableWidth - 26];
  const shown = group.routes.slice(0, group.shown);
  shown.forEach((route, at) => {
    const of = [mapRouteKey(table, route)];
    const state = route.fate === 'unknown' ? { state: 'unknown' as const } : {};
    const y = top + at * rowHeight + 12;
    const mark = markInto(drawing, place, { route, y });
    texts.push(textAt(measure, 'mono', route.destination, { x, y, room: room - mark, of, ...state }));
  });
  const rest = group.routes.slice(group.shown);
  const of = group.routes.map((route) => mapRouteKey(table, route));
  if (rest.length > 0) {
    texts.push(textAt(measure, 'note', words.more(rest.length), { x, y: top + group.shown * rowHeight + 12, state: 'quiet', of }));
  }
  if (group.routes.length > 1) {
    signs.push({ kind: 'bracket', x: columns.tableX + columns.tableWidth - 11, y: top, width: 5, height: groupHeight(group), of });
  }
}

function stubsInto(drawing: Drawing, place: LanePlace): void {
  const {
    input: { measure, words },
    columns,
    texts,
    lines,
  } = drawing;
  const { lane, top, height } = place;
  const [x, right] = [columns.tableX + 10, columns.tableX + columns.tableWidth];
  let y = top + height - 6 - lane.local.length * 15 - lane.stubs.length * stubHeight;
  for (const route of lane.stubs) {
    const key = mapRouteKey(lane.table, route);
    const state = route.fate === 'dead' ? 'dead' : 'quiet';
    const room = columns.tableWidth - 18;
    const mark = markInto(drawing, place, { route, y: y + 12 });
    texts.push(textAt(measure, 'mono', route.destination, { x, y: y + 12, room: room - mark, state, of: [key] }));
    texts.push(textAt(measure, 'note', words.route(route), { x, y: y + 25, room, state, of: [key] }));
    if (route.fate === 'dead') {
      const points = [
        { x: right, y: y + 8 },
        { x: right + 17, y: y + 8 },
      ];
      lines.push({ key, net: key, points, state: 'dead', start: 'none', end: 'cross', of: [key] });
    }
    y += stubHeight;
  }
}

/** A block of the VPC itself; behind the last that is shown, how many more there are. */
export function localWord(words: VpcMapWords, { local, localMore }: TableLane, at: number): string {
  const word = words.local(local[at] ?? '');
  return at === local.length - 1 && localMore > 0 ? `${word} ${words.more(localMore)}` : word;
}

function cardInto(drawing: Drawing, place: LanePlace): void {
  const { input, columns, boxes, texts } = drawing;
  const { measure, words } = input;
  const { lane, top, height, ports } = place;
  const { table } = lane;
  const [x, of] = [columns.tableX, [table.key]];
  boxes.push({ key: table.key, kind: 'table', x, y: top, width: columns.tableWidth, height, of });
  const main = table.main
    ? textAt(measure, 'note', words.main, { x: x + columns.tableWidth - 10, y: top + 18, align: 'right', state: 'quiet', of })
    : null;
  texts.push(
    textAt(measure, 'name', words.table(table), {
      x: x + 10,
      y: top + 18,
      room: columns.tableWidth - 20 - (main ? main.width + 8 : 0),
      of,
    }),
  );
  if (main) texts.push(main);
  texts.push(textAt(measure, 'note', words.counts(table), { x: x + 10, y: top + 33, room: columns.tableWidth - 16, state: 'quiet', of }));
  for (const [at, group] of lane.groups.entries()) groupInto(drawing, place, { group, top: ports[at]?.top ?? top });
  stubsInto(drawing, place);
  lane.local.forEach((_, at) => {
    const y = top + height - 9 - (lane.local.length - 1 - at) * 15;
    texts.push(textAt(measure, 'note', localWord(words, lane, at), { x: x + 10, y, room: columns.tableWidth - 16, state: 'quiet', of }));
  });
}

export function tablesInto(drawing: Drawing): void {
  for (const lane of drawing.plan.lanes) cardInto(drawing, lane);
}
