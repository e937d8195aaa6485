// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useRowKeys } from './keys.ts';
import { LongRows } from './long-rows.tsx';

const nothing = (): void => undefined;

function List({ count, rows: Rows = LongRows }: { readonly count: number; readonly rows?: typeof LongRows }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { current, setCurrent, onDrawn, onKeyDown } = useRowKeys({ count, page: () => 8, scroller, open: nothing, toggle: nothing });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as in a table of resources
    <div ref={scroller} data-testid="box" onKeyDown={onKeyDown}>
      <table>
        <tbody>
          <Rows count={count} scroller={scroller} columns={1} current={current} onDrawn={onDrawn}>
            {(index, key) => (
              <tr key={key} data-row={index} tabIndex={index === current ? 0 : -1} onFocus={() => setCurrent(index)}>
                <td>{index}</td>
              </tr>
            )}
          </Rows>
        </tbody>
      </table>
    </div>
  );
}

const box = (): HTMLElement => screen.getByTestId('box');
const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset.row;
/** The code that follows the scroller has taken over: it holds the place of the rows that are not drawn. */
async function takenOver(): Promise<void> {
  await waitFor(() => expect(box().querySelector('.spacer')).not.toBeNull(), { timeout: 10_000 });
}
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

describe('before the code that follows the scroller is here', () => {
  beforeEach(() => vi.resetModules());
  const fresh = async (): Promise<typeof LongRows> => (await import('./long-rows.tsx')).LongRows;

  it('rows have the elements in which they go on, with the focus', async () => {
    render(<List count={1000} rows={await fresh()} />);
    const row = box().querySelector<HTMLElement>('[data-row="5"]');
    expect(box().querySelector('.spacer')).toBeNull();
    row?.focus();
    await takenOver();
    expect(document.activeElement).toBe(row);
    expect(focused()).toBe('5');
  });

  it('one may leap to the end', async () => {
    render(<List count={1000} rows={await fresh()} />);
    box().querySelector<HTMLElement>('[data-row="0"]')?.focus();
    press('End');
    expect(box().querySelector('.spacer')).toBeNull();
    await takenOver();
    fireEvent.scroll(box());
    expect(focused()).toBe('999');
  });
});

it('the focus leaps to rows that are drawn only after the scrolling', async () => {
  // Awaited: what waits for code in an act that is not stays where it is.
  await act(async () => render(<List count={1000} />));
  await takenOver();
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

it('a list that becomes shorter before its last row is drawn leaves the focus alone', async () => {
  const { rerender } = await act(async () => render(<List count={1000} />));
  await takenOver();
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
