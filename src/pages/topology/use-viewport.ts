/**
 * Moving about the map. The picture is drawn for a window larger than what is seen (`base`), and moved and scaled by the
 * compositor alone until what is seen leaves it or its zoom is too far off: only then is it drawn anew.
 */
import { type RefObject, startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { areaOf, fitted, type Rect, type Viewport, zoomedAt } from './viewport.ts';

/** How much of a window is drawn beyond each side. */
const beyond = 0.25;
const restAfter = 160;

interface Base {
  readonly view: Viewport;
  readonly width: number;
  readonly height: number;
}

export interface ViewportControls {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly picture: RefObject<SVGSVGElement | null>;
  /** What to draw: a part of the map, its zoom, and the picture's size in pixels. Null until the window's size is known. */
  readonly area: Rect | null;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly pan: (dx: number, dy: number) => void;
  /** About a point of the window; its middle when left out. */
  readonly zoomBy: (factor: number, x?: number, y?: number) => void;
  readonly show: (area: Rect, most?: number) => void;
  /** Brings a part of the map into sight, no further than needed. */
  readonly reveal: (area: Rect) => void;
}

function placePicture(picture: SVGSVGElement | null, { view: base, width, height }: Base, now: Viewport): void {
  if (!picture) return;
  const area = areaOf(base, width, height, beyond);
  picture.style.transform = `translate(${(area.x - now.x) * now.zoom}px, ${(area.y - now.y) * now.zoom}px) scale(${now.zoom / base.zoom})`;
}

/** True while what is seen lies in what is drawn, at nearly its zoom. */
function stillFits({ view: base, width, height }: Base, now: Viewport): boolean {
  const ratio = now.zoom / base.zoom;
  if (ratio > 1.5 || ratio < 0.67) return false;
  const drawn = areaOf(base, width, height, beyond);
  // A little before the edge is reached, so that the next picture is there in time.
  const seen = areaOf(now, width, height, 0.02);
  return drawn.x <= seen.x && drawn.y <= seen.y && seen.x + seen.w <= drawn.x + drawn.w && seen.y + seen.h <= drawn.y + drawn.h;
}

/** What a view is at first, and who is told where one looks once the map has come to rest. */
export interface InitialView {
  /** In a window of that size; null while it cannot be told: all of the map. */
  readonly at: ((width: number, height: number) => Viewport | null) | null;
  readonly onRest: (view: Viewport, width: number, height: number) => void;
}

class Mover {
  view: Viewport = { x: 0, y: 0, zoom: 1 };
  base: Base | null = null;
  /** A person has moved the map: it is not fitted again while more of it arrives. */
  moved = false;
  rested: (view: Viewport) => void = () => undefined;
  readonly redraw: (view: Viewport) => void;
  readonly picture: RefObject<SVGSVGElement | null>;
  frame = 0;
  rest: ReturnType<typeof setTimeout> | undefined;

  constructor(redraw: (view: Viewport) => void, picture: RefObject<SVGSVGElement | null>) {
    this.redraw = redraw;
    this.picture = picture;
  }

  to(view: Viewport): void {
    this.view = view;
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw());
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.redraw(this.view);
      this.rested(this.view);
    }, restAfter);
  }

  draw(): void {
    this.frame = 0;
    if (!this.base) return;
    placePicture(this.picture.current, this.base, this.view);
    if (!stillFits(this.base, this.view)) this.redraw(this.view);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    clearTimeout(this.rest);
  }
}

/** The window's size in pixels, as it changes. */
function useSize(frame: RefObject<HTMLDivElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

/** `whole`, or the home view, is shown whenever it changes, until a person moves the map; another `subject` begins anew. */
export function useViewport(whole: Rect, subject: string, { at: home, onRest }: InitialView): ViewportControls {
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const [view, setView] = useState<Viewport | null>(null);
  const mover = useMemo(() => new Mover((next) => startTransition(() => setView(next)), picture), []);
  const { width, height } = useSize(frame);
  const { w, h } = whole;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is another map
  useLayoutEffect(() => {
    mover.moved = false;
  }, [subject, mover]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is fitted even where its size is the same
  useLayoutEffect(() => {
    if (width === 0 || height === 0 || w === 0 || mover.moved) return;
    mover.view = home?.(width, height) ?? fitted({ x: 0, y: 0, w, h }, width, height);
    setView(mover.view);
  }, [mover, w, h, width, height, subject, home]);
  useEffect(() => {
    mover.rested = (now) => onRest(now, width, height);
  }, [mover, onRest, width, height]);

  const base = useMemo(() => (view && width > 0 ? { view, width, height } : null), [view, width, height]);
  // The new picture and its place come in the same frame.
  useLayoutEffect(() => {
    mover.base = base;
    if (base) placePicture(picture.current, base, mover.view);
  }, [mover, base]);
  useEffect(() => () => mover.stop(), [mover]);

  const area = useMemo(() => (base ? areaOf(base.view, base.width, base.height, beyond) : null), [base]);
  const ways = useMemo(() => waysOf(mover, width, height), [mover, width, height]);
  const drawnSize = { width: width * (1 + 2 * beyond), height: height * (1 + 2 * beyond) };
  return { frame, picture, area, zoom: view?.zoom ?? 1, ...drawnSize, ...ways };
}

function waysOf(mover: Mover, width: number, height: number): Pick<ViewportControls, 'pan' | 'zoomBy' | 'show' | 'reveal'> {
  const to = (view: Viewport): void => {
    mover.moved = true;
    mover.to(view);
  };
  return {
    pan: (dx, dy) => to({ ...mover.view, x: mover.view.x - dx / mover.view.zoom, y: mover.view.y - dy / mover.view.zoom }),
    zoomBy: (factor, x = width / 2, y = height / 2) => to(zoomedAt(mover.view, factor, x, y)),
    show: (area, most) => to(fitted(area, width, height, most)),
    reveal: (area) => {
      const seen = areaOf(mover.view, width, height, -0.05);
      const inside = seen.x <= area.x && seen.y <= area.y && area.x + area.w <= seen.x + seen.w && area.y + area.h <= seen.y + seen.h;
      // Large enough to be read, and no closer than a person had it.
      if (inside && Math.min(area.h, 32) * mover.view.zoom >= 20) return;
      to(fitted(area, width, height, Math.min(1, Math.max(mover.view.zoom, 20 / 32))));
    },
  };
}
