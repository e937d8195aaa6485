/** A scene as a file: the whole picture in the colours of the page, with a heading, the time and a legend. */
import type { WayState } from '../../network/maps/map-hop.ts';
import type { Scene } from '../../network/maps/scene.ts';
import { download, downloadBlob } from '../lib/download.ts';
import { measureText } from './measure.ts';
import { boxShape, type Highlight, lineShapes, type Shape, shapesOver } from './shapes.ts';

const plain: Highlight = { lit: null, dims: false };
const head = 58;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The tokens' values as the page has them now: a colour of a token is `light-dark(…)` until it is used. */
function inksNow(texts: readonly string[]): ReadonlyMap<string, string> {
  const probe = document.createElement('span');
  document.body.append(probe);
  const inks = new Map<string, string>();
  for (const text of texts) {
    for (const [token, name = ''] of text.matchAll(/var\((--[\w-]+)\)/g)) {
      if (inks.has(token)) continue;
      const isFont = name === '--mono' || name === '--sans';
      probe.style.color = isFont ? '' : token;
      inks.set(token, isFont ? getComputedStyle(probe).getPropertyValue(name).trim() : getComputedStyle(probe).color);
    }
  }
  probe.remove();
  return inks;
}

function markup({ tag, attrs, text }: Shape): string {
  const told = Object.entries(attrs).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return `<${tag} ${told.join(' ')}>${text === undefined ? '' : escaped(text)}</${tag}>`;
}

/** What stands around a picture in its file. */
export interface FileTexts {
  readonly title: string;
  /** When it was so, and where. */
  readonly time: string;
  /** What the patterns of its lines mean. */
  readonly legend: readonly { readonly state: WayState; readonly word: string }[];
}

const sample = 32;
const rowHeight = 20;

const textMarkup = (x: number, y: number, text: string, more: string): string =>
  `<text x="${x}" y="${y}" font-family="var(--sans)" ${more}>${escaped(text)}</text>`;

/** The legend in rows as wide as the picture. */
function legendOf({ legend }: FileTexts, width: number): { readonly markup: string; readonly rows: number } {
  let [x, row, body] = [0, 0, ''];
  for (const { state, word } of legend) {
    const needs = sample + 8 + Math.ceil(measureText(word, 'note')) + 20;
    if (x > 0 && x + needs > width) [x, row] = [0, row + 1];
    const y = row * rowHeight + 10;
    const points = [
      { x, y },
      { x: x + sample, y },
    ];
    body += lineShapes({ points, state, start: 'none', end: 'none' }, state, 1.75, {}).map(markup).join('');
    body += textMarkup(x + sample + 8, y + 4, word, 'font-size="11" fill="var(--muted)"');
    x += needs;
  }
  return { markup: body, rows: legend.length === 0 ? 0 : row + 1 };
}

/** The picture as SVG text. */
function svgOf(scene: Scene, texts: FileTexts): string {
  const shapes = [...scene.boxes.map((box) => boxShape(box, plain, null)), ...shapesOver(scene, plain)];
  const body = shapes.map(markup).join('');
  const legend = legendOf(texts, scene.width);
  const width = Math.ceil(scene.width) + 32;
  const foot = head + Math.ceil(scene.height) + 16;
  const height = foot + legend.rows * rowHeight + 8;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<title>${escaped(texts.title)}</title><rect width="${width}" height="${height}" fill="var(--canvas)"></rect>` +
    textMarkup(16, 26, texts.title, 'font-size="15" font-weight="600" fill="var(--text)"') +
    textMarkup(16, 44, texts.time, 'font-size="11" fill="var(--muted)"') +
    `<g transform="translate(16 ${head})">${body}</g><g transform="translate(16 ${foot})">${legend.markup}</g></svg>\n`;
  const inks = inksNow([svg]);
  return svg.replace(/var\(--[\w-]+\)/g, (token) => escaped(inks.get(token) ?? token));
}

export const saveSvg = (scene: Scene, texts: FileTexts, name: string): void =>
  download(`${name}.svg`, 'image/svg+xml', svgOf(scene, texts));

/** Resolves to false where the browser makes no picture of it. */
export async function savePng(scene: Scene, texts: FileTexts, name: string): Promise<boolean> {
  const image = new Image();
  const loaded = new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(scene, texts))}`;
  if (!(await loaded)) return false;
  const canvas = document.createElement('canvas');
  const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob) downloadBlob(`${name}.png`, blob);
  return blob !== null;
}
