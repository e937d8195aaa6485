// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { useToasts } from '../stores/toasts.ts';
import { OverlayBoundary } from './overlay-boundary.tsx';

beforeAll(() => startLanguage('ui', 'shell'));
afterEach(cleanup);

it('keeps the page, tells of it and closes when an overlay cannot be loaded', async () => {
  const onFailure = vi.fn();
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const Missing = () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  };
  await act(async () => {
    render(
      <>
        <p>the page</p>
        <OverlayBoundary onFailure={onFailure}>
          <Missing />
        </OverlayBoundary>
      </>,
    );
  });
  log.mockRestore();
  expect(screen.getByText('the page')).toBeDefined();
  expect(onFailure).toHaveBeenCalledOnce();
  expect(useToasts.getState().toasts.map(({ title }) => title)).toEqual(['This part of the console could not be loaded']);
});

it('leaves the telling to the page where something else can stand in its place', async () => {
  useToasts.setState({ toasts: [] });
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const Missing = () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  };
  await act(async () => {
    render(
      <OverlayBoundary fallback="vpc-1a2b3c4d">
        <Missing />
      </OverlayBoundary>,
    );
  });
  log.mockRestore();
  expect(screen.getByText('vpc-1a2b3c4d')).toBeDefined();
  expect(useToasts.getState().toasts).toEqual([]);
});
