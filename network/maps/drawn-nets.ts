/**
 * Which ways are drawn as lines, and which are named at both of their ends instead, as connectors of a circuit diagram are:
 * where lines would cross more than an eye can follow, a name is found sooner than the end of a line.
 */
import { type Costs, crossingsBetween, isStraight, orderTracks, type Track, trackOf } from './nets.ts';

/** So many crossings are followed by eye, for each way that is drawn. */
const crossingsPerWay = 0.3;
/** From so many bent nets on none is drawn: nobody follows them. */
const mostBent = 40;

interface Layout {
  /** Indices of bent nets, from the left. */
  readonly order: readonly number[];
  readonly total: number;
  /** Two of them cross more than once. */
  readonly twice: boolean;
}

/** What crosses again and again weighs more than its number says. */
const weightOf = (n: number): number => (n > 1 ? 3 * n : n);

/** Nets of which some pins are left out. */
class Choice {
  readonly nets: Track[];
  private readonly straight: readonly Track[];
  private readonly costs: number[][];

  constructor(nets: readonly Track[]) {
    this.nets = [...nets];
    this.straight = nets.filter(isStraight);
    this.costs = nets.map((a) => nets.map((b) => crossingsBetween(a, b)));
  }

  isBent(at: number): boolean {
    const net = this.nets[at];
    return net !== undefined && net.pins.length > 0 && !isStraight(net);
  }

  layout(): Layout {
    const order = orderTracks(
      this.costs as Costs,
      [...this.nets.keys()].filter((at) => this.isBent(at)),
    );
    let [total, twice] = [0, false];
    order.forEach((a, at) => {
      total += this.level(this.nets[a]);
      for (const b of order.slice(at + 1)) {
        const n = this.costs[a]?.[b] ?? 0;
        total += n;
        twice ||= n > 1;
      }
    });
    return { order, total, twice };
  }

  /** What a net costs in an order, as it is or as `net`. */
  load(at: number, { order }: Layout, net: Track | undefined = this.nets[at]): number {
    if (!net || net.pins.length === 0) return 0;
    const own = order.indexOf(at);
    return order.reduce((sum, other, place) => {
      const beside = this.nets[other];
      if (other === at || !beside) return sum;
      return sum + weightOf(place < own ? crossingsBetween(beside, net) : crossingsBetween(net, beside));
    }, this.level(net));
  }

  put(at: number, net: Track): void {
    this.nets[at] = net;
    this.nets.forEach((other, index) => {
      const row = this.costs[at];
      const column = this.costs[index];
      if (row) row[index] = crossingsBetween(net, other);
      if (column) column[at] = crossingsBetween(other, net);
    });
  }

  fits({ total, twice }: Layout): boolean {
    const ways = this.nets.reduce((sum, { pins, legs }) => sum + pins.length * legs.length, 0);
    return !twice && total <= Math.floor(crossingsPerWay * ways);
  }

  private level(net: Track | undefined): number {
    return net ? this.straight.filter((other) => crossingsBetween(net, other) > 0).length : 0;
  }
}

const without = ({ pins, legs }: Track, pin: number): Track =>
  trackOf(
    pins.filter((_, at) => at !== pin),
    legs,
  );

/** Of each net the pin whose way costs most for what it tells, the worst first; the last of a net takes the net with it. */
function worstPins(choice: Choice, layout: Layout): readonly { readonly net: number; readonly pin: number; readonly gain: number }[] {
  return layout.order
    .flatMap((at) => {
      const net = choice.nets[at];
      if (!net) return [];
      const now = choice.load(at, layout);
      const gains = net.pins.map((_, pin) => (now - choice.load(at, layout, without(net, pin))) / net.legs.length);
      const gain = Math.max(...gains);
      return [{ net: at, pin: gains.indexOf(gain), gain }];
    })
    .sort((a, b) => b.gain - a.gain || a.net - b.net);
}

/** The pins that are drawn of each net, as indices; the same nets in the same order give the same. */
export function drawnPins(nets: readonly Track[]): readonly (readonly number[])[] {
  const all = nets.map(({ pins }) => [...pins.keys()]);
  if (nets.filter((net) => !isStraight(net)).length > mostBent) return nets.map((net, at) => (isStraight(net) ? (all[at] ?? []) : []));
  const choice = new Choice(nets);
  const kept = all;
  const named: { readonly net: number; readonly pin: number }[] = [];
  let layout = choice.layout();
  while (!choice.fits(layout)) {
    // Far from what fits, several go at once.
    const some = 1 + Math.min(layout.order.length >> 2, layout.total >> 4);
    for (const { net: at, pin } of worstPins(choice, layout).slice(0, some)) {
      const net = choice.nets[at];
      const own = kept[at]?.[pin];
      if (!net || own === undefined) continue;
      named.push({ net: at, pin: own });
      kept[at] = (kept[at] ?? []).filter((one) => one !== own);
      choice.put(at, without(net, pin));
    }
    layout = choice.layout();
  }
  // What was named early may have room once others are named.
  for (const { net: at, pin } of named) {
    const net = choice.nets[at];
    const more = [...(kept[at] ?? []), pin].sort((a, b) => a - b);
    const pins = more.flatMap((one) => nets[at]?.pins[one] ?? []);
    if (!net) continue;
    choice.put(at, trackOf(pins, net.legs));
    if (choice.fits(choice.layout())) kept[at] = more;
    else choice.put(at, net);
  }
  return kept;
}
