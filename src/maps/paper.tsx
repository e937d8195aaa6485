import type { Scene } from '../../network/maps/scene.ts';
import { shapeElement } from './drawn.tsx';
import { boxShape, type Highlight, shapesOver } from './shapes.ts';

const all: Highlight = { lit: null, dims: false };

/** A page for each account where there are several, else one for the whole. */
function pagesOf(scene: Scene): readonly { readonly y: number; readonly height: number }[] {
  const accounts = scene.boxes.filter(({ kind }) => kind === 'account').sort((a, b) => a.y - b.y);
  return accounts.length > 1 ? accounts.map(({ y, height }) => ({ y: y - 4, height: height + 8 })) : [{ y: 0, height: scene.height }];
}

/** The picture on paper: everything of it, nothing falls back. `print.css` makes it light and gives each part its page. */
export function Paper({ scene }: { readonly scene: Scene }) {
  const shapes = [...scene.boxes.map((box) => boxShape(box, all, null)), ...shapesOver(scene, all)];
  return (
    <div>
      {pagesOf(scene).map(({ y, height }) => (
        <svg key={y} aria-hidden="true" viewBox={`0 ${y} ${scene.width} ${height}`} className="map-page">
          {shapes.map((shape) => shapeElement(shape))}
        </svg>
      ))}
    </div>
  );
}
