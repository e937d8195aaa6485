// @vitest-environment happy-dom
import { act, cleanup, configure, render, screen } from '@testing-library/react';
import { Component, type ReactNode, Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { forgetFailures } from '../../catalogue/load-once.ts';
import type { TextFiles } from './texts.ts';

// A loaded machine is slow.
configure({ asyncUtilTimeout: 10_000 });

const asked = vi.hoisted(() => vi.fn<() => Promise<Record<string, string>>>());

vi.mock('./texts.ts', async (original) => {
  const { createTexts } = await original<typeof import('./texts.ts')>();
  const files: TextFiles = { './overview/en.json': asked };
  return { createTexts: () => createTexts(files, {}) };
});

const { useT } = await import('./index.ts');

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render(): ReactNode {
    return this.state.failed ? 'failed' : this.props.children;
  }
}

const Title = () => <p>{useT()('overview.findings')}</p>;

const draw = () =>
  act(async () => {
    render(
      <Boundary>
        <Suspense fallback="waiting">
          <Title />
        </Suspense>
      </Boundary>,
    );
  });

afterEach(cleanup);

it('texts that do not come are asked for once, and the failure is shown; asked again they come', async () => {
  asked.mockRejectedValueOnce(new Error('lost'));
  vi.spyOn(console, 'error').mockReturnValue();
  await draw();
  expect(await screen.findByText('failed')).toBeDefined();
  expect(asked).toHaveBeenCalledTimes(1);
  cleanup();
  forgetFailures();
  asked.mockResolvedValue({ findings: 'Needs attention' });
  await draw();
  expect(await screen.findByText('Needs attention')).toBeDefined();
});
