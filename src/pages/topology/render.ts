/** The whole map as a picture of its own: its shapes, as SVG or on a canvas. */
import type { Labels } from './labels.ts';
import type { Box, Layout } from './layout.ts';
import type { TopologyEdge } from './node.ts';
import { boxStyle, cut, type Ink, isMono, lineStyle, signs } from './styles.ts';
import { curve, drawn } from './viewport.ts';

interface BoxShape {
  readonly as: 'box';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly fill: Ink;
  readonly stroke: Ink;
  readonly dash: string;
}

interface PathShape {
  readonly as: 'path';
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly stroke: Ink;
  readonly width: number;
  readonly dash: string;
}

interface TextShape {
  readonly as: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly mono: boolean;
  readonly fill: Ink;
}

type Shape = BoxShape | PathShape | TextShape;
type Inks = Readonly<Record<Ink, string>>;

/** Around the picture. */
const margin = 24;

function textsOf({ node, x, y, w, h, open }: Box, labels: Labels): Shape[] {
  const { title, detail } = labels.of(node);
  const left = x + (!open && signs[node.kind] ? 28 : 10);
  const room = x + w - left - 8;
  const mono = isMono(node.kind);
  const text = (words: string, at: number, top: number, size: number, bold: boolean): TextShape[] =>
    words === '' ? [] : [{ as: 'text', x: at, y: top, text: words, size, bold, mono: mono && !bold, fill: bold ? 'text' : 'muted' }];
  if (open) {
    const heading = cut(title, room, 13);
    const after = left + heading.length * 8 + 12;
    return [...text(heading, left, y + 20, 13, true), ...text(cut(detail, x + w - after - 8, 11, mono), after, y + 20, 11, false)];
  }
  const middle = y + h / 2;
  return [
    ...text(cut(title, room, 12), left, middle + (detail ? -2.5 : 4.5), 12, true),
    ...text(cut(detail, room, 10.5, mono), left, middle + 11, 10.5, false),
  ];
}

function boxShapes(box: Box, labels: Labels): Shape[] {
  const { node, x, y, w, h, open } = box;
  const { dash = '', ...look } = boxStyle(node.kind, node.state);
  const sign = open ? undefined : signs[node.kind];
  const signed: PathShape[] = sign ? [{ as: 'path', d: sign, x: x + 8, y: y + h / 2 - 7, stroke: 'muted', width: 1.2, dash: '' }] : [];
  return [{ as: 'box', x, y, w, h, ...look, dash }, ...signed, ...textsOf(box, labels)];
}

/** Everything on the map at full size, in the order it is drawn. */
export function shapesOf(layout: Layout, edges: readonly TopologyEdge[], holders: ReadonlyMap<string, string>, labels: Labels): Shape[] {
  const whole = { x: 0, y: 0, w: layout.width, h: layout.height };
  const seen = drawn(layout, edges, whole, 1, holders);
  const lines = seen.lines.map(({ kind, state, from, to }): Shape => {
    const { dash = '', ...look } = lineStyle(kind, state);
    return { as: 'path', d: curve(from, to), x: 0, y: 0, ...look, dash };
  });
  return [...seen.boxes.flatMap((box) => boxShapes(box, labels)), ...lines];
}

const sans = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";
const mono = "ui-monospace, Menlo, Consolas, 'Noto Sans Mono', monospace";

const signsOfXml: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => signsOfXml[char] ?? '');

function svgOf(shape: Shape, inks: Inks): string {
  if (shape.as === 'text') {
    const face = `${shape.mono ? ' class="c"' : ''}${shape.bold ? ' font-weight="600"' : ''}`;
    return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}"${face} fill="${inks[shape.fill]}">${escaped(shape.text)}</text>`;
  }
  const dash = shape.dash ? ` stroke-dasharray="${shape.dash}"` : '';
  const stroke = `stroke="${inks[shape.stroke]}"${dash}`;
  if (shape.as === 'box') {
    return `<rect x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}" rx="4" fill="${inks[shape.fill]}" ${stroke}/>`;
  }
  const place = shape.x === 0 && shape.y === 0 ? '' : ` transform="translate(${shape.x} ${shape.y})"`;
  return `<path d="${shape.d}"${place} fill="none" ${stroke} stroke-width="${shape.width}"/>`;
}

type Extent = Pick<Layout, 'width' | 'height'>;

/** A standalone SVG file. */
export function toSvg(shapes: readonly Shape[], { width, height }: Extent, inks: Inks, title: string): string {
  const [w, h] = [Math.ceil(width) + 2 * margin, Math.ceil(height) + 2 * margin];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${-margin} ${-margin} ${w} ${h}" font-family="${sans}">`,
    `<title>${escaped(title)}</title><style>.c{font-family:${mono}}</style>`,
    `<rect x="${-margin}" y="${-margin}" width="${w}" height="${h}" fill="${inks.canvas}"/>`,
    ...shapes.map((shape) => svgOf(shape, inks)),
    '</svg>',
    '',
  ].join('\n');
}

/** Browsers draw no larger canvases. */
const mostPixels = 60_000_000;
const mostSide = 16_000;

/** Draws the picture on a canvas that it sizes: twice as fine as the map where that is not too large, coarser where it is. */
export function drawOn(canvas: HTMLCanvasElement, shapes: readonly Shape[], { width, height }: Extent, inks: Inks): void {
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  const scale = Math.min(2, mostSide / w, mostSide / h, Math.sqrt(mostPixels / (w * h)));
  canvas.width = Math.ceil(w * scale);
  canvas.height = Math.ceil(h * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas to draw on');
  pen.scale(scale, scale);
  pen.fillStyle = inks.canvas;
  pen.fillRect(0, 0, w, h);
  pen.translate(margin, margin);
  for (const shape of shapes) drawShape(pen, shape, inks);
}

function drawShape(pen: CanvasRenderingContext2D, shape: Shape, inks: Inks): void {
  if (shape.as === 'text') {
    pen.font = `${shape.bold ? 600 : 400} ${shape.size}px ${shape.mono ? mono : sans}`;
    pen.fillStyle = inks[shape.fill];
    pen.fillText(shape.text, shape.x, shape.y);
    return;
  }
  pen.strokeStyle = inks[shape.stroke];
  pen.setLineDash(shape.dash ? shape.dash.split(' ').map(Number) : []);
  pen.lineWidth = shape.as === 'path' ? shape.width : 1;
  pen.save();
  pen.translate(shape.x, shape.y);
  if (shape.as === 'box') {
    pen.fillStyle = inks[shape.fill];
    pen.beginPath();
    pen.roundRect(0, 0, shape.w, shape.h, 4);
    pen.fill();
    pen.stroke();
  } else pen.stroke(new Path2D(shape.d));
  pen.restore();
}

/** The tokens' colours as they are on the screen now. */
export function inksNow(names: readonly Ink[]): Inks {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: Ink): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const inks = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Ink, string>;
  probe.remove();
  return inks;
}
