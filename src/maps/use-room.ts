import { type RefObject, useEffect, useState } from 'react';
import { isPrinting } from '../lib/use-printing.ts';

/** In px. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The width of an element, and the height that is left of the window below its top. */
export function roomOf(element: HTMLElement): Room {
  const { width, top } = element.getBoundingClientRect();
  return { width: Math.floor(width), height: Math.max(480, window.innerHeight - (top + window.scrollY) - 56) };
}

/** The room for a picture; 0 until it is measured. */
export function useRoom(place: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    // Paper has no room of its own: the picture that is printed is the one that was looked at.
    const measure = (): void => {
      if (isPrinting()) return;
      const next = roomOf(element);
      setRoom((last) => (last.width === next.width && last.height === next.height ? last : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [place]);
  return room;
}
