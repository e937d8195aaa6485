import { type ReactNode, type RefObject, Suspense, useLayoutEffect, useState } from 'react';
import { part } from '../../lib/part.tsx';
import type { RowRange } from './row-window.tsx';

// Short lists, which are most, do without.
const RowWindow = part(async () => (await import('./row-window.tsx')).RowWindow);

/** Drawn until the code that follows the scroller is here. Their slots are those that it begins with: the same elements go on. */
const firstRange: RowRange = { from: 0, to: 60, slotOf: (index) => index };

interface LongRowsProps {
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
export function LongRows({ count, scroller, columns, children, current, onDrawn }: LongRowsProps) {
  const [{ from, to, slotOf, above, below }, setRange] = useState(firstRange);
  useLayoutEffect(onDrawn);
  return (
    <>
      {above}
      {Array.from({ length: to - from }, (_, offset) => children(from + offset, `slot ${slotOf(from + offset)}`))}
      {below}
      <Suspense>
        <RowWindow count={count} scroller={scroller} columns={columns} current={current} onRange={setRange} />
      </Suspense>
    </>
  );
}
