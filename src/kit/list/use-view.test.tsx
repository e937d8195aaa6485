// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { useView } from './use-view.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function List() {
  const { typed, type, change } = useView();
  return (
    <>
      <input aria-label="search" value={typed} onChange={(event) => type(event.target.value)} />
      <button type="button" onClick={() => change({ filters: { Zone: ['b'] } })}>
        narrow
      </button>
      <Link to="/vpcs/vpc-1">open</Link>
    </>
  );
}

const Url = () => {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
};

function show(): void {
  vi.useFakeTimers();
  render(
    <MemoryRouter initialEntries={['/vpcs']}>
      <Routes>
        <Route path="/vpcs" element={<List />} />
        <Route path="*" element={null} />
      </Routes>
      <Url />
    </MemoryRouter>,
  );
}

const url = (): string | null => screen.getByRole('status').textContent;
const typing = (text: string): boolean => fireEvent.change(screen.getByLabelText('search'), { target: { value: text } });

test('what is typed goes into the URL when it pauses', () => {
  show();
  typing('prod');
  expect(url()).toBe('/vpcs');
  act(() => vi.advanceTimersByTime(1000));
  expect(url()).toBe('/vpcs?q=prod');
});

test('a filter chosen before it pauses is kept', () => {
  show();
  typing('prod');
  fireEvent.click(screen.getByText('narrow'));
  expect(url()).toBe('/vpcs?f.Zone=b');
  act(() => vi.advanceTimersByTime(1000));
  expect(url()).toBe('/vpcs?f.Zone=b&q=prod');
});

test('who goes on before it pauses is not called back', () => {
  show();
  typing('prod');
  fireEvent.click(screen.getByText('open'));
  act(() => vi.advanceTimersByTime(1000));
  expect(url()).toBe('/vpcs/vpc-1');
});

test('two changes before the first is drawn are both kept', () => {
  show();
  typing('prod');
  act(() => {
    screen.getByText('narrow').click();
    vi.advanceTimersByTime(1000);
  });
  expect(url()).toBe('/vpcs?f.Zone=b&q=prod');
});
