import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useVirtual, type VirtualRows } from '../../ui/use-virtual.ts';

export interface RowRange extends Pick<VirtualRows, 'from' | 'to' | 'slotOf'> {
  /** In the place of the rows before and after it. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
}

interface RowWindowProps {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly columns: number;
  /** The row that has the keyboard: kept in sight when it changes. */
  readonly current: number;
  /** Told before anything is painted. */
  readonly onRange: (range: RowRange) => void;
}

/** Says which rows are in sight; draws nothing. */
export function RowWindow({ count, scroller, columns, current, onRange }: RowWindowProps) {
  const { rowHeight, from, to, slotOf, reveal } = useVirtual(scroller, count);
  const told = useRef('');
  useLayoutEffect(() => {
    // Where the range is the same, so are its slots.
    const range = [rowHeight, from, to, count, columns].join();
    if (told.current === range) return;
    told.current = range;
    const above = <Spacer height={from * rowHeight} columns={columns} />;
    const below = <Spacer height={(count - to) * rowHeight} columns={columns} />;
    onRange({ from, to, slotOf, above, below });
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

const Spacer = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null;
