import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

interface VirtualRowsProps {
  readonly count: number;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly columns: number;
  /** Draws the row at an index under a key. */
  readonly children: (index: number, key: string) => ReactNode;
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
  const slots = useSlots(
    items.map(({ index }) => index),
    scroller,
  );
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <Spacer height={before} columns={columns} />
      {items.map(({ index }) => children(index, `slot ${slots.get(index)}`))}
      <Spacer height={after} columns={columns} />
    </>
  );
}

/**
 * Gives each row in sight a place that rows out of sight have left, so that scrolling writes new texts into the elements that
 * are there, which costs half of making new ones. A row that holds the focus never becomes another one: it goes as a whole.
 */
function useSlots(indexes: readonly number[], scroller: RefObject<HTMLElement | null>): ReadonlyMap<number, number> {
  const last = useRef<ReadonlyMap<number, number>>(new Map());
  const made = useRef(0);
  const wanted = new Set(indexes);
  const focused = document.activeElement?.closest('tr');
  const kept = focused && scroller.current?.contains(focused) ? Number(focused.dataset.row) : -1;
  const slots = new Map<number, number>();
  const free: number[] = [];
  for (const [index, slot] of last.current) {
    if (wanted.has(index)) slots.set(index, slot);
    else if (index !== kept) free.push(slot);
  }
  for (const index of indexes) {
    if (slots.has(index)) continue;
    let slot = free.pop();
    if (slot === undefined) {
      slot = made.current;
      made.current += 1;
    }
    slots.set(index, slot);
  }
  last.current = slots;
  return slots;
}

const Spacer = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null;
