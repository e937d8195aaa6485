import { expect, it } from 'vitest';
import type { Scene } from '../../network/maps/scene.ts';
import { shapesOver } from './shapes.ts';

const text = (state: 'dead' | 'good' | 'quiet' | undefined, at: number): Scene['texts'][number] => ({
  ...{ kind: 'note', text: `text ${at}`, full: `text ${at}`, x: 0, y: at * 20, width: 40, size: 11, of: ['other'] },
  ...(state ? { state } : {}),
});

it('texts that fall back are whole, in the muted ink, what is wrong too; words are no longer bold', () => {
  const texts = [text(undefined, 1), text('quiet', 2), text('good', 3), text('dead', 4)];
  const scene: Scene = { width: 100, height: 100, boxes: [], lines: [], signs: [], ways: [], texts };
  const shapes = shapesOver(scene, { lit: new Set(['selected']), dims: true });
  expect(shapes.map(({ attrs }) => attrs.opacity)).toEqual([undefined, undefined, undefined, undefined]);
  expect(shapes.map(({ attrs }) => attrs.fill)).toEqual(['var(--muted)', 'var(--muted)', 'var(--muted)', 'var(--muted)']);
  const word = { ...text('dead', 5), kind: 'word' } as const;
  const [shape] = shapesOver({ ...scene, texts: [word] }, { lit: new Set(['selected']), dims: true });
  expect(shape?.attrs['font-weight']).toBe(400);
});

it('a packet that ends at a hop does not go on: what is behind the hop falls back', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
  ];
  const link = {
    key: 'link:beyond:a',
    net: 'link:beyond:a',
    points,
    state: 'good',
    start: 'none',
    end: 'none',
    of: ['hop', 'beyond'],
  } as const;
  const scene: Scene = { width: 100, height: 100, boxes: [], lines: [link], signs: [], ways: [], texts: [] };
  const opacity = (lit: readonly string[]): unknown => shapesOver(scene, { lit: new Set(lit), dims: true })[0]?.attrs.opacity;
  expect(opacity(['hop', 'beyond'])).toBeUndefined();
  expect(opacity(['hop'])).toBe(0.42);
});
