/** A scene as a file: the whole picture in the colours of the page, with a heading. */
import type { Scene } from '../../network/maps/scene.ts';
import { download, downloadBlob } from '../lib/download.ts';
import { boxShape, type Light, type Shape, shapesOver } from './shapes.ts';

const plain: Light = { lit: null, dims: false };
const head = 40;

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

/** The picture as SVG text. */
function svgOf(scene: Scene, title: string): string {
  const shapes = [...scene.boxes.map((box) => boxShape(box, plain, null)), ...shapesOver(scene, plain)];
  const body = shapes.map(markup).join('');
  const [width, height] = [Math.ceil(scene.width) + 32, Math.ceil(scene.height) + head + 24];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="var(--canvas)"></rect>` +
    `<text x="16" y="26" font-size="15" font-weight="600" font-family="var(--sans)" fill="var(--text)">${escaped(title)}</text>` +
    `<g transform="translate(16 ${head})">${body}</g></svg>\n`;
  const inks = inksNow([svg]);
  return svg.replace(/var\(--[\w-]+\)/g, (token) => escaped(inks.get(token) ?? token));
}

export const saveSvg = (scene: Scene, title: string, name: string): void => download(`${name}.svg`, 'image/svg+xml', svgOf(scene, title));

/** Resolves to false where the browser makes no picture of it. */
export async function savePng(scene: Scene, title: string, name: string): Promise<boolean> {
  const image = new Image();
  const loaded = new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(scene, title))}`;
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
