/** A scene as shapes of SVG: what the page draws, and what is written to a file, are the same. Pure. */

import type { WayState } from '../../network/maps/map-hop.ts';
import type { Point, Scene, SceneBox, SceneLine, SceneSign, SceneText } from '../../network/maps/scene.ts';

export interface Shape {
  readonly tag: 'rect' | 'path' | 'text' | 'circle';
  readonly key: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

/** What is lit: all, where it is null; `ways` are drawn over the rest. */
export interface Highlight {
  readonly lit: ReadonlySet<string> | null;
  /** The rest falls back: something is selected. */
  readonly dims: boolean;
}

const inks: Readonly<Record<WayState, string>> = {
  good: 'var(--accent)',
  missing: 'var(--warning)',
  asked: 'var(--pending)',
  expired: 'var(--warning)',
  dead: 'var(--danger)',
  overlap: 'var(--danger)',
  unknown: 'var(--muted)',
};

const patterns: Readonly<Record<WayState, string>> = {
  good: '',
  missing: '10 4',
  asked: '2 4',
  expired: '2 4',
  dead: '5 4',
  overlap: '12 3 2 3',
  unknown: '1 4',
};

const round: ReadonlySet<WayState> = new Set(['asked', 'expired', 'unknown']);

/** 16 x 16, drawn with strokes. */
const signs: Readonly<Record<string, string>> = {
  nat: 'M2 5h11M10 2l3 3-3 3M14 11H3M6 8l-3 3 3 3',
  instance: 'M2 3h12v8H2zM6 14h4M8 11v3',
  interfaces: 'M2 3h12v8H2zM6 14h4M8 11v3',
  peering: 'M6 8h4M1.500 8a2.250 2.250 0 1 0 4.500 0a2.250 2.250 0 1 0-4.500 0M10 8a2.250 2.250 0 1 0 4.500 0a2.250 2.250 0 1 0-4.500 0',
  'direct-connect': 'M2 3v10M14 3v10M2 8h12',
  vpn: 'M3.500 7h9v6.500h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
  internet: 'M8 1.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13zM1.500 8h13M8 1.500c4 4 4 9 0 13M8 1.500c-4 4-4 9 0 13',
  public: 'M8 1.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13zM1.500 8h13M8 1.500c4 4 4 9 0 13M8 1.500c-4 4-4 9 0 13',
  remote: 'M2 7.500 8 2.500l6 5V14H2zM6.500 14v-4h3v4',
  'data-centre': 'M2 2.500h12v4.500H2zM2 9h12v4.500H2zM4.500 4.750h.01M4.500 11.250h.01',
  acl: 'M8 1.500l5.500 2v4.500c0 3-2.500 5.500-5.500 6.500c-3-1-5.500-3.500-5.500-6.500V3.500z',
  trouble: 'M8 2l6.500 11.500h-13zM8 6.500v3M8 11.500h.01',
  hub: 'M8 5.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5zM8 1.500v4M8 10.500v4M1.500 8h4M10.500 8h4',
  unread: 'M6 6.500a2 2 0 1 1 3 1.700c-.700.400-1 .800-1 1.500M8 12h.01M8 1.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13z',
  ccn: 'M8 5.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5zM8 1.500v4M8 10.500v4M1.500 8h4M10.500 8h4',
  own: 'M8 1.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13zM1.500 8h13M8 1.500c4 4 4 9 0 13M8 1.500c-4 4-4 9 0 13',
  other: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 5.500v5',
};

function inkOf(state: SceneText['state'], otherwise: string): string {
  if (state === undefined) return otherwise;
  return state === 'quiet' ? 'var(--muted)' : state === 'inverse' ? 'var(--on-accent)' : inks[state];
}

const isLit = ({ lit }: Highlight, of: readonly string[]): boolean => lit === null || of.some((key) => lit.has(key));

/** Opacity of what is not lit while something is selected. */
const faded = (light: Highlight, of: readonly string[], share: number): Record<string, number> =>
  light.dims && of.length > 0 && !isLit(light, of) ? { opacity: share } : {};

/** A path with round corners. */
function roundPath(points: readonly Point[], radius = 7): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  rest.forEach((point, at) => {
    const before = points[at] ?? first;
    const after = points[at + 2];
    if (!after) {
      path += `L${point.x} ${point.y}`;
      return;
    }
    const toward = (end: Point): Point => {
      const length = Math.hypot(end.x - point.x, end.y - point.y);
      const off = Math.min(radius, length / 2);
      return length === 0 ? point : { x: point.x + ((end.x - point.x) / length) * off, y: point.y + ((end.y - point.y) / length) * off };
    };
    const [a, b] = [toward(before), toward(after)];
    path += `L${a.x} ${a.y}Q${point.x} ${point.y} ${b.x} ${b.y}`;
  });
  return path;
}

/** The sign at the end of a line: `back` is the point before it. */
function markOf(kind: SceneLine['end'], at: Point, back: Point, ink: string): Omit<Shape, 'key'> | null {
  const length = Math.hypot(at.x - back.x, at.y - back.y) || 1;
  const [dx, dy] = [(at.x - back.x) / length, (at.y - back.y) / length];
  if (kind === 'dot') return { tag: 'circle', attrs: { cx: at.x, cy: at.y, r: 3, fill: ink } };
  if (kind === 'ring')
    return { tag: 'circle', attrs: { cx: at.x, cy: at.y, r: 3.25, fill: 'var(--surface)', stroke: ink, 'stroke-width': 1.5 } };
  if (kind === 'arrow') {
    const side = (turn: number): string => `${at.x - dx * 6 - dy * 3.5 * turn} ${at.y - dy * 6 + dx * 3.5 * turn}`;
    return { tag: 'path', attrs: { d: `M${at.x} ${at.y}L${side(1)}L${side(-1)}Z`, fill: ink } };
  }
  if (kind === 'cross') {
    const { x, y } = { x: at.x + dx * 4, y: at.y + dy * 4 };
    return {
      tag: 'path',
      attrs: { d: `M${x - 3.5} ${y - 3.5}l7 7M${x + 3.5} ${y - 3.5}l-7 7`, stroke: ink, 'stroke-width': 1.75, fill: 'none' },
    };
  }
  return null;
}

export function lineShapes(
  line: Pick<SceneLine, 'points' | 'state' | 'start' | 'end'>,
  key: string,
  width: number,
  more: Record<string, number>,
): Shape[] {
  const { points, state, start, end } = line;
  // What falls back says less, in grey.
  const ink = more.opacity === undefined ? inks[state] : 'var(--line-strong)';
  const attrs = {
    ...{ d: roundPath(points), fill: 'none', stroke: ink, 'stroke-width': width },
    ...(patterns[state] ? { 'stroke-dasharray': patterns[state] } : {}),
    ...(round.has(state) ? { 'stroke-linecap': 'round' } : {}),
    ...more,
  };
  const [first, last] = [points[0], points.at(-1)];
  const ends = [first && markOf(start, first, points[1] ?? first, ink), last && markOf(end, last, points.at(-2) ?? last, ink)];
  return [
    { tag: 'path', key, attrs },
    ...ends.flatMap((mark, at): Shape[] => (mark ? [{ ...mark, key: `${key} ${at}`, attrs: { ...mark.attrs, ...more } }] : [])),
  ];
}

export function boxShape(box: SceneBox, light: Highlight, selected: string | null): Shape {
  const { kind, key, state } = box;
  const frame = kind === 'wall' || kind === 'account' ? 'var(--surface)' : kind === 'lane' || kind === 'region' ? 'var(--canvas)' : null;
  const on = key !== '' && (key === selected || (light.lit !== null && isLit(light, box.of) && kind !== 'cell'));
  const troubled = state !== undefined && state !== 'good';
  const fill = frame ?? (key === selected || kind === 'hop' || kind === 'hub' ? 'var(--accent-soft)' : 'var(--surface)');
  const quiet =
    kind === 'lane' ||
    kind === 'cell' ||
    kind === 'region' ||
    kind === 'account' ||
    kind === 'beyond' ||
    kind === 'small' ||
    kind === 'tile';
  const stroke =
    on || (light.lit !== null && kind === 'lane' && isLit(light, box.of))
      ? 'var(--accent)'
      : troubled && kind !== 'hop'
        ? inks[state]
        : (kind === 'hop' || kind === 'hub') && !troubled
          ? 'var(--accent)'
          : quiet
            ? 'var(--line)'
            : 'var(--line-strong)';
  return {
    tag: 'rect',
    key: `box ${key} ${box.x} ${box.y}`,
    attrs: {
      ...{
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        rx: kind === 'wall' ? 8 : kind === 'hub' ? 16 : 4,
        fill,
        stroke,
        'stroke-width': key !== '' && key === selected ? 2 : 1,
      },
      ...faded(light, box.of, 0.5),
    },
  };
}

const weights: Readonly<Record<SceneText['kind'], number>> = {
  head: 600,
  name: 600,
  'small-name': 600,
  mono: 400,
  note: 400,
  word: 600,
  exit: 400,
};

function textShape(text: SceneText, at: number, light: Highlight): Shape {
  const isBack = light.dims && text.of.length > 0 && !isLit(light, text.of);
  const own = text.kind === 'word' || text.state !== 'quiet' ? inkOf(text.state, 'var(--text)') : 'var(--muted)';
  // What falls back is grey, and dark enough to be read.
  const ink = isBack && text.state !== 'inverse' ? 'var(--muted)' : own;
  return {
    tag: 'text',
    key: `text ${at}`,
    text: text.text,
    attrs: {
      ...{
        x: text.x,
        y: text.y,
        fill: ink,
        'font-size': text.size,
        'font-weight': isBack && text.kind === 'word' ? 400 : weights[text.kind],
      },
      'font-family': text.kind === 'mono' ? 'var(--mono)' : 'var(--sans)',
    },
  };
}

/** A number's ground: filled on the way there, open on the way back; with a cross where the packet ends. */
function stopShapes(sign: Extract<SceneSign, { kind: 'stop' }>, key: string, more: Record<string, number>): Shape[] {
  const { x, y, width, height, way, state } = sign;
  const [fill, ink] = way === 'forward' ? [inks[state], 'var(--on-accent)'] : ['var(--surface)', inks[state]];
  const ground: Shape = {
    ...{ tag: 'rect', key },
    attrs: { x, y, width, height, rx: height / 2, fill, stroke: inks[state], 'stroke-width': 1.25, ...more },
  };
  if (state !== 'dead' || sign.bare) return [ground];
  const part = height / 14;
  const [left, top, side] = [x + width - 13 * part, y + 4 * part, 6 * part];
  const d = `M${left} ${top}l${side} ${side}M${left + side} ${top}l${-side} ${side}`;
  return [ground, { tag: 'path', key: `${key} cross`, attrs: { d, fill: 'none', stroke: ink, 'stroke-width': 1.75, ...more } }];
}

/** How much of something is used, and how near that is to all of it. */
function barShapes(
  { x, y, width, height, share }: Extract<SceneSign, { kind: 'bar' }>,
  key: string,
  more: Record<string, number>,
): Shape[] {
  const ink = share >= 0.9 ? 'var(--danger)' : share >= 0.75 ? 'var(--warning)' : 'var(--accent)';
  const bar = { x, y, height, rx: height / 2 };
  const used = Math.max(height, Math.min(1, share) * width);
  const track: Shape = { tag: 'rect', key: `${key} track`, attrs: { ...bar, width, fill: 'var(--line)', ...more } };
  return share > 0 ? [track, { tag: 'rect', key, attrs: { ...bar, width: used, fill: ink, ...more } }] : [track];
}

export function signShapes(sign: SceneSign, at: number, light: Highlight): Shape[] {
  const { x, y, width, height } = sign;
  const more = faded(light, sign.of, 0.5);
  const key = `sign ${at}`;
  const stroke = (d: string, ink: string, line: Shape['attrs'] = {}): Shape => {
    return { tag: 'path', key, attrs: { d, fill: 'none', stroke: ink, ...line, ...more } };
  };
  const inkIn = (state: keyof typeof inks): string => (more.opacity === undefined ? inks[state] : 'var(--line-strong)');
  switch (sign.kind) {
    case 'bar':
      return barShapes(sign, key, more);
    case 'bracket': {
      const [from, way] = sign.opens === 'right' ? [x + width, -1] : [x, 1];
      const side = way * (width - 2);
      const d = `M${from} ${y + 1}h${side}q${2 * way} 0 ${2 * way} 2v${height - 6}q0 2${way < 0 ? ' 2' : '-2'} 2h${-side}`;
      return [stroke(d, 'var(--accent)', { 'stroke-width': 1.25 })];
    }
    case 'joint': {
      const circle = { cx: x + width / 2, cy: y + height / 2, r: width / 2 };
      return [{ tag: 'circle', key, attrs: { ...circle, fill: inkIn(sign.state), ...more } }];
    }
    case 'stop':
      // The ground of a text: that is read, lit or not.
      return stopShapes(sign, key, {});
    case 'stack':
      return [stroke(`M${x + 5} ${y - 3}H${x + width + 1}q2 0 2 2V${y + height - 5}`, 'var(--line-strong)')];
    case 'bridge': {
      const ground = { x, y: y + 1, width, height: height - 2, fill: 'var(--canvas)' };
      return [
        { tag: 'rect', key: `${key} ground`, attrs: ground },
        stroke(`M${x + width / 2} ${y}v${height}`, inkIn(sign.state), { 'stroke-width': 2 }),
      ];
    }
    default: {
      const scale = width / 16;
      const transform = `translate(${x} ${y}) scale(${scale})`;
      const line = { 'stroke-width': 1.4 / scale, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
      return [stroke(signs[sign.name] ?? '', inkOf(sign.state, 'var(--accent)'), { transform, ...line })];
    }
  }
}

/** Lines, signs and texts, in the order of painting; boxes stand apart, for they are what is pressed. */
export function shapesOver(scene: Scene, light: Highlight, lineWidth = 1.75): Shape[] {
  const over = new Set((scene.traced ?? []).map(({ key }) => key));
  const lines = scene.lines.flatMap((line, at) => {
    if (over.has(line.key)) return [];
    const own = line.of.every((key) => key.startsWith('way:'));
    // A link is on a way where both of its ends are: a packet that ends at a hop does not go on.
    const isOn = line.key.startsWith('link:beyond:')
      ? light.lit === null || line.of.every((key) => light.lit?.has(key))
      : isLit(light, line.of);
    // A net falls back as a whole where something is selected: its lit ways are drawn over it.
    const back = light.dims && (own || !isOn) ? { opacity: 0.42 } : {};
    const width = light.lit !== null && !own && isOn ? 2.5 : lineWidth;
    return lineShapes(line, `line ${at}`, width, back);
  });
  const ways = light.lit
    ? scene.ways
        .filter(({ from, to }) => light.lit?.has(`way:${from}>${to}`) && !over.has(`way:${from}>${to}`))
        .flatMap((way, at) => [
          ...lineShapes({ ...way, start: 'dot', end: 'arrow' }, `way ${at}`, 2.5, {}),
          ...(way.goesOn ? lineShapes({ ...way, points: way.goesOn, start: 'ring', end: 'arrow' }, `way ${at} on`, 2.5, {}) : []),
        ])
    : [];
  const traced = (scene.traced ?? []).flatMap((line, at) => lineShapes(line, `traced ${at}`, 3, {}));
  return [
    ...lines,
    ...ways,
    ...traced,
    ...scene.signs.flatMap((sign, at) => signShapes(sign, at, light)),
    ...scene.texts.map((text, at) => textShape(text, at, light)),
  ];
}
