import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A ref to what was drawn last, for handlers that stay the same while it changes. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
