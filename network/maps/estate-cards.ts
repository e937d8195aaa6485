/** Cards of the estate's picture: what a VPC is called, its range, how full it is, what is wrong, and what leaves it. */

import type { EstateExit } from './estate-findings.ts';
import { closedHeight, type ExitStrip, hubHeight } from './estate-frame.ts';
import type { EstateNode } from './estate-groups.ts';
import type { EstateMapWords } from './estate-words.ts';
import type { WayState } from './map-hop.ts';
import { type Measure, type Rect, type SceneBox, type SceneLine, type SceneSign, type SceneText, textAt } from './scene.ts';
import { worstOf } from './way-states.ts';

export interface CardDrawing {
  readonly measure: Measure;
  readonly words: EstateMapWords;
  readonly boxes: SceneBox[];
  readonly texts: SceneText[];
  readonly lines: SceneLine[];
  readonly signs: SceneSign[];
}

const mostExits = 4;
const exitStep = 21;
const exitKinds = ['internet', 'remote', 'data-centre', 'peer'] as const;

/** What is drawn at a card's right: for a stack, one for each kind. */
export function exitsOfNode({ kind, vpcs }: Pick<EstateNode, 'kind' | 'vpcs'>): readonly EstateExit[] {
  if (kind !== 'stack') return vpcs.flatMap(({ exits }) => exits);
  return exitKinds.flatMap((one): EstateExit[] => {
    // Where one way of a VPC to the internet works it is reached: it comes first, and what does not work is a finding.
    const all = vpcs.flatMap(({ exits }) => exits.filter((exit) => exit.kind === one).slice(0, one === 'internet' ? 1 : undefined));
    const [first] = all;
    return first
      ? [
          {
            ...first,
            key: `exits:${one}`,
            name: '',
            addresses: all.reduce<number | null>((sum, { addresses }) => (sum === null || addresses === null ? null : sum + addresses), 0),
            state: worstOf(all.map(({ state }) => state)),
          },
        ]
      : [];
  });
}

/** The width that shows a card's name and range, and that of its exits in words; 0 for none. In px. */
export function cardNeed(measure: Measure, words: EstateMapWords, node: EstateNode): number {
  const before = node.kind === 'hub' ? 32 : 10;
  return Math.ceil(before + Math.max(measure(words.name(node), 'name'), measure(words.range(node), 'mono')) + 11);
}

/** More of a name than this is cut. */
const mostExit = 190;

/** The width of the exits of a card in words: of all of them, or of those that do not work; 0 for none. In px. */
export function exitsNeed(measure: Measure, words: EstateMapWords, node: EstateNode, of: 'all' | 'troubles'): number {
  const exits = exitsOfNode(node).filter(({ state }) => of === 'all' || state !== 'good');
  const widths = exits.map((exit) => measure(words.exit(exit, node), 'exit'));
  return widths.length === 0 ? 0 : Math.min(mostExit, Math.ceil(37 + Math.max(...widths) + 8));
}

/** The height that a card needs for its own lines and for what stands at its right. */
export const leastHeight = (node: EstateNode): number =>
  node.kind === 'hub' ? hubHeight : node.closed ? closedHeight : Math.max(80, Math.min(mostExits, exitsOfNode(node).length) * exitStep + 2);

/** How much of its ranges is given to subnets; null: not known of one of them. */
export function shareOf({ vpcs }: EstateNode): number | null {
  if (vpcs.length === 0 || vpcs.some(({ share }) => share === null)) return null;
  return vpcs.reduce((sum, { share }) => sum + (share ?? 0), 0) / vpcs.length;
}

function badgeInto({ measure, texts, signs }: CardDrawing, node: EstateNode, right: number, y: number): number {
  const findings = node.vpcs.flatMap((vpc) => vpc.findings);
  if (findings.length === 0) return 0;
  const state: WayState = findings.some(({ level }) => level === 'danger') ? 'dead' : 'missing';
  const of = [node.key];
  const text = textAt(measure, 'word', String(findings.length), { x: right, y, align: 'right', state, of });
  texts.push(text);
  signs.push({ kind: 'sign', name: 'trouble', x: right - text.width - 16, y: y - 10, width: 12, height: 12, state, of });
  return text.width + 20;
}

/** A card as it is drawn: `whole` is the node with what a filter leaves out, whose exits keep their places. */
interface Card {
  readonly node: EstateNode;
  readonly whole: EstateNode;
  readonly rect: Rect;
  readonly comb: ExitStrip | null;
}

/** A card with its comb. */
export function cardInto(drawing: CardDrawing, card: Card): void {
  const { node, rect } = card;
  const { measure, words, boxes, texts, signs } = drawing;
  const { x, y, width, height } = rect;
  const of = [node.key];
  boxes.push({ key: node.key, kind: node.kind === 'stack' ? 'stack' : 'card', x, y, width, height, of });
  if (node.kind === 'stack') signs.push({ kind: 'stack', x, y, width, height, of });
  const share = shareOf(node);
  const range = words.range(node);
  const left = x + 10;
  const room = x + width - 10 - left;
  let at = y + Math.round((height - (share === null ? 30 : 52) - (range ? 16 : 0)) / 2) + 11;
  texts.push(textAt(measure, 'name', words.name(node), { x: left, y: at, room, of }));
  if (range) {
    at += 16;
    texts.push(textAt(measure, 'mono', range, { x: left, y: at, room, state: 'quiet', of }));
  }
  at += 16;
  const badge = badgeInto(drawing, node, x + width - 10, at);
  texts.push(textAt(measure, 'note', words.size(node), { x: left, y: at, room: room - badge, state: 'quiet', of }));
  if (share !== null) {
    const told = textAt(measure, 'note', words.share(share), { x: x + width - 10, y: at + 19, align: 'right', state: 'quiet', of });
    texts.push(told);
    signs.push({ kind: 'bar', x: left, y: at + 13, width: Math.max(10, room - told.width - 8), height: 5, share, of });
  }
  exitsInto(drawing, card);
}

/** A CCN is no VPC: it stands where most of its members are, and looks like what joins. */
export function hubInto({ measure, words, boxes, texts, signs }: CardDrawing, node: EstateNode, rect: Rect): void {
  const { x, y, width, height } = rect;
  const of = [node.key];
  boxes.push({ key: node.key, kind: 'hub', ...rect, of });
  signs.push({ kind: 'sign', name: 'hub', x: x + 11, y: y + Math.round(height / 2) - 7, width: 14, height: 14, of });
  const room = width - 42;
  texts.push(textAt(measure, 'name', words.name(node), { x: x + 32, y: y + 23, room, of }));
  texts.push(textAt(measure, 'note', words.size(node), { x: x + 32, y: y + 40, room, state: 'quiet', of }));
}

/** A card for a VPC that nothing joins and nothing leaves. */
export function smallInto({ measure, words, boxes, texts, signs, lines }: CardDrawing, node: EstateNode, rect: Rect): void {
  const { x, y, width } = rect;
  const of = [node.key];
  boxes.push({ key: node.key, kind: 'small', ...rect, of });
  const badge = badgeInto({ measure, words, boxes, texts, signs, lines }, node, x + width - 9, y + 16);
  texts.push(textAt(measure, 'small-name', words.name(node), { x: x + 9, y: y + 16, room: width - 18 - badge, of }));
  const told = textAt(measure, 'note', words.share(shareOf(node)), { x: x + width - 9, y: y + 32, align: 'right', state: 'quiet', of });
  texts.push(told);
  texts.push(textAt(measure, 'mono', words.range(node), { x: x + 9, y: y + 32, room: width - 18 - told.width - 6, state: 'quiet', of }));
}

/** A card for all that a closed account has in a region: its name, how much there is, what is wrong. */
export function closedInto(drawing: CardDrawing, card: Card): void {
  const { node, rect } = card;
  const { measure, words, boxes, texts, signs } = drawing;
  const { x, y, width } = rect;
  const of = [node.key];
  boxes.push({ key: node.key, kind: 'stack', ...rect, of });
  signs.push({ kind: 'stack', ...rect, of });
  const badge = badgeInto(drawing, node, x + width - 9, y + 18);
  texts.push(textAt(measure, 'small-name', words.name(node), { x: x + 9, y: y + 18, room: width - 18 - badge, of }));
  const share = textAt(measure, 'note', words.share(shareOf(node)), { x: x + width - 9, y: y + 35, align: 'right', state: 'quiet', of });
  if (share.text !== '') texts.push(share);
  texts.push(textAt(measure, 'note', words.size(node), { x: x + 9, y: y + 35, room: width - 24 - share.width, state: 'quiet', of }));
  exitsInto(drawing, card);
}

/** What leaves a card hangs at its right on a comb: a sign of its kind, and its name where there is room. */
function exitsInto({ measure, words, texts, lines, signs }: CardDrawing, { node, whole, rect, comb }: Card): void {
  const exits = exitsOfNode(whole);
  if (exits.length === 0 || comb === null || comb.kind === 'none') return;
  const of = [node.key];
  const left = rect.x + rect.width;
  // What a card has no height for is a number.
  const most = whole.closed ? 2 : mostExits;
  const places = exits.length > most ? exits.slice(0, most - 1) : exits;
  const n = Math.min(most, exits.length);
  const middle = Math.round(rect.y + rect.height / 2);
  const top = middle - Math.round(((n - 1) * exitStep) / 2);
  const own = new Map(exitsOfNode(node).map((exit) => [exit.key, exit]));
  places.forEach(({ key }, at) => {
    const exit = own.get(key);
    if (!exit) return;
    own.delete(key);
    const y = top + at * exitStep;
    const points = [
      { x: left, y: middle },
      ...(y === middle ? [] : [9, 9].map((by, corner) => ({ x: left + by, y: corner === 0 ? middle : y }))),
      { x: left + 17, y },
    ];
    lines.push({ key, net: `comb:${node.key}`, state: exit.state, start: 'none', end: 'none', of, points });
    const state = exit.state === 'good' ? ('quiet' as const) : exit.state;
    const name = exit.kind === 'peer' ? 'peering' : exit.kind;
    signs.push({ kind: 'sign', name, x: left + 20, y: y - 6, width: 12, height: 12, state, of });
    if (comb.kind === 'signs' || (comb.kind === 'troubles' && exit.state === 'good')) return;
    const told = { x: left + 37, y: y + 4, room: comb.width - 43, state: exit.state === 'good' ? undefined : exit.state, of };
    texts.push(textAt(measure, 'exit', words.exit(exit, node), told));
  });
  if (own.size > 0)
    texts.push(textAt(measure, 'note', words.more(own.size), { x: left + 20, y: top + places.length * exitStep + 4, state: 'quiet', of }));
}
