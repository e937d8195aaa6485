import type { Measure, TextKind } from '../../network/maps/scene.ts';
import { textSizes } from '../../network/maps/scene.ts';

const bold: ReadonlySet<TextKind> = new Set(['head', 'name', 'small-name', 'word']);
const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

function fontOf(kind: TextKind): string {
  const style = getComputedStyle(document.documentElement);
  const family = style.getPropertyValue(kind === 'mono' ? '--mono' : '--sans').trim();
  return `${bold.has(kind) ? '600 ' : ''}${textSizes[kind]}px ${family || 'sans-serif'}`;
}

/** The width of a text in the page's own fonts, each measured once. Where nothing can be measured, letters are taken to be wide. */
export const measureText: Measure = (text, kind) => {
  const key = `${kind} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  let width = [...text].length * textSizes[kind];
  if (pen) {
    pen.font = fontOf(kind);
    width = pen.measureText(text).width;
  }
  widths.set(key, width);
  return width;
};
