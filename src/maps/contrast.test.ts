/** Every text of a map is read on the ground it stands on, in both themes: what stands under it is taken from the shapes themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { litWith } from '../../network/maps/lit.ts';
import type { Scene } from '../../network/maps/scene.ts';
import { withPath } from '../../network/maps/scene-path.ts';
import { vpcMapOf } from '../../network/maps/vpc-map.ts';
import type { PathStop } from '../../network/maps/vpc-path.ts';
import { vpcScene } from '../../network/maps/vpc-scene.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords as words } from '../../network/testing/sample-map.ts';
import { boxShape, type Highlight, type Shape, shapesOver } from './shapes.ts';

type Rgb = readonly [number, number, number];

const css = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    (m) => [m[1] ?? '', [m[2] ?? '', m[3] ?? '']] as const,
  ),
);

function inkOf(paint: unknown, theme: 0 | 1): Rgb {
  const name = /^var\((--[\w-]+)\)$/.exec(String(paint))?.[1] ?? '';
  const hex = tokens.get(name)?.[theme];
  if (!hex) throw new Error(`no token for ${String(paint)}`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(ink: Rgb): number {
  const [r = 0, g = 0, b = 0] = ink.map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dark + 0.05);
}

/** What is painted at a point by the shapes before. */
function groundAt(shapes: readonly Shape[], x: number, y: number, theme: 0 | 1): Rgb {
  return shapes.reduce<Rgb>(
    (under, { tag, attrs }) => {
      if (tag !== 'rect' || attrs.fill === 'none') return under;
      const [left, top, width, height] = [attrs.x, attrs.y, attrs.width, attrs.height].map(Number) as [number, number, number, number];
      if (x < left || y < top || x > left + width || y > top + height) return under;
      const [ink, share] = [inkOf(attrs.fill, theme), Number(attrs.opacity ?? 1)];
      return ink.map((channel, at) => channel * share + (under[at] ?? 0) * (1 - share)) as unknown as Rgb;
    },
    inkOf('var(--canvas)', theme),
  );
}

/** Texts that are hard to read: which, and how hard. */
function faint(scene: Scene, light: Highlight, selected: string | null, theme: 0 | 1): string[] {
  const shapes = [...scene.boxes.map((box) => boxShape(box, light, selected)), ...shapesOver(scene, light)];
  return shapes.flatMap((shape, at) => {
    if (shape.tag !== 'text') return [];
    const { x, y, fill } = shape.attrs;
    const ratio = contrast(inkOf(fill, theme), groundAt(shapes.slice(0, at), Number(x) + 2, Number(y) - 4, theme));
    return ratio >= 4.5 ? [] : [`"${shape.text}" ${String(fill)} ${ratio.toFixed(2)}`];
  });
}

const map = vpcMapOf(sampleMapModel({ tables: 4, subnets: 24, zones: 3, peers: 8, interfacesPerSubnet: 2 }, 3), 'vpc-home');
if (!map) throw new Error('the sample has no vpc-home');
const plain = vpcScene({ map, words, measure, width: 1384, height: 760 });
const [table, hop] = [map.tables[0]?.key ?? '', map.hops.find(({ led }) => led === 'led')?.key ?? ''];
const dead = plain.boxes.find(({ kind, state }) => kind === 'beyond' && state !== 'good')?.key ?? '';

const stop = (n: number, way: PathStop['way'], key: string, result: PathStop['result']): PathStop => {
  return { n, way, key, elsewhere: null, hops: [], result };
};
const results = ['pass', 'partly', 'unknown', 'block'] as const;
const walked = withPath(
  plain,
  results.flatMap((result, at) => [stop(2 * at + 1, 'forward', table, result), stop(2 * at + 2, 'return', hop, result)]),
  { measure, members: new Map(), why: ({ result }) => (result === 'block' ? 'No route takes it' : '') },
);

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_, theme) => {
  it.each([null, table, hop, dead])('every text is read while %s is selected', (selected) => {
    expect(faint(plain, { lit: litWith(map, selected, new Map()), dims: selected !== null }, selected, theme)).toEqual([]);
  });

  it('the numbers and the reason of a packet’s way are read', () => {
    expect(walked.texts.some(({ full }) => full === 'No route takes it')).toBe(true);
    expect(faint(walked, { lit: new Set(), dims: true }, null, theme)).toEqual([]);
  });

  it('a text on a ground of its own colour is found', () => {
    const [first] = plain.texts;
    if (!first) throw new Error('the sample has texts');
    const light: Highlight = { lit: null, dims: false };
    expect(faint({ ...plain, texts: [{ ...first, state: 'inverse' }] }, light, null, theme)).toHaveLength(1);
  });
});
