import { type RefObject, useEffect, useState } from 'react';

/** The room for a picture in px: the width of its place, and the height that is left of the window; 0 until it is measured. */
export function useRoom(place: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => {
      const { width, top } = element.getBoundingClientRect();
      const left = window.innerHeight - (top + window.scrollY) - 56;
      setRoom({ width: Math.floor(width), height: Math.max(480, left) });
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
