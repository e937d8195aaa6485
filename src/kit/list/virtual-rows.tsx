import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect } from 'react';

interface VirtualRowsProps {
  readonly count: number;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly columns: number;
  /** Draws the row at an index. */
  readonly children: (index: number) => ReactNode;
  /** The row that has the keyboard: kept in sight when it changes. */
  readonly current: number;
}

/** Only the rows in sight and a few around them; two empty rows hold the place of the others, so that it stays one table. */
export function VirtualRows({ count, rowHeight, scroller, columns, children, current }: VirtualRowsProps) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: 40,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is what changed, though it is read through the options
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);
  useEffect(() => {
    if (current > 0) virtual.scrollToIndex(current);
  }, [virtual, current]);
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <Spacer height={before} columns={columns} />
      {items.map((item) => children(item.index))}
      <Spacer height={after} columns={columns} />
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
