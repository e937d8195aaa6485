import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useVirtual, type VirtualRows } from '../../ui/use-virtual.ts';

export type RowRange = Pick<VirtualRows, 'rowHeight' | 'from' | 'to' | 'slotOf'>;

interface RowWindowProps {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** The row that has the keyboard: kept in sight when it changes. */
  readonly current: number;
  /** Told before anything is painted. */
  readonly onRange: (range: RowRange) => void;
}

/** Says which rows are in sight; draws nothing. */
export function RowWindow({ count, scroller, current, onRange }: RowWindowProps) {
  const { rowHeight, from, to, slotOf, reveal } = useVirtual(scroller, count);
  const told = useRef<RowRange | null>(null);
  useLayoutEffect(() => {
    const last = told.current;
    // Where the range is another one, so are its slots.
    if (last && last.rowHeight === rowHeight && last.from === from && last.to === to) return;
    told.current = { rowHeight, from, to, slotOf };
    onRange(told.current);
  });
  const revealed = useRef<number | null>(null);
  useEffect(() => {
    const before = revealed.current;
    if (before === current) return;
    revealed.current = current;
    // At first only one that was leapt to while this code was on its way.
    if (before === null && scroller.current?.querySelector(`tr[data-row="${current}"]`)) return;
    reveal(current);
  }, [reveal, current, scroller]);
  return null;
}
