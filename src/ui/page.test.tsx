// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { dismissToast, toast, useToasts } from '../stores/toasts.ts';
import { Page } from './page.tsx';
import { wishFocus } from './page-focus.ts';
import { ToastHost } from './toast-host.tsx';

beforeAll(() => startLanguage('ui'));
afterEach(cleanup);

const page = (title: string) => (
  <Page key={title} title={title}>
    content
  </Page>
);

describe('a page', () => {
  it('names the document', () => {
    render(page('VPCs'));
    expect(document.title).toBe('VPCs · Weft');
  });

  it('takes the focus to its heading after a navigation, not on the first load', () => {
    const { rerender } = render(page('VPCs'));
    expect(document.activeElement).toBe(document.body);
    wishFocus();
    rerender(page('Subnets'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Subnets' }));
  });

  it('does not steal the focus from someone who has gone on', () => {
    const { rerender } = render(page('VPCs'));
    wishFocus();
    fireEvent.keyDown(document.body, { key: 'Tab' });
    rerender(page('Subnets'));
    expect(document.activeElement).toBe(document.body);
  });
});

describe('toasts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    useToasts.setState({ toasts: [] });
  });
  afterEach(() => vi.useRealTimers());
  const titles = (): string[] => useToasts.getState().toasts.map((item) => item.title);

  it('leave by themselves when good, and stay when something is wrong', () => {
    render(<ToastHost />);
    act(() => {
      toast({ meaning: 'good', title: 'Created' });
      toast({ meaning: 'danger', title: 'Refused', requestId: 'r-1' });
    });
    act(() => vi.advanceTimersByTime(5_999));
    expect(titles()).toEqual(['Created', 'Refused']);
    act(() => vi.advanceTimersByTime(1));
    expect(titles()).toEqual(['Refused']);
    act(() => vi.advanceTimersByTime(600_000));
    expect(titles()).toEqual(['Refused']);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(titles()).toEqual([]);
  });

  it('stay while someone reads them', () => {
    render(<ToastHost />);
    act(() => void toast({ meaning: 'good', title: 'Created' }));
    fireEvent.focus(screen.getByRole('button', { name: 'Dismiss' }));
    act(() => vi.advanceTimersByTime(60_000));
    expect(titles()).toEqual(['Created']);
  });

  it('run their action once and go', () => {
    const run = vi.fn();
    render(<ToastHost />);
    act(() => void toast({ meaning: 'warning', title: 'Unknown', action: { label: 'Look', run } }));
    fireEvent.click(screen.getByRole('button', { name: 'Look' }));
    expect(run).toHaveBeenCalledTimes(1);
    expect(titles()).toEqual([]);
  });

  it('are never more than five, and can be taken back', () => {
    const ids = Array.from({ length: 7 }, (_, n) => toast({ meaning: 'danger', title: `t${n}` }));
    expect(titles()).toEqual(['t2', 't3', 't4', 't5', 't6']);
    dismissToast(ids[4] ?? 0);
    expect(titles()).toEqual(['t2', 't3', 't5', 't6']);
  });
});
