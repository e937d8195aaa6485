// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useRowKeys } from './keys.ts';
import { VirtualRows } from './virtual-rows.tsx';

const nothing = (): void => undefined;

function List({ count }: { readonly count: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { current, setCurrent, onDrawn, onKeyDown } = useRowKeys({ count, page: () => 8, scroller, open: nothing, toggle: nothing });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as in a table of resources
    <div ref={scroller} data-testid="box" onKeyDown={onKeyDown}>
      <table>
        <tbody>
          <VirtualRows count={count} scroller={scroller} columns={1} current={current} onDrawn={onDrawn}>
            {(index, key) => (
              <tr key={key} data-row={index} tabIndex={index === current ? 0 : -1} onFocus={() => setCurrent(index)}>
                <td>{index}</td>
              </tr>
            )}
          </VirtualRows>
        </tbody>
      </table>
    </div>
  );
}

const box = (): HTMLElement => screen.getByTestId('box');
const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset.row;
/** A key, and the event of the scrolling that it leads to, which browsers send before the next frame. */
function press(key: string): void {
  fireEvent.keyDown(document.activeElement ?? box(), { key });
  fireEvent.scroll(box());
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(360);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('the focus leaps to rows that are drawn only after the scrolling', () => {
  render(<List count={1000} />);
  box().querySelector<HTMLElement>('[data-row="0"]')?.focus();
  press('End');
  expect(focused()).toBe('999');
  press('ArrowUp');
  expect(focused()).toBe('998');
  press('Home');
  expect(focused()).toBe('0');
  for (let turn = 0; turn < 4; turn += 1) press('PageDown');
  expect(focused()).toBe('32');
});

it('a list that becomes shorter before its last row is drawn leaves the focus alone', () => {
  const { rerender } = render(<List count={1000} />);
  box().querySelector<HTMLElement>('[data-row="0"]')?.focus();
  fireEvent.keyDown(document.activeElement ?? box(), { key: 'End' });
  rerender(<List count={500} />);
  const search = document.body.appendChild(document.createElement('input'));
  search.focus();
  rerender(<List count={1000} />);
  fireEvent.scroll(box());
  expect(document.activeElement).toBe(search);
  search.remove();
});
