/** The walk over a picture with the arrow keys: up and down in a column, left and right along the lines. */
import type { Scene, SceneBox, SceneWay } from './scene.ts';

export type WalkKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

const middle = ({ y, height }: SceneBox): number => y + height / 2;

/** Things that can be walked to, in the order of the tree: column by column, each from the top. */
export const walkable = (scene: Scene): SceneBox[] => scene.boxes.filter(({ key }) => key !== '').sort((a, b) => a.x - b.x || a.y - b.y);

/** Where a line leads from a box: to the nearest of what it is joined with in that direction, else to the nearest at all. */
function across(scene: Scene, from: SceneBox, rightwards: boolean): SceneBox | undefined {
  const others = walkable(scene).filter((box) => (rightwards ? box.x >= from.x + from.width - 1 : box.x + box.width <= from.x + 1));
  const joined = new Set(
    scene.ways.flatMap((way) => (rightwards ? (way.from === from.key ? [way.to] : []) : way.to === from.key ? [way.from] : [])),
  );
  const linked = others.filter(({ key }) => joined.has(key));
  const pool = linked.length > 0 ? linked : others;
  const near = (box: SceneBox): number =>
    Math.abs(middle(box) - middle(from)) + (linked.length > 0 ? 0 : 4 * Math.abs(rightwards ? box.x - from.x : from.x - box.x));
  return pool.reduce<SceneBox | undefined>((best, box) => (best === undefined || near(box) < near(best) ? box : best), undefined);
}

/** The key of the next thing; the same where there is none that way. */
export function walkFrom(scene: Scene, key: string, way: WalkKey): string {
  const boxes = walkable(scene);
  const from = boxes.find((box) => box.key === key);
  if (!from) return boxes[0]?.key ?? key;
  const column = boxes.filter((box) => Math.abs(box.x - from.x) < 2);
  const at = column.indexOf(from);
  switch (way) {
    case 'ArrowUp':
      return column[at - 1]?.key ?? key;
    case 'ArrowDown':
      return column[at + 1]?.key ?? key;
    case 'Home':
      return column[0]?.key ?? key;
    case 'End':
      return column.at(-1)?.key ?? key;
    default:
      return across(scene, from, way === 'ArrowRight')?.key ?? key;
  }
}

/** The ways that begin or end at a thing, each with what is at its other end, in the order of the picture. */
export const waysAt = (scene: Scene, key: string): { readonly way: SceneWay; readonly to: string }[] =>
  scene.ways.filter(({ from, to }) => from === key || to === key).map((way) => ({ way, to: way.from === key ? way.to : way.from }));
