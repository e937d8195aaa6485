import type { WayState } from '../../network/maps/map-hop.ts';
import { shapeElement } from './drawn.tsx';
import { lineShapes } from './shapes.ts';

/** A piece of a line as the maps draw it in a state; the words stand beside it. */
export function LineSample({ state, width }: { readonly state: WayState; readonly width: number }) {
  const points = [
    { x: 0, y: 4 },
    { x: width, y: 4 },
  ];
  return (
    <svg aria-hidden="true" width={width} height={8} className="map-ink shrink-0">
      {lineShapes({ points, state, start: 'none', end: 'none' }, state, 1.75, {}).map(shapeElement)}
    </svg>
  );
}
