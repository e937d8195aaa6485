import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((m) => [
    m[1] ?? '',
    [m[2] ?? '', m[3] ?? ''] as const,
  ]),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dark + 0.05);
}

function contrastOf(ink: string, ground: string, theme: 0 | 1): number {
  const [a, b] = [tokens.get(ink), tokens.get(ground)];
  if (!a || !b) throw new Error(`no token --${a ? ground : ink}`);
  return contrast(a[theme], b[theme]);
}

const grounds = ['canvas', 'surface', 'raised', 'hover'];
const meanings = ['good', 'pending', 'warning', 'danger'];

const texts: readonly (readonly [string, string])[] = [
  ...['text', 'muted', 'accent', ...meanings].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ...['text', 'muted', 'accent', ...meanings].map((ink) => [ink, 'accent-soft'] as const),
  ...meanings.flatMap((meaning) => [
    [meaning, `${meaning}-soft`] as const,
    ['text', `${meaning}-soft`] as const,
    ['muted', `${meaning}-soft`] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
];

const edges: readonly (readonly [string, string])[] = [
  ...['line-strong', 'focus', 'accent'].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_, theme) => {
  it.each(texts)('--%s on --%s can be read (4.5 : 1)', (ink, ground) => {
    expect(contrastOf(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)('--%s on --%s can be seen (3 : 1)', (ink, ground) => {
    expect(contrastOf(ink, ground, theme)).toBeGreaterThanOrEqual(3);
  });

  it.each(['danger-solid', 'danger-solid-hover'])('white on --%s can be read', (ground) => {
    expect(contrast('#ffffff', tokens.get(ground)?.[theme] ?? '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
});
