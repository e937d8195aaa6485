/** Next hops, which stand in the wall of the VPC, and what stands beyond it. */

import type { MapBeyond } from './map-hop.ts';
import { textAt } from './scene.ts';
import type { HopPlace } from './vpc-columns.ts';
import type { Drawing } from './vpc-drawing.ts';

function beyondInto(
  { input: { measure, words }, columns, boxes, texts, signs, lines }: Drawing,
  { hop, beyond: places }: HopPlace,
  at: number,
): void {
  const beyond = hop.beyond[at];
  const place = places[at];
  if (!beyond || !place) return;
  const [x, of] = [columns.beyondX, [beyond.key]];
  boxes.push({
    key: beyond.key,
    kind: 'beyond',
    x,
    y: place.top,
    width: columns.beyondWidth,
    height: place.height,
    of,
    state: beyond.state,
  });
  const sign = beyond.kind === 'vpc' || beyond.kind === 'several' || beyond.kind === 'unknown' ? null : beyond.kind;
  const left = x + (sign ? 30 : 10);
  const room = x + columns.beyondWidth - 10 - left;
  let y =
    place.top +
    Math.max(19, Math.round((place.height - 46 - (words.account(beyond) ? 14 : 0) - (words.trouble(beyond) ? 14 : 0)) / 2) + 19);
  if (sign) signs.push({ kind: 'sign', name: sign, x: x + 10, y: y - 11, width: 13, height: 13, state: 'quiet', of });
  texts.push(textAt(measure, 'name', words.beyond(beyond), { x: left, y, room, of }));
  y += 15;
  const region = words.region(beyond);
  const kind = beyond.kind === 'internet' ? 'note' : 'mono';
  const blocks = textAt(measure, kind, words.blocks(beyond), { x: left, y, room, state: 'quiet', of });
  texts.push(blocks);
  // A block is never cut for a region.
  const rest = room - blocks.width - 8;
  if (region && rest >= Math.min(measure(region, 'note'), 60))
    texts.push(textAt(measure, 'note', region, { x: left + room, y, align: 'right', room: rest, state: 'quiet', of }));
  for (const [text, state] of [
    [words.account(beyond), 'quiet'],
    [words.trouble(beyond), beyond.state],
  ] as const) {
    if (!text) continue;
    y += 14;
    const kind = state === 'quiet' ? 'note' : 'word';
    // Below the sign there is room too.
    const from = measure(text, kind) <= room ? left : x + 7;
    texts.push(textAt(measure, kind, text, { x: from, y, room: x + columns.beyondWidth - 5 - from, state, of }));
  }
  const middle = place.top + Math.round(place.height / 2);
  linkInto(lines, { from: columns.hopX + columns.hopWidth, to: x, y: middle }, beyond, [hop.key, beyond.key]);
}

function linkInto(
  lines: Drawing['lines'],
  { from, to, y }: { from: number; to: number; y: number },
  beyond: MapBeyond,
  of: readonly string[],
): void {
  const { passes, state, key } = beyond;
  const isCut = state === 'dead' && passes !== 'both' && passes !== 'out';
  lines.push({
    ...{ key: `link:${key}`, net: `link:${key}`, state, of },
    points: [
      { x: from, y },
      // What is dead does not arrive: its cross stands in the gap.
      { x: isCut ? to - 12 : to, y },
    ],
    start: passes === 'both' || passes === 'in' ? 'arrow' : 'none',
    end: isCut ? 'cross' : passes === 'both' || passes === 'out' ? 'arrow' : 'none',
  });
}

function hopInto(drawing: Drawing, place: HopPlace): void {
  const { input, columns, boxes, texts, signs } = drawing;
  const { measure, words } = input;
  const { hop, top, height } = place;
  const of = [hop.key];
  const width = hop.kind === 'instance' && hop.beyond.length === 0 ? columns.wall - columns.hopX - 8 : columns.hopWidth;
  const troubled = hop.led === 'unknown' ? { state: 'unknown' as const } : hop.tables.length === 0 ? { state: 'missing' as const } : {};
  boxes.push({ key: hop.key, kind: 'hop', x: columns.hopX, y: top, width, height, of, ...troubled });
  const notes = words.notes(hop).slice(0, 4);
  const first = top + Math.max(19, Math.round((height - 15 - notes.length * 13) / 2) + 12);
  signs.push({ kind: 'sign', name: hop.kind, x: columns.hopX + 9, y: first - 11, width: 13, height: 13, of });
  texts.push(textAt(measure, 'name', words.hop(hop), { x: columns.hopX + 29, y: first, room: width - 37, of }));
  notes.forEach((note, at) => {
    const kind = hop.addresses.includes(note.split(' ')[0] ?? '') ? 'mono' : 'note';
    texts.push(textAt(measure, kind, note, { x: columns.hopX + 29, y: first + 15 + at * 13, room: width - 35, state: 'quiet', of }));
  });
}

export function hopsInto(drawing: Drawing): void {
  for (const place of drawing.plan.hops) {
    hopInto(drawing, place);
    for (const at of place.beyond.keys()) beyondInto(drawing, place, at);
  }
}
