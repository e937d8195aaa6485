/** A map with the panel of what is selected: what is selected is in sight, and has the focus again when its panel closes. */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

/** From this width of the window on the panel stands beside the map; `MapPanel` has the same. */
const besideFrom = 1100;
/** Of the panel beside it and the gap, in px. */
const panelWidth = 312 + 12;

/** The width that is left for the picture, in px: the panel takes its own from it where it stands beside. */
export const besidePanel = (width: number, hasPanel: boolean): number =>
  hasPanel && window.innerWidth >= besideFrom ? width - panelWidth : width;

/** How far the page must be scrolled for a thing to be in sight above a sheet, in px; 0 where nothing is covered. */
export function coveredBy(thing: Pick<DOMRect, 'left' | 'right' | 'bottom'>, panel: Pick<DOMRect, 'left' | 'right' | 'top'>): number {
  if (panel.left >= thing.right || panel.right <= thing.left) return 0;
  return Math.max(0, thing.bottom + 12 - panel.top);
}

/** Brings what is selected into sight once it is drawn; `drawn` is new whenever the picture is. */
export function useInSight(place: RefObject<HTMLElement | null>, key: string | null, drawn: unknown): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (key === null) done.current = null;
    if (key === null || done.current === key || !drawn) return;
    const id = CSS.escape(key);
    const thing = place.current?.querySelector(`[data-key="${id}"], [data-line="${id}"]`);
    if (!thing) return;
    done.current = key;
    const { top, bottom } = thing.getBoundingClientRect();
    // What was out of sight comes to where it is looked at.
    const isSeen = top >= 0 && bottom <= window.innerHeight;
    thing.scrollIntoView({ block: isSeen ? 'nearest' : 'center', inline: 'nearest' });
    const panel = place.current?.parentElement?.querySelector('[data-map-panel]');
    const by = panel ? coveredBy(thing.getBoundingClientRect(), panel.getBoundingClientRect()) : 0;
    if (by > 0) panel?.closest('main')?.scrollBy({ top: by });
  }, [place, key, drawn]);
}

/** Gives the focus to what is selected, or to where a walk through the map begins. */
export function focusSelected(place: HTMLElement | null): void {
  const found = place?.querySelector('[aria-pressed="true"]') ?? place?.querySelector('[tabindex="0"]');
  if (found instanceof HTMLElement || found instanceof SVGElement) found.focus({ preventScroll: true });
}

interface MapWithPanelProps {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
  readonly panel: ReactNode;
}

/** The place of the picture, which scrolls in itself, and its panel. */
export const MapWithPanel = ({ place, children, panel }: MapWithPanelProps) => (
  <div className="flex min-w-0 flex-col gap-3 min-[1100px]:flex-row print:block">
    <div ref={place} className="min-w-0 overflow-x-auto min-[1100px]:flex-1">
      {children}
    </div>
    {panel}
  </div>
);
