/** How near a map is looked at: from half to double, in the URL. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { Scene } from '../../network/maps/scene.ts';

const [least, most] = [0.5, 2];
const step = 0.1;

/** To whole percents, between half and double. */
const zoomFrom = (wanted: number): number => Math.round(Math.min(most, Math.max(least, wanted)) * 100) / 100;

export const nearer = (zoom: number): number => zoomFrom(zoom + step);
export const farther = (zoom: number): number => zoomFrom(zoom - step);

/** The nearest at which all of it is seen, never nearer than 1. `room`: what there is for it, in px. */
export const fittingZoom = (
  { width, height }: Pick<Scene, 'width' | 'height'>,
  room: { readonly width: number; readonly height: number },
): number => zoomFrom(Math.floor(Math.min(1, room.width / Math.max(1, width), room.height / Math.max(1, height)) * 20) / 20);

const zoomIn = (params: URLSearchParams): number => {
  const told = Number(params.get('zoom') ?? 100);
  return Number.isFinite(told) && told > 0 ? zoomFrom(told / 100) : 1;
};

/** How near it is, and what sets it, or makes another of it. */
export function useZoom(): readonly [zoom: number, set: (change: number | ((zoom: number) => number)) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (change: number | ((zoom: number) => number)): void => {
      setParams(
        () => {
          // The URL itself: what the last rendering knows of it may be older.
          const next = new URLSearchParams(window.location.search);
          const zoom = typeof change === 'number' ? change : change(zoomIn(next));
          if (zoom === 1) next.delete('zoom');
          else next.set('zoom', String(Math.round(zoom * 100)));
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setParams],
  );
  return [zoomIn(params), set];
}
