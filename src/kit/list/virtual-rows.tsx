import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useVirtual } from '../../ui/use-virtual.ts';

interface VirtualRowsProps {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly columns: number;
  /** Draws the row at an index under a key. */
  readonly children: (index: number, key: string) => ReactNode;
  /** The row that has the keyboard: kept in sight when it changes. */
  readonly current: number;
  /** Called when the rows that are drawn may be others. */
  readonly onDrawn: () => void;
}

/** Only the rows in sight and a few around them; two empty rows hold the place of the others, so that it stays one table. */
export function VirtualRows({ count, scroller, columns, children, current, onDrawn }: VirtualRowsProps) {
  const { rowHeight, from, to, slotOf, reveal } = useVirtual(scroller, count);
  useLayoutEffect(onDrawn);
  const revealed = useRef(current);
  useEffect(() => {
    if (revealed.current === current) return;
    revealed.current = current;
    reveal(current);
  }, [reveal, current]);
  return (
    <>
      <Spacer height={from * rowHeight} columns={columns} />
      {Array.from({ length: to - from }, (_, offset) => children(from + offset, `slot ${slotOf(from + offset)}`))}
      <Spacer height={(count - to) * rowHeight} columns={columns} />
    </>
  );
}

const Spacer = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null;
