// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { show } from '../kit/testing.tsx';
import { useRoom } from './use-room.ts';

afterEach(cleanup);

it('printing measures nothing anew: the picture is the one that was looked at', async () => {
  let width = 1184;
  function Place() {
    const place = useRef<HTMLDivElement>(null);
    const room = useRoom(place);
    return (
      <div
        ref={(element) => {
          if (element) element.getBoundingClientRect = () => new DOMRect(0, 100, width, 500);
          place.current = element;
        }}
      >
        <output data-testid="width">{room.width}</output>
      </div>
    );
  }
  await show(<Place />);
  expect(screen.getByTestId('width').textContent).toBe('1184');
  const resizeTo = (next: number): void => {
    width = next;
    act(() => void fireEvent(window, new Event('resize')));
  };
  act(() => void fireEvent(window, new Event('beforeprint')));
  resizeTo(700);
  expect(screen.getByTestId('width').textContent).toBe('1184');
  act(() => void fireEvent(window, new Event('afterprint')));
  resizeTo(900);
  expect(screen.getByTestId('width').textContent).toBe('900');
});
