/** Lanes and their subnets. */
import { commonBlock } from './blocks.ts';
import { type SceneText, textAt } from './scene.ts';
import { cellGap, type Drawing, zoneX } from './vpc-drawing.ts';
import { tileHeight } from './vpc-lanes.ts';
import { isUnread } from './vpc-map.ts';
import type { LanePlace } from './vpc-plan.ts';
import { type MapSubnet, subnetKey } from './vpc-tables.ts';

/** Says that a subnet has a block of IPv6 too: the block itself is told by its name and its panel. */
export const sixth = 'v6';

/** Some of its interfaces reach the internet by public addresses of their own. */
export const hasOwn = ({ own }: Pick<MapSubnet, 'own'>): boolean => own !== null && own > 0;

/** The room that the globe takes in a cell of one line, in px. */
export const globe = 14;

/** A way to the internet that no line shows. */
function globeInto(
  signs: Drawing['signs'],
  { x, y, of }: { readonly x: number; readonly y: number; readonly of: readonly string[] },
): void {
  signs.push({ kind: 'sign', name: 'public', x, y, width: 10, height: 10, state: 'good', of });
}

/** Where a cell stands, and what lights it. */
interface Cell {
  readonly subnet: MapSubnet;
  readonly x: number;
  readonly y: number;
  readonly of: readonly string[];
}

function cellInto({ input: { measure }, plan, columns, boxes, texts, signs }: Drawing, { subnet, x, y, of }: Cell): void {
  const [width, height] = [columns.cellWidth, plan.cell];
  const name = subnet.name || subnet.id;
  boxes.push({ key: subnetKey(subnet.id), kind: 'cell', x, y, width, height, of });
  if (height < 50) {
    const cidr = textAt(measure, 'mono', subnet.cidr, { x: x + width - 6, y: y + 16, align: 'right', of });
    const room = width - cidr.width - 18 - (hasOwn(subnet) ? globe : 0);
    if (room >= 24) texts.push(textAt(measure, 'small-name', name, { x: x + 6, y: y + 16, room, of }));
    texts.push({ ...cidr, state: 'quiet' });
    if (hasOwn(subnet)) globeInto(signs, { x: cidr.x - globe, y: y + 7, of });
    return;
  }
  const lift = Math.round((height - 50) / 2);
  const shield = subnet.acl ? 16 : 0;
  texts.push(textAt(measure, 'name', name, { x: x + 8, y: y + 16 + lift, room: width - 12 - shield, of }));
  if (shield > 0) signs.push({ kind: 'sign', name: 'acl', x: x + width - 17, y: y + 5 + lift, width: 12, height: 12, of });
  texts.push(textAt(measure, 'mono', subnet.cidr, { x: x + 8, y: y + 30 + lift, state: 'quiet', of }));
  if (subnet.ipv6) texts.push(textAt(measure, 'note', sixth, { x: x + width - 8, y: y + 30 + lift, align: 'right', state: 'quiet', of }));
  let right = x + width - 8;
  const count = (n: number | null): SceneText => {
    const text = textAt(measure, 'note', n === null ? '?' : String(n), { x: right, y: y + 44 + lift, align: 'right', state: 'quiet', of });
    texts.push(text);
    right = text.x - 20;
    return text;
  };
  const held = count(subnet.interfaces);
  signs.push({ kind: 'sign', name: 'interfaces', x: held.x - 13, y: y + 35 + lift, width: 10, height: 10, state: 'quiet', of });
  if (hasOwn(subnet)) globeInto(signs, { x: count(subnet.own).x - 13, y: y + 35 + lift, of });
  const share = subnet.used === null || subnet.size === 0 ? null : subnet.used / subnet.size;
  if (share !== null && right - x - 8 > 12) {
    signs.push({ kind: 'bar', share, x: x + 8, y: y + 39 + lift, width: right - x - 8, height: 3, of });
  }
}

function tileInto(
  { input: { measure, words }, columns, boxes, texts, signs }: Drawing,
  tile: Omit<Cell, 'subnet'> & { readonly key: string; readonly subnets: readonly MapSubnet[] },
): void {
  const { subnets, x, y, of, key } = tile;
  const width = columns.cellWidth;
  boxes.push({ key, kind: 'tile', x, y, width, height: tileHeight, of });
  const own = subnets.reduce((sum, one) => sum + (one.own ?? 0), 0);
  const ownText =
    own > 0 ? textAt(measure, 'note', String(own), { x: x + width - 8, y: y + 18, align: 'right', state: 'quiet', of }) : null;
  if (ownText) {
    texts.push(ownText);
    globeInto(signs, { x: ownText.x - 13, y: y + 9, of });
  }
  const named = width - 16 - (ownText ? ownText.width + 19 : 0);
  texts.push(textAt(measure, 'small-name', words.subnets(subnets), { x: x + 8, y: y + 18, room: named, of }));
  texts.push(
    textAt(measure, 'mono', commonBlock(subnets.map(({ cidr }) => cidr)), { x: x + 8, y: y + 34, room: width - 16, state: 'quiet', of }),
  );
  const size = subnets.reduce((sum, one) => sum + one.size, 0);
  const used = subnets.reduce((sum, one) => sum + (one.used ?? 0), 0);
  const isKnown = subnets.every((one) => one.used !== null);
  const share = size > 0 ? used / size : 0;
  const words1 = textAt(measure, 'note', isKnown ? words.share(share) : words.shareUnknown, {
    x: x + width - 8,
    y: y + 52,
    align: 'right',
    state: 'quiet',
    of,
  });
  texts.push(words1);
  if (isKnown) signs.push({ kind: 'bar', share, x: x + 8, y: y + 47, width: Math.max(10, words1.x - x - 14), height: 3, of });
}

function laneInto(drawing: Drawing, { lane, top, height }: LanePlace): void {
  const { input, plan, columns, boxes, texts } = drawing;
  const { table } = lane;
  if (input.compact) return;
  boxes.push({ key: '', kind: 'lane', x: 10, y: top, width: columns.tableX + columns.tableWidth - 10, height, of: [table.key] });
  if (table.subnets.length === 0) {
    texts.push(
      textAt(input.measure, 'note', isUnread(input.map, 'subnets') ? input.words.subnetsUnread : input.words.unused, {
        x: 20,
        y: top + 24,
        room: columns.tableX - 40,
        state: 'quiet',
        of: [table.key],
      }),
    );
  }
  lane.cells.forEach((held, zone) => {
    const x = zoneX(columns, zone);
    const key = `tile:${table.id}:${input.map.zones[zone]}`;
    if (lane.tiles[zone]) {
      tileInto(drawing, { key, subnets: held, x, y: top + 10, of: [key, ...held.map(({ id }) => subnetKey(id))] });
      return;
    }
    held.forEach((subnet, at) => {
      const y = top + 10 + at * (plan.cell + cellGap);
      cellInto(drawing, { subnet, x, y, of: [subnetKey(subnet.id)] });
    });
  });
}

export function cellsInto(drawing: Drawing): void {
  for (const lane of drawing.plan.lanes) laneInto(drawing, lane);
}
