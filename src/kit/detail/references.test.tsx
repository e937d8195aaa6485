// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { forgetFailures } from '../../../catalogue/load-once.ts';
import { goodRow } from '../odd-rows.ts';
import { answerCalls, show } from '../testing.tsx';
import { References } from './references.tsx';

const { families } = vi.hoisted(() => ({ families: { lost: '' } }));
vi.mock(import('../../../catalogue/lazy.ts'), async (original) => {
  const lazy = await original();
  const load: typeof lazy.loadFamily = (family) =>
    family === families.lost ? Promise.reject(new Error('the file did not come')) : lazy.loadFamily(family);
  return { ...lazy, loadFamily: load };
});

afterEach(cleanup);

class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override state = { message: null };
  static getDerivedStateFromError = (error: Error) => ({ message: error.message });
  override render() {
    return this.state.message ?? this.props.children;
  }
}

it('a family whose file did not come is asked for again', async () => {
  answerCalls(() => ({ TotalCount: 0 }));
  const row = goodRow('vpc', await loadFamily('vpc'), 1);
  const page = (
    <ErrorBoundary>
      <References family="vpc" id="vpc-00000001" row={row} />
    </ErrorBoundary>
  );
  families.lost = 'subnet';
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  await show(page);
  expect(await screen.findByText('the file did not come')).toBeTruthy();
  logged.mockRestore();
  cleanup();
  families.lost = '';
  forgetFailures();
  await show(page);
  expect(await screen.findByText('Refers to')).toBeTruthy();
});

it('an instance and what stands within other fields are referred to; families that cannot be asked are named', async () => {
  answerCalls(() => ({ TotalCount: 0 }));
  const plain = await loadFamily('eip');
  const bound = { AddressId: 'eip-11112222', BindedResourceId: '', InstanceId: 'ins-11112222', NetworkInterfaceId: '' };
  await show(<References family="eip" id="eip-11112222" row={{ ...goodRow('eip', plain, 1), ...bound }} />);
  expect(await screen.findByText('ins-11112222')).toBeTruthy();
  expect(screen.queryByText('Nothing that its own fields name.')).toBeNull();
  expect(screen.getByText(/^Not looked through/).textContent).toContain('network interfaces');
});
