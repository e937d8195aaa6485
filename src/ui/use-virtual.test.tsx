// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { type CSSProperties, useEffect, useRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useVirtual, type VirtualRows } from './use-virtual.ts';

/** Of the scroller and of its head, in px. */
const heights = { box: 360, head: 36 };
/** Tells the observers of sizes that there are others. */
let resize = (): void => undefined;
let virtual: VirtualRows;
let commits = 0;

beforeEach(() => {
  heights.box = 360;
  commits = 0;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: () => void) {
        resize = told;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(function (this: Element) {
    return this.tagName === 'THEAD' ? heights.head : heights.box;
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

interface ListProps {
  readonly count: number;
  readonly row?: string;
  readonly wholeUpTo?: number;
  readonly overscan?: number;
}

function List({ count, row = '36px', ...options }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  virtual = useVirtual(scroller, count, options);
  useEffect(() => {
    commits += 1;
  });
  const { from, to, slotOf } = virtual;
  return (
    <div ref={scroller} data-testid="box">
      <table>
        <thead />
        <tbody style={{ '--row': row } as CSSProperties}>
          {Array.from({ length: to - from }, (_, offset) => (
            <tr key={slotOf(from + offset)} data-row={from + offset} tabIndex={-1} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const box = (): HTMLElement => screen.getByTestId('box');
const drawn = (): readonly [from: number, to: number] => [virtual.from, virtual.to];
function scrollTo(top: number): void {
  box().scrollTop = top;
  fireEvent.scroll(box());
}

describe('the rows drawn of a list', () => {
  it('are those in sight and the overscan, in whole steps of it', () => {
    render(<List count={1000} />);
    expect(virtual.rowHeight).toBe(36);
    expect(drawn()).toEqual([0, 18]);
    scrollTo(3600);
    expect(drawn()).toEqual([90, 120]);
  });

  it('stay the same, and nothing is committed, while a little is scrolled', () => {
    render(<List count={1000} />);
    scrollTo(3600);
    const before = commits;
    scrollTo(3636);
    expect(drawn()).toEqual([90, 120]);
    expect(commits).toBe(before);
    scrollTo(3708);
    expect(drawn()).toEqual([96, 120]);
    expect(commits).toBe(before + 1);
  });

  it('end with the list', () => {
    render(<List count={1000} />);
    scrollTo(36_000 - 360);
    expect(drawn()).toEqual([984, 1000]);
  });

  it('follow a list that becomes shorter', () => {
    const { rerender } = render(<List count={1000} />);
    scrollTo(3600);
    rerender(<List count={50} />);
    expect(drawn()).toEqual([50, 50]);
    // The browser scrolls back to where the list ends.
    scrollTo(1440);
    expect(drawn()).toEqual([30, 50]);
  });

  it('are as many more as the overscan says', () => {
    render(<List count={1000} overscan={12} />);
    expect(drawn()).toEqual([0, 24]);
  });

  it('are all of a short list, wherever one scrolls', () => {
    const { rerender } = render(<List count={60} wholeUpTo={60} />);
    scrollTo(1000);
    expect(drawn()).toEqual([0, 60]);
    rerender(<List count={61} wholeUpTo={60} />);
    expect(drawn()).toEqual([18, 48]);
  });

  it('are as many as a resized scroller shows', () => {
    render(<List count={1000} />);
    heights.box = 720;
    act(() => resize());
    expect(drawn()).toEqual([0, 30]);
  });

  it('are as high as the token says, in px or in the size of text', () => {
    const { rerender } = render(<List count={1000} row="2.5rem" />);
    expect(virtual.rowHeight).toBe(40);
    rerender(<List count={1000} row="72px" />);
    act(() => resize());
    expect(virtual.rowHeight).toBe(72);
    expect(drawn()).toEqual([0, 12]);
  });
});

describe('reveal', () => {
  it('scrolls a row below to the lower edge, with the head above', () => {
    render(<List count={1000} />);
    virtual.reveal(500);
    expect(box().scrollTop).toBe(501 * 36 + heights.head - heights.box);
    fireEvent.scroll(box());
    expect(drawn()).toEqual([486, 510]);
  });

  it('scrolls a row above to the upper edge', () => {
    render(<List count={1000} />);
    scrollTo(3600);
    virtual.reveal(50);
    expect(box().scrollTop).toBe(50 * 36);
  });

  it('leaves a row that is in sight where it is', () => {
    render(<List count={1000} />);
    scrollTo(3600);
    virtual.reveal(100);
    virtual.reveal(108);
    expect(box().scrollTop).toBe(3600);
  });
});

describe('the elements of rows', () => {
  const rows = (): HTMLElement[] => [...box().querySelectorAll<HTMLElement>('tr[data-row]')];

  it('go to other rows when theirs leave', () => {
    render(<List count={1000} />);
    const before = rows();
    scrollTo(3600);
    expect(before.every((row) => row.isConnected)).toBe(true);
    expect(rows().map((row) => Number(row.dataset.row))).toEqual(Array.from({ length: 30 }, (_, at) => 90 + at));
  });

  it('are kept by rows that stay', () => {
    render(<List count={1000} />);
    scrollTo(3600);
    const stays = rows().filter((row) => Number(row.dataset.row) >= 96);
    scrollTo(3708);
    expect(rows()).toEqual(stays);
  });

  it('do not take the focus to another row', () => {
    render(<List count={1000} />);
    const focused = rows()[3] ?? expect.fail('no row');
    focused.focus();
    scrollTo(3600);
    expect(focused.isConnected).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });
});
